"""Every element can cite a source, and `sources` warns where rows and elements do not agree."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape
from policy_engine.model.resolve.citations import citations
from policy_engine.model.sources import ELEMENTS, KINDS, Citation
from tests.model.reading import HEAD, chart_of, codes, read, state

TALK = "initial: talk\nstates:\n"
EVERYWHERE = f"""
source: a-policy
calendar: {{source: a-calendar}}
parameters: {{most: {{range: 1..2, default: 1, source: a-parameter}}}}
facts: {{known: {{flag: false, source: a-fact}}}}
context: {{calm: {{flag: false, source: a-context}}}}
roles: {{agent: {{source: a-role}}}}
events:
  insult: {{source: an-event, data: {{loud: {{flag: false, source: a-datum}}}}}}
  done: {{}}
actions:
  note: {{source: an-action, params: {{text: {{text: "", source: a-param}}}}}}
guards: {{ready: {{when: known, source: a-guard}}}}
properties: {{free: {{reachable: final, from: any, source: a-property}}}}
{TALK}  talk:
    initial: listen
    done: {{target: over, source: a-done}}
    states:
      listen:
        source: a-state
        say: {{text: "Hello.", source: a-say}}
        avoid: [{{text: "Calm down.", source: an-avoid}}]
        how: [{{when: ready, text: "Slowly.", source: a-how}}, "Kindly."]
        forbid: {{done: {{when: known, text: "Wait.", source: a-forbid}}}}
        must: {{action: note, within: 1 h, source: a-must}}
        always: {{when: calm, target: last, source: an-always}}
        on:
          insult:
            - {{when: known, source: a-branch}}
            - else: {{source: an-else}}
        after: {{2 min: {{target: last, source: an-after}}}}
      last: {{type: final}}
  over: {{type: final}}
