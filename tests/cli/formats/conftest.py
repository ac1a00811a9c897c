"""A policy with mistakes of every sort: one with another line, one with a course, a warning, odd letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from policy_engine.cli.formats.found import Found, Unread
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.span import Span
from policy_engine.verify.proofs import Proofs

# An emoji before a mistake on its own line: its column is one number in characters, another in UTF-16.
DESK = """\
policy: desk
format: 1
version: "1"
events: {insults: {}, leaves: {}}
initial: listen
states:
  listen: {label: "😀 é", on: {insult: warn, insults: warn}}
  warn: {on: {leaves: closed}}
  closed: {type: final}
"""
PROOF = """\
policy: proof
format: 1
version: "1"
events: {insults: {}, leaves: {}}
initial: listen
states:
  listen: {on: {insults: warn}}
  warn: {on: {leaves: closed}}
  closed: {type: final}
properties:
  never_closed: {never: {enter: closed}}
"""
TWICE = PROOF.replace("properties:", "policy: again\nproperties:")
HOSTILE = 'policy: "]]>\\n::error::x%0A[a](1)<b>&\\u202e\\u0007😀"\nformat: 1\nversion: "1"\n'


COURSE = (
    {"en": "the start → `listen`", "nl": "het begin → `listen`"},
    {"en": "`insults` → `warn`", "nl": "`insults` → `warn`"},
)
Finds = Callable[..., Found]


@pytest.fixture
def finds() -> Finds:
    """What was found in three files, one of them fine: a mistake, a course, another line, a warning."""

    def found(language: str = "en", *, strict: bool = False) -> Found:
        sources = {"desk.yaml": DESK, "proof.yaml": PROOF, "fine.yaml": PROOF.split("prop")[0]}
        insult = Span("desk.yaml", 7, 31, 7, 37)
        fields = {"event": "insult", "name": "insult", "kind": "event", "suggestion": "insults"}
        never = {"property": "never_closed", "name": "closed", "trail": COURSE}
        return Found(
            [
                Diagnostic("undeclared-event", insult, fields),
                Diagnostic("duplicate-key", Span("desk.yaml", 9, 1, 10, 1), {"key": "closed", "line": 8}),
                Diagnostic("never-enter", Span("proof.yaml", 11, 3, 11, 15), never),
                Diagnostic("text-lost-as-comment", Span("proof.yaml", 1, 8, 1, 9), {"lost": "#1"}, "warning"),
            ],
            {name: text.encode() for name, text in sources.items()},
            Proofs(1, 0, 3),
            [Unread("file-not-found", "no file gone.yaml")],
            language,
            strict,
        )

    return found


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """Three files with mistakes and one without."""
    texts = {"desk.yaml": DESK, "proof.yaml": PROOF, "twice.yaml": TWICE, "fine.yaml": PROOF.split("prop")[0]}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tuple(texts)


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    """A file whose name and content try to break whatever they are written into."""
    name = "a%b,c:d]]>\n::error::é😀\u202e.yaml"
    (tmp_path / name).write_text(HOSTILE, encoding="utf-8")
    return name
