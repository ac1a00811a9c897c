"""Why something was decided, told line by line."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

import policy_engine as pe
from policy_engine.errors import UnknownEventError
from policy_engine.verify.why.explain import Explainer, explain
from policy_engine.verify.why.explanation import Explanation
from policy_engine.verify.why.telling import told

OVER = "  had `debt` been above 1000, the session would have been over by then, in `closed`"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
CALL = """
policy: call
format: 1
version: "1"
roles: {agent: {}, manager: {}}
statements: {explained: {label: the rules explained}}
facts:
  at_risk: {enum: [no, yes, unknown], default: no}
  code: {text: ""}
  debt: {number: 0}
context:
  warnings: {counter: 0..2}
  calm: {flag: false}
  decided_by: {person: }
events:
  insults: {label: swears}
  ends_call: {by: [manager]}
  hangs_up: {settle: 10 s}
  pays: {data: {amount: {number: }}}
  says: {data: {word: {text: ""}}}
  helps: {}
  decided: {}
  appeals: {}
  reminder: {}
  unheard: {}
actions: {report: {}, call_back: {}}
guards:
  safe: at_risk == 'no'
initial: talk
states:
  talk:
    forbid:
      ends_call: {when: not safe or warnings < 2, text: Stay on the line.}
    on:
      insults:
        - {when: warnings < 2 and not calm, target: warn, do: [{add: {warnings: 1}}]}
        - {when: warnings == 2, target: limit, do: [{raise: reminder}]}
        - else: {do: [report]}
      pays: {when: event.amount >= 50 and event.amount < 100, target: closed}
      says: {when: event.word == code or event.word == 'stop', target: closed}
      helps: {target: closed, by: [manager]}
      ends_call: {target: closed, requires: [explained]}
      decided: {do: [{remember: {decided_by: by}}]}
      appeals: {when: by != decided_by, target: closed}
      hangs_up: {do: [report, {send: {event: reminder, delay: 2 min}}]}
    always: {when: debt > 1000, target: closed, do: [report]}
    initial: listen
    states:
      listen: {on: {reminder: warn}}
      warn: {after: {5 min: [{when: calm, target: listen}, {else: {target: warn, do: [call_back]}}]}}
  limit:
    on: {reminder: {when: in_state('limit'), do: [report]}}
  closed: {type: final}
