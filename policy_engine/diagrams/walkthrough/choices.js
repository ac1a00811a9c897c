// What can be chosen: the events that do something now, those that are refused, those that change nothing,
// and to let time pass. `chosen` holds who reports, as a role and as a person, whether number keys choose, and
// which event's form is open. `act` is what the page does: send an event, wait, show itself again.

function createChoices(content, engine, view, control, chosen, act) {
  const { chart } = content;

  const acting = (role) => [role, chosen.person];

  // Who reports an event: whoever was chosen, or else the first role for whom something comes of it.
  function reporterOf(session, event) {
    if (chosen.reporter !== null) return chosen.reporter;
    const roles = Object.keys(chart.roles);
    return (
      roles.find((role) => engine.allows(session, event, acting(role))) ??
      (chart.events[event].by ?? roles)[0] ??
      null
    );
  }

  function sorted(session) {
    const found = { here: [], wide: [], refused: [], rest: [] };
    if (engine.isDone(session)) return found;
    for (const event of Object.keys(chart.events)) {
      const by = reporterOf(session, event);
      const edges = engine.openEdges(session, event, by, chosen.person);
      const applied = edges.filter((edge) => edge.verdict === "applied");
      const refusal = edges.find((edge) => edge.verdict === "forbidden");
      const choice = { event, by, applied };
      if (applied.length === 0) found[refusal ? "refused" : "rest"].push(choice);
      else
        found[
          applied.some((edge) => edge.transitions.some((one) => !chart.transitions[one].wide))
            ? "here"
            : "wide"
        ].push(choice);
    }
    return found;
  }

  // Where an event leads, as far as that is certain.
  function destination(session, edges) {
    const places = new Set(
      edges.map((edge) => {
        const next = engine.moved(session, edge);
        const arrived = engine
          .leavesOf(next)
          .filter((id) => edge.entered.some((index) => chart.states[index].id === id));
        return arrived.length ? view.leaves(next, arrived) : "";
      }),
    );
    if (places.size > 1) return view.word("depends");
    const [only] = places;
    return only === "" ? view.word("stays") : only;
  }

  function arrow(target) {
    return el(
      "span",
      { class: "target" },
      el("span", { "aria-hidden": "true" }, "→ "),
      quiet(`, ${view.word("to")} `),
      target,
    );
  }

  function choiceButton(session, { event, by, applied }, number) {
    const { actor, tone, data, note } = chart.events[event];
    const asks = Object.keys(data).length > 0;
    const open = chosen.open === event;
    const roles = [...new Set([actor, by === engine.firstRole ? null : by])].filter((role) => role !== null);
    const words = tone === "plain" ? null : el("span", { class: "tone" }, quiet(", "), view.word(tone));
    const button = el(
      "button",
      {
        type: "button",
        class: `choice ${tone}`,
        "data-key": `event ${event}`,
        title: view.text(note) || null,
        "aria-keyshortcuts": number && chosen.shortcuts ? String(number) : null,
        "aria-expanded": asks ? String(open) : null,
        onclick: () => {
          if (!asks) act.send(event, {}, by);
          else {
            chosen.open = open ? null : event;
            act.show(null);
            const first = open ? null : byId("choices").querySelector("form input, form select");
            first?.focus();
            first?.select?.();
          }
        },
      },
      el("span", { class: "key", "aria-hidden": "true" }, number && chosen.shortcuts ? String(number) : ""),
      el(
        "span",
        { class: "what" },
        view.theirs("span", { class: "event" }, view.event(event)),
        roles.length ? el("span", { class: "who" }, quiet(", "), roles.map(view.role).join(", ")) : null,
        words,
      ),
      applied.length ? arrow(destination(session, applied)) : null,
    );
    return el("li", {}, button, open ? dataForm(event, by) : null);
  }

  function dataForm(event, by) {
    const declared = chart.events[event].data;
    const fields = Object.entries(declared).map(([name, one]) => [
      name,
      control(`datum ${name}`, one, one.default),
    ]);
    return el(
      "form",
      {
        class: "data",
        "aria-label": `${view.word("fill in")}: ${view.event(event)}`,
        onsubmit: (submitted) => {
          submitted.preventDefault();
          const wrong = fields.find(([, field]) => field.read() === undefined);
          if (wrong) wrong[1].complain();
          else act.send(event, Object.fromEntries(fields.map(([name, field]) => [name, field.read()])), by);
        },
      },
      fields.map(([name, field]) => field.labelled(view.named(declared[name].label, name))),
      el("button", { type: "submit", "data-key": "choose" }, view.word("choose")),
    );
  }

  function waitButton(session, number) {
    const length = session.timers[0].due - session.now;
    let target;
    try {
      const [next, fired] = engine.advance(session, session.timers[0].due);
      const arrived = engine
        .leavesOf(next)
        .filter((id) => fired.some(({ decision }) => decision.entered.includes(id)));
      target = arrived.length ? view.leaves(next, arrived) : view.word("stays");
    } catch {
      target = view.word("too much");
    }
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "choice time",
          "data-key": "wait",
          "aria-keyshortcuts": number && chosen.shortcuts ? String(number) : null,
          onclick: act.wait,
        },
        el("span", { class: "key", "aria-hidden": "true" }, number && chosen.shortcuts ? String(number) : ""),
        el(
          "span",
          { class: "what" },
          el("span", { class: "clock", "aria-hidden": "true" }),
          view.word("after", view.length(length)),
        ),
        arrow(target),
      ),
    );
  }

  function choicesPart(session) {
    const { here, wide, refused, rest } = sorted(session);
    let number = 0;
    const next = () => {
      number += 1;
      return number < 10 ? number : null;
    };
    const first = here.map((choice) => choiceButton(session, choice, next()));
    if (session.timers.length) first.push(waitButton(session, next()));
    const second = wide.map((choice) => choiceButton(session, choice, next()));
    const plainButton = (choice) => choiceButton(session, choice, null);
    return el(
      "section",
      { id: "choices", "aria-labelledby": "choices-title" },
      el("h2", { id: "choices-title" }, view.word("choices")),
      engine.isDone(session) ? el("p", { class: "over" }, view.word("over")) : null,
      first.length ? el("ul", { class: "choices" }, first) : null,
      second.length ? el("h3", {}, view.word("any moment")) : null,
      second.length ? el("ul", { class: "choices" }, second) : null,
      refused.length ? el("h3", { class: "refused-title" }, view.word("refused")) : null,
      refused.length
        ? el(
            "ul",
            { class: "choices refused" },
            refused.map((choice) => refusedItem(session, choice)),
          )
        : null,
      rest.length
        ? el(
            "details",
            { "data-key": "rest" },
            el("summary", {}, view.word("rest", rest.length)),
            el("ul", { class: "choices rest" }, rest.map(plainButton)),
          )
        : null,
    );
  }

  function refusedItem(session, choice) {
    if (Object.keys(chart.events[choice.event].data).length) return choiceButton(session, choice, null);
    const found = engine.forbidden(session, acting(choice.by)).find(([event]) => event === choice.event);
    return el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "choice no",
          "data-key": `event ${choice.event}`,
          onclick: () => act.send(choice.event, {}, choice.by),
        },
        el("span", { class: "key cross", "aria-hidden": "true" }, "×"),
        el(
          "span",
          { class: "what" },
          view.theirs("span", { class: "event" }, view.event(choice.event)),
          quiet(", "),
          view.theirs("span", { class: "reason" }, view.reason(found[1])),
        ),
      ),
    );
  }

  return { sorted, part: choicesPart };
}
