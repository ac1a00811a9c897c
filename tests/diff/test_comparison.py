"""Two versions of a policy: equal for every caller, or each difference once, with a shortest call."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.cli.diff_report import lines_of
from policy_engine.courses.budget import Budget
from policy_engine.courses.pair import Undecided
from policy_engine.diff.comparison import Comparison, compare_policies, shortest
from policy_engine.diff.names import Names
from policy_engine.diff.telling import Teller, Told
from tests.courses.pairs import shortest_difference, two_versions

MANY = """
policy: many
format: 1
version: "1"
parameters: {most: {range: 1..100, default: 3}, wait: {range: 5..5, default: 5}}
context: {f: {flag: false}}
events: {a: {}, b: {}}
initial: s
states:
  s: {on: {a: {when: most > 90, target: t}, b: w}}
  w: {after: {wait s: p, 10 s: t}}
  p: {}
  t: {}
"""
LENGTHS = MANY.replace("range: 1..100", "range: 3..3").replace("range: 5..5", "range: 1..60")
YEARS = """
policy: years
format: 1
version: "1"
parameters: {a: {range: 1..365, default: 5}, b: {range: 1..365, default: 5}, c: {range: 1..365, default: 5}}
events: {go: {}}
actions: {act: {}}
initial: s
states:
  s: {after: {a days: t}}
  t: {after: {b days: u}}
  u: {after: {c days: v}}
  v: {on: {go: s}}
"""
OLD = """
policy: talk
format: 1
version: "1"
languages: [en, nl]
parameters: {most: {range: 1..3, default: 2}}
facts: {risk: {flag: false}}
roles: {agent: {label: {en: Agent, nl: Medewerker}}, manager: {label: {en: Manager, nl: Leidinggevende}}}
events:
  insult: {label: {en: swears, nl: scheldt}}
  threat: {label: {en: threatens, nl: bedreigt}}
  takes_over: {by: [manager], label: {en: takes over, nl: neemt over}}
actions:
  note: {label: {en: note it, nl: noteren}}
  call_police: {label: {en: call the police, nl: politie bellen}, params: {urgent: {flag: false}}}
context: {warnings: {counter: 0..3}}
initial: talk
states:
  talk:
    initial: calm
    on: {threat: danger, takes_over: danger}
    states:
      calm: {label: {en: Calm, nl: Rustig}, on: {insult: warn}, say: {en: Hello., nl: Hallo.}}
      warn:
        label: {en: Warn, nl: Waarschuwen}
        on:
          insult:
            - {when: warnings < most, do: [{add: {warnings: 1}}]}
            - else: over
        after: {2 min: calm}
  danger: {label: {en: Danger, nl: Gevaar}, entry: [call_police], on: {insult: over}}
  over: {type: final, label: {en: Over, nl: Voorbij}}