"""
POLICY = pe.parse_policy(CALL)


def session(*events: str) -> pe.Session:
    found = POLICY.start(now=NOW)
    for event in events:
        found.send(event, now=NOW)
    return found


def lines(item: Explanation, language: str = "en") -> list[str]:
    return item.text(language).split("\n")


def why(before: pe.Session, event: str, language: str = "en", **given: object) -> list[str]:
    return lines(explain(POLICY, before.snapshot(), event, **given), language)  # type: ignore[arg-type]  # as a test says


def test_a_refusal_names_its_state_and_the_parts_of_the_condition_that_decide() -> None:
    assert [
        "`ends_call`: forbidden, `warn`",
        "  `talk` forbids it",
        "    `not safe or warnings < 2` holds",
        "      `warnings < 2` holds: `warnings` is 1",
        "What would have changed it:",
        "  had `agent` reported it, `ends_call` would have been rejected",
        "  had `warnings` been 2, `ends_call` would have been forbidden, for this must come first: "
        "`explained`",
        OVER,
        "  had `warnings` been 2 and `explained` been true, `ends_call` would have been applied → `closed`",
    ] == why(session("insults"), "ends_call", by="manager")


def test_it_says_so_in_dutch() -> None:
    assert [
        "`ends_call`: geweigerd, `warn`",
        "  `talk` staat het niet toe",
        "    `not safe or warnings < 2` geldt",
        "      `warnings < 2` geldt: `warnings` is 1",
        "Wat er anders had kunnen lopen:",
        "  had `agent` het gemeld, dan was `ends_call` afgewezen",
        "  was `warnings` 2 geweest, dan was `ends_call` geweigerd, want eerst moet dit nog: `explained`",
        "  was `debt` meer dan 1000 geweest, dan was de sessie toen al voorbij geweest, in `closed`",
        "  was `warnings` 2 geweest en was `explained` true geweest, dan was `ends_call` toegepast → "
        "`closed`",
    ] == why(session("insults"), "ends_call", "nl", by="manager")


def test_what_must_come_first_is_told() -> None:
    assert [
        "`ends_call`: forbidden, `warn`",
        "  this must come first: `explained`",
        "What would have changed it:",
        "  had `agent` reported it, `ends_call` would have been rejected",
        "  had `at_risk` been 'yes', `ends_call` would have been forbidden, by line 33",
        "  had `explained` been true, `ends_call` would have been applied → `closed`",
        OVER,
    ] == why(session("insults", "insults"), "ends_call", by="manager")


def test_the_role_that_may_is_told_be_it_of_the_event_or_of_a_branch() -> None:
    assert ["`ends_call`: rejected, `listen`", "  only `manager` may report it"] == why(
        session(), "ends_call"
    )[:2]
    assert [
        "`helps`: rejected, `listen`",
        "  only `manager` may report it",
        "  not taken in `talk`",
        "    it is for `manager`",
        "What would have changed it:",
        "  had `manager` reported it, `helps` would have been applied → `closed`",
        OVER,
    ] == why(session(), "helps")


def test_a_branch_is_told_with_those_that_were_passed_over() -> None:
    assert [
        "`insults` (swears): applied, `warn` → `limit`",
        "  `talk` handles `insults`",
        "    `warnings == 2` holds: `warnings` is 2",
        "  `limit` handles `reminder`",
        "    `in_state('limit')` holds: `limit` is active",
        "  not taken in `talk`",
        "    `warnings < 2 and not calm` does not hold",
        "      `warnings < 2` does not hold: `warnings` is 2",
    ] == why(session("insults", "insults"), "insults")[:8]


def test_an_else_is_told_by_the_conditions_beside_it() -> None:
    snapshot = session().snapshot()
    snapshot["context"]["calm"] = True
    explainer = Explainer(POLICY)
    decision = session().send("insults", now=NOW)

    found = explainer.event(explainer.case(snapshot), decision, "insults", None, None, None)

    assert [
        "  `talk` handles `insults`",
        "    none of the other branches holds",
        "    `warnings < 2 and not calm` does not hold",
        "      `calm` is true",
        "    `warnings == 2` does not hold: `warnings` is 0",
    ] == lines(found)[1:6]


def test_a_number_is_told_by_the_region_in_which_any_other_would_do() -> None:
    assert "  had `event.amount` been from 50 to 100, `pays` would have been applied → `closed`" in why(
        session(), "pays", data={"amount": 7}
    )
    assert "  had `event.amount` been below 50, `pays` would have been ignored" in why(
        session(), "pays", data={"amount": 60}
    )


@pytest.mark.parametrize(
    ("when", "score", "said"),
    [
        ("score >= 50", 7, "50 or more"),
        ("score > 50", 7, "above 50"),
        ("score <= 50", 70, "50 or less"),
        ("score < 50", 70, "below 50"),
        ("score > 50 and score < 60", 7, "between 50 and 60"),
        ("score >= 50 and score <= 60", 7, "from 50 to 60"),
        ("score == 50.5", 7, "50.5"),
    ],
)
def test_every_region_of_numbers_has_its_words(when: str, score: float, said: str) -> None:
    policy = pe.parse_policy(
        "policy: small\nformat: 1\nversion: '1'\nfacts: {score: {number: 0}}\nevents: {e: {}}\n"
        f"initial: a\nstates:\n  a: {{on: {{e: {{when: {when}, target: b}}}}}}\n  b: {{type: final}}\n"
    )

    found = explain(policy, policy.start(facts={"score": score}).snapshot(), "e")

    assert f"  had `score` been {said}, `e` would have been applied → `b`" == lines(found)[-1]


def test_a_text_is_told_by_what_it_would_have_to_be() -> None:
    said = why(session(), "says", data={"word": "go"})

    assert "  had `event.word` been '', `says` would have been applied → `closed`" in said
    assert "  had `event.word` been another text, `says` would have been ignored" in why(
        session(), "says", data={"word": "stop"}
    )


def test_a_person_is_told_by_who_it_would_have_to_be() -> None:
    before = session()
    before.send("decided", by=("agent", "anna"), now=NOW)

    assert "  had somebody else reported it, `appeals` would have been applied → `closed`" in why(
        before, "appeals", by=("agent", "anna")
    )
    assert "  had nobody been named, `appeals` would have been rejected" in why(
        before, "appeals", by=("agent", "anna")
    )
    assert "  had 'anna' reported it, `appeals` would have been ignored" in why(
        before, "appeals", by=("agent", "bert")
    )
    assert "    `by != decided_by` does not hold: `anna` reports it and `decided_by` is 'anna'" in why(
        before, "appeals", by=("agent", "anna")
    )
    assert "  `appeals` needs to know who reports it: name the person" in why(before, "appeals")


def test_an_event_that_nothing_handles_is_told_with_where_it_is_handled() -> None:
    assert "  nothing in `warn` handles it; these do: `listen`, `limit`" in why(
        session("insults"), "reminder"
    )
    assert "  nothing in `listen` handles it, nor in any other state" in why(session(), "unheard")


LAPSE = """
policy: small
format: 1
version: "1"
context: {seen: {counter: 0..3, lapse: LAPSE}}
events: {asks: {}}
initial: talk
states:
  talk:
    on: {asks: {when: seen < 2, do: [{add: {seen: 1}}]}}
    always: {when: seen >= 2, target: busy}
  busy: {always: {when: seen < 2, target: talk}}
