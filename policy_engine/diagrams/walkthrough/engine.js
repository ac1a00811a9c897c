// A session of the compiled policy, as the software runs it: a pointer into the table, and what the table
// does not hold (facts, opaque variables, timers). A session is never changed: every call gives a new one
// and the decision, so that a step back is the session before. Time is in whole milliseconds since 1970 UTC.

// Who reports: a role, or a role and a person.
const roleOf = (by) => (Array.isArray(by) ? by[0] : by);
const personOf = (by) => (Array.isArray(by) ? by[1] : "");

const MOST_FIRED = 100000; // timers in one call
const MOST_PENDING = 1000; // timers and sent events of one session
const MUST = "must:"; // before the id of what must be done, in what is sent when it is due

class TooMuchDue extends Error {}

function createEngine(data) {
  const { chart } = data;
  const firstRole = Object.keys(chart.roles)[0] ?? null;
  const reading = createTable(data);
  const { variantOf, nodeOf, leavesOf, configurationOf, world, follow, resolve } = reading;
  const { contextOf, valuesOf, isDone, openEdges } = reading;
  const { plain, filled, guidance } = createGuidance(data, reading);

  function reasonOf(refusal, event, by, values) {
    return refusal && { code: refusal.code, words: refusal.words, values, event, role: by || firstRole };
  }

  // The session after an edge, and the decision.
  function take(session, edge, cause, event, asked) {
    const begins = session.node < 0;
    const next = { ...session, node: edge.target === STAYS ? session.node : edge.target };
    const before = begins ? [] : leavesOf(session);
    const values = valuesOf(begins ? next : session);
    const node = nodeOf(next);
    next.opaque = { ...session.opaque };
    for (const [name, value] of edge.assigned) next.opaque[name] = evaluate(value, asked);
    if (node.outcome !== null) {
      next.timers = [];
    } else {
      next.timers = pending(session, edge, valuesOf(next));
      next.number += edge.orders.length;
      if (next.timers.length > MOST_PENDING) throw new TooMuchDue();
    }
    const decision = {
      verdict: edge.verdict,
      cause,
      event,
      before,
      after: leavesOf(next),
      exited: edge.exited.map((index) => chart.states[index].id),
      entered: edge.entered.map((index) => chart.states[index].id),
      actions: edge.actions.map(([name, to, params]) => ({
        name,
        to,
        params: Object.fromEntries(params.map(([key, value]) => [key, evaluate(value, asked)])),
      })),
      transitions: edge.transitions.map((index) => chart.transitions[index].id),
      dropped: edge.dropped.map(([name, refusal]) => ({
        event: name,
        reason: reasonOf(refusal, name, null, values),
      })),
      reason: reasonOf(edge.refusal, event, asked.by, values),
      prior: [],
      done: node.outcome !== null,
      outcome: node.outcome,
    };
    return [next, decision];
  }

  // What is due later; `values` are those of the names that durations have.
  function pending(session, edge, values) {
    let left = session.timers.filter(
      (one) => one.timer === null || edge.kept === STAYS || edge.kept.includes(one.timer),
    );
    for (const timer of edge.armed) {
      const { duration, order } = chart.timers[timer];
      const due = dueAfter(duration, session.now, chart.calendar, values);
      left.push({ due, order, number: 0, timer, event: null, id: null });
    }
    let number = session.number;
    for (const [kind, ...what] of edge.orders) {
      if (kind === "cancel") {
        const [id, times] = what; // all that were sent with the id, or so many of the newest
        const sent = left.filter((one) => one.timer === null && one.id === id);
        sent.sort((one, other) => other.number - one.number);
        const gone = new Set(sent.slice(0, times ?? sent.length));
        left = left.filter((one) => !gone.has(one));
      } else {
        const [event, id, order, delay] = what;
        const due = dueAfter(delay, session.now, chart.calendar, values);
        left.push({ due, order, number, timer: null, event, id });
        number += 1;
      }
    }
    return left.sort(
      (one, other) => one.due - other.due || one.order - other.order || one.number - other.number,
    );
  }

  // Until when a repeat of an event is ignored; the session's own time where it counts.
  const settledAt = (session, event) => Math.max(session.settling[event] ?? session.now, session.now);

  // An event of which a repeat is ignored for a while after it was applied.
  function once(session, edge, event, asked) {
    if (edge.verdict === "applied" && settledAt(session, event) > session.now) {
      return [session, { ...still(session, "ignored", event, event), reason: { code: "settling", event } }];
    }
    const [next, decision] = take(session, edge, event, event, asked);
    const { settle } = chart.events[event];
    if (settle !== null && decision.verdict === "applied") {
      next.settling = { ...session.settling, [event]: dueAfter(settle, session.now, chart.calendar) };
    }
    return [next, decision];
  }

  function still(session, verdict, cause, event) {
    const leaves = leavesOf(session);
    const node = nodeOf(session);
    return {
      verdict,
      cause,
      event,
      before: leaves,
      after: leaves,
      exited: [],
      entered: [],
      actions: [],
      transitions: [],
      dropped: [],
      reason: null,
      prior: [],
      done: node.outcome !== null,
      outcome: node.outcome,
    };
  }

  function start({ variant = 0, facts = {}, now }) {
    const defaults = Object.fromEntries(
      Object.entries(chart.facts).map(([name, one]) => [name, one.default]),
    );
    const begun = {
      variant,
      facts: { ...defaults, ...facts },
      node: -1,
      timers: [],
      now,
      number: 0,
      settling: {},
      missed: {},
      opaque: Object.fromEntries(reading.opaque.map(([name, one]) => [name, one.default])),
    };
    const asked = world(begun, {}, firstRole);
    return take(begun, follow(variantOf(begun).start["start"], asked), "start", null, asked);
  }

  // Fires what is due by a moment, each at its own due time.
  function advance(session, now) {
    const moment = Math.max(now, session.now);
    const fired = [];
    let current = session;
    while (current.timers.length && current.timers[0].due <= moment) {
      if (fired.length === MOST_FIRED) throw new TooMuchDue();
      const [first, ...rest] = current.timers;
      current = { ...current, timers: rest, now: Math.max(current.now, first.due) };
      if (first.event !== null && first.event.startsWith(MUST)) {
        current.missed = { ...current.missed, [first.event.slice(MUST.length)]: first.due };
      }
      let decision;
      [current, decision] = fireOne(current, first);
      fired.push({ due: first.due, decision });
    }
    return [{ ...current, now: moment }, fired];
  }

  function fireOne(session, { timer, event }) {
    const asked = world(session, {}, "");
    if (timer !== null) {
      const edge = resolve(session, `after ${timer}`, asked);
      return take(session, edge, chart.timers[timer].cause, null, asked);
    }
    const edge = resolve(session, `sent ${event}`, asked);
    const told = event.includes(":") ? null : event; // nobody sent what is hidden
    return edge === null
      ? [session, still(session, "ignored", event, told)]
      : take(session, edge, event, told, asked);
  }

  // Makes facts known and takes what `always` asks for; no decision where that is nothing.
  function settle(session, facts) {
    const known = { ...session, facts: { ...session.facts, ...facts } };
    const asked = world(known, {}, null);
    const edge = resolve(known, "facts", asked);
    if (edge === null || (edge.verdict === "ignored" && edge.target === STAYS)) return [known, null];
    return take(known, edge, "facts", null, asked);
  }

  function learn(session, facts, now = session.now) {
    const [current, prior] = advance(session, now);
    if (isDone(current)) return [current, { ...still(current, "closed", "facts", null), prior }];
    const [next, decision] = settle(current, facts);
    return [next, { ...(decision ?? still(next, "ignored", "facts", null)), prior }];
  }

  function dataOf(event, given) {
    const declared = Object.entries(chart.events[event].data);
    return Object.fromEntries(declared.map(([name, one]) => [name, given[name] ?? one.default]));
  }

  function send(session, event, { data: given = {}, by = null, facts = null, now = session.now } = {}) {
    let [current, prior] = advance(session, now);
    let settled = null;
    if (facts !== null && !isDone(current)) [current, settled] = settle(current, facts);
    let next, decision;
    if (isDone(current)) {
      [next, decision] = [current, still(current, "closed", event, event)];
    } else {
      const asked = world(current, dataOf(event, given), roleOf(by) ?? firstRole, personOf(by));
      const edge = resolve(current, `on ${event}`, asked);
      [next, decision] =
        edge === null
          ? [current, still(current, "ignored", event, event)]
          : once(current, edge, event, asked);
    }
    if (settled !== null) decision = joined(settled, decision);
    return [next, { ...decision, prior }];
  }

  function joined(settled, decision) {
    const both = { ...decision, before: settled.before };
    for (const name of ["exited", "entered", "actions", "transitions", "dropped"]) {
      both[name] = [...settled[name], ...decision[name]];
    }
    return both;
  }

  function allows(session, event, by = firstRole) {
    return openEdges(session, event, roleOf(by), personOf(by)).some((edge) => edge.verdict === "applied");
  }

  function allowed(session, by = firstRole) {
    return Object.keys(chart.events).filter((event) => allows(session, event, by));
  }

  // The events that are refused now, each with the reason.
  function forbidden(session, by = firstRole) {
    const role = roleOf(by);
    const found = [];
    for (const event of Object.keys(chart.events)) {
      const edges = openEdges(session, event, role, personOf(by));
      const edge = edges.find((one) => one.verdict === "forbidden");
      if (edge && edges.every((one) => one.verdict !== "applied")) found.push([event, reasonOf(edge.refusal, event, role, valuesOf(session))]);
    }
    return found;
  }

  // What must be done, the first due first.
  function obligations(session) {
    if (isDone(session)) return [];
    const values = reading.valuesIn(session);
    return chart.musts
      .map((must) => ({ must, standing: values[must.place] }))
      .filter(({ standing }) => standing !== "none")
      .map(({ must, standing }) => {
        const overdue = standing === "overdue";
        const running = session.timers.find((one) => one.id === MUST + must.id);
        return { id: must.id, label: must.label, due: overdue ? session.missed[must.id] : running.due, overdue };
      })
      .sort((one, other) => one.due - other.due);
  }

  return {
    start,
    send,
    learn,
    advance,
    openEdges,
    allows,
    allowed,
    forbidden,
    obligations,
    settledAt,
    guidance,
    filled,
    plain,
    valuesOf,
    contextOf,
    configurationOf,
    leavesOf,
    isDone,
    firstRole,
    parametersOf: (session) => variantOf(session).parameters,
    // Where an edge leads, without taking it.
    moved: (session, edge) => (edge.target === STAYS ? session : { ...session, node: edge.target }),
  };
}
