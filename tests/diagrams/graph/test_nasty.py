"""No text of a policy is ever taken for code by what reads a graph."""

import re

import pytest
from hypothesis import given, settings

from policy_engine.diagrams.graph.dot import to_dot
from policy_engine.diagrams.graph.mermaid import to_mermaid
from policy_engine.diagrams.graph.plantuml import to_plantuml
from policy_engine.diagrams.measure import drawable
from tests.diagrams.graph import nasty
from tests.diagrams.graph.reading import TAGS, expected, labels, outside, read

# A text as it may stand: letters, digits, some signs, and characters by their numbers.
MERMAID_TEXT = r"(?:[^\W_]|[ ,.!?–’‘“”…·→−]|#\d+;|<br/>)*"
MERMAID = re.compile(
    r"flowchart TB"
    rf"|acc(?:Title|Descr): {MERMAID_TEXT}"
    rf'|\s*\w+(?:\[|\(\[|\(\()"{MERMAID_TEXT}"(?:\]|\]\)|\)\))'
    rf'|\s*subgraph \w+\["{MERMAID_TEXT}"\]'
    r"|\s*(?:end|direction (?:TB|LR))"
    rf'|\w+ (?:-->|-\.->)(?:\|"{MERMAID_TEXT}"\|)? \w+(?: & \w+)*'
    r"|classDef look\d+ [\w:#,. -]+"
    r"|class [\w,]+ look\d+"
    r"|style \w+ [\w:#, -]+"
)
PLANTUML_TEXT = r"(?:[^\W_]|[ ,.?–’‘“”…·→−]|<U\+[0-9A-F]{4,6}>|\\n)*"
PLANTUML = re.compile(
    r"@startuml|@enduml|hide empty description|skinparam shadowing false"
    rf"|title {PLANTUML_TEXT}"
    rf'|\s*state "{PLANTUML_TEXT}" as \w+(?: #[0-9A-F]{{6}} ##\[\w+\][0-9A-F]{{6}}(?: \{{)?)?'
    r"|\s*\}"
    rf"|\s*\w+ : {PLANTUML_TEXT}"
    rf"|(?:\w+|\[\*\]) (?:-->|-\[[#\w,]+\]->) \w+(?: : {PLANTUML_TEXT})?"
)


def squeezed(text: str) -> str:
    """The text without its spaces, which wrapping changes."""
    return "".join(text.split())


@pytest.mark.no_cover
@given(nasty.TEXTS)
@settings(max_examples=40, deadline=None)
def test_every_text_stays_a_text(text: str) -> None:
    figure = nasty.figure(text)

    dot = to_dot(figure, "nl")
    found = labels(dot)
    assert outside(to_dot(nasty.figure("x"), "nl")) == outside(dot)
    assert {tag.tag for label in found for tag in label.iter()} <= TAGS
    assert squeezed(drawable(text)) in squeezed("".join(found[0].itertext()))

    mermaid = to_mermaid(figure, "nl")
    assert [] == [line for line in mermaid.splitlines() if not MERMAID.fullmatch(line)]
    decoded = re.sub(r"#(\d+);", lambda match: chr(int(match[1])), mermaid.replace("<br/>", ""))
    assert squeezed(text) in squeezed(decoded)

    plantuml = to_plantuml(figure, "nl")
    assert [] == [line for line in plantuml.splitlines() if not PLANTUML.fullmatch(line)]
    decoded = re.sub(r"<U\+(\w+)>", lambda match: chr(int(match[1], 16)), plantuml.replace("\\n", ""))
    assert squeezed(text) in squeezed(decoded)


@pytest.mark.parametrize("text", nasty.KNOWN)
def test_graphviz_reads_the_same_graph_whatever_the_texts_are(text: str) -> None:
    assert expected(nasty.figure("x")) == read(to_dot(nasty.figure(text), "nl"))


def test_what_begins_like_a_list_does_not_begin_one() -> None:
    assert '"1 1#46; lijst' in to_mermaid(nasty.figure("1. lijst"), "nl")
