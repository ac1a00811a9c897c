// What happened in a call, in words: for the list of the course, and for whoever hears it as it happens. An
// entry of a course is {kind, name, later, decisions, session}: what was done, how much time went by before it,
// and the session after it.

function createCourse(content, view) {
  const { chart } = content;

  const toDo = ({ actions }) => view.word("to do", actions.map(view.action).join("; "));

  // That something fell away from a counter, where that is what happened.
  function lapsed({ cause }) {
    const [kind, name] = cause.split(":");
    const counter = kind === "lapse" && chart.context[name];
    return counter ? `, ${view.word(`${counter.lapse} lapsed`, view.named(counter.label, name))}` : "";
  }

  function causeWords({ kind, name, later, decisions, session }, decision) {
    const passed = (length) => view.word("after", view.length(length));
    switch (kind) {
      case "start":
        return view.word("start");
      case "event":
        if (decision !== decisions[decisions.length - 1]) return passed(later) + lapsed(decision); // due meanwhile
        return view.event(name) + (later ? `, ${passed(later)}` : "");
      case "facts":
        return view.word(
          "learned",
          view.named(chart.facts[name].label, name),
          view.value(chart.facts[name], session.facts[name]),
        );
      default:
        return passed(name) + (decision.event ? `, ${view.event(decision.event)}` : lapsed(decision));
    }
  }

  // One text for each sentence that is said of an entry.
  function told(entry) {
    const parts = entry.decisions.flatMap((decision) => [
      `${causeWords(entry, decision)}: ${view.outcome(entry.session, decision)}`,
      ...view.dropped(decision),
      ...(decision.actions.length ? [toDo(decision)] : []),
    ]);
    return parts.map((part) => (/[.!?]$/.test(part) ? part : `${part}.`));
  }

  function decisionPart(entry, decision, place) {
    return el(
      place ? "div" : "span",
      {},
      view.theirs("span", {}, causeWords(entry, decision)),
      el("span", { "aria-hidden": "true" }, " → "),
      quiet(": "),
      el(decision.verdict === "applied" ? "strong" : "span", {}, view.outcome(entry.session, decision)),
      ...view.dropped(decision).map((text) => el("div", { class: "done" }, text)),
      decision.actions.length ? el("div", { class: "done" }, toDo(decision)) : null,
    );
  }

  function part(entries) {
    const items = entries.map((entry) =>
      el(
        "li",
        { class: entry.decisions.every((one) => one.verdict === "applied") ? null : "still" },
        entry.decisions.map((decision, place) => decisionPart(entry, decision, place)),
      ),
    );
    return el(
      "section",
      { id: "course", "aria-labelledby": "course-title" },
      el("h2", { id: "course-title" }, view.word("course")),
      el("ol", {}, items),
    );
  }

  return { told, part };
}