"""


def fell(lapse: str) -> list[str]:
    """What is told of a counter of 2 of which something lapses."""
    policy = pe.parse_policy(LAPSE.replace("LAPSE", lapse))
    session = policy.start(now=NOW)
    session.send("asks", now=NOW)
    session.send("asks", now=NOW)
    item = Explainer(policy)
    fired = policy.resume(session.snapshot()).advance(NOW + timedelta(hours=1))[0]
    return lines(item.fired(item.case(session.snapshot()), fired.decision))


def test_what_a_condition_found_is_kept_apart_from_what_was_there_before() -> None:
    one, all_of_it = fell("1 h"), fell("{after: 1 h, when: all}")

    assert [
        "`seen` lapses from 2 to 1: applied, `busy` → `talk`",
        "`seen` lapses from 2 to 0: applied, `busy` → `talk`",
    ] == [one[0], all_of_it[0]]
    assert "    `seen < 2` holds: `seen` is 1 by then" in one
    assert "    `seen < 2` holds: `seen` is 0 by then" in all_of_it


def test_of_nothing_nothing_lapses() -> None:
    assert ["1 before", "3 before"] == [
        line.split("`seen` been ")[1].split(",")[0] for line in fell("1 h") if line.startswith("  had")
    ]


def test_a_part_of_a_change_that_does_it_already_is_all_that_is_told() -> None:
    policy = pe.parse_policy(CALL)
    session = policy.start(now=NOW)
    session.send("insults", now=NOW)

    found = [line for line in lines(explain(policy, session.snapshot(), "insults", now=NOW)) if "had" in line]

    assert [] == [line for line in found if " and " in line]
    assert any("`warnings` been 2" in line for line in found)


def test_what_is_overdue_or_lapses_is_told_in_words() -> None:
    policy = pe.parse_policy(
        """
policy: small
format: 1
version: "1"
context: {seen: {counter: 0..2, lapse: 1 h}}
events: {asks: {}, answers: {}}
initial: talk
states:
  talk:
    must: {event: answers, within: 30 min}
    on:
      asks: {when: seen < 2, do: [{add: {seen: 1}}]}
      answers: {target: talk}
