// The cards of the lesson: the welcome, the story of a call, its questions, what came of them, and the result.
// `act` is what the page does when a button is chosen.

const LETTERS = "abcdefghi"; // of the answers; steps have numbers of their own

function createCards(content, engine, view, platform, attempt, act) {
  const { lesson, chart } = content;
  const { state, questions, questionNumber, here, moveNow, isRight, points, mastery } = attempt;
  const happening = createHappening(content, engine, view);

  const button = (key, action, kind = null) =>
    el("button", { type: "button", class: kind, "data-key": key, onclick: action }, view.word(key));
  const heading = (small, label) =>
    el(
      "h2",
      { id: "step", tabindex: "-1" },
      el("span", { class: "small" }, small),
      " ",
      el("span", { class: "label" }, label),
    );
  const title = (call) => view.named(call.title, call.name);

  function welcome() {
    return el(
      "article",
      { class: "card" },
      heading(view.text(chart.subtitle), view.named(chart.title, chart.name)),
      el("p", {}, view.word("welcome", lesson.calls.length, questions.length, mastery())),
      platform.isOpen() ? null : el("p", { class: "over" }, view.word("not kept")),
      button("begin", act.resume, "main"),
    );
  }

  function story() {
    const goals = view.texts(here().goals);
    return el(
      "article",
      { class: "card" },
      heading(view.word("call", state.call + 1, lesson.calls.length), title(here())),
      view.theirs("p", {}, view.text(here().story)),
      goals.length
        ? el(
            "div",
            {},
            el("h3", {}, view.word("goals")),
            el(
              "ul",
              {},
              goals.map((goal) => view.theirs("li", {}, goal)),
            ),
          )
        : null,
      button("go on", act.goOn, "main"),
    );
  }

  function asked(move) {
    return view.word(`ask ${move.question.kind}`, move.event === null ? "" : view.event(move.event));
  }

  function questionPart(move) {
    const number = questionNumber(state.call, state.move);
    return el(
      "article",
      { class: "card question" },
      heading(
        [
          view.word("call", state.call + 1, lesson.calls.length),
          view.word("question of", number + 1, questions.length),
        ].join(" · "),
        title(here()),
      ),
      happening(move),
      el("h3", { id: "asked" }, asked(move)),
      el(
        "ul",
        { class: "choices", "aria-labelledby": "asked" },
        move.question.options.map((option, place) =>
          el(
            "li",
            {},
            el(
              "button",
              {
                type: "button",
                class: "choice",
                "aria-keyshortcuts": LETTERS[place],
                "data-key": `option ${place}`,
                onclick: () => act.answer(place),
              },
              el("span", { class: "key", "aria-hidden": "true" }, LETTERS[place].toUpperCase()),
              view.theirs("span", { class: "what" }, optionText(move.question, option)),
            ),
          ),
        ),
      ),
    );
  }

  const optionText = (question, option) =>
    question.kind === "say" ? `“${view.text(option)}”` : view.text(option);

  function verdict(move) {
    const number = questionNumber(state.call, state.move);
    const right = optionText(move.question, move.question.options[move.question.right]);
    const because = view.text(move.question.because);
    return [isRight(number) ? view.word("right") : view.word("wrong", right), because]
      .filter(Boolean)
      .join(" ");
  }

  function toldPart(move) {
    const wrong = move.question !== null && !isRight(questionNumber(state.call, state.move));
    return el(
      "article",
      {
        class: wrong ? "card question wrong" : "card question",
      },
      heading(view.word("call", state.call + 1, lesson.calls.length), title(here())),
      happening(move),
      move.question === null ? null : el("p", { class: "verdict" }, verdict(move)),
      button("go on", act.goOn, "main"),
    );
  }

  function resultPart() {
    const score = points();
    const passed = score >= mastery();
    const name = platform.get("cmi.core.student_name");
    const row = (call, one) => {
      const numbers = questions
        .map(([each], number) => [each, number])
        .filter(([each]) => each === one)
        .map(([, number]) => number);
      return el(
        "tr",
        {},
        view.theirs("td", {}, title(call)),
        el("td", {}, `${numbers.filter(isRight).length} / ${numbers.length}`),
      );
    };
    return el(
      "article",
      { class: "card result" },
      heading(view.word("result"), view.word(passed ? "passed" : "failed", score, mastery())),
      state.best !== null && state.best > score ? el("p", {}, view.word("best", state.best)) : null,
      platform.isOpen() ? null : el("p", { class: "over" }, view.word("not kept")),
      el(
        "p",
        { class: "signed" },
        `${view.word("learner")}: ${name || "…………………………………………"}   ${view.word("day")}: ……………………`,
      ),
      el(
        "table",
        {},
        el(
          "thead",
          {},
          el(
            "tr",
            {},
            el("th", { scope: "col" }, view.word("calls")),
            el("th", { scope: "col" }, view.word("score")),
          ),
        ),
        el("tbody", {}, lesson.calls.map(row)),
      ),
      el("h3", {}, view.word("answers")),
      el(
        "ol",
        { class: "answers" },
        questions.map(([call, move], number) => {
          const { question } = lesson.calls[call].moves[move];
          const given = question.options[state.answers[number]];
          return el(
            "li",
            { class: isRight(number) ? null : "wrong" },
            view.theirs("div", {}, `${title(lesson.calls[call])} – ${asked(lesson.calls[call].moves[move])}`),
            el(
              "div",
              {},
              `${isRight(number) ? "✓" : "×"} `,
              view.word("your answer", optionText(question, given)),
            ),
            isRight(number)
              ? null
              : el(
                  "div",
                  {},
                  view.word("right answer", optionText(question, question.options[question.right])),
                ),
          );
        }),
      ),
      el(
        "div",
        { class: "tools" },
        button("print", () => window.print()),
        button("try again", act.tryAgain),
        platform.isOpen() ? button("close", act.stop) : null,
      ),
    );
  }

  function stoppedPart() {
    return el("article", { class: "card" }, heading(view.named(chart.title, chart.name), view.word("saved")));
  }

  function part() {
    switch (state.stage) {
      case "welcome":
        return welcome();
      case "story":
        return story();
      case "ask":
        return questionPart(moveNow());
      case "told":
        return toldPart(moveNow());
      case "result":
        return resultPart();
      default:
        return stoppedPart();
    }
  }

  return { part, button };
}
