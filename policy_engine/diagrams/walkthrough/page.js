// The walk-through: choose what happens, see what the protocol says.

function walkThrough(content, language) {
  const engine = createEngine(content);
  const view = createView(content, engine);
  if (content.languages.includes(language)) view.language = language;
  const { chart } = content;
  const page = byId("page");
  const picture = createPicture(content, engine, view);
  const { control } = createFields(engine, view);
  const happened = createCourse(content, view);
  const chosen = { reporter: null, person: content.persons[0] ?? "", shortcuts: true, open: null };
  let variant = 0;
  let course = []; // entries as in course.js, the last one is now

  const now = () => course[course.length - 1].session;

  // ---- what is done ----

  function begin(facts) {
    const [session, decision] = engine.start({ variant, facts, now: content.begin });
    course = [{ kind: "start", name: "", later: 0, decisions: [decision], session }];
  }

  // How each kind of call is made: a function from a session and what was done to the next session and what
  // came of it. `later` is how much time goes by first.
  const calls = {
    event: (session, { name, data, by, later }) => {
      const [next, decision] = engine.send(session, name, { data, by, now: session.now + later });
      return [next, [...decision.prior.map((one) => one.decision), decision]];
    },
    facts: (session, { name, value }) => {
      const [next, decision] = engine.learn(session, { [name]: value });
      return [next, [decision]];
    },
    wait: (session, { name: length }) => {
      const [next, fired] = engine.advance(session, session.now + length);
      return [next, fired.map((one) => one.decision)];
    },
  };

  // The entry of what was done now, which joins the course; null where too much would be due at once.
  function made(done) {
    try {
      const [session, decisions] = calls[done.kind](now(), done);
      const entry = { kind: done.kind, name: done.name, later: done.later ?? 0, decisions, session, done };
      course.push(entry);
      return entry;
    } catch (problem) {
      if (!(problem instanceof TooMuchDue)) throw problem;
      return null;
    }
  }

  // Makes a call; tells and shows what came of it.
  function make(done) {
    const before = now().node;
    const entry = made(done);
    if (entry === null) {
      view.announce(view.word("too much"));
      return;
    }
    const { session, decisions } = entry;
    const moved = session.node !== before || decisions.some((one) => one.entered.length > 0);
    chosen.open = null;
    show(moved ? "step" : null);
    view.announce([...happened.told(entry), ...(moved ? [view.spokenStep(session)] : [])].join(" "));
  }

  // Who chooses the same again means that it happened again: where a repeat would not count yet, time goes by
  // until it does.
  const send = (event, data, role) => {
    const by = [role, chosen.person];
    const counts = engine.allows(now(), event, by) ? engine.settledAt(now(), event) : now().now;
    make({ kind: "event", name: event, data, by, later: counts - now().now });
  };
  const learn = (name, value) => make({ kind: "facts", name, value });
  const wait = () => make({ kind: "wait", name: now().timers[0].due - now().now });

  const act = { send, learn, wait, chooseParameters, show };
  const choices = createChoices(content, engine, view, control, chosen, act);
  const known = createKnown(content, engine, view, control, chosen, act);

  function back() {
    if (course.length < 2) return;
    course.pop();
    chosen.open = null;
    show("step");
    view.announce(`${view.word("went back")} ${view.spokenStep(now())}`);
  }

  function again() {
    begin(now().facts);
    chosen.open = null;
    show("step");
    view.announce(view.spokenStep(now()));
  }

  function chooseParameters(changes) {
    const wanted = { ...engine.parametersOf(now()), ...changes };
    variant = content.table.variants.findIndex(({ parameters }) =>
      Object.keys(wanted).every((name) => same(parameters[name], wanted[name])),
    );
    again();
  }

  // ---- what is shown ----

  function toolsPart() {
    const tool = (key, action, off) =>
      el("button", { type: "button", "data-key": key, disabled: off, onclick: action }, view.word(key));
    return el(
      "div",
      { class: "tools", role: "group", "aria-label": view.word("tools") },
      tool("back", back, course.length < 2),
      tool("again", again, false),
      tool("print", () => window.print(), false),
    );
  }

  function askedPart() {
    const actions = course[course.length - 1].decisions.flatMap((decision) => decision.actions);
    return actions.length === 0
      ? null
      : el(
          "section",
          { class: "asked", "aria-labelledby": "asked-title" },
          el("h3", { id: "asked-title" }, view.word("asked")),
          el(
            "ul",
            {},
            actions.map((action) => view.theirs("li", {}, view.action(action))),
          ),
        );
  }

  function lookPart() {
    return el(
      "details",
      { class: "look", "data-key": "look" },
      el("summary", {}, view.word("look")),
      view.lookSwitches(),
      el(
        "label",
        {},
        el("input", {
          type: "checkbox",
          "data-key": "shortcuts",
          checked: chosen.shortcuts,
          onchange: (event) => {
            chosen.shortcuts = event.target.checked;
            show(null);
          },
        }),
        " ",
        view.word("shortcuts"),
      ),
      el("p", { class: "keys" }, view.word("keys")),
    );
  }

  // Builds the page anew. `focus` is the id that the reader is taken to; without one the reader stays.
  function show(focus) {
    const session = now();
    const held = document.activeElement?.closest("[data-key]")?.dataset.key;
    const opened = new Map(
      [...page.querySelectorAll("details[data-key]")].map((one) => [one.dataset.key, one.open]),
    );
    const scrolled = page.querySelector("#diagram-frame")?.scrollTop ?? 0;
    page.replaceChildren(
      el(
        "div",
        { class: "work" },
        el(
          "section",
          { id: "now", "aria-labelledby": "step" },
          view.cards(session),
          view.duties(session),
          view.kept(session),
          askedPart(),
        ),
        toolsPart(),
        choices.part(session),
        happened.part(course),
        known.part(session),
        lookPart(),
      ),
      picture.part(),
    );
    for (const one of page.querySelectorAll("details[data-key]"))
      one.open = opened.get(one.dataset.key) ?? one.open;
    picture.draw();
    byId("diagram-frame").scrollTop = scrolled;
    picture.light(session, {
      entered: new Set(course.flatMap((entry) => entry.decisions.flatMap((decision) => decision.entered))),
      taken: new Set(course.flatMap((entry) => entry.decisions.flatMap((decision) => decision.transitions))),
      open: new Set(
        Object.values(choices.sorted(session))
          .flat()
          .flatMap(({ applied }) =>
            applied.flatMap((edge) => edge.transitions.map((index) => chart.transitions[index].id)),
          ),
      ),
    });
    const target = focus
      ? byId(focus)
      : held
        ? [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held)
        : null;
    target?.focus({ preventScroll: focus === null });
    if (focus) byId("now").scrollIntoView({ block: "nearest" });
  }

  // ---- the keyboard ----

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing) return;
    const buttons = [...page.querySelectorAll("#choices .choice")].filter((one) => one.offsetParent !== null);
    if (chosen.shortcuts && /^[1-9]$/.test(event.key)) {
      const chosen = buttons.find((one) => one.getAttribute("aria-keyshortcuts") === event.key);
      chosen?.focus();
      chosen?.click();
    } else if (event.key === "Backspace") {
      back();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const place = buttons.indexOf(document.activeElement);
      const inside = event.target.closest("#now, #choices") !== null || event.target === document.body;
      if (!inside || buttons.length === 0) return;
      const step = event.key === "ArrowDown" ? 1 : -1;
      const wanted =
        place < 0 ? (step > 0 ? 0 : buttons.length - 1) : (place + step + buttons.length) % buttons.length;
      buttons[wanted].focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  function showAll() {
    view.dress(() => {
      showAll();
      view.announce(view.spokenStep(now()));
    });
    show(null);
  }

  begin(content.facts);
  showAll();
  const over = new AbortController();
  document.addEventListener("keydown", onKey, { signal: over.signal });
  // On paper nothing can be unfolded.
  globalThis.addEventListener(
    "beforeprint",
    () =>
      page.querySelectorAll(".outer").forEach((one) => {
        one.open = true;
      }),
    { signal: over.signal },
  );
  return {
    engine,
    view,
    // For who shows another version of the policy in its place: how the call began and what was done in it; the
    // same done anew, for as long as `goesOn` says of an entry; and an end of listening to keys.
    course: () => course,
    redo(facts, parameters, done, goesOn) {
      const found = content.table.variants.findIndex((one) =>
        Object.keys(parameters).every((name) => same(one.parameters[name], parameters[name])),
      );
      variant = Math.max(0, found);
      begin(facts);
      const place = done.findIndex((one) => {
        const entry = made(one);
        const on = entry !== null && goesOn(entry);
        if (entry !== null && !on) course.pop();
        return !on;
      });
      showAll();
      return place;
    },
    stop: () => over.abort(),
  };
}