"""
    )
    asked = policy.start(now=NOW)
    asked.send("asks", now=NOW)
    item = Explainer(policy)
    case = item.case(asked.snapshot())
    first, second = asked.advance(NOW + timedelta(hours=2))

    assert (
        "`answers` is overdue: applied, `talk` → `talk`"
        == told(item.fired(case, first.decision), "en")[0].text
    )
    assert (
        "`seen` vervalt van 1 naar 0: toegepast, `talk` → `talk`"
        == told(item.fired(item.after(case, first.decision), second.decision), "nl")[0].text
    )


def test_a_call_that_takes_too_many_values_says_how_far_it_was_looked_through() -> None:
    facts = "".join(f"  f{number}: {{range: 0..99, default: 0}}\n" for number in range(3))
    sums = " + ".join(f"f{number}" for number in range(3))
    policy = pe.parse_policy(
        f"policy: wide\nformat: 1\nversion: '1'\nfacts:\n{facts}events: {{e: {{}}}}\ninitial: a\n"
        f"states:\n  a: {{on: {{e: {{when: {sums} > 250, target: b}}}}}}\n  b: {{type: final}}\n"
    )
    found = explain(policy, policy.start().snapshot(), "e")

    assert ((), 1) == (found.alternatives, found.thorough)
    assert "No other values would have changed it (up to 1 at once were tried)." == told(found, "en")[-1].text


def test_only_the_first_few_other_answers_are_told() -> None:
    states = "".join(f"  s{number}: {{}}\n" for number in range(8))
    branches = ", ".join(f"{{when: level == {number}, target: s{number}}}" for number in range(8))
    policy = pe.parse_policy(
        "policy: wide\nformat: 1\nversion: '1'\nfacts: {level: {range: 0..7, default: 0}}\nevents: {e: {}}\n"
        f"initial: a\nstates:\n  a: {{on: {{e: [{branches}]}}}}\n{states}"
    )
    found = explain(policy, policy.start().snapshot(), "e")

    assert 7 == len(found.alternatives)
    assert "  and 1 more" == lines(found)[-1]


def test_a_repeat_and_a_session_that_is_over_are_told_as_such() -> None:
    repeated = session("hangs_up")
    over = session()
    over.send("helps", by="manager", now=NOW)

    assert [
        "`hangs_up`: ignored, `listen`",
        "  a repeat of `hangs_up` within 10 s does not count",
    ] == why(repeated, "hangs_up")
    assert ["`insults` (swears): nothing, for the session is over, `closed`"] == why(over, "insults")


def test_new_facts_come_first() -> None:
    assert [
        "`insults` (swears): nothing, for the session is over, `listen`",
        "  `always` of `talk`",
        "    `debt > 1000` holds: `debt` is 2000",
    ] == why(session(), "insults", facts={"debt": 2000})


def test_facts_alone_a_timer_what_was_sent_and_the_start_are_explained_too() -> None:
    item = Explainer(POLICY)
    learning = session()
    before = learning.snapshot()
    decision = learning.learn({"debt": 2000}, now=NOW)
    waiting = session("insults")
    armed = item.case(waiting.snapshot())
    (fired,) = waiting.advance(NOW + timedelta(minutes=5))
    sending = session("hangs_up")
    sent = item.case(sending.snapshot())
    (come,) = sending.advance(NOW + timedelta(minutes=2))

    assert [
        "new facts: applied, `listen` → `closed`",
        "  `always` of `talk`",
        "    `debt > 1000` holds: `debt` is 2000",
        "What would have changed it:",
        "  had `debt` been 1000 or less, it would have been ignored",
    ] == lines(item.learned(item.case(before), decision, {"debt": 2000}))
    assert [
        "after 5 min in `warn`: applied, `warn` → `warn`",
        "  the timer of `warn`",
        "    none of the other branches holds",
        "    `calm` is false",
    ] == [line for line in lines(item.fired(armed, fired.decision)) if "calm" not in line or "is" in line][:4]
    assert ["`reminder`: applied, `listen` → `warn`", "  `listen` handles `reminder`"] == lines(
        item.fired(sent, come.decision)
    )[:2]
    assert ["the start → `listen`", "What would have changed it:"] == lines(
        item.start(POLICY.start().opening, {})
    )[:2]


def test_what_was_due_before_is_taken_into_account() -> None:
    found = explain(POLICY, session("hangs_up").snapshot(), "reminder", now=NOW + timedelta(minutes=3))

    assert ("ignored", ("warn",)) == (found.verdict, found.before)


def test_the_session_that_is_asked_about_stays_as_it_was() -> None:
    before = session()
    snapshot = before.snapshot()

    explain(POLICY, snapshot, "insults")

    assert snapshot == before.snapshot()


def test_what_the_session_would_not_take_is_raised() -> None:
    with pytest.raises(UnknownEventError):
        explain(POLICY, session().snapshot(), "shouts")


def test_it_is_the_same_from_a_compiled_table(tmp_path: object) -> None:
    path = f"{tmp_path}/call.json"
    with open(path, "w", encoding="utf-8") as file:  # noqa: PTH123 - one line is enough for a test
        json.dump(POLICY.to_table(), file)
    table = pe.load_table(path)

    one = explain(POLICY, session("insults").snapshot(), "ends_call", by="manager")
    other = explain(table, session("insults").snapshot(), "ends_call", by="manager")

    assert [size.states for size in one.alternatives] == [size.states for size in other.alternatives]


def test_it_can_be_written_as_json() -> None:
    found = explain(POLICY, session().snapshot(), "pays", {"amount": 7}).to_dict()

    assert found == json.loads(json.dumps(found))
    assert {
        "kind": "data", "name": "amount", "was": 7, "value": 50,
        "from": 50, "to": 100, "from_included": True, "to_included": False,
    } == found["alternatives"][0]["altered"][0]  # fmt: skip
