"""A policy whose every text is given, to try texts that look like code."""

from __future__ import annotations

import json

from hypothesis import strategies as st

from policy_engine.diagrams.figure import Figure, figure_of
from tests.model.reading import chart_of

KNOWN = (
    '"]; evil [label="',
    "</TD></TR></TABLE>> evil <",
    '<IMG SRC="/etc/passwd"/>',
    "<BR/>&lt;&#60;",
    "\\N \\E \\\\ \\",
    '"] --> evil["',
    "%%{init: {'securityLevel': 'loose'}}%%",
    "style evil fill:red; class evil x;",
    "#59;#quot;",
    "1. lijst",
    "`**vet**` _schuin_ fa:fa-car",
    "end",
    "<img:/etc/passwd> <&bug> <U+0041>",
    "[[http://example.com evil]] !include evil",
    "%getenv(HOME) $evil ~~ **vet** //schuin//",
    "@enduml",
    "]]> -- } {{ }}",
    "é 你 🎉",
)
_LETTERS = st.sampled_from("\"'<>&;:#%\\|[](){}-=`*_~/!@$.,aZ1 é你🎉")
TEXTS = st.one_of(st.sampled_from(KNOWN), st.text(_LETTERS, min_size=1, max_size=40)).filter(str.strip)


def figure(text: str) -> Figure:
    """The figure of a policy in which this text is every label, phrase and value."""
    safe = json.dumps(text, ensure_ascii=False)
    filled = json.dumps(text.replace("{", "{{").replace("}", "}}"), ensure_ascii=False)
    return figure_of(
        chart_of(
            f"title: {safe}\n"
            f"subtitle: {safe}\n"
            f"owner: {safe}\n"
            f"emergency: {safe}\n"
            f"facts: {{name: {{text: {safe}, label: {safe}}}}}\n"
            f"roles: {{agent: {{label: {safe}}}}}\n"
            f"events: {{a: {{label: {safe}}}, b: {{label: {safe}}}}}\n"
            f"actions: {{act: {{label: {safe}, params: {{with: {{text: , label: {safe}}}}}}}}}\n"
            "initial: box\n"
            "states:\n"
            "  box:\n"
            f"    label: {filled}\n"
            "    initial: one\n"
            f"    forbid: {{b: {filled}}}\n"
            f"    on: {{a: {{target: two, do: [{{act: {{with: {safe}}}}}]}}}}\n"
            "    states:\n"
            "      h: {type: history}\n"
            f"      one: {{label: {filled}, say: {filled}, role: agent, on: {{b: two}}}}\n"
            f"  two: {{label: {filled}, on: {{b: h, a: {{label: {safe}}}}}}}\n"
        )
    )
