// Reads the table for a session: its node, the edge that a cause leads to, and the values that it holds.

const STAYS = -1; // see table.py

function createTable({ chart, table }) {
  const opaque = Object.entries(chart.context).filter(([, one]) => ["text", "number", "person"].includes(one.kind));
  const finite = Object.keys(chart.context).filter((name) => !opaque.some(([other]) => other === name));

  const variantOf = (session) => table.variants[session.variant];
  const nodeOf = (session) => variantOf(session).nodes[session.node];
  const leavesOf = (session) => table.parts[nodeOf(session).leaves];
  const configurationOf = (session) => table.parts[nodeOf(session).states];

  function edgeOf(number) {
    const [verdict, target, ...columns] = table.edges[number];
    const [exited, entered, actions, transitions, armed, kept, orders, assigned, refusal, dropped] =
      columns.map((part) => table.parts[part]);
    return {
      verdict: table.verdicts[verdict],
      target,
      exited,
      entered,
      actions,
      transitions,
      armed,
      kept,
      orders,
      assigned,
      refusal,
      dropped,
    };
  }

  // What an expression reads.
  function world(session, values, by, person = "") {
    return { facts: session.facts, data: values, context: session.opaque, by, person };
  }

  function follow(number, asked) {
    let tree = table.trees[number];
    while (tree[0] === "ask") {
      const answer = evaluate(table.tests[tree[1]][0], asked);
      tree = table.trees[tree[2].find(([one]) => same(one, answer))[1]];
    }
    return edgeOf(tree[1]);
  }

  function resolve(session, key, asked) {
    const tree = nodeOf(session).trees[key];
    return tree === undefined ? null : follow(tree, asked);
  }

  // The values of all finite variables; behind those of the policy stand those of the engine's own.
  const valuesIn = (session) => table.parts[nodeOf(session).values];

  function contextOf(session) {
    const values = valuesIn(session);
    const known = { ...session.opaque };
    finite.forEach((name, place) => {
      known[name] = values[place];
    });
    return Object.fromEntries(Object.keys(chart.context).map((name) => [name, known[name]]));
  }

  // What a text's {placeholders} read.
  function valuesOf(session) {
    return { ...variantOf(session).parameters, ...session.facts, ...contextOf(session) };
  }

  const isDone = (session) => nodeOf(session).outcome !== null;

  // The edges that an event can take, whatever its data.
  function openEdges(session, event, role, person) {
    const tree = isDone(session) ? undefined : nodeOf(session).trees[`on ${event}`];
    if (tree === undefined) return [];
    const asked = world(session, {}, role, person);
    const walk = (number) => {
      const [kind, what, answers] = table.trees[number];
      if (kind === "edge") return [edgeOf(what)];
      const [expression, readsData] = table.tests[what];
      if (readsData) return answers.flatMap(([, below]) => walk(below));
      const answer = evaluate(expression, asked);
      return walk(answers.find(([one]) => same(one, answer))[1]);
    };
    return walk(tree);
  }

  return {
    opaque,
    variantOf,
    nodeOf,
    leavesOf,
    configurationOf,
    world,
    follow,
    resolve,
    valuesIn,
    contextOf,
    valuesOf,
    isDone,
    openEdges,
  };
}
