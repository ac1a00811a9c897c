from __future__ import annotations

import pytest

from policy_engine.model.chart import Transition
from tests.model.reading import chart_of, codes, findings, ids, only_transition, read, state, suggestion

HEAD = """events: {e: {}, f: {}, offer: {data: {level: {range: 1..3}, kind: {text: ""}}},
  reply: {data: {level: {flag: }}}}
context: {n: {counter: 0..3}, ok: {flag: false}}
roles: {agent: {}, manager: {}}
initial: a
states:
"""


def transitions(text: str) -> tuple[Transition, ...]:
    return chart_of(f"{HEAD}  a: {text}\n  b: {{}}\n").transitions


def lines(text: str) -> list[tuple[str, int, int]]:
    return findings(f"{HEAD}  a: {text}\n  b: {{}}\n")


def test_a_bare_id_is_a_target() -> None:
    chart = chart_of(HEAD + "  a: {on: {e: b}}\n  b: {}\n")
    transition = only_transition(chart)

    assert (("b",), ("e",), "on", None, False) == (
        ids(chart, transition.targets),
        transition.events,
        transition.trigger,
        transition.guard,
        transition.is_else,
    )
    assert (transition,) == state(chart, "a").on["e"]


def test_a_mapping_says_everything_about_a_transition() -> None:
    (transition,) = transitions(
        "{on: {e: {target: b, when: ok, by: manager, do: {add: "
        "{n: 1}}, label: gaat, note: x, why: y, source: z}}}"
    )

    assert ("ok", frozenset({"manager"}), 1) == (str(transition.guard), transition.by, len(transition.steps))
    assert ({"": ("gaat",)}, {"": ("x",)}, {"": ("y",)}, ("z",)) == (
        transition.label,
        transition.note,
        transition.why,
        transition.source_refs,
    )


def test_a_list_has_branches_and_an_else() -> None:
    first, second = transitions("{on: {e: [{when: ok, target: b}, {else: {do: {set: {ok: true}}}}]}}")

    assert ("ok", False) == (str(first.guard), first.is_else)
    assert (None, True, ()) == (second.guard, second.is_else, second.targets)


def test_several_events_share_their_branches() -> None:
    chart = chart_of(HEAD + "  a: {on: {e or f: b}}\n  b: {}\n")
    on = state(chart, "a").on

    assert ["e", "f"] == list(on)
    assert on["e"] is on["f"]
    assert ("e", "f") == on["e"][0].events


def test_ids_tell_where_a_transition_stands() -> None:
    found = transitions(
        "{on: {e or f: [{when: ok, target: b}, {else: b}]}, after: {2 min: b}, always: {when: ok, target: b},"
        " initial: c, states: {c: {type: final}}, done: b}"
    )

    assert ["a.on.e|f.0", "a.on.e|f.1", "a.after.2 min.0", "a.always.0", "a.done.0"] == [
        item.id for item in found
    ]
    assert ["on", "on", "after", "always", "done"] == [item.trigger for item in found]
    assert [0, 1, 2, 3, 4] == [item.index for item in found]


def test_a_transition_without_a_target_stays() -> None:
    (transition,) = transitions("{on: {e: {}}}")

    assert () == transition.targets


def test_targets_in_different_regions_are_entered_together() -> None:
    chart = chart_of(
        HEAD + "  a: {on: {e: {target: [l2, r2]}}}\n  p:\n    type: parallel\n    states:\n"
        "      l: {initial: l1, states: {l1: {}, l2: {}}}\n      r: {initial: r1, states: {r1: {}, r2: {}}}\n"
    )

    assert ("l2", "r2") == ids(chart, only_transition(chart).targets)


