from __future__ import annotations

import gc
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Atom, Document, MappingNode, Node, SequenceNode, Word, copied
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from tests.chance import TIMES
from tests.model.reading import HEAD, chart_of, codes, ids, read, state

READY = Path(__file__).parents[2] / "policies"
LADDER = (READY / "aggressive_caller.yaml").read_text(encoding="utf-8")
TALK = "initial: talk\nstates: {talk: {}}\n"


def document(text: str) -> Document:
    found = read_document(text, "example.yaml", Diagnostics())
    assert found is not None
    return found


@pytest.mark.parametrize("path", sorted(READY.glob("*.yaml")), ids=lambda path: path.stem)
def test_ready_policies_have_no_findings(path: Path) -> None:
    chart, found = read(path.read_text(encoding="utf-8"), head="")

    assert [] == [item.one_line() for item in found]
    assert chart is not None
    assert path.stem == chart.id


def test_a_load_leaves_no_rings_for_the_garbage_collector() -> None:
    ladder = document(LADDER)
    load_chart(ladder, Diagnostics())
    gc.collect()
    gc.disable()

    try:
        load_chart(ladder, Diagnostics())
        rings = gc.collect()
    finally:
        gc.enable()

    assert 0 == rings


def test_every_index_of_a_chart_is_valid() -> None:
    chart = chart_of(LADDER, head="")

    assert list(range(len(chart.states))) == [item.index for item in chart.states]
    assert list(range(len(chart.transitions))) == [item.index for item in chart.transitions]
    assert list(range(len(chart.timers))) == [item.index for item in chart.timers]
    for transition in chart.transitions:
        assert ids(chart, transition.targets) is not None
        assert chart.states[transition.source].id == transition.id.split(".")[0]


def test_a_guard_may_use_another_that_is_written_below_it() -> None:
    chart = chart_of(f"{TALK}context: {{n: {{counter: 0..3}}}}\nguards: {{calm: not angry, angry: n > 1}}\n")

    assert ["calm", "angry"] == list(chart.guards)
    assert "not angry" == str(chart.guards["calm"])


def test_a_broken_guard_is_not_undeclared_where_it_is_used() -> None:
    text = (
        "guards: {calm: [x], angry: nope}\ninitial: a\nstates: "
        "{a: {always: {when: calm and angry, target: a}}}\n"
    )

    assert ["wrong-type", "undeclared-name"] == codes(text)


def test_the_digest_does_not_see_comments_and_layout() -> None:
    one = chart_of("# a comment\n" + TALK + "owner: Balie\n")
    other = chart_of('initial: "talk"\nstates:\n  talk: {}   # begin\nowner: Balie\n')

    assert one.digest == other.digest
    assert 64 == len(one.digest)


@pytest.mark.parametrize(
    "text",
    [
        TALK + "owner: Bali\n",
        "owner: Balie\n" + TALK.replace("talk", "tlak"),
        "initial: talk\nstates: {talk: {}, other: {}}\nowner: Balie\n",
        "initial: talk\nstates: {other: {}, talk: {}}\nowner: Balie\n",
    ],
)
def test_the_digest_sees_every_other_change(text: str) -> None:
    seen = {chart_of(TALK + "owner: Balie\n").digest, chart_of(text).digest}

    assert 2 == len(seen)


def test_a_chart_knows_its_file_and_its_places() -> None:
    chart = chart_of("initial: talk\nstates:\n  talk: {}\n")

    assert "example.yaml" == chart.file
    assert Span("example.yaml", 6, 3, 6, 7) == state(chart, "talk").span


def test_mistakes_of_every_stage_come_at_once() -> None:
    text = (
        "initial: tlak\nguards: {g: nope}\nstates:\n  talk: {label: 5, on: {e: talk}, after: {0 s: talk}}\n"
    )

    assert [
        "undeclared-state",
        "undeclared-name",
        "wrong-type",
        "undeclared-event",
        "after-nothing",
    ] == codes(text)


