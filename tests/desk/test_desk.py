"""None"""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from policy_engine.desk.desk import Desk
from policy_engine.errors import (
    DeskError,
    InvalidDataError,
    PolicyError,
)
from policy_engine.policy import parse_policy
from policy_engine.session.moment import to_nanoseconds
from tests.desk.desks import ONE, POLICIES, causes, desk_with, insulted
from tests.desk.policies import CALL, NOON, later


def test_what_is_told_is_delivered_and_begins_a_ledger() -> None:
    desk = desk_with(ONE)

    result = desk.send("call", ONE, "insult", now=NOON)

    assert [("call", ONE, "insult"), ("conduct", ONE, "start"), ("conduct", ONE, "abuse")] == causes(result)
    assert result.decision is result.happened[0].decision
    assert [("call", ONE)] * 2 == [item.told_by for item in result.deliveries]
    assert {"n": 1, "most": 1, "long": False} == desk.session("conduct", ONE).context
    assert () == result.undelivered


def test_a_ledger_that_is_there_is_told_and_what_the_host_must_do_is_listed() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 1)

    result = desk.send("call", ONE, "insult", now=NOON)

    assert [("call", ONE, "insult"), ("conduct", ONE, "abuse")] == causes(result)
    assert [("conduct", ONE, "send_letter")] == [
        (item.policy, item.key, item.action.name) for item in result.actions
    ]


def test_what_ledgers_tell_in_turn_is_delivered_too() -> None:
    desk = desk_with(ONE)

    result = insulted(desk, ONE, 3)

    assert ("house", "all", "banned") == causes(result)[-1]
    assert ("conduct", ONE) == result.happened[-1].told_by
    assert {"bans": 1} == desk.session("house", "all").exports


def test_what_a_ledger_exports_is_known_at_the_next_event() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 3)
    before = desk.session("call", ONE).facts["standing"]

    result = desk.send("call", ONE, "insult", now=NOON)

    assert ("warned", "banned") == (before, desk.session("call", ONE).facts["standing"])
    assert desk.session("call", ONE).context["silent"]
    assert result.decision is not None
    assert "applied" == result.decision.verdict


def test_a_new_call_knows_how_the_customer_stands() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 1)

    desk.start("call", "again", facts={"customer": ONE}, now=NOON)
    desk.start("call", "other", facts={"customer": "other"}, now=NOON)

    assert "warned" == desk.session("call", "again").facts["standing"]
    assert "good" == desk.session("call", "other").facts["standing"]


def test_learn_reads_the_ledgers_and_may_say_who_it_is() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 1)
    desk.start("call", "unknown", now=NOON)
    before = desk.session("call", "unknown").facts["standing"]

    desk.learn("call", "unknown", {"customer": ONE}, NOON)
    learned = desk.session("call", "unknown").facts["standing"]
    desk.send("conduct", ONE, "review", now=NOON)
    desk.learn("call", "unknown", now=NOON)

    assert ("good", "warned", "good") == (before, learned, desk.session("call", "unknown").facts["standing"])


def test_under_an_empty_key_nothing_is_told_and_the_call_goes_on() -> None:
    desk = Desk(POLICIES)
    desk.start("call", ONE, now=NOON)

    result = desk.send("call", ONE, "insult", now=NOON)

    (lost,) = result.undelivered
    assert ("conduct", "", "abuse", {"times": 1}, ("call", ONE)) == (
        lost.policy,
        lost.key,
        lost.event,
        lost.data,
        lost.told_by,
    )
    assert "`abuse` was told to `conduct` under an empty key" == lost.reason.text("en")
    assert "`abuse` werd aan `conduct` gemeld onder een lege sleutel" == lost.reason.text("nl")
    assert {"n": 1, "silent": False} == desk.session("call", ONE).context


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (("manager", "J. Jansen"), "applied"),  # it has a manager too
        ("manager", "applied"),
    ],
)
def test_who_reports_is_who_reported_what_led_to_it(by: str | tuple[str, str], expected: str) -> None:
    desk = desk_with(ONE)

    result = desk.send("call", ONE, "seen", by=by, now=NOON)

    assert expected == result.happened[-1].decision.verdict


def test_where_that_role_may_not_the_first_that_may_reports() -> None:
    call = parse_policy(CALL.replace("seen: {by: [manager]}", "seen: {}"))
    desk = Desk([call, *POLICIES[1:]])
    desk.start("call", ONE, facts={"customer": ONE}, now=NOON)

    result = desk.send("call", ONE, "seen", by="robot", now=NOON)

    assert "applied" == result.happened[-1].decision.verdict


def test_a_ledger_that_is_over_makes_room_for_a_new_one() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 1)
    desk.send("conduct", ONE, "erased", now=NOON)

    result = desk.send("call", ONE, "insult", now=NOON)

    assert ["insult", "start", "abuse"] == [item.decision.cause for item in result.happened]
    assert 1 == desk.session("conduct", ONE).context["n"]


def test_a_batch_tells_every_session_in_a_state() -> None:
    desk = desk_with(ONE, "two", "three")
    for customer, times in ((ONE, 1), ("two", 2), ("three", 3)):
        insulted(desk, customer, times)

    batch = desk.send_all("conduct", "review", in_state="good", now=NOON)

    assert ([ONE, "two"], {}) == (list(batch.results), batch.refused)
    assert [0, 0, 2] == [desk.session("conduct", key).context["n"] for key in desk.keys("conduct")]
    assert ("three",) == desk.keys("conduct", "banned")


