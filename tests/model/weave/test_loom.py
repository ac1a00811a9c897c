from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

import policy_engine as pe
from policy_engine.automaton.automaton import Automaton
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Add, Cancel, Chart, Send, Step
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.tree import Compare, Constant, Ref
from policy_engine.model.types import Declaration, Type
from policy_engine.model.weave.loom import Loom
from policy_engine.model.weave.weave import weave
from policy_engine.policy import Policy
from policy_engine.session.live import Session

HERE = Span("example.yaml", 1, 1, 1, 1)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
POLICY = """
policy: two_rooms
format: 1
version: "1"
events: {go: {}, back: {}, call: {}}
context: {calls: {counter: 0..3}}
initial: hall
states:
  hall: {on: {go: room, call: {when: calls < 3, do: [{add: {calls: 1}}]}}}
  room: {type: parallel, on: {back: hall}, states: {left: {}, right: {}}}
"""


def written() -> Chart:
    return pe.parse_policy(POLICY).chart


def session_of(chart: Chart) -> Session:
    automaton = Automaton(chart, {})
    automaton.expand()
    return Policy(chart, automaton).start(now=NOON)


def raised(name: str) -> Add:
    return Add(HERE, ((name, Constant(HERE, 1)),))


def noted(loom: Loom, event: str, most: int) -> None:
    """Lets an event be counted, wherever the session is."""
    loom.variable(Declaration("noted:" + event, Type("counter", 0, 9), 0))
    guard = Compare(HERE, "<", Ref(HERE, "context", "noted:" + event), Constant(HERE, most))
    loom.whenever(event, [raised("noted:" + event)], span=HERE, guard=guard)


def hidden(session: Session) -> dict[str, object]:
    return {name: value for name, value in session.snapshot()["context"].items() if ":" in name}


def test_a_policy_without_such_constructs_stays_the_same_chart() -> None:
    chart = written()

    assert weave(chart) is chart
    assert Loom(chart).chart() is chart


def test_what_is_done_whenever_an_event_comes_is_done_where_no_state_handles_it() -> None:
    loom = Loom(written())
    noted(loom, "back", 1)
    session = session_of(loom.chart())

    verdicts = [session.send("back", now=NOON).verdict for _ in range(2)]

    assert verdicts == ["applied", "ignored"]
    assert hidden(session) == {"noted:back": 1}
    assert session.states == ("hall",)


def test_what_is_done_whenever_an_event_comes_is_done_first_where_a_state_handles_it() -> None:
    loom = Loom(written())
    noted(loom, "back", 9)
    session = session_of(loom.chart())

    session.send("go", now=NOON)
    session.send("back", now=NOON)

    assert session.states == ("hall",)
    assert hidden(session) == {"noted:back": 1}


def test_two_constructs_that_wait_for_one_event_are_both_served() -> None:
    loom = Loom(written())
    noted(loom, "back", 1)
    loom.variable(Declaration("twice:back", Type("counter", 0, 9), 0))
    guard = Compare(HERE, "<", Ref(HERE, "context", "twice:back"), Constant(HERE, 2))
    loom.whenever("back", [raised("twice:back")], span=HERE, guard=guard)
    session = session_of(loom.chart())

    verdicts = [session.send("back", now=NOON).verdict for _ in range(3)]

    assert verdicts == ["applied", "applied", "ignored"]
    assert hidden(session) == {"noted:back": 2, "twice:back": 2}


def test_a_hidden_event_comes_by_itself_and_from_nobody_else() -> None:
    loom = Loom(written())
    loom.event("lapse:calls", HERE)
    send = Send(HERE, "lapse:calls", Duration(1, "h"), "lapse:calls", loom.order())

    def lapsing(step: Step) -> list[Step]:
        return [step, Cancel(HERE, "lapse:calls"), send] if isinstance(step, Add) else [step]

    loom.each_step(lapsing)
    loom.whenever("lapse:calls", [Add(HERE, (("calls", Constant(HERE, -1)),))], span=HERE)
    session = session_of(loom.chart())

    session.send("call", now=NOON)
    (fired,) = session.advance(NOON + timedelta(hours=2))

    assert fired.due == NOON + timedelta(hours=1)
    assert fired.decision.verdict == "applied"
    assert session.context == {"calls": 0}
    assert session.allowed == ("go", "call")
    with pytest.raises(pe.UnknownEventError):
        session.send("lapse:calls", now=NOON)
    with pytest.raises(pe.UnknownEventError):
        session.allows("lapse:calls")
