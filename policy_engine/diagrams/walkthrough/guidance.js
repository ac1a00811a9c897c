// What is told of a session: texts with their {placeholders} filled in, and what to say, avoid and do.

function createGuidance({ chart }, reading) {
  const textsIn = (words, language) => words[language] ?? words[""] ?? [];

  function plain(value, language) {
    if (typeof value === "boolean") return (language === "nl" ? ["nee", "ja"] : ["no", "yes"])[Number(value)];
    return isFloat(value) ? floatText(value.float) : String(value);
  }

  function shown(name, value, language) {
    const declared = chart.facts[name] ?? chart.context[name] ?? chart.parameters[name];
    const labels = typeof value === "string" ? declared.memberLabels[value] : undefined;
    return labels ? (labels[language] ?? labels[""] ?? value) : plain(value, language);
  }

  const labelled = (name, language) => {
    const { label } = chart.facts[name] ?? chart.context[name] ?? chart.parameters[name];
    return [textsIn(label, language)].flat().join(" ") || name.replaceAll("_", " ");
  };

  // `marked`: a gap with neither value nor fallback shows what belongs there, in brackets, as in print.
  function fill(text, values, language, marked) {
    return text.replace(/\{\{|\}\}|\{([a-z][a-z0-9_]*)(?:\|([^{}]*))?\}/g, (match, name, fallback) => {
      if (name === undefined) return match[0];
      const words = shown(name, values[name], language);
      if (words !== "") return words;
      return fallback ?? (marked ? `(${labelled(name, language)})` : words);
    });
  }

  function filled(words, values, language, marked = false) {
    return textsIn(words, language).map((text) => fill(text, values, language, marked));
  }

  // For each active state what to say, avoid and do.
  function guidance(session, language, marked = false) {
    const values = reading.valuesOf(session);
    const active = reading.configurationOf(session);
    const asked = {
      ...reading.world(session, {}, null),
      context: reading.contextOf(session),
      parameters: reading.variantOf(session).parameters,
      states: active,
    };
    const phrases = (list) =>
      list
        .filter(([when]) => when === null || evaluate(when, asked))
        .flatMap(([, words]) => filled(words, values, language, marked));
    return chart.states
      .filter((state) => active.includes(state.id))
      .map((state) => ({
        state: state.id,
        label: filled(state.label, values, language, marked).join(" ") || state.id,
        role: state.role,
        say: phrases(state.say),
        avoid: phrases(state.avoid),
        how: phrases(state.how),
      }));
  }

  return { plain, filled, guidance };
}
