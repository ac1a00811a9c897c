// What of a call can be kept when the policy was changed: the same done anew on the new version, as long as the
// new version knows all of it and answers as the old one did.

function createKept(content, word) {
  const { chart } = content;

  function fits(declared, value) {
    if (declared === undefined) return false;
    const held = bare(value);
    switch (declared.kind) {
      case "flag":
        return typeof held === "boolean";
      case "enum":
        return declared.members.includes(held);
      case "text":
        return typeof held === "string";
      case "number":
        return typeof held === "number";
      default:
        return Number.isInteger(held) && declared.low <= held && held <= declared.high;
    }
  }

  // The facts that the new version takes as they were.
  const facts = (known) => ({
    ...content.facts,
    ...Object.fromEntries(Object.entries(known).filter(([name, value]) => fits(chart.facts[name], value))),
  });

  // Why something can't be done at all, in words; null where it can.
  function obstacle({ kind, name, data, by, value }) {
    if (kind === "facts") return fits(chart.facts[name], value) ? null : word("gone fact", quoted(name));
    if (kind === "wait") return null;
    const event = chart.events[name];
    if (event === undefined) return word("gone event", quoted(name));
    if (by[0] !== null && by[0] !== undefined && !(by[0] in chart.roles)) return word("gone role", quoted(by[0]));
    const told = Object.entries(data);
    const asked = Object.entries(event.data).filter(([, one]) => one.default === null);
    const sound = told.every(([key, one]) => fits(event.data[key], one)) && asked.every(([key]) => key in data);
    return sound ? null : word("unfit", quoted(name));
  }

  const quoted = (name) => `“${name.replaceAll("_", " ")}”`;
  const verdicts = (entry) => entry.decisions.map((one) => one.verdict).join(" ");

  const label = ({ view }, { kind, name }) =>
    kind === "event" ? view.event(name) : view.named(chart.facts[name].label, name);

  // The call `before`, a course, done anew by a walk-through: {kept, of, why}.
  function redo(walk, before, parameters) {
    const done = before.slice(1);
    let place = done.findIndex((entry) => obstacle(entry.done) !== null);
    let why = place < 0 ? null : obstacle(done[place].done);
    const tried = place < 0 ? done : done.slice(0, place);
    let at = 0;
    const stopped = walk.redo(facts(before[0].session.facts), parameters, tried.map((entry) => entry.done), (entry) => {
      const was = done[at];
      at += 1;
      if (verdicts(entry) === verdicts(was)) return true;
      const last = entry.decisions[entry.decisions.length - 1];
      why =
        was.kind === "wait"
          ? word("passed")
          : word("went", `“${label(walk, was)}”`, last ? walk.view.outcome(entry.session, last) : "–");
      return false;
    });
    if (stopped >= 0) place = stopped;
    return { kept: place < 0 ? done.length : place, of: done.length, why };
  }

  return { redo };
}