def test_a_batch_looks_at_each_session_as_it_is_then() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 3)

    batch = desk.send_all("conduct", "review", in_state="good", now=later(days=200))

    assert ["banned.after.6 months", "review", "lifted"] == [
        item.decision.cause for item in batch.results[ONE].happened
    ]


def test_a_batch_without_a_state_is_for_all_that_go_on() -> None:
    desk = desk_with(ONE, "two")
    desk.send("call", "two", "ends", now=NOON)

    batch = desk.send_all("call", "insult", now=NOON)

    assert [ONE] == list(batch.results)


def test_a_fact_that_comes_from_elsewhere_is_told_by_nobody_else() -> None:
    desk = desk_with(ONE)
    before = desk.snapshot()

    calls: list[Callable[[], object]] = [
        lambda: desk.send("call", ONE, "insult", facts={"standing": "good"}, now=NOON),
        lambda: desk.learn("call", ONE, {"standing": "good"}, NOON),
        lambda: desk.start("call", "new", facts={"standing": "good"}, now=NOON),
    ]
    for call in calls:
        with pytest.raises(InvalidDataError, match="comes from `conduct`") as caught:
            call()
        assert ("standing", "linked-fact") == (caught.value.name, caught.value.problem["code"])
    assert before == desk.snapshot()


def test_an_event_is_told_once_where_ids_are_remembered() -> None:
    desk = Desk(POLICIES)
    desk.start("call", ONE, facts={"customer": ONE}, now=NOON, remember=5)

    first = desk.send("call", ONE, "insult", now=NOON, event_id="a")
    second = desk.send("call", ONE, "insult", now=NOON, event_id="a")

    assert (2, 0) == (len(first.deliveries), len(second.deliveries))
    assert 1 == desk.session("conduct", ONE).context["n"]


def test_a_session_that_is_forgotten_is_gone() -> None:
    desk = desk_with(ONE)
    insulted(desk, ONE, 3)

    desk.forget("conduct", ONE)

    assert () == desk.keys("conduct")
    assert later(minutes=30) == desk.deadline
    assert [] == [item for item in desk.advance(later(days=365)).happened if item.decision.cause == "banned"]


def test_policies_that_do_not_fit_are_refused_in_either_language() -> None:
    with pytest.raises(PolicyError) as english:
        Desk(POLICIES[:1])
    with pytest.raises(PolicyError) as dutch:
        Desk(POLICIES[:1], language="nl")

    assert ["policy-not-here"] * 4 == [item.code for item in english.value.diagnostics]
    assert "is niet bij de protocollen" in dutch.value.diagnostics[0].message


def test_a_desk_says_which_policies_it_has() -> None:
    assert "<Desk call, conduct, house>" == repr(Desk(POLICIES))


def test_threads_take_turns() -> None:
    desk = desk_with(*map(str, range(4)))
    threads = [
        threading.Thread(
            target=lambda key=key: [desk.send("call", key, "insult", now=NOON) for _ in range(2)]
        )
        for key in map(str, range(4))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [2] * 4 == [desk.session("conduct", str(key)).context["n"] for key in range(4)]


def test_a_key_may_be_that_of_the_session_itself() -> None:
    reader = parse_policy(
        'policy: visit\nformat: 1\nversion: "1"\nfacts: {standing: {enum: [good, warned, banned], '
        "default: good, from: conduct.standing}}\nevents: {e: {}}\ninitial: a\nstates: {a: {on: {e: a}}}\n"
    )
    desk = Desk([reader, *POLICIES])
    desk.start("conduct", ONE, now=NOON)
    desk.send("conduct", ONE, "abuse", {"times": 1}, now=NOON)

    desk.start("visit", ONE, now=NOON)

    assert "warned" == desk.session("visit", ONE).facts["standing"]


REPORTS = """
policy: reports
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {threat: {}, ends: {}}
actions: {report: {within: 1 h, record: {words: {text: , by: agent}, seen: {flag: , by: manager}}}}
initial: talk
states:
  talk: {on: {threat: {do: [report]}, ends: closed}}
  closed: {type: final}
"""


def test_a_record_is_filled_in_through_the_desk_also_when_the_session_is_over() -> None:
    desk = Desk([parse_policy(REPORTS)], clock=lambda: to_nanoseconds(later(minutes=3)))
    desk.start("reports", ONE, now=NOON)
    for event in ("threat", "threat", "ends"):
        desk.send("reports", ONE, event, now=NOON)

    first = desk.fill("reports", ONE, "report", {"words": "die"}, now=later(minutes=2))
    second = desk.fill("reports", ONE, "report", {"seen": True}, by="manager", number=2)

    assert (1, later(minutes=2), ("seen",)) == (first.number, first.filled, first.missing)
    assert (2, later(minutes=3), ("words",)) == (second.number, second.filled, second.missing)
    assert ["report.seen", "report.words"] == [one.id for one in desk.session("reports", ONE).obligations]


def test_what_can_not_be_filled_in_leaves_the_record_as_it_was() -> None:
    desk = Desk([parse_policy(REPORTS)])
    desk.start("reports", ONE, now=NOON)
    desk.send("reports", ONE, "threat", now=NOON)
    before = desk.snapshot()

    with pytest.raises(DeskError):
        desk.fill("reports", "two", "report", {"words": "die"}, now=NOON)
    with pytest.raises(InvalidDataError):
        desk.fill("reports", ONE, "report", {"words": "die", "seen": True}, now=NOON)
    assert before == desk.snapshot()
