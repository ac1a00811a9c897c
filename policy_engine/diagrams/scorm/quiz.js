// The lesson: calls played move by move. The caller says a line, the learner chooses what the protocol says,
// and the call goes on as the protocol does. What is right was found by the software; the first answer
// counts.

const NOT_YET = "-";
const LETTERS = "abcdefghi"; // of the answers; steps have numbers of their own

function createLesson(content) {
  const engine = createEngine(content);
  const view = createView(content, engine);
  const picture = createPicture(content, engine, view);
  const platform = createPlatform(findApi(globalThis));
  const { lesson, chart } = content;
  const page = byId("page");
  // Every question of the lesson in order, as [call, move].
  const questions = lesson.calls.flatMap((call, one) =>
    call.moves.flatMap((move, two) => (move.question ? [[one, two]] : [])),
  );
  const state = {
    answers: [],
    best: null,
    call: 0,
    move: -1,
    session: null,
    entered: new Set(),
    taken: new Set(),
    stage: "welcome",
    told: "",
  };

  const questionNumber = (call, move) => questions.findIndex(([one, two]) => one === call && two === move);
  const here = () => lesson.calls[state.call];
  const moveNow = () => here().moves[state.move];
  const isRight = (number) => {
    const [call, move] = questions[number];
    return state.answers[number] === lesson.calls[call].moves[move].question.right;
  };
  const points = () =>
    Math.round((100 * questions.filter((_, number) => isRight(number)).length) / questions.length);
  const mastery = () => {
    const theirs = platform.get("cmi.student_data.mastery_score");
    return /^\d+(\.\d+)?$/.test(theirs) ? Number(theirs) : lesson.mastery;
  };

  // ---- what is kept between visits: the version of this line, the policy, the best score, the answers ----

  function keep() {
    const answers = questions.map((_, number) => state.answers[number] ?? NOT_YET).join("");
    platform.set("cmi.suspend_data", ["1", lesson.digest, state.best ?? NOT_YET, answers].join(" "));
    platform.set("cmi.core.lesson_location", state.answers.length);
    platform.commit();
  }

  function recall() {
    const [form, digest, best, answers] = platform.get("cmi.suspend_data").split(" ");
    if (form !== "1" || digest !== lesson.digest || answers?.length !== questions.length) return;
    state.best = /^\d+$/.test(best) ? Number(best) : null;
    const given = answers.indexOf(NOT_YET) < 0 ? answers : answers.slice(0, answers.indexOf(NOT_YET));
    state.answers = [...given].map(Number);
  }

  function keepResult() {
    const score = points();
    const better = state.best === null || score > state.best;
    if (better) {
      state.best = score;
      platform.set("cmi.core.score.raw", score);
      platform.set("cmi.core.score.min", 0);
      platform.set("cmi.core.score.max", 100);
      platform.set("cmi.core.lesson_status", score >= mastery() ? "passed" : "failed");
    }
    keep();
  }

  // ---- the course ----

  function beginCall(number) {
    state.call = number;
    state.move = -1;
    const [session, decision] = engine.start({
      variant: here().variant,
      facts: here().facts,
      now: content.begin,
    });
    state.session = session;
    state.entered = new Set(decision.entered);
    state.taken = new Set(decision.transitions);
    state.stage = "story";
  }

  // Lets the call take the move that the learner was asked about.
  function play(move) {
    const before = state.session;
    let decisions;
    if (move.event !== null) {
      const [next, decision] = engine.send(before, move.event, {
        data: move.data,
        by: move.by,
        facts: move.facts,
      });
      [state.session, decisions] = [next, [decision]];
    } else if (move.wait !== null) {
      const [next, fired] = engine.advance(before, dueAfter(move.wait, before.now));
      [state.session, decisions] = [next, fired.map((one) => one.decision)];
    } else {
      const [next, decision] = engine.learn(before, move.facts);
      [state.session, decisions] = [next, [decision]];
    }
    for (const decision of decisions) {
      decision.entered.forEach((id) => state.entered.add(id));
      decision.transitions.forEach((id) => state.taken.add(id));
    }
  }

  // On to the next move, call, or the result.
  function goOn() {
    if (state.move + 1 < here().moves.length) {
      state.move += 1;
      state.stage = "ask";
      if (moveNow().question === null) {
        play(moveNow());
        state.stage = "told";
      }
    } else if (state.call + 1 < lesson.calls.length) {
      beginCall(state.call + 1);
    } else {
      state.stage = "result";
      keepResult();
    }
    show();
  }

  function answer(option) {
    const number = questionNumber(state.call, state.move);
    state.answers[number] = option;
    play(moveNow());
    state.stage = "told";
    keep();
    show();
  }

  // To the first question that has no answer yet, as if it had all just been played.
  function resume() {
    if (state.answers.length >= questions.length) {
      state.stage = "result";
      return;
    }
    const [call, move] = questions[state.answers.length];
    beginCall(call);
    if (state.answers.length === 0 || questions[state.answers.length - 1][0] !== call) return;
    here().moves.slice(0, move).forEach(play);
    state.move = move;
    state.stage = "ask";
  }

  function tryAgain() {
    state.answers = [];
    keep();
    beginCall(0);
    show();
  }

  function stop() {
    platform.finish(state.stage === "result");
    state.stage = "stopped";
    show();
  }

  // ---- what is shown ----

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
      button(
        "begin",
        () => {
          resume();
          show();
        },
        "main",
      ),
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
      button("go on", goOn, "main"),
    );
  }

  // What happens at a move, in words.
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
                onclick: () => answer(place),
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
      button("go on", goOn, "main"),
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
        button("try again", tryAgain),
        platform.isOpen() ? button("close", stop) : null,
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

  function show(focus = true) {
    const playing = ["ask", "told"].includes(state.stage);
    const frame = el("div", {
      id: "diagram-frame",
      tabindex: "0",
      role: "group",
      "aria-label": view.word("diagram"),
    });
    page.replaceChildren(
      el(
        "div",
        { class: "work" },
        el("section", { id: "now", "aria-labelledby": "step" }, part()),
        playing
          ? el("section", { class: "step-now" }, view.cards(state.session, false), view.kept(state.session))
          : null,
        platform.isOpen() && state.stage !== "result"
          ? el("div", { class: "tools" }, button("close", stop))
          : null,
        el(
          "details",
          { class: "look" },
          el("summary", {}, view.word("look")),
          view.lookSwitches(),
          el("p", { class: "keys" }, view.word("keys")),
        ),
      ),
      el(
        "section",
        { id: "diagram", "aria-labelledby": "diagram-title" },
        el("h2", { id: "diagram-title", class: "quiet" }, view.word("diagram")),
        frame,
        picture.steps(),
      ),
    );
    if (playing) picture.draw(frame);
    byId("diagram").hidden = frame.childElementCount === 0;
    if (playing)
      picture.light(frame, state.session, { entered: state.entered, taken: state.taken, open: new Set() });
    if (!focus) return;
    byId("step").focus({ preventScroll: true });
    byId("now").scrollIntoView({ block: "nearest" });
    view.announce(page.querySelector("#now .card").innerText);
  }

  function onKey(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches("input, select, summary"))
      return;
    const buttons = [...page.querySelectorAll("#now button")];
    const letter = /^[1-9]$/.test(event.key) ? LETTERS[event.key - 1] : event.key.toLowerCase();
    const chosen = buttons.find((one) => one.getAttribute("aria-keyshortcuts") === letter);
    const place = buttons.indexOf(document.activeElement);
    if (chosen) chosen.click();
    else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      buttons[place < 0 ? 0 : (place + step + buttons.length) % buttons.length]?.focus();
    } else if (event.key === "Enter" && event.target.id === "step") {
      page.querySelector("#now button.main")?.click();
    } else return;
    event.preventDefault();
  }

  function showAll(focus) {
    view.dress(() => showAll(false));
    show(focus);
  }

  recall();
  if (
    platform.get("cmi.core.lesson_status") !== "passed" &&
    platform.get("cmi.core.lesson_status") !== "failed"
  ) {
    platform.set("cmi.core.lesson_status", "incomplete");
    platform.commit();
  }
  showAll(false);
  document.addEventListener("keydown", onKey);
  globalThis.addEventListener("pagehide", () => platform.finish(state.answers.length >= questions.length));
  return { engine, view, state, questions };
}

// For tests and for whoever looks at it in a browser's console.
globalThis.policyLesson = createLesson(JSON.parse(byId("content").textContent));
