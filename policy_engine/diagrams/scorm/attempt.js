// The learner's way through the lesson: where it is, what was answered, and what is kept between visits.

const NOT_YET = "-";

function createAttempt(content, engine, platform) {
  const { lesson } = content;
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
      const [next, fired] = engine.advance(before, dueAfter(move.wait, before.now, content.chart.calendar));
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
  }

  function answer(option) {
    const number = questionNumber(state.call, state.move);
    state.answers[number] = option;
    play(moveNow());
    state.stage = "told";
    keep();
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
  }

  function stop() {
    platform.finish(state.stage === "result");
    state.stage = "stopped";
  }

  return {
    state,
    questions,
    questionNumber,
    here,
    moveNow,
    isRight,
    points,
    mastery,
    recall,
    goOn,
    answer,
    resume,
    tryAgain,
    stop,
  };
}
