"""Two versions of a policy are told apart by a shortest call, or never."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.budget import Budget
from policy_engine.courses.pair import Call, Difference, Undecided
from policy_engine.courses.product import compare, equivalent
from policy_engine.courses.skeleton import same_skeleton
from tests.courses.pairs import shortest_difference, two_versions

HEAD = """
policy: two
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {a: {}, b: {}, c: {by: [manager]}}
actions: {act: {params: {loud: {flag: false}}}}
facts: {k: {flag: false}, name: {text: ""}, other: {text: ""}}
context: {n: {counter: 0..3}, f: {flag: false}}
"""
WAITS = HEAD + "initial: s\nstates: {s: {after: {2 min: t}, on: {a: s}}, t: {}}\n"


def found(old: str, new: str) -> Difference | Undecided | None:
    return equivalent(pe.parse_policy(old).automaton, pe.parse_policy(new).automaton)


def difference(old: str, new: str) -> Difference:
    answer = found(old, new)
    assert isinstance(answer, Difference)
    return answer


def test_what_differs_in_words_only_is_the_same_without_a_search() -> None:
    old = pe.parse_policy(HEAD + "initial: s\nstates: {s: {say: Hello.}}\n")
    new = pe.parse_policy(HEAD + "initial: s\nstates: {s: {say: Good day., note: Longer.}}\n")

    assert same_skeleton(old.chart, new.chart)
    assert equivalent(old.automaton, new.automaton) is None
    assert not same_skeleton(old.chart, pe.parse_policy(WAITS).chart)


def test_condition_said_otherwise_is_the_same() -> None:
    old = HEAD + "initial: s\nstates: {s: {on: {a: {target: t, when: not (k and f)}}}, t: {}}\n"
    new = HEAD + "initial: s\nstates: {s: {on: {a: {target: t, when: not k or not f}}}, t: {}}\n"

    assert found(old, new) is None


def test_timer_that_is_longer_is_seen_from_what_is_due() -> None:
    answer = difference(WAITS, WAITS.replace("2 min", "3 min"))

    assert ("deadline",) == answer.parts
    assert (Call("start"),) == answer.calls


def test_longer_timer_behind_one_that_leaves_the_state_changes_nothing() -> None:
    old = WAITS.replace("{2 min: t}", "{2 min: t, 5 min: s}")

    assert found(old, WAITS) is None
    assert found(old, old.replace("5 min", "6 min")) is None


def test_timer_of_an_outer_state_comes_first_where_the_inner_one_began_late() -> None:
    old = HEAD + (
        "initial: s\nstates: {s: {initial: i, after: {10 s: t}, states: {i: {after: {2 s: j}, on: {a: k}}, "
        "j: {after: {6 s: u}}, k: {after: {9 s: u}}}}, t: {}, u: {on: {b: u}}}\n"
    )

    answer = difference(old, old.replace("10 s: t", "10 s: {target: t, do: [act]}"))

    assert ["start", "event", "time"] == [call.kind for call in answer.calls]
    assert 1_000_000_000 <= answer.calls[1].wait < 2_000_000_000


def test_longer_outer_timer_is_seen_where_the_inner_ones_no_longer_come_first() -> None:
    old = HEAD + (
        "initial: s\nstates: {s: {initial: i, after: {10 s: t}, "
        "states: {i: {after: {2 s: i}, on: {a: j}}, j: {}}}, t: {}}\n"
    )

    answer = difference(old, old.replace("10 s", "12 s"))

    assert ("deadline",) == answer.parts
    assert "a" == answer.calls[-1].event or answer.calls[-1].wait >= 6_000_000_000


def test_timers_whose_order_only_exact_time_knows() -> None:
    # The first takes 4 s and the second 4 s more: the outer one of 7 s always comes before the end of them.
    def policy(last: str) -> str:
        return HEAD + (
            "initial: s\nstates: {s: {initial: i, after: {7 s: t}, states: "
            "{i: {after: {4 s: j}}, j: {after: {4 s: " + last + "}}}}, t: {}, u: {}}\n"
        )

    assert found(policy("u"), policy("{target: u, do: [act]}")) is None


def test_facts_that_change_on_the_way_are_tried() -> None:
    old = HEAD + (
        "initial: s\nstates: {s: {on: {a: {target: t, when: k}}}, "
        "t: {on: {a: {target: u, when: not k}}}, u: {}}\n"
    )
    new = old.replace("u: {}", "u: {entry: [act]}")

    answer = difference(old, new)

    assert ["start", "event", "facts", "event"] == [call.kind for call in answer.calls]
    assert (("k", True),) == answer.calls[0].facts
    assert (("k", False),) == answer.calls[2].facts


def test_fact_that_nobody_tells_is_as_each_version_has_it_until_it_is_told() -> None:
    old = HEAD + "initial: s\nstates: {s: {on: {a: {target: t, when: k}}}, t: {}}\n"
    new = old.replace("k: {flag: false}", "k: {flag: true}")

    assert (Call("start"), Call("event", "a", by="agent")) == difference(old, new).calls
    assert found(old.replace("when: k", "when: n > 0"), new.replace("when: k", "when: n > 0")) is None
    # Who has told it can't take it back: once it led here both have the same.
    old = HEAD + "initial: s\nstates: {s: {on: {a: {target: t, when: name == 'x'}}}, t: {on: {b: s}}}\n"
    old = old.replace("s: {on: {a", "s: {on: {b: {target: u, when: name == 'y'}, a").replace(
        "t: {on", "u: {}, t: {on"
    )
    assert found(old, old.replace('name: {text: ""}', "name: {text: z}")) is None


def test_numbers_are_tried_on_both_sides_of_what_either_version_names() -> None:
    old = HEAD.replace("facts: {", "facts: {score: {number: 0.0}, ") + (
        "initial: s\nstates: {s: {on: {a: {target: t, when: score > 1.5}}}, t: {}}\n"
    )

    answer = difference(old, old.replace("1.5", "2.5"))

    ((name, value),) = answer.calls[0].facts
    assert "score" == name
    assert isinstance(value, (int, float))
    assert 1.5 < value <= 2.5


def test_who_may_report_is_tried_for_every_role() -> None:
    old = HEAD + "initial: s\nstates: {s: {on: {c: t}}, t: {}}\n"

    answer = difference(old, old.replace("c: {by: [manager]}", "c: {}"))

    assert ("verdict", "reason", "after", "path") == answer.parts
    assert "agent" == answer.calls[-1].by


PAYS = HEAD.replace("c: {by", "pay: {data: {amount: {range: 0..9, default: 2}}}, c: {by")


@pytest.mark.parametrize(
    ("states", "other"),
    [
        ("s: {on: {pay: {target: t, when: event.amount > 3}}}, t: {}", 5),
        ("s: {on: {pay: {when: event.amount < 4, do: [{set: {n: event.amount}}]}, a: u}}, u: {say: 'n'}", 3),
    ],
)
def test_datum_that_is_left_out_is_told_apart_where_its_default_differs(states: str, other: int) -> None:
    old = PAYS + f"initial: s\nstates: {{{states}}}\nexports: {{paid: n}}\n"

    calls = difference(old, old.replace("default: 2", f"default: {other}")).calls

    assert ("pay", ()) == next((call.event, call.data) for call in calls if call.event)


def test_default_that_nothing_reads_differently_makes_no_difference() -> None:
    old = PAYS + "initial: s\nstates: {s: {on: {pay: {target: t, when: event.amount > 5}}}, t: {}}\n"

    assert found(old, old.replace("default: 2", "default: 3")) is None


def test_text_that_is_passed_on_is_told_from_another() -> None:
    old = HEAD.replace("loud: {flag: false}", 'who: {text: ""}') + (
        "initial: s\nstates: {s: {on: {a: {do: [{act: {who: {expr: name}}}]}}}}\n"
    )

    assert ("actions",) == difference(old, old.replace("expr: name", "expr: other")).parts


def test_repeat_that_does_not_count_yet_hides_nothing_that_comes_later() -> None:
    old = HEAD.replace("a: {}", "a: {settle: 5 s}") + (
        "initial: s\nstates: {s: {on: {a: t}}, t: {on: {a: u}}, u: {}}\n"
    )

    answer = difference(old, old.replace("u: {}", "u: {entry: [act]}"))

    assert [0, 0, 5_000_000_000] == [call.wait for call in answer.calls]
    timed = old.replace("t: {on: {a: u}}", "t: {on: {a: u}, after: {4 s: s}}")
    assert found(timed, timed.replace("u: {}", "u: {entry: [act]}")) is None


SETTLES = HEAD.replace("a: {}", "a: {settle: 10 s}") + (
    "initial: s\nstates: {s: {on: {a: {when: n < 3, do: [{add: {n: 1}}]}, b: t}}, t: {}}\n"
)


@pytest.mark.parametrize(("other", "wait"), [("settle: 9 s", 9), ("settle: 11 s", 10), ("", 0)])
def test_repeat_that_counts_sooner_in_one_version_is_told_when_it_does(other: str, wait: int) -> None:
    old, new = (pe.parse_policy(text).automaton for text in (SETTLES, SETTLES.replace("settle: 10 s", other)))

    found = compare(old, new)

    told = [one for one in found.differences if "verdict" in one.parts]
    assert ["start", "a", "a"] == [call.event or call.kind for call in told[0].calls]
    assert wait == -(-told[0].calls[-1].wait // 10**9)
    assert {("applied", "ignored"), ("ignored", "applied")} >= {
        (told[0].old[0].verdict, told[0].new[0].verdict)
    }


def test_what_only_one_version_applies_is_told_where_it_is_no_repeat() -> None:
    calls = difference(SETTLES.replace("n < 3", "n < 2"), SETTLES.replace("n < 3", "n < 1")).calls

    assert [("start", 0), ("a", 0), ("a", 10)] == [
        (call.event or call.kind, call.wait // 10**9) for call in calls
    ]


def test_repeat_that_is_never_told_in_time_makes_no_difference() -> None:
    once = SETTLES.replace("{when: n < 3, do: [{add: {n: 1}}]}", "t")

    assert found(once, once.replace("10 s", "9 s")) is None


def test_what_must_be_done_is_noticed_by_when_it_is_due() -> None:
    old = HEAD + "initial: s\nstates: {s: {must: {call: {event: b, within: 2 h}}, after: {1 h: t}}, t: {}}\n"

    assert ("duties",) == difference(old, old.replace("2 h", "3 h")).parts


def test_exports_are_noticed() -> None:
    old = HEAD + "exports: [n]\ninitial: s\nstates: {s: {on: {a: {do: [{set: {n: 1}}]}}}}\n"

    assert ("exports",) == difference(old, old.replace("n: 1}}]", "n: 2}}]")).parts


def test_phrases_that_are_shown_at_other_times_are_noticed() -> None:
    old = HEAD + (
        "initial: s\nstates: {s: {on: {a: {target: t, do: [{set: {n: 1}}]}}, say: Hello.}, "
        't: {say: [{when: n > 1 and k, text: Careful.}, "You did this {n} times."]}}\n'
    )

    assert found(old, old.replace("say: Hello.", "say: Good day.")) is None
    assert ("guidance",) == difference(old, old.replace("n: 1", "n: 2")).parts
    hidden = old.replace(', "You did this {n} times."', "")
    assert (("k", True),) == difference(hidden, hidden.replace("n: 1", "n: 2")).calls[0].facts
    assert found(hidden, hidden.replace("n: 1", "n: 0")) is None


def test_durations_of_the_calendar_are_compared_as_they_are_written() -> None:
    old = WAITS.replace("2 min", "3 working_days")

    assert found(old, old.replace("on: {a: s}", "on: {a: s}, always: {target: t, when: k and f}")) is None
    assert ("deadline",) == difference(old, old.replace("3 w", "4 w")).parts


def test_another_calendar_is_noticed() -> None:
    old = WAITS.replace("2 min", "3 working_days")

    assert isinstance(found(old, old + 'calendar: {closed: ["2027-01-01"]}\n'), Difference)


def test_states_with_other_names_can_be_named() -> None:
    old, new = (
        pe.parse_policy(WAITS),
        pe.parse_policy(WAITS.replace("t: {}", "end: {}").replace(": t}", ": end}")),
    )

    assert isinstance(equivalent(old.automaton, new.automaton), Difference)
    assert equivalent(old.automaton, new.automaton, names={"t": "end"}) is None
    assert not compare(old.automaton, new.automaton, by_name=False).differences


def test_differences_behind_another_are_found() -> None:
    old = HEAD + "initial: s\nstates: {s: {after: {2 min: t}}, t: {on: {b: u}}, u: {}}\n"
    new = old.replace("2 min", "3 min").replace("u: {}", "u: {entry: [act]}")

    answer = compare(pe.parse_policy(old).automaton, pe.parse_policy(new).automaton)

    assert [("deadline",), ("actions",)] == [item.parts for item in answer.differences]


def test_too_much_to_try_is_an_answer_of_its_own() -> None:
    old, new = (
        pe.parse_policy(WAITS),
        pe.parse_policy(WAITS.replace("on: {a: s}", "on: {a: {target: s, when: k or f}}")),
    )
    begun = Automaton(new.automaton.chart, new.parameters)

    assert Undecided("table") == equivalent(old.automaton, begun)
    assert isinstance(equivalent(old.automaton, new.automaton, budget=Budget()), Difference)
    assert Undecided("pairs") == equivalent(old.automaton, new.automaton, budget=Budget(1))


def test_what_may_be_due_more_often_than_is_counted_is_not_decided() -> None:
    # Only time says that nobody comes to `t`, and what is sent before that is never counted.
    old = (
        HEAD + "initial: s\nstates: {s: {on: {a: {do: [{send: {event: b, delay: 2 min}}]}}, "
        "after: {1 h: u, 2 h: t}}, t: {}, u: {}}\n"
    )
    new = old.replace(", t: {}", ", t: {on: {c: u}}")

    assert Undecided("due") == found(old, new)


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("seed", "rich"), [*((seed, False) for seed in range(3, 14)), *((seed, True) for seed in (0, 1, 3, 4, 6))]
)
def test_shortest_call_is_as_short_as_one_that_is_found_by_playing_all(seed: int, rich: bool) -> None:
    old, new = two_versions(seed, rich=rich)

    answer = equivalent(old.automaton, new.automaton)

    expected = shortest_difference(old, new, deepest=2)
    if expected is None:
        assert not isinstance(answer, Difference) or len(answer.calls) > 3
    else:
        assert isinstance(answer, Difference)
        assert expected == len(answer.calls) - 1
