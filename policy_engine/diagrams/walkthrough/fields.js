// Fields for declared values: facts, and the data of an event.

function createFields(engine, view) {
  // A control for a declared value: `read` gives what it holds, undefined where that does not fit.
  function control(key, declared, value, onchange = () => {}) {
    const attributes = { "data-key": key, onchange: () => onchange(field) };
    let input, read;
    if (declared.kind === "flag") {
      input = el("input", { ...attributes, type: "checkbox", role: "switch", checked: value === true });
      read = () => input.checked;
    } else if (declared.kind === "enum") {
      input = el(
        "select",
        attributes,
        declared.members.map((member) =>
          el("option", { value: member, selected: member === value }, view.value(declared, member)),
        ),
      );
      read = () => input.value;
    } else if (declared.kind === "text") {
      input = el("input", { ...attributes, type: "text", value: value ?? "", autocomplete: "off" });
      read = () => input.value;
    } else {
      const whole = declared.kind !== "number";
      input = el("input", {
        ...attributes,
        type: whole ? "number" : "text",
        inputmode: whole ? "numeric" : "decimal",
        autocomplete: "off",
        min: whole ? declared.low : null,
        max: whole ? declared.high : null,
        step: whole ? "1" : null,
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
      labelled: (label) =>
        el(
          "label",
          { class: declared.kind === "flag" ? "flag" : null },
          view.theirs("span", {}, label),
          " ",
          input,
          problem,
        ),
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

  return { control };
}
