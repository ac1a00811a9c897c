// The list of what is wrong with the file, in the language that the page is read in.

function createFindings(spoken, word) {
  // A message, with what stands between backticks as code.
  const said = (text) => text.split("`").map((part, place) => (place % 2 ? el("code", {}, part) : part));

  function item(one) {
    const language = spoken();
    const course = one.course[language];
    return el(
      "li",
      { class: `finding ${one.severity}` },
      el(
        "h3",
        {},
        el("span", { class: "severity" }, word(one.severity)),
        ` · ${word("line", one.line)} · `,
        el("code", { class: "code" }, one.code),
      ),
      el("p", { class: "message" }, said(one.message[language])),
      one.source ? el("pre", {}, el("code", {}, one.source)) : null,
      one.help[language] ? el("p", { class: "help" }, el("strong", {}, `${word("help")}: `), said(one.help[language])) : null,
      course.length
        ? el(
            "details",
            { "data-key": `course ${one.code} ${one.line}` },
            el("summary", {}, word("shown by")),
            el("ol", {}, course.map((step) => el("li", {}, said(step)))),
          )
        : null,
    );
  }

  function verdict({ findings, proofs, checked }) {
    const counts = ["error", "warning", "information"].map(
      (severity) => findings.filter((one) => one.severity === severity).length,
    );
    const said = findings.length ? word("counts", ...counts) : word("no findings");
    if (!checked) return `${said} ${word("proving")}`;
    return proofs.read ? `${said} ${word("proved", proofs.proved, proofs.read, proofs.situations)}` : said;
  }

  // Shows what was found; what says the same as before is left alone, so that it is not read out again.
  return function show(state) {
    const opened = new Set(
      [...document.querySelectorAll("#found details[open]")].map((one) => one.dataset.key),
    );
    byId("findings-title").textContent = word("findings");
    say("verdict", verdict(state));
    byId("found").replaceChildren(...state.findings.map(item));
    for (const one of document.querySelectorAll("#found details")) one.open = opened.has(one.dataset.key);
    byId("findings").classList.toggle("fine", state.findings.length === 0);
  };
}

function say(id, text) {
  if (byId(id).textContent !== text) byId(id).textContent = text;
  byId(id).hidden = text === "";
}
