// The lesson: calls played move by move. The caller says a line, the learner chooses what the protocol says,
// and the call goes on as the protocol does. What is right was found by the software; the first answer
// counts.

function createLesson(content) {
  const engine = createEngine(content);
  const view = createView(content, engine);
  const picture = createPicture(content, engine, view);
  const platform = createPlatform(findApi(globalThis));
  const attempt = createAttempt(content, engine, platform);
  const { state, questions } = attempt;
  const page = byId("page");
  const thenShow =
    (step) =>
    (...given) => {
      step(...given);
      show();
    };
  const act = {
    goOn: thenShow(attempt.goOn),
    answer: thenShow(attempt.answer),
    resume: thenShow(attempt.resume),
    tryAgain: thenShow(attempt.tryAgain),
    stop: thenShow(attempt.stop),
  };
  const cards = createCards(content, engine, view, platform, attempt, act);

  function show(focus = true) {
    const playing = ["ask", "told"].includes(state.stage);
    page.replaceChildren(
      el(
        "div",
        { class: "work" },
        el("section", { id: "now", "aria-labelledby": "step" }, cards.part()),
        playing
          ? el("section", { class: "step-now" }, view.cards(state.session, false), view.kept(state.session))
          : null,
        platform.isOpen() && state.stage !== "result"
          ? el("div", { class: "tools" }, cards.button("close", act.stop))
          : null,
        el(
          "details",
          { class: "look" },
          el("summary", {}, view.word("look")),
          view.lookSwitches(),
          el("p", { class: "keys" }, view.word("keys")),
        ),
      ),
      picture.part(),
    );
    if (playing) {
      picture.draw();
      picture.light(state.session, { entered: state.entered, taken: state.taken, open: new Set() });
    }
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

  attempt.recall();
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
