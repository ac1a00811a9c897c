// What the walk-through and the lesson have in common: texts in the language of now, and the cards of the
// current steps. Everything is built from elements and plain text; no text of a policy is ever read as HTML.

// An element with attributes (null and false: left out) and children (null: left out; strings are text).
function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== null && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null));
  return made;
}

const byId = (id) => document.getElementById(id);
const quiet = (text) => el("span", { class: "quiet" }, text);

function createView(content, engine) {
  const { chart } = content;
  const view = { language: content.languages[0] };
  const states = Object.fromEntries(chart.states.map((state) => [state.id, state]));

  // ---- words ----

  const spoken = () => view.language || "en"; // of our own words
  view.word = (key, ...gaps) =>
    content.words[view.language][key].replace(/\{(\d)\}/g, (_, place) => gaps[place]);
  const textsIn = (words) => words[view.language] ?? words[""] ?? [];
  view.texts = textsIn;
  view.text = (words) => [textsIn(words)].flat().join(" ");
  view.named = (words, id) => view.text(words) || id.replaceAll("_", " ");
  // Around a policy's own words where their language is not known.
  view.theirs = (name, attributes, ...children) =>
    el(name, { ...attributes, lang: view.language === "" ? "" : null }, ...children);

  view.event = (event) => view.named(chart.events[event].label, event);
  view.role = (role) => view.named(chart.roles[role] ?? {}, role);
  view.state = (session, id) =>
    engine.filled(states[id].label, engine.valuesOf(session), view.language, true).join(" ") ||
    id.replaceAll("_", " ");
  view.numbered = (session, id) =>
    (states[id].number === null ? "" : `${states[id].number} `) + view.state(session, id);
  view.leaves = (session, ids) => ids.map((id) => view.numbered(session, id)).join(" + ");

  view.declared = (name) => chart.facts[name] ?? chart.context[name] ?? chart.parameters[name];
  view.value = (declared, value) => {
    const labels = declared.memberLabels[value];
    return labels ? view.text(labels) : engine.plain(value, view.language);
  };

  // "2 minuten": a length of time in the largest units that it fills, two at the most.
  view.length = (milliseconds) => {
    const units = content.units[view.language];
    const parts = [];
    let left = milliseconds;
    for (const [unit, size] of [
      ["days", DAY],
      ["h", HOUR],
      ["min", MINUTE],
      ["s", SECOND],
      ["ms", 1],
    ]) {
      const amount = Math.floor(left / size);
      left -= amount * size;
      if (amount) parts.push(`${amount} ${units[unit][amount === 1 ? 0 : 1]}`);
    }
    return parts.slice(0, 2).join(" ") || `0 ${units.s[1]}`;
  };

  // A day as it is written in the language: 21-11-2026 in Dutch.
  view.date = (iso) => (iso !== null && view.language === "nl" ? iso.split("-").reverse().join("-") : iso);

  view.action = ({ name, to, params }) => {
    const declared = chart.actions[name];
    // Whom it is passed on to is for software; the other policy is not at hand, so its event goes by its name.
    if (name === "tell") return `${view.named(declared.label, name)}: ${params.event.replaceAll("_", " ")}`;
    const asked = Object.entries(params)
      .filter(([, value]) => value !== false && value !== "")
      .map(([key, value]) => {
        const label = view.named(declared.params[key].label, key);
        return value === true ? label : view.word("with", label, view.value(declared.params[key], value));
      });
    const words = [view.named(declared.label, name), ...asked].join(", ");
    return to === null ? words : view.word("action for", words, view.role(to));
  };

  view.reason = ({ code, words, values, event, role }) => {
    if (code === "role-may-not") return view.word("role may not", view.role(role), view.event(event));
    if (code === "person-needed") return view.word("person needed", view.event(event));
    return engine.filled(words, values, view.language, true).join(" ");
  };

  // What became of a call, for the course and the announcement.
  view.outcome = (session, decision) => {
    switch (decision.verdict) {
      case "applied": {
        const arrived = decision.after.filter((id) => decision.entered.includes(id));
        return arrived.length ? view.leaves(session, arrived) : view.word("stays");
      }
      case "forbidden":
        return view.word("forbidden", view.reason(decision.reason));
      case "rejected":
        return view.word("rejected", view.reason(decision.reason));
      default:
        return view.word(decision.verdict);
    }
  };

  view.dropped = (decision) =>
    decision.dropped.map(({ event, reason }) =>
      view.word("dropped", `${view.event(event)} – ${view.reason(reason)}`),
    );

  // ---- the current step ----

  const phrases = (kind, texts) =>
    texts.length === 0
      ? null
      : el(
          "div",
          { class: kind },
          el("h3", {}, view.word(kind)),
          el(
            "ul",
            {},
            texts.map((text) => view.theirs("li", {}, kind === "how" ? text : `“${text}”`)),
          ),
        );

  function card(session, entry, first) {
    const state = states[entry.state];
    const small = [view.word("step", state.number), ...(state.final ? [view.word("end")] : [])];
    if (entry.role !== null) small.push(view.word("for role", view.role(entry.role)));
    const why = view.text(state.why);
    return el(
      "article",
      { class: `card${state.final ? " final" : ""}`, "data-state": state.id },
      el(
        "h2",
        { id: first ? "step" : null, tabindex: first ? "-1" : null },
        el("span", { class: "small" }, small.join(" · ")),
        " ",
        view.theirs("span", { class: "label" }, view.state(session, state.id)),
      ),
      phrases("say", entry.say),
      phrases("avoid", entry.avoid),
      phrases("how", entry.how),
      why
        ? el("p", { class: "why" }, el("strong", {}, view.word("why")), " ", view.theirs("span", {}, why))
        : null,
    );
  }

  // The cards of the active steps; below them what holds all the while, from the innermost box outwards.
  // Where they are the head of the page, the first one is where a reader is taken to.
  view.cards = (session, isHead = true) => {
    const entries = engine.guidance(session, view.language, true);
    const leaves = engine.leavesOf(session);
    const inner = entries.filter((entry) => leaves.includes(entry.state));
    const outer = entries.filter(
      (entry) => !leaves.includes(entry.state) && entry.say.length + entry.avoid.length + entry.how.length,
    );
    return [
      inner.length > 1 ? el("p", { class: "together" }, view.word("steps together")) : null,
      ...inner.map((entry, place) => card(session, entry, isHead && place === 0)),
      ...outer.reverse().map((entry) => allTheWhile(session, entry)),
    ].filter((part) => part !== null);
  };

  // What was there at the step before is folded away; what is new stands open.
  let read = { node: null, before: new Set(), now: new Set() };

  function allTheWhile(session, entry) {
    const key = `while ${entry.state} ${[...entry.say, ...entry.avoid, ...entry.how].join("|")}`;
    if (read.node !== session.node) read = { node: session.node, before: read.now, now: new Set() };
    read.now.add(key);
    return el(
      "details",
      { class: "outer", open: !read.before.has(key) },
      el("summary", {}, view.word("all the while", view.state(session, entry.state))),
      phrases("say", entry.say),
      phrases("avoid", entry.avoid),
      entry.how.length
        ? el(
            "ul",
            {},
            entry.how.map((text) => view.theirs("li", {}, text)),
          )
        : null,
    );
  }

  // What the policy has kept count of, as far as it is not as it was in the beginning.
  view.kept = (session) => {
    const words = Object.entries(engine.contextOf(session))
      .filter(([name, value]) => !same(value, chart.context[name].default))
      .map(([name, value]) =>
        view.word(
          "with",
          view.named(chart.context[name].label, name),
          view.value(chart.context[name], value),
        ),
      );
    return words.length === 0
      ? null
      : el(
          "p",
          { class: "kept" },
          el("strong", {}, view.word("remembered")),
          " ",
          view.theirs("span", {}, words.join(" · ")),
        );
  };

  // What must be done, and how long there is for it.
  view.duties = (session) => {
    const found = engine.obligations(session);
    const told = ({ id, label, due, overdue }) => {
      const what = view.named(label, id);
      return overdue ? view.word("overdue", what) : view.word("within", view.length(due - session.now), what);
    };
    return found.length === 0
      ? null
      : el(
          "div",
          { class: "duties" },
          el("h3", {}, view.word("must")),
          el(
            "ul",
            {},
            found.map((one) => view.theirs("li", { "data-must": one.id }, told(one))),
          ),
        );
  };

  // The same in one breath, for whoever listens.
  view.spokenStep = (session) => {
    const leaves = engine.leavesOf(session);
    return engine
      .guidance(session, view.language, true)
      .filter((entry) => leaves.includes(entry.state))
      .map((entry) => {
        const state = states[entry.state];
        const title = `${view.word("step", state.number)}: ${view.state(session, state.id)}.`;
        return entry.say.length ? `${title} ${view.word("say")}: ${entry.say.join(" ")}` : title;
      })
      .join(" ");
  };

  // Emptied first, so that the same words are read out twice; a newer announcement takes its place.
  let waiting = 0;
  view.announce = (text) => {
    clearTimeout(waiting);
    byId("announcer").textContent = "";
    waiting = setTimeout(() => {
      byId("announcer").textContent = text;
    }, 30);
  };

  // ---- the frame: title, language, look ----

  view.dress = (onLanguage) => {
    document.documentElement.lang = spoken();
    const title = view.word("page title", view.named(chart.title, chart.name));
    document.title = title;
    byId("title").textContent = title;
    byId("subtitle").textContent = view.text(chart.subtitle);
    const [version, date] = chart.edition;
    byId("edition").textContent = [view.word("version", version), view.date(date), view.text(chart.owner)]
      .filter(Boolean)
      .join(" · ");
    byId("emergency").textContent = view.text(chart.emergency);
    for (const one of document.querySelectorAll("[data-word]")) one.textContent = view.word(one.dataset.word);
    for (const one of document.querySelectorAll("[data-name]"))
      one.setAttribute("aria-label", view.word(one.dataset.name));
    byId("languages").hidden = content.languages.length < 2;
    byId("languages").replaceChildren(
      ...content.languages.map((language) =>
        el(
          "button",
          {
            type: "button",
            lang: language,
            "aria-pressed": String(language === view.language),
            "data-key": `language ${language}`,
            onclick: () => {
              view.language = language;
              onLanguage();
              byId("languages").querySelector("[aria-pressed=true]").focus();
            },
          },
          content.languageNames[language],
        ),
      ),
    );
  };

  // Switches of how the page looks; they are classes on the whole page.
  view.lookSwitches = () =>
    ["contrast", "grey", "large"].map((name) =>
      el(
        "label",
        {},
        el("input", {
          type: "checkbox",
          "data-key": `look ${name}`,
          checked: document.documentElement.classList.contains(name),
          onchange: (event) => document.documentElement.classList.toggle(name, event.target.checked),
        }),
        " ",
        view.word(name),
      ),
    );

  return view;
}
