"""A session can be put back where it was marked."""

from __future__ import annotations

from policy_engine.session.mark import Mark
from tests.small import at, ladder


def test_a_session_goes_back_to_its_mark() -> None:
    session = ladder().start({"at_risk": "yes"}, now=at(0), remember=2)
    session.send("insult", now=at(1), event_id="1")
    before = session.snapshot()
    mark = Mark(session)

    session.send("insult", facts={"at_risk": "no"}, now=at(130), event_id="2")
    mark.undo()

    assert before == session.snapshot()
    assert "applied" == session.send("insult", now=at(2), event_id="2").verdict


def test_a_session_that_was_never_given_a_time_may_go_without_one_again() -> None:
    session = ladder().start()
    mark = Mark(session)

    session.send("insult", now=at(4_000_000_000))
    mark.undo()

    assert "applied" == session.send("insult").verdict


def test_a_session_that_is_told_the_time_goes_back_and_on() -> None:
    policy = ladder()
    policy.start(now=at(0)).send("insult", now=at(1))
    session = policy.start(now=at(0))
    session.send("insult", now=at(1))
    mark = Mark(session)
    before = session.snapshot()

    for seconds in (2, 130, 140):
        session.send("insult", now=at(seconds))
    mark.undo()

    assert before == session.snapshot()
    assert at(120) == session.deadline
    assert ["talk.after.2 min"] == [
        fired.decision.cause for fired in session.send("calms_down", now=at(121)).prior
    ]