"""


def cited(text: str) -> list[Citation]:
    sink = Diagnostics()
    document = read_document(HEAD + text, "example.yaml", sink)
    file = None if document is None else read_shape(PolicyFile, document, sink)
    assert [] == [item.one_line() for item in sink]
    assert file is not None
    return list(citations(file))


def test_everything_that_can_carry_a_row_cites_it() -> None:
    found = {item.row: (item.element, item.name, item.conditional) for item in cited(EVERYWHERE)}

    assert {
        "a-policy": ("policy", "example", False),
        "a-calendar": ("calendar", "calendar", False),
        "a-parameter": ("parameter", "most", False),
        "a-fact": ("fact", "known", False),
        "a-context": ("context", "calm", False),
        "a-role": ("role", "agent", False),
        "a-guard": ("guard", "ready", False),
        "a-property": ("property", "free", False),
        "an-event": ("event", "insult", False),
        "a-datum": ("event", "insult.loud", False),
        "an-action": ("action", "note", False),
        "a-param": ("action", "note.text", False),
        "a-state": ("state", "listen", False),
        "a-say": ("say", "listen.say", False),
        "an-avoid": ("avoid", "listen.avoid", False),
        "a-how": ("how", "listen.how", True),
        "a-forbid": ("forbid", "listen.forbid.done", True),
        "a-must": ("must", "listen.must.note", False),
        "a-branch": ("transition", "listen.on.insult", True),
        "an-else": ("transition", "listen.on.insult", True),
        "an-always": ("transition", "listen.always", True),
        "an-after": ("transition", "listen.after.2 min", False),
        "a-done": ("transition", "talk.done", False),
    } == found
    assert set(ELEMENTS) == {element for element, _, _ in found.values()}


def test_a_policy_with_sources_everywhere_has_no_findings() -> None:
    assert [] == codes(EVERYWHERE)


def test_the_chart_keeps_what_is_cited() -> None:
    chart = chart_of(EVERYWHERE)
    listen = state(chart, "listen")

    assert ("a-role",) == chart.roles["agent"].source_refs
    assert ("a-guard",) == chart.guard_notes["ready"].source_refs
    assert ("a-property",) == chart.properties["free"].source_refs
    assert ("a-forbid",) == listen.forbid[0].source_refs
    assert ("a-say",) == listen.say[0].source_refs


def test_without_sources_at_the_top_nobody_is_told_anything() -> None:
    assert [] == codes(f"{TALK}  talk: {{source: anything}}\n")


def test_a_row_that_is_cited_anywhere_is_found() -> None:
    assert [] == codes(f"sources: [one]\n{TALK}  talk: {{how: {{text: 'Kindly.', source: one}}}}\n")


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_is_told_of_exactly_where_its_kind_does_not_fit(kind: str) -> None:
    rows = {item.row: item for item in cited(EVERYWHERE)}
    declared = ", ".join(f"{row}: {{kind: {kind}}}" for row in rows)

    told = list(read(f"sources: {{{declared}}}\n{EVERYWHERE}")[1])

    assert {"source-other-kind"} >= {item.code for item in told}
    assert {row for row, item in rows.items() if not item.fits(kind)} == {item.fields["row"] for item in told}


def test_a_guard_is_found_on_whatever_has_a_condition() -> None:
    always = {"guard", "fact", "parameter", "context", "event", "property"}

    assert always | {"how", "forbid", "transition"} == {
        item.element for item in cited(EVERYWHERE) if item.fits("guard")
    }


def test_an_exempt_row_needs_no_element() -> None:
    rows = "sources: {one: {kind: rule, exempt: 'No matter for a talk.'}}\n"

    assert [] == codes(f"{rows}{TALK}  talk: {{}}\n")


def test_the_texts_of_rows_stand_in_every_language_of_the_policy() -> None:
    text = f"languages: [nl, en]\nsources: {{one: {{nl: 'Dag.'}}}}\n{TALK}  talk: {{source: one}}\n"

    assert ["missing-language"] == codes(text)


def test_texts_that_differ_in_their_source_are_one_phrase() -> None:
    sourced = f"{TALK}  talk: {{say: ['One.', {{text: 'Two.', source: a}}, 'Three.']}}\n"
    plain = f"{TALK}  talk: {{say: ['One.', 'Two.', 'Three.']}}\n"

    [phrase] = state(chart_of(sourced), "talk").say

    assert state(chart_of(plain), "talk").say[0].words == phrase.words
    assert ("a",) == phrase.source_refs


def test_texts_that_are_shown_at_other_times_stay_apart() -> None:
    text = (
        "facts: {known: {flag: false}}\n"
        f"{TALK}  talk: {{say: ['One.', {{when: known, text: 'Two.', source: a}}, {{text: 'Three.'}}]}}\n"
    )

    assert [("One.",), ("Two.",), ("Three.",)] == [
        phrase.words[""] for phrase in state(chart_of(text), "talk").say
    ]


def test_a_guard_with_remarks_is_the_condition_that_it_holds() -> None:
    plain = chart_of(f"context: {{calm: {{flag: false}}}}\nguards: {{ready: calm}}\n{TALK}  talk: {{}}\n")
    noted = chart_of(
        "context: {calm: {flag: false}}\nguards: {ready: {when: calm, label: ready, note: 'A remark.', "
        f"why: 'A reason.'}}}}\n{TALK}  talk: {{}}\n"
    )

    assert str(plain.guards["ready"]) == str(noted.guards["ready"])
    assert {} == plain.guard_notes
    assert [("ready",), ("A remark.",), ("A reason.",)] == [
        words[""]
        for words in (
            noted.guard_notes["ready"].label,
            noted.guard_notes["ready"].note,
            noted.guard_notes["ready"].why,
        )
    ]


def test_an_id_that_says_nothing_is_told_wherever_it_stands_in_the_list() -> None:
    assert ["empty-text"] == codes(f'sources: [one, " "]\nsource: one\n{TALK}  talk: {{}}\n')
