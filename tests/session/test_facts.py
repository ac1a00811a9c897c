"""Facts: given at the start, told with an event, learned without one (rule 8)."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.session.rows import MOST_VIEWS
from tests.small import at, ladder, small_policy

ALWAYS = """
facts: {level: {range: 0..9, default: 0}, name: {text: ""}}
actions: {ask: {}, page: {params: {name: {text: ""}}}}
events: {a: {}, b: {}}
initial: s
states:
  s:
    on: {a: {target: t, do: [ask]}, b: {do: [{page: {name: {expr: name}}}]}}
    always: {when: level > 5, target: u, do: [ask]}
  t: {always: {when: level > 7, target: v}}
  u: {on: {a: t}}
  v: {type: final}
"""


def test_new_facts_are_settled_before_the_event() -> None:
    session = small_policy(ALWAYS).start()

    decision = session.send("a", facts={"level": 6})

    assert decision.verdict is pe.Verdict.APPLIED
    assert decision.before == ("s",)
    assert decision.exited == ("s", "u")
    assert decision.entered == ("u", "t")
    assert [action.name for action in decision.actions] == ["ask"]
    assert decision.transitions == ("s.always.0", "u.on.a.0")


def test_always_after_new_facts_does_not_make_an_event_applied() -> None:
    session = small_policy(ALWAYS).start()

    decision = session.send("b", facts={"level": 6})

    assert decision.verdict is pe.Verdict.IGNORED
    assert decision.after == ("u",)


def test_facts_that_end_the_session_leave_the_event_closed() -> None:
    session = small_policy(ALWAYS).start()
    session.send("a")

    decision = session.send("b", facts={"level": 8})

    assert decision.verdict is pe.Verdict.CLOSED
    assert decision.entered == ("v",)
    assert session.done


def test_learning_without_an_event() -> None:
    session = small_policy(ALWAYS).start()

    nothing, something = session.learn({"name": "x"}), session.learn({"level": 9})

    assert (nothing.verdict, nothing.cause, nothing.event) == ("ignored", "facts", None)
    assert (something.verdict, something.after) == ("applied", ("u",))
    assert session.facts == {"level": 9, "name": "x"}


def test_facts_at_the_start_choose_the_first_states() -> None:
    assert small_policy(ALWAYS).start({"level": 6}).states == ("u",)


def test_learning_fires_what_is_due_first() -> None:
    session = ladder().start(now=at(0))

    decision = session.learn({"at_risk": "yes"}, now=at(121))

    assert [fired.decision.cause for fired in decision.prior] == ["talk.after.2 min"]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"levl": 1}, "the policy declares no fact `levl`"),
        ({"level": 10}, "fact `level` can't be 10: it must be a whole number from 0 to 9"),
        ({"level": True}, "fact `level` can't be True: it must be a whole number from 0 to 9"),
        ({"name": 5}, "fact `name` can't be 5: it must be a text"),
    ],
)
def test_wrong_facts_raise_and_change_nothing(facts: dict[str, object], message: str) -> None:
    policy = small_policy(ALWAYS)
    session = policy.start()
    before = session.snapshot()

    for call in (
        lambda: session.send("a", facts=facts),
        lambda: session.learn(facts),
        lambda: policy.start(facts),
    ):
        with pytest.raises(pe.InvalidDataError) as caught:
            call()
        assert str(caught.value) == message

    assert session.snapshot() == before


def test_a_text_fact_reaches_the_action() -> None:
    session = small_policy(ALWAYS).start({"name": "x"})

    assert dict(session.send("b").actions[0].params) == {"name": "x"}


def test_more_valuations_than_views_still_answer_right() -> None:
    policy = small_policy(
        "facts: {n: {range: 0..999, default: 0}}\ninitial: s\n"
        "states:\n  s: {on: {a: {when: n > 500, target: t}}}\n  t: {}"
    )

    for n in (*range(MOST_VIEWS + 10), 501):
        assert policy.start({"n": n}).send("a").verdict == ("applied" if n > 500 else "ignored")