def test_a_file_with_mistakes_has_no_chart() -> None:
    chart, found = read("initial: tlak\nstates: {talk: {}}\n")

    assert chart is None
    assert 1 == len(found)


def test_a_file_that_was_not_read_whole_has_no_chart() -> None:
    sink = Diagnostics()
    found = read_document(HEAD + TALK + "owner: a\nowner: b\n", "example.yaml", sink)
    assert found is not None

    assert load_chart(found, sink) is None
    assert ["duplicate-key"] == [item.code for item in sink]


def test_a_place_that_was_not_read_is_told_about_once() -> None:
    assert ["tag"] == codes(TALK + "owner: !x [a]\n")


def test_findings_of_other_files_do_not_stop_a_load() -> None:
    sink = Diagnostics()
    sink.error("empty-file", Span.start_of("other.yaml"))

    assert load_chart(document(HEAD + TALK), sink) is not None


def test_every_finding_has_words_in_both_languages() -> None:
    text = (
        LADDER.replace("initial:", "intial:")
        .replace("counter: 0..3", "counter: 1..3")
        .replace("target:", "taget:")
    )
    found = read(text, head="")[1]

    assert found
    for item in found:
        for language in ("en", "nl"):
            words = item.localized(language)
            assert words.message
            assert "{" not in words.message.replace("{{", "").split("`")[0]


STRANGE: tuple[bool | int | float | str | None, ...] = (
    None,
    True,
    False,
    0,
    -1,
    1.5,
    "",
    "x",
    "a or b",
    "5 min",
    "n < 3",
    "{x}",
    "0..3",
    "on",
)


@st.composite
def mutations(draw: st.DrawFn) -> Document:
    """The ladder with some of its nodes replaced, doubled, dropped or moved."""
    whole = document(LADDER)
    kinds = draw(st.lists(st.sampled_from(("replace", "rename", "drop", "swap")), min_size=1, max_size=3))
    root: Node = whole.root
    for kind in kinds:
        nodes = list(_nodes(root))
        victim = nodes[draw(st.integers(0, len(nodes) - 1))]
        other: Node
        if kind == "swap":
            other = copied(nodes[draw(st.integers(0, len(nodes) - 1))])
        else:
            value = draw(st.sampled_from(STRANGE))
            if isinstance(value, str):
                other = Word.of(value, victim.span)
            else:
                other = Atom(json.dumps(value), value, *victim.where)
        root = _changed(root, victim, other, kind)
    return Document(whole.name, whole.text, root)


def _nodes(root: Node) -> list[Node]:
    found: list[Node] = [root]
    for node in found:
        if isinstance(node, MappingNode):
            found += node.values()
        elif isinstance(node, SequenceNode):
            found += node
    return found if len(found) < 5_000 else found[:5_000]


def _changed(node: Node, victim: Node, other: Node, kind: str) -> Node:
    if node is victim and kind != "rename":
        return other
    if isinstance(node, SequenceNode):
        kept = [item for item in node if not (item is victim and kind == "drop")]
        return SequenceNode([_changed(item, victim, other, kind) for item in kept], *node.where)
    if isinstance(node, MappingNode):
        mapping = MappingNode(*node.where)
        for key, value in node.items():
            assert isinstance(key, Word)
            if value is victim and kind == "drop":
                continue
            named = value is victim and kind == "rename" and isinstance(other, Word | Atom)
            mapping.put(
                Word.of(other.text, key.span) if named else key,  # type: ignore[union-attr]  # as just asked
                _changed(value, victim, other, kind),
            )
        return mapping
    return node


@pytest.mark.no_cover
@pytest.mark.chance
@settings(max_examples=150 * TIMES, deadline=None)
@given(mutations())
def test_any_file_is_answered_with_findings_or_a_chart(changed: Document) -> None:
    sink = Diagnostics()

    chart = load_chart(changed, sink)

    assert (chart is None) == sink.has_errors
    for item in sink:
        assert item.message
        assert item.localized("nl").message
        assert item.localized("nl").help != ""