@pytest.mark.parametrize(
    ("targets", "code"),
    [
        ("[l1, l2]", "targets-in-one-region"),
        ("[l, l1]", "targets-in-one-region"),
        ("[l1, l1]", "targets-in-one-region"),
        ("[p, l1]", "targets-in-one-region"),
        ("[l1, a]", "targets-in-one-region"),
        ("[l1, h]", "targets-in-one-region"),
        ("[]", "empty-list"),
        ("[l1, 5]", "wrong-type"),
        ("[l1, r9]", "undeclared-state"),
    ],
)
def test_other_targets_cannot_be_entered_together(targets: str, code: str) -> None:
    text = (
        f"{HEAD}  a: {{on: {{e: {{target: {targets}}}}}}}\n  p:\n    type: parallel\n    states:\n"
        "      l: {initial: l1, states: {l1: {}, l2: {}}}\n      r: {}\n      h: {type: history}\n"
    )

    assert [code] == codes(text)


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("{on: {e: bb}}", "undeclared-state", 15),
        ("{on: {ee: b}}", "undeclared-event", 12),
        ("{on: {e or ff: b}}", "undeclared-event", 17),
        ("{on: {e: null}}", "wrong-type", 15),
        ("{on: {e: []}}", "empty-list", 15),
        ("{on: {e: [b, a]}}", "wrong-type", 16),
        ("{on: {e: {targt: b}}}", "unknown-key", 16),
        ("{on: {e: {else: b}}}", "else-without-list", 16),
        ("{on: {e: [{else: b}, {when: ok, target: b}]}}", "else-not-last", 17),
        ("{on: {e: [{when: ok, target: b}, {else: b, when: not ok}]}}", "else-with-when", 49),
        ("{on: {e: [{when: ok, target: b}, {else: {when: not ok}}]}}", "else-with-when", 47),
        ("{on: {e: [{when: ok, target: b}, {else: null}]}}", "wrong-type", 46),
        ("{on: {e: [{when: ok, target: b}, {else: [b]}]}}", "wrong-type", 46),
        ("{on: {e: [{when: ok, target: b}, {else: {target: c}}]}}", "undeclared-state", 55),
        ("{on: {e: b, f or e: b}}", "event-handled-twice", 23),
        ("{on: {e or e: b}}", "event-handled-twice", 17),
        ("{on: {e: {target: b, by: agnet}}}", "undeclared-role", 31),
        ("{on: {e: {target: b, by: []}}}", "empty-list", 31),
        ("{always: {target: b, by: agent}}", "by-without-event", 27),
        ("{after: {5 min: {target: b, by: agent}}}", "by-without-event", 34),
        ("{on: {e: {target: b, internal: true}}}", "internal-misuse", 27),
        ("{on: {e: {internal: true}}}", "internal-misuse", 16),
        ("{on: {e: {target: b, internal: ja}}}", "wrong-type", 37),
        ("{initial: c, states: {c: {}}, on: {e: {target: b, internal: true}}}", "internal-misuse", 56),
        ("{initial: c, states: {c: {}}, on: {e: {internal: true}}}", "internal-misuse", 45),
        ("{type: parallel, states: {c: {}}, on: {e: {target: c, internal: true}}}", "internal-misuse", 60),
        ("{on: {e: {when: nope, target: b}}}", "undeclared-name", 22),
        ("{on: {e: {when: [ok], target: b}}}", "wrong-type", 22),
        ("{on: {e: {when: event.level == 2, target: b}}}", "undeclared-datum", 22),
        ("{on: {offer: {when: event.levl == 2, target: b}}}", "undeclared-datum", 26),
        ("{on: {offer or reply: {when: event.level == 2, target: b}}}", "data-differs", 35),
        ("{on: {offer or e: {when: event.level == 2, target: b}}}", "data-differs", 31),
        ("{always: {when: event.level == 2, target: b}}", "no-event-here", 22),
        ("{on: {e: [{when: ok, target: b}, {when: n > 1, target: b}]}}", "overlapping-branches", 39),
        ("{on: {e: [{when: ok, target: b}, {when: not ok and n > 8, target: b}]}}", "branch-never", 46),
    ],
)
def test_a_wrong_transition_is_told_at_its_place(text: str, code: str, column: int) -> None:
    found = [item for item in lines(text) if item[0] == code]

    assert [(code, 7, column)] == found


@pytest.mark.parametrize(
    "text",
    [
        "{initial: c, states: {c: {}}, on: {e: {target: c, internal: true}}}",
        "{on: {e: {target: b, internal: false}}}",
        "{on: {e: {when: by == 'manager', target: b}}}",
        "{on: {offer: {when: event.level == 2, target: b}}}",
        "{on: {e: [{when: ok, target: b}, {when: not ok, target: a}]}}",
        "{on: {e: [{by: agent, target: b}, {by: manager, target: a}]}}",
        "{on: {e: {when: ok, target: b}}}",
        "{always: [{when: n == 1, target: b}, {when: n == 2, target: b}]}",
        "{on: {e: a}, entry: {add: {n: 1}}}",
    ],
)
def test_a_right_transition_is_not_complained_about(text: str) -> None:
    assert [] == lines(text)


REGIONS = """events: {e: {}}
initial: p
states:
  p:
    type: parallel
    on: {e: [BRANCHES]}
    states:
      l: {initial: l1, states: {l1: {}, l2: {}}}
      r: {initial: r1, states: {r1: {}, r2: {}}}
"""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("l1", "l2", []),
        ("l1", "r1", ["overlapping-branches"]),
        ("l", "l1", ["overlapping-branches"]),
        ("l1", "l1", ["overlapping-branches"]),
    ],
)
def test_branches_may_ask_which_states_are_active(one: str, other: str, expected: list[str]) -> None:
    branches = f"{{when: in_state('{one}')}}, {{when: in_state('{other}')}}"

    found = [code for code in codes(REGIONS.replace("BRANCHES", branches)) if code != "branch-gap"]

    assert expected == found


