// What happens at a move of a call, in words.

function createHappening(content, engine, view) {
  const { chart } = content;

  function happening(move) {
    if (move.event !== null) {
      const actor = chart.events[move.event].actor;
      const line = view.text(move.line);
      const label = view.event(move.event);
      const who = actor === null ? null : view.role(actor);
      const own = actor !== null && actor === engine.firstRole;
      const told = own
        ? view.word("you consider", label)
        : who === null
          ? label
          : view.word("happens", who, label);
      return el(
        "div",
        { class: "says" },
        el("p", {}, line && who !== null ? view.word("says", who) : told),
        line ? view.theirs("blockquote", {}, `“${line}”`) : null,
        line ? el("p", { class: "event" }, `(${label})`) : null,
        move.facts ? el("p", {}, news(move.facts)) : null,
      );
    }
    return el(
      "div",
      { class: "says" },
      el("p", {}, move.wait === null ? news(move.facts) : view.word("time passes", waited(move.wait))),
    );
  }

  const waited = ([amount, unit]) => `${amount} ${content.units[view.language][unit][amount === 1 ? 0 : 1]}`;
  const news = (facts) =>
    view.word(
      "you hear",
      Object.entries(facts)
        .map(([name, value]) =>
          view.word("with", view.named(chart.facts[name].label, name), view.value(chart.facts[name], value)),
        )
        .join(", "),
    );

  return happening;
}
