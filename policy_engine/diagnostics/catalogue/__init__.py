"""The words of every diagnostic, in English and Dutch; one module per area, read when first needed.

A template holds `{field}`s. A list field reads "`a`, `b`"; `{suggestion}` is never empty in the
template that names it: the optional sentence `hint` is added only where its fields are there.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from types import MappingProxyType

from policy_engine.diagnostics.catalogue.about import About
from policy_engine.diagnostics.catalogue.message import Message

AREAS = (
    "document",
    "model",
    "expressions",
    "references",
    "sources",
    "ledgers",
    "duties",
    "automaton",
    "verify",
    "rules_courses",
    "rules_people",
    "rules_names",
    "scenarios",
    "testing",
    "mutants",
    "runtime",
    "printing",
    "comparing",
    "cli",
    "usage",
    "editor",
)
RULES = ("rules_courses", "rules_people", "rules_names", "rules_elsewhere")
LANGUAGES = ("en", "nl")


@cache
def messages() -> Mapping[str, Message]:
    """Every message of the catalogue, by its code."""
    merged: dict[str, Message] = {}
    for area in AREAS:
        for code, message in import_module(f"{__name__}.{area}").MESSAGES.items():
            if code in merged:
                raise AssertionError(f"two messages have the code {code}")
            merged[code] = message
    return MappingProxyType(merged)


@cache
def abouts() -> Mapping[str, About]:
    """What each rule of lint is about, by its code."""
    merged: dict[str, About] = {}
    for area in RULES:
        merged |= import_module(f"{__name__}.{area}").ABOUT
    return MappingProxyType(merged)


def render_message(code: str, fields: Mapping[str, object], language: str) -> str:
    """What is wrong, in words."""
    return messages()[code].render(fields, language)


def render_help(code: str, fields: Mapping[str, object], language: str) -> str | None:
    """What to do about it, in words, or None."""
    return messages()[code].render_help(fields, language)


def outline(code: str, language: str) -> tuple[str, str | None]:
    """What a code is about in any file: its message and its help, with `…` where a file's own words go."""
    return messages()[code].outline(language)
