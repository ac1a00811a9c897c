// The walk-through: choose what happens, see what the protocol says.

function walkThrough(content) {
  const engine = createEngine(content);
  const view = createView(content, engine);
  const { chart } = content;
  const page = byId("page");
  const choices = { reporter: null, shortcuts: true, open: null };
  let variant = 0;
  let course = []; // entries: {name, decisions, session}, the last one is now

  const now = () => course[course.length - 1].session;

  // ---- what is done ----

  function begin(facts) {
    const [session, decision] = engine.start({ variant, facts, now: content.begin });
    course = [{ kind: "start", name: "", decisions: [decision], session }];
  }

  // Makes a call; tells and shows what came of it.
  function make(kind, name, call) {
    let made;
    try {
      made = call(now());
    } catch (problem) {
      if (!(problem instanceof TooMuchDue)) throw problem;
      view.announce(view.word("too much"));
      return;
    }
    const [session, decisions] = made;
    const moved = session.node !== now().node || decisions.some((one) => one.entered.length > 0);
    course.push({ kind, name, decisions, session });
    choices.open = null;
    show(moved ? "step" : null);
    view.announce([...course[course.length - 1].decisions.flatMap((one) => told(session, one, kind, name)),
      ...(moved ? [view.spokenStep(session)] : [])].join(" "));
  }

  function told(session, decision, kind, name) {
    const parts = [`${causeWords(kind, name, decision)}: ${view.outcome(session, decision)}`, ...view.dropped(decision)];
    if (decision.actions.length) parts.push(view.word("to do", decision.actions.map(view.action).join("; ")));
    return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`));
  }

  const send = (event, data, by) => make("event", event, (session) => {
    const [next, decision] = engine.send(session, event, { data, by });
    return [next, [decision]];
  });
  const learn = (name, value) => make("facts", name, (session) => {
    const [next, decision] = engine.learn(session, { [name]: value });
    return [next, [decision]];
  });
  const wait = () => {
    const length = now().timers[0].due - now().now;
    make("wait", length, (session) => {
      const [next, fired] = engine.advance(session, session.timers[0].due);
      return [next, fired.map((one) => one.decision)];
    });
  };

  function back() {
    if (course.length < 2) return;
    course.pop();
    choices.open = null;
    show("step");
    view.announce(`${view.word("went back")} ${view.spokenStep(now())}`);
  }

  function again() {
    begin(now().facts);
    choices.open = null;
    show("step");
    view.announce(view.spokenStep(now()));
  }

  function chooseParameters(changes) {
    const wanted = { ...engine.parametersOf(now()), ...changes };
    variant = content.table.variants.findIndex(({ parameters }) =>
      Object.keys(wanted).every((name) => same(parameters[name], wanted[name])));
    again();
  }

  // ---- what can be chosen ----

  // Who reports an event: whoever was chosen, or else the first role for whom something comes of it.
  function reporterOf(session, event) {
    if (choices.reporter !== null) return choices.reporter;
    const roles = Object.keys(chart.roles);
    return roles.find((role) => engine.allows(session, event, role)) ?? (chart.events[event].by ?? roles)[0] ?? null;
  }

  function sorted(session) {
    const found = { here: [], wide: [], refused: [], rest: [] };
    if (engine.isDone(session)) return found;
    for (const event of Object.keys(chart.events)) {
      const by = reporterOf(session, event);
      const edges = engine.openEdges(session, event, by);
      const applied = edges.filter((edge) => edge.verdict === "applied");
      const refusal = edges.find((edge) => edge.verdict === "forbidden");
      const choice = { event, by, applied };
      if (applied.length === 0) found[refusal ? "refused" : "rest"].push(choice);
      else found[applied.some((edge) => edge.transitions.some((one) => !chart.transitions[one].wide)) ? "here" : "wide"].push(choice);
    }
    return found;
  }

  // Where an event leads, as far as that is certain.
  function destination(session, edges) {
    const places = new Set(edges.map((edge) => {
      const next = engine.moved(session, edge);
      const arrived = engine.leavesOf(next).filter((id) => edge.entered.some((index) => chart.states[index].id === id));
      return arrived.length ? view.leaves(next, arrived) : "";
    }));
    if (places.size > 1) return view.word("depends");
    const [only] = places;
    return only === "" ? view.word("stays") : only;
  }

  function arrow(target) {
    return el("span", { class: "target" }, el("span", { "aria-hidden": "true" }, "→ "), quiet(`, ${view.word("to")} `), target);
  }

  function choiceButton(session, { event, by, applied }, number) {
    const { actor, tone, data, note } = chart.events[event];
    const asks = Object.keys(data).length > 0;
    const open = choices.open === event;
    const roles = [...new Set([actor, by === engine.firstRole ? null : by])].filter((role) => role !== null);
    const words = tone === "plain" ? null : el("span", { class: "tone" }, quiet(", "), view.word(tone));
    const button = el("button", {
      type: "button", class: `choice ${tone}`, "data-key": `event ${event}`, title: view.text(note) || null,
      "aria-keyshortcuts": number && choices.shortcuts ? String(number) : null, "aria-expanded": asks ? String(open) : null,
      onclick: () => {
        if (!asks) send(event, {}, by);
        else {
          choices.open = open ? null : event;
          show(null);
          const first = open ? null : page.querySelector("form input, form select");
          first?.focus();
          first?.select?.();
        }
      },
    },
    el("span", { class: "key", "aria-hidden": "true" }, number && choices.shortcuts ? String(number) : ""),
    el("span", { class: "what" }, view.theirs("span", { class: "event" }, view.event(event)),
      roles.length ? el("span", { class: "who" }, quiet(", "), roles.map(view.role).join(", ")) : null, words),
    applied.length ? arrow(destination(session, applied)) : null);
    return el("li", {}, button, open ? dataForm(event, by) : null);
  }

  function dataForm(event, by) {
    const declared = chart.events[event].data;
    const fields = Object.entries(declared).map(([name, one]) => [name, control(`datum ${name}`, one, one.default)]);
    return el("form", {
      class: "data", "aria-label": `${view.word("fill in")}: ${view.event(event)}`,
      onsubmit: (submitted) => {
        submitted.preventDefault();
        const wrong = fields.find(([, field]) => field.read() === undefined);
        if (wrong) wrong[1].complain();
        else send(event, Object.fromEntries(fields.map(([name, field]) => [name, field.read()])), by);
      },
    }, fields.map(([name, field]) => field.labelled(view.named(declared[name].label, name))),
    el("button", { type: "submit", "data-key": "choose" }, view.word("choose")));
  }

  // A control for a declared value: `read` gives what it holds, undefined where that does not fit.
  function control(key, declared, value, onchange = () => {}) {
    const attributes = { "data-key": key, onchange: () => onchange(field) };
    let input, read;
    if (declared.kind === "flag") {
      input = el("input", { ...attributes, type: "checkbox", role: "switch", checked: value === true });
      read = () => input.checked;
    } else if (declared.kind === "enum") {
      input = el("select", attributes, declared.members.map((member) =>
        el("option", { value: member, selected: member === value }, view.value(declared, member))));
      read = () => input.value;
    } else if (declared.kind === "text") {
      input = el("input", { ...attributes, type: "text", value: value ?? "", autocomplete: "off" });
      read = () => input.value;
    } else {
      const whole = declared.kind !== "number";
      input = el("input", {
        ...attributes, type: whole ? "number" : "text", inputmode: whole ? "numeric" : "decimal", autocomplete: "off",
        min: whole ? declared.low : null, max: whole ? declared.high : null, step: whole ? "1" : null,
        value: value === null ? (whole ? declared.low : "0") : engine.plain(value, view.language),
      });
      read = () => readNumber(input.value, whole ? declared : null);
    }
    const problem = el("span", { class: "problem", role: "alert" });
    const field = {
      read,
      complain: () => {
        problem.textContent = view.word("not a number");
        input.setAttribute("aria-invalid", "true");
        input.focus();
      },
      labelled: (label) => el("label", { class: declared.kind === "flag" ? "flag" : null }, view.theirs("span", {}, label), " ", input, problem),
    };
    return field;
  }

  // A number as someone types it, with a point or a comma; undefined where it is none or does not fit.
  function readNumber(written, range) {
    const text = written.trim().replace(",", ".");
    if (/^-?\d{1,15}$/.test(text)) {
      const whole = Number(text);
      return range === null || (range.low <= whole && whole <= range.high) ? whole : undefined;
    }
    return range === null && /^-?\d{1,15}\.\d{1,15}$/.test(text) ? { float: Number(text) } : undefined;
  }

  function waitButton(session, number) {
    const length = session.timers[0].due - session.now;
    let target;
    try {
      const [next, fired] = engine.advance(session, session.timers[0].due);
      const arrived = engine.leavesOf(next).filter((id) => fired.some(({ decision }) => decision.entered.includes(id)));
      target = arrived.length ? view.leaves(next, arrived) : view.word("stays");
    } catch {
      target = view.word("too much");
    }
    return el("li", {}, el("button", {
      type: "button", class: "choice time", "data-key": "wait", "aria-keyshortcuts": number && choices.shortcuts ? String(number) : null, onclick: wait,
    },
    el("span", { class: "key", "aria-hidden": "true" }, number && choices.shortcuts ? String(number) : ""),
    el("span", { class: "what" }, el("span", { class: "clock", "aria-hidden": "true" }), view.word("after", view.length(length))),
    arrow(target)));
  }

  // ---- what is shown ----

  function choicesPart(session) {
    const { here, wide, refused, rest } = sorted(session);
    let number = 0;
    const next = () => { number += 1; return number < 10 ? number : null; };
    const first = here.map((choice) => choiceButton(session, choice, next()));
    if (session.timers.length) first.push(waitButton(session, next()));
    const second = wide.map((choice) => choiceButton(session, choice, next()));
    const plainButton = (choice) => choiceButton(session, choice, null);
    return el("section", { id: "choices", "aria-labelledby": "choices-title" },
      el("h2", { id: "choices-title" }, view.word("choices")),
      engine.isDone(session) ? el("p", { class: "over" }, view.word("over")) : null,
      first.length ? el("ul", { class: "choices" }, first) : null,
      second.length ? el("h3", {}, view.word("any moment")) : null,
      second.length ? el("ul", { class: "choices" }, second) : null,
      refused.length ? el("h3", { class: "refused-title" }, view.word("refused")) : null,
      refused.length ? el("ul", { class: "choices refused" }, refused.map((choice) => refusedItem(session, choice))) : null,
      rest.length ? el("details", { "data-key": "rest" }, el("summary", {}, view.word("rest", rest.length)),
        el("ul", { class: "choices rest" }, rest.map(plainButton))) : null);
  }

  function refusedItem(session, choice) {
    if (Object.keys(chart.events[choice.event].data).length) return choiceButton(session, choice, null);
    const found = engine.forbidden(session, choice.by).find(([event]) => event === choice.event);
    return el("li", {}, el("button", {
      type: "button", class: "choice no", "data-key": `event ${choice.event}`, onclick: () => send(choice.event, {}, choice.by),
    }, el("span", { class: "key cross", "aria-hidden": "true" }, "×"),
    el("span", { class: "what" }, view.theirs("span", { class: "event" }, view.event(choice.event)),
      quiet(", "), view.theirs("span", { class: "reason" }, view.reason(found[1])))));
  }

  function causeWords(kind, name, decision) {
    switch (kind) {
      case "start": return view.word("start");
      case "event": return view.event(name);
      case "facts": return view.word("learned", view.named(chart.facts[name].label, name), view.value(chart.facts[name], course[course.length - 1].session.facts[name]));
      default: return view.word("after", view.length(name)) + (decision?.event ? `, ${view.event(decision.event)}` : "");
    }
  }

  function coursePart() {
    const items = course.map((entry) => {
      const shown = entry.kind === "facts" ? view.word("learned", view.named(chart.facts[entry.name].label, entry.name),
        view.value(chart.facts[entry.name], entry.session.facts[entry.name])) : null;
      const parts = entry.decisions.map((decision, place) => el(place ? "div" : "span", {},
        view.theirs("span", {}, shown ?? causeWords(entry.kind, entry.name, decision)),
        el("span", { "aria-hidden": "true" }, " → "), quiet(": "),
        el(decision.verdict === "applied" ? "strong" : "span", {}, view.outcome(entry.session, decision)),
        ...view.dropped(decision).map((text) => el("div", { class: "done" }, text)),
        decision.actions.length ? el("div", { class: "done" }, view.word("to do", decision.actions.map(view.action).join("; "))) : null));
      return el("li", { class: entry.decisions.every((one) => one.verdict === "applied") ? null : "still" }, parts);
    });
    return el("section", { id: "course", "aria-labelledby": "course-title" },
      el("h2", { id: "course-title" }, view.word("course")), el("ol", {}, items));
  }

  function toolsPart() {
    const tool = (key, action, off) => el("button", { type: "button", "data-key": key, disabled: off, onclick: action }, view.word(key));
    return el("div", { class: "tools", role: "group", "aria-label": view.word("tools") },
      tool("back", back, course.length < 2), tool("again", again, false), tool("print", () => window.print(), false));
  }

  function askedPart() {
    const actions = course[course.length - 1].decisions.flatMap((decision) => decision.actions);
    return actions.length === 0 ? null : el("section", { class: "asked", "aria-labelledby": "asked-title" },
      el("h3", { id: "asked-title" }, view.word("asked")),
      el("ul", {}, actions.map((action) => view.theirs("li", {}, view.action(action)))));
  }

  function knownPart(session) {
    const facts = Object.entries(chart.facts).map(([name, one]) => control(`fact ${name}`, one, session.facts[name], (field) => {
      const value = field.read();
      if (value === undefined) field.complain();
      else learn(name, value);
    }).labelled(view.named(one.label, name)));
    const chosen = engine.parametersOf(session);
    const parameters = Object.entries(chart.parameters).map(([name, one]) => {
      const values = [...new Set(content.table.variants.map((each) => bare(each.parameters[name])))];
      const label = view.named(one.label, name);
      if (values.length < 2) return el("p", {}, `${label}: ${view.value(one, chosen[name])}`);
      return el("label", {}, view.theirs("span", {}, label), " ", el("select", {
        "data-key": `parameter ${name}`, onchange: (event) => chooseParameters({ [name]: values[event.target.selectedIndex] }),
      }, values.sort().map((value) => el("option", { selected: same(value, chosen[name]) }, view.value(one, value)))));
    });
    const reporter = Object.keys(chart.roles).length < 2 ? null : el("label", {}, view.word("reporter"), " ", el("select", {
      "data-key": "reporter",
      onchange: (event) => { choices.reporter = event.target.value || null; show(null); },
    }, [null, ...Object.keys(chart.roles)].map((role) => el("option", { value: role ?? "", selected: role === choices.reporter },
      role === null ? view.word("whoever may") : view.role(role)))));
    const group = (key, parts) => parts.length === 0 ? null : el("fieldset", {}, el("legend", {}, view.word(key)), parts);
    const inForce = { ...chosen, ...session.facts };
    const onPaper = Object.entries(inForce).filter(([, value]) => value !== "").map(([name, value]) =>
      view.word("with", view.named(view.declared(name).label, name), view.value(view.declared(name), value)));
    return el("details", { class: "known", "data-key": "known", open: true }, el("summary", {}, view.word("known")),
      group("facts", facts), group("parameters", parameters), reporter, el("p", { class: "on-paper" }, onPaper.join(" · ")));
  }

  function lookPart() {
    return el("details", { class: "look", "data-key": "look" }, el("summary", {}, view.word("look")), view.lookSwitches(),
      el("label", {}, el("input", {
        type: "checkbox", "data-key": "shortcuts", checked: choices.shortcuts,
        onchange: (event) => { choices.shortcuts = event.target.checked; show(null); },
      }), " ", view.word("shortcuts")),
      el("p", { class: "keys" }, view.word("keys")));
  }

  // Builds the page anew. `focus` is the id that the reader is taken to; without one the reader stays.
  function show(focus) {
    const session = now();
    const held = document.activeElement?.closest("[data-key]")?.dataset.key;
    const opened = new Map([...page.querySelectorAll("details[data-key]")].map((one) => [one.dataset.key, one.open]));
    const scrolled = page.querySelector("#diagram-frame")?.scrollTop ?? 0;
    const frame = el("div", { id: "diagram-frame", tabindex: "0", role: "group", "aria-label": view.word("diagram") });
    page.replaceChildren(
      el("div", { class: "work" },
        el("section", { id: "now", "aria-labelledby": "step" }, view.cards(session), view.kept(session), askedPart()),
        toolsPart(), choicesPart(session), coursePart(), knownPart(session), lookPart()),
      el("section", { id: "diagram", "aria-labelledby": "diagram-title" }, el("h2", { id: "diagram-title", class: "quiet" }, view.word("diagram")), frame, view.steps()));
    for (const one of page.querySelectorAll("details[data-key]")) one.open = opened.get(one.dataset.key) ?? one.open;
    view.drawDiagram(frame);
    byId("diagram").hidden = frame.childElementCount === 0;
    frame.scrollTop = scrolled;
    view.light(frame, session, {
      entered: new Set(course.flatMap((entry) => entry.decisions.flatMap((decision) => decision.entered))),
      taken: new Set(course.flatMap((entry) => entry.decisions.flatMap((decision) => decision.transitions))),
      open: new Set(Object.values(sorted(session)).flat().flatMap(({ applied }) => applied.flatMap((edge) =>
        edge.transitions.map((index) => chart.transitions[index].id)))),
    });
    const target = focus ? byId(focus) : held ? [...document.querySelectorAll("[data-key]")].find((one) => one.dataset.key === held) : null;
    target?.focus({ preventScroll: focus === null });
    if (focus) byId("now").scrollIntoView({ block: "nearest" });
  }

  // ---- the keyboard ----

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const typing = event.target.matches("input:not([type=checkbox]), select, textarea");
    if (typing) return;
    const buttons = [...page.querySelectorAll("#choices .choice")].filter((one) => one.offsetParent !== null);
    if (choices.shortcuts && /^[1-9]$/.test(event.key)) {
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
      const wanted = place < 0 ? (step > 0 ? 0 : buttons.length - 1) : (place + step + buttons.length) % buttons.length;
      buttons[wanted].focus();
    } else {
      return;
    }
    event.preventDefault();
  }

  function showAll() {
    view.dress(() => { showAll(); view.announce(view.spokenStep(now())); });
    show(null);
  }

  begin(content.facts);
  showAll();
  document.addEventListener("keydown", onKey);
  // On paper nothing can be unfolded.
  globalThis.addEventListener("beforeprint", () => page.querySelectorAll(".outer").forEach((one) => { one.open = true; }));
  return { engine, view };
}
