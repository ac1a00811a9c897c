"""Tables that a host sees alike belong to policies that behave alike."""

from __future__ import annotations

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.product import equivalent
from policy_engine.courses.tables import seen_table
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.model.weave.weave import weave
from policy_engine.policy import choices_of
from policy_engine.scenarios.mutation.mutant import mutants_of

POLICY = """\
policy: desk
format: 1
version: "1"
facts: {busy: {flag: false}}
context: {warnings: {counter: 0..2}}
events: {insult: {}, calms: {}, ends: {}, asks: {}}
actions: {report: {}, note: {params: {of: {range: 0..3, default: 0}}}}
initial: talk
states:
  talk:
    initial: listen
    forbid: {ends: {when: busy and warnings < 3, text: "Not yet."}}
    on:
      insult: {when: warnings < 2, do: [{add: {warnings: 1}}, {note: {of: {expr: warnings}}}]}
      ends: {when: warnings > 1, target: rest}
    states: {listen: {on: {calms: talk}}, speak: {}}
  rest: {entry: [report], after: {5 min: gone}}
  gone: {type: final}
"""


def automaton(text: str) -> Automaton:
    document = read_document(text, "desk.yaml", Diagnostics())
    assert document is not None
    chart = load_chart(document, Diagnostics())
    assert chart is not None
    (parameters,) = choices_of(chart)
    made = Automaton(weave(chart), parameters)
    made.expand()
    return made


def test_words_and_conditions_that_come_to_the_same_make_no_difference() -> None:
    policy = automaton(POLICY)

    for same in (
        POLICY.replace("{type: final}", "{type: final, label: Over}"),
        POLICY.replace("warnings > 1", "warnings >= 2"),
        POLICY.replace("busy and warnings < 3", "busy"),
    ):
        assert seen_table(policy) == seen_table(automaton(same))


def test_whatever_a_host_sees_makes_a_difference() -> None:
    policy = automaton(POLICY)

    for other in (
        POLICY.replace("5 min", "6 min"),
        POLICY.replace("Not yet.", "No."),
        POLICY.replace("entry: [report]", "entry: []"),
        POLICY.replace("{expr: warnings}", "{expr: warnings + 1}"),
        POLICY.replace("calms: talk", "calms: speak"),
        POLICY.replace("gone: {type: final}", "gone: {type: final, outcome: over}"),
        POLICY.replace("ends: {}, asks", "ends: {settle: 5 s}, asks"),
    ):
        assert seen_table(policy) != seen_table(automaton(other)), other


def test_a_table_that_is_not_whole_says_nothing() -> None:
    policy = automaton(POLICY)

    assert None is seen_table(Automaton(policy.chart, {}))


def test_no_search_finds_a_difference_where_the_tables_are_seen_alike() -> None:
    policy = automaton(POLICY)
    document = read_document(POLICY, "desk.yaml", Diagnostics())
    assert document is not None
    alike = 0

    for mutant in mutants_of(document):
        chart = load_chart(mutant.document(document), Diagnostics())
        if chart is not None:
            other = Automaton(weave(chart), {})
            if other.expand() and not other.faults and seen_table(other) == seen_table(policy):
                alike += 1
                assert None is equivalent(policy, other), mutant.told("en")
    assert 3 <= alike
