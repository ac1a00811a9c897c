// What is known of a call and can be changed: facts, parameters, and who reports, as a role and as a person. `chosen` and `act` are as in
// choices.js; here `act` makes a fact known, or begins anew with other parameters.

function createKnown(content, engine, view, control, chosen, act) {
  const { chart } = content;

  function factFields(session) {
    return Object.entries(chart.facts).map(([name, one]) =>
      control(`fact ${name}`, one, session.facts[name], (field) => {
        const value = field.read();
        if (value === undefined) field.complain();
        else act.learn(name, value);
      }).labelled(view.named(one.label, name)),
    );
  }

  function parameterFields(agreed) {
    return Object.entries(chart.parameters).map(([name, one]) => {
      const values = [...new Set(content.table.variants.map((each) => bare(each.parameters[name])))];
      const label = view.named(one.label, name);
      if (values.length < 2) return el("p", {}, `${label}: ${view.value(one, agreed[name])}`);
      return el(
        "label",
        {},
        view.theirs("span", {}, label),
        " ",
        el(
          "select",
          {
            "data-key": `parameter ${name}`,
            onchange: (event) => act.chooseParameters({ [name]: values[event.target.selectedIndex] }),
          },
          values
            .sort()
            .map((value) => el("option", { selected: same(value, agreed[name]) }, view.value(one, value))),
        ),
      );
    });
  }

  function reporterField() {
    const roles = Object.keys(chart.roles);
    if (roles.length < 2) return null;
    return el(
      "label",
      {},
      view.word("reporter"),
      " ",
      el(
        "select",
        {
          "data-key": "reporter",
          onchange: (event) => {
            chosen.reporter = event.target.value || null;
            act.show(null);
          },
        },
        [null, ...roles].map((role) =>
          el(
            "option",
            { value: role ?? "", selected: role === chosen.reporter },
            role === null ? view.word("whoever may") : view.role(role),
          ),
        ),
      ),
    );
  }

  // A few people stand for all others at practice: who did something, and somebody else.
  function personField() {
    if (content.persons.length === 0) return null;
    return el(
      "label",
      {},
      view.word("person"),
      " ",
      el(
        "select",
        {
          "data-key": "person",
          onchange: (event) => {
            chosen.person = event.target.value;
            act.show(null);
          },
        },
        content.persons.map((name) => el("option", { value: name, selected: name === chosen.person }, name)),
      ),
    );
  }

  // On paper there are no fields: what is in force, in words.
  function onPaper(values) {
    return Object.entries(values)
      .filter(([, value]) => value !== "")
      .map(([name, value]) =>
        view.word("with", view.named(view.declared(name).label, name), view.value(view.declared(name), value)),
      )
      .join(" · ");
  }

  function group(key, parts) {
    return parts.length === 0 ? null : el("fieldset", {}, el("legend", {}, view.word(key)), parts);
  }

  function part(session) {
    const agreed = engine.parametersOf(session);
    return el(
      "details",
      { class: "known", "data-key": "known", open: true },
      el("summary", {}, view.word("known")),
      group("facts", factFields(session)),
      group("parameters", parameterFields(agreed)),
      reporterField(),
      personField(),
      el("p", { class: "on-paper" }, onPaper({ ...agreed, ...session.facts })),
    );
  }

  return { part };
}