def test_every_list_of_branches_is_looked_at_by_itself() -> None:
    fine = "[{when: ok, target: b}, {else: b}]"
    wrong = "[{when: ok, target: b}, {when: not ok or n == 1, target: b}]"
    by_roles = "[{by: agent, target: b}, {by: manager, target: b}]"
    text = f"  a: {{on: {{e: {fine}, f: {wrong}}}, after: {{1 s: {fine}, 2 s: {wrong}}}}}\n"
    twice = f"  a: {{entry: [{{raise: f}}], on: {{e: {by_roles}, f: {by_roles}}}}}\n"

    assert [("overlapping-branches", 7, 78), ("overlapping-branches", 7, 195)] == [
        (code, line, column) for code, line, column in findings(f"{HEAD}{text}  b: {{}}\n")
    ]
    assert ["overlapping-branches"] == codes(f"{HEAD}{twice}  b: {{}}\n")


def test_a_gap_is_a_warning_that_leaves_the_policy_as_it_is() -> None:
    chart, found = read(
        f"{HEAD}  a: {{on: {{e: [{{when: n == 1, target: b}}, {{when: n == 2, target: b}}]}}}}\n  b: {{}}\n"
    )

    assert chart is not None
    assert [("branch-gap", "warning")] == [(item.code, item.severity) for item in found]


def test_roles_that_may_not_report_an_event_leave_no_gap() -> None:
    text = (
        "events: {e: {by: [agent, manager]}}\nroles: {agent: "
        "{}, manager: {}, police: {}}\ninitial: a\nstates:\n"
        "  a: {on: {e: [{by: agent, target: a}, {by: manager, target: b}]}}\n  b: {}\n"
    )

    assert [] == codes(text)


def test_an_event_that_the_policy_raises_passes_every_by() -> None:
    text = (
        HEAD
        + "  a: {entry: [{raise: e}], on: {e: [{by: agent, target: b}, {by: manager, target: b}]}}\n  b: {}\n"
    )

    assert ["overlapping-branches"] == codes(text)


def test_branches_are_not_compared_where_one_of_them_is_broken() -> None:
    for broken in (
        "{when: nope, target: b}",
        "{when: [ok], target: b}",
        "{by: agnet}",
        "5",
        "{else: 5}",
        "{by: 5}",
    ):
        assert 1 == len(
            lines(f"{{on: {{e: [{broken}, {{when: ok, target: b}}, {{when: n > 1, target: b}}]}}}}")
        )


@pytest.mark.parametrize(
    ("text", "meant"),
    [("{on: {e: bb}}", "b"), ("{on: {oferr: b}}", "offer"), ("{on: {e: {targt: b}}}", "target")],
)
def test_the_name_that_was_meant_is_suggested(text: str, meant: str | None) -> None:
    assert meant == suggestion(f"{HEAD}  a: {text}\n  b: {{}}\n")


def test_data_of_an_undeclared_event_are_not_undeclared_too() -> None:
    assert ["undeclared-event"] == [
        item[0] for item in lines("{on: {ofer: {when: event.level == 2, target: b}}}")
    ]


@pytest.mark.parametrize(
    ("last", "advice"),
    [
        ("{target: b}", "- else: b"),
        ("{target: b, do: {add: {n: 1}}}", "- else: {target: b, do: ...}"),
        ("{do: {add: {n: 1}}}", "- else: {do: ...}"),
        ("{target: [l, r]}", "- else: {target: [l, r]}"),
        ("{}", "- else: {}"),
    ],
)
def test_a_last_branch_without_a_condition_is_answered_as_the_else(last: str, advice: str) -> None:
    regions = "  p: {type: parallel, states: {l: {}, r: {}}}\n"
    text = f"{HEAD}  a: {{on: {{e: [{{when: ok, target: b}}, {last}]}}}}\n  b: {{}}\n{regions}"

    assert [("branch-without-when", 7, 39)] == findings(text)
    assert advice == suggestion(text)


@pytest.mark.parametrize(
    "branches",
    ["{target: b}, {when: ok, target: b}", "{target: a}, {target: b}", "{target: b}, {else: a}"],
)
def test_no_other_branch_without_a_condition_is_taken_for_the_else(branches: str) -> None:
    text = f"{HEAD}  a: {{on: {{e: [{branches}]}}}}\n  b: {{}}\n"

    assert suggestion(text) is None
