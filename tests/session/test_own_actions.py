"""Actions that are computed for each session, beside decisions that sessions share."""

from tests.small import small_policy

POLICY = small_policy(
    "facts: {customer: {text: ''}}\n"
    "actions: {tell_all: {params: {who: {text: ''}, what: {text: ''}}}, note: {record: date}}\n"
    "events: {by_fact: {}, by_data: {data: {words: {text: none}}}}\n"
    "initial: s\n"
    "states: {s: {on: {by_fact: {do: [{tell_all: {who: {expr: customer}}}, note]},"
    " by_data: {do: [{tell_all: {who: {expr: customer}, what: {expr: event.words}}}]}}}}\n"
)


def test_each_session_is_asked_with_its_own_facts() -> None:
    one, other = POLICY.start(facts={"customer": "c-1"}), POLICY.start(facts={"customer": "c-2"})

    told = [session.send("by_fact").actions[0].params["who"] for session in (one, other, one)]

    assert told == ["c-1", "c-2", "c-1"]
    assert [len(one.records), len(other.records)] == [2, 1]


def test_each_event_is_asked_with_its_own_data() -> None:
    session = POLICY.start(facts={"customer": "c-1"})

    told = [
        session.send("by_data", data).actions[0].params["what"]
        for data in ({"words": "a"}, None, {"words": "b"}, None)
    ]

    assert told == ["a", "none", "b", "none"]


def test_what_sessions_share_holds_nothing_of_one_of_them() -> None:
    session = POLICY.start(facts={"customer": "c-1"})
    session.send("by_fact")

    shared = [decision for decision in session._row.view.decisions.values() if decision is not None]

    assert all("c-1" not in str(decision.actions) for decision in shared)