"""


def compared(*changes: tuple[str, str], old: str = OLD) -> Comparison:
    new = old
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return compare_policies(pe.parse_policy(old, name="old.yaml"), pe.parse_policy(new, name="new.yaml"))


def told(comparison: Comparison, language: str = "en") -> list[Told]:
    old, new = comparison.old, comparison.new
    teller = Teller(
        old.automaton.chart, new.automaton.chart, Names(old.chart, new.chart, language, ids=False)
    )
    return [teller.group(group) for group in comparison.groups]


def test_version_with_other_texts_is_equal_and_its_texts_are_listed() -> None:
    found = compared(("en: Hello.", "en: Good day."), ('version: "1"', 'version: "2"'))

    assert found.equal
    assert [("state", "calm", "say", "en", ("Hello.",), ("Good day.",))] == [text[:6] for text in found.texts]
    assert "new.yaml" == found.texts[0].new_line.file if found.texts[0].new_line else False


def test_cause_that_shows_in_many_states_is_told_once() -> None:
    found = compared(("entry: [call_police]", "entry: [note]"))

    assert [
        Told(
            "entering or leaving Danger",
            "goes to Danger, asks for call the police (urgent = false)",
            "goes to Danger, asks for note it",
            ("the start → Calm", "threatens"),
        )
    ] == told(found)
    assert ["danger"] == [name for group in found.groups for name in group.cause.new]
    assert [31] == [span.line for group in found.groups for span in group.cause.new_lines]


def test_transition_that_goes_elsewhere_is_told_with_both_lines() -> None:
    found = compared(("on: {threat: danger, ", "on: {threat: over, "))

    (group,) = found.groups
    assert ("threat",) == group.events
    assert ("calm", "warn") == group.states
    assert [21, 21] == [span.line for span in (*group.cause.old_lines, *group.cause.new_lines)]
    (words,) = told(found, "nl")
    assert "bedreigt in Rustig en Waarschuwen" == words.title
    assert "gaat naar Gevaar, vraagt om politie bellen (urgent = false)" == words.old
    assert "gaat naar Voorbij, eindigt als Voorbij" == words.new
    assert ("het begin → Rustig", "bedreigt") == words.call


def test_timer_is_told_by_its_state_and_what_is_due() -> None:
    found = compared(("2 min: calm", "3 min: calm"))

    assert [
        Told(
            "time in Warn",
            "goes to Warn; due then: after 2 minutes",
            "goes to Warn; due then: after 3 minutes",
            ("the start → Calm", "swears"),
        )
    ] == told(found)


def test_guard_is_told_with_the_parameters_and_the_call_that_show_it() -> None:
    found = compared(("warnings < most,", "warnings <= most and warnings < 3,"))

    (group,) = found.groups
    (words,) = told(found)
    assert {"most": 1} == group.parameters
    assert ("the start (most = 1) → Calm", "swears → Warn", "swears → Warn", "swears") == words.call
    assert ("goes to Over, ends as Over", "stays in Warn") == (words.old, words.new)


def test_who_may_report_is_told_by_role() -> None:
    found = compared(("takes_over: {by: [manager], ", "takes_over: {"))

    (words,) = told(found)
    assert "may not be reported by Agent" == words.old


def test_refusals_are_told() -> None:
    found = compared(
        ("warn:\n        label", 'warn:\n        forbid: {threat: {en: "No.", nl: "Nee."}}\n        label')
    )

    (words,) = told(found)
    assert "is refused" == words.new
    assert ("the start → Calm", "swears → Warn", "threatens") == words.call


def test_what_is_declared_otherwise_is_a_difference_of_its_own() -> None:
    found = compared(
        ("range: 1..3, default: 2", "range: 1..2, default: 1"),
        ("risk: {flag: false}", "risk: {flag: true}"),
        ("  threat: {label", "  leaves: {}\n  threat: {settle: 5 s, label"),
        ("note: {label", "remark: {label"),
        ("params: {urgent: {flag: false}}", "params: {urgent: {flag: true}, where: {text: ''}}"),
    )

    assert not found.equal
    assert [
        ("parameter", "most", "changed", "type", "1..3", "1..2"),
        ("parameter", "most", "changed", "default", "2", "1"),
        ("fact", "risk", "changed", "default", "false", "true"),
        ("event", "leaves", "added", "", "", ""),
        ("event", "threat", "changed", "settle", "", "5 s"),
        ("action", "note", "removed", "", "", ""),
        ("action", "remark", "added", "", "", ""),
        ("action parameter", "call_police.where", "added", "", "", ""),
        ("action parameter", "call_police.urgent", "changed", "default", "false", "true"),
    ] == [item[:6] for item in found.declared]
    assert 2 == found.choices


def test_records_musts_roles_and_exports_are_declared() -> None:
    old = OLD.replace(
        "note: {label",
        "note: {record: {place: {text: ''}, who: {by: [manager], required: false, text: ''}}, "
        "within: 1 h, label",
    ).replace("danger: {label", "danger: {must: {tell: {event: threat, within: 1 h}}, label")
    found = compared(
        ("place: {text: ''}", "place: {required: false, text: ''}"),
        ("within: 1 h, label: {en: note", "within: 2 h, label: {en: note"),
        ("{event: threat, within", "{event: insult, within"),
        ("initial: talk\n", "exports: [warnings]\ninitial: talk\n"),
        ("warn:\n        label", "warn:\n        role: manager\n        label"),
        old=old,
    )

    listed = [(item.section, item.name, item.change, item.what) for item in found.declared]
    assert [
        ("action", "note", "changed", "within"),
        ("field", "note.place", "changed", "record"),
        ("export", "warnings", "added", ""),
        ("must", "tell", "changed", "meets"),
        ("state", "warn", "changed", "role"),
    ] == listed


def test_roles_in_another_order_say_who_acts_when_nobody_is_named() -> None:
    manager = "manager: {label: {en: Manager, nl: Leidinggevende}}"
    agent = "agent: {label: {en: Agent, nl: Medewerker}}"
    line = next(line for line in OLD.splitlines() if line.startswith("roles"))

    found = compared((line, f"roles: {{{manager}, {agent}}}"))

    assert ("role", "manager", "changed", "order", "agent", "manager") in [
        item[:6] for item in found.declared
    ]


def test_texts_of_every_kind_are_compared_by_language() -> None:
    found = compared(
        ("en: swears", "en: curses"),
        ("nl: noteren", "nl: opschrijven"),
        ("en: Agent", "en: Employee"),
        ("say: {en: Hello., nl: Hallo.}", "say: [{when: risk, text: {en: Careful., nl: Voorzichtig.}}]"),
    )

    assert [
        ("role", "agent", "label", "en"),
        ("event", "insult", "label", "en"),
        ("action", "note", "label", "nl"),
        ("state", "calm", "say", "en"),
        ("state", "calm", "say", "nl"),
    ] == [text[:4] for text in found.texts]
    assert ("(risk) Careful.",) == found.texts[3].new


def test_difference_that_few_of_many_choices_show_is_found() -> None:
    found = compare_policies(pe.parse_policy(MANY), pe.parse_policy(MANY.replace("> 90", "> 95")))

    assert 100 == found.choices
    assert [{"most": 91, "wait": 5}] == [group.parameters for group in found.groups]


def test_choices_that_come_to_the_same_are_searched_once() -> None:
    budget = Budget()

    found = compare_policies(
        pe.parse_policy(MANY), pe.parse_policy(MANY.replace("> 90", "> 90 or f")), budget=budget
    )

    assert 100 == found.choices
    assert found.equal
    assert budget.tried - found.choices < 150  # each choice takes one by itself


def test_number_is_chosen_on_both_sides_of_what_either_version_names() -> None:
    old = MANY.replace("range: 1..100, default: 3", "number: 3")

    (group,) = compare_policies(pe.parse_policy(old), pe.parse_policy(old.replace("> 90", "> 95"))).groups

    value = group.parameters["most"]
    assert isinstance(value, (int, float))
    assert 90 < value <= 95


def test_text_is_chosen_as_each_that_either_version_names_and_another() -> None:
    old = MANY.replace("range: 1..100, default: 3", 'text: ""').replace("most > 90", "most == 'a'")

    found = compare_policies(pe.parse_policy(old), pe.parse_policy(old.replace("'a'", "'b'")))

    assert {"a", "b"} == {group.parameters["most"] for group in found.groups}


def test_lengths_are_searched_together_where_nothing_else_is_found_so() -> None:
    old, new = pe.parse_policy(LENGTHS), pe.parse_policy(LENGTHS.replace("b: w", "b: t"))
    budget = Budget()

    found = compare_policies(old, new, budget=budget)

    assert 60 == found.choices
    assert [5] == [group.parameters["wait"] for group in found.groups]
    assert budget.tried < 20


def test_length_that_alone_shows_a_difference_is_found() -> None:
    old = pe.parse_policy(LENGTHS)
    later, written_out = LENGTHS.replace("10 s: t", "10 s: p"), LENGTHS.replace("wait s: p", "5 s: p")

    (group,) = compare_policies(old, pe.parse_policy(later)).groups
    others = compare_policies(old, pe.parse_policy(written_out)).groups

    assert 11 == group.parameters["wait"]
    assert ("deadline",) in [other.parts for other in others]
    assert 5 not in [other.parameters["wait"] for other in others]


def test_names_of_states_may_count_or_not() -> None:
    old, new = pe.parse_policy(OLD), pe.parse_policy(OLD.replace("danger", "alarm"))

    assert not compare_policies(old, new).equal
    assert compare_policies(old, new, renamed={"danger": "alarm"}).equal
    assert compare_policies(old, new, by_name=False).equal


def test_version_that_is_not_decided_is_not_called_equal() -> None:
    old = pe.parse_policy(OLD)
    new = pe.parse_policy(OLD.replace("when: warnings < most", "when: not (warnings >= most)"))

    assert compare_policies(old, new).equal
    undecided = compare_policies(old, new, budget=Budget(0))
    assert Undecided("pairs") == undecided.open
    assert not undecided.equal
    assert shortest(undecided.groups) is None


def test_lengths_that_come_to_the_same_are_not_counted_one_by_one() -> None:
    acting = YEARS.replace("go: s", "go: {target: s, do: [act]}")
    found = compare_policies(pe.parse_policy(YEARS), pe.parse_policy(acting))

    assert (365**3, 1, None) == (found.choices, len(found.groups), found.open)


def test_each_choice_takes_something_of_what_may_be_tried() -> None:
    changed = MANY.replace("a: {when: most > 90, target: t}", "a: {when: most > 90, target: p}")
    found = compare_policies(pe.parse_policy(MANY), pe.parse_policy(changed), budget=Budget(50))

    assert (Undecided("parameters"), True) == (found.open, found.choices <= 51)


def test_choices_that_are_left_when_the_budget_is_spent_are_not_decided() -> None:
    old, new = pe.parse_policy(MANY), pe.parse_policy(MANY.replace("> 90", "> 95"))
    lengths = pe.parse_policy(LENGTHS), pe.parse_policy(LENGTHS.replace("10 s: t", "10 s: p"))

    assert Undecided("parameters") == compare_policies(old, new, budget=Budget(20)).open
    assert Undecided("pairs") == compare_policies(*lengths, budget=Budget(14)).open


def test_fact_that_is_read_from_another_ledger_is_declared_otherwise() -> None:
    found = compared(("risk: {flag: false}", "risk: {flag: false, from: ledger.risk}"))

    assert ("fact", "risk", "changed", "from", "", "ledger.risk") in [item[:6] for item in found.declared]


def test_report_says_that_it_is_not_decided() -> None:
    old = pe.parse_policy(OLD)
    new = pe.parse_policy(OLD.replace("when: warnings < most", "when: not (warnings >= most)"))

    alone = list(lines_of(compare_policies(old, new, budget=Budget(0)), "en"))
    changed = pe.parse_policy(
        OLD.replace("entry: [call_police]", "entry: [note]").replace("  threat:", "  extra: {}\n  threat:")
    )
    also = list(lines_of(compare_policies(old, changed, budget=Budget(0)), "nl"))

    assert [
        "talk 1 and talk 1: not decided: the two together have too many situations to look at them all"
    ] == alone
    assert (
        "talk 1 en talk 1: niet beslist: de twee hebben samen te veel situaties om ze allemaal te bekijken"
        == also[-1]
    )
    assert "Wat hier staat is gevonden; of er meer is, bleef open:" == also[-2]
    assert "  gebeurtenis `extra` is nieuw  [<policy>:11]" in also


def test_phrases_in_another_order_are_told_as_that() -> None:
    old = OLD.replace("say: {en: Hello., nl: Hallo.}", "say: {en: [One., Two.], nl: [Een., Twee.]}")
    new = OLD.replace("say: {en: Hello., nl: Hallo.}", "say: {en: [Two., One.], nl: [Een., Twee.]}")

    lines = list(lines_of(compare_policies(pe.parse_policy(old), pe.parse_policy(new)), "en"))

    assert "    the same in another order" == lines[-1]


@pytest.mark.no_cover
def test_shortest_call_of_random_pairs_is_that_of_brute_force() -> None:
    for seed in range(100, 105):
        old, new = two_versions(seed)

        found = compare_policies(old, new)

        expected = shortest_difference(old, new, deepest=2)
        difference = shortest(found.groups)
        if expected is not None:
            assert difference is not None
            assert expected == len(difference.calls) - 1
        assert found.equal == (not found.groups and not found.declared and found.open is None)
