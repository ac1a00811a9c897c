"""The walk-through: one HTML file in which a call can be played, by the table that the software runs.

It works from a memory stick: no server, no network, nothing beside it. The policy's texts are data in it and
never code: they stand in one JSON block that cannot close itself, and the page builds its elements from plain
text. Its scripts and styles are named by their hashes, so nothing else in it can run.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.printed import Words, walkthrough, word
from policy_engine.diagrams.walkthrough.content import NEUTRAL, choices_of, content_json
from policy_engine.diagrams.walkthrough.pictures import pictures
from policy_engine.diagrams.walkthrough.terms import Json, value_json
from policy_engine.errors import PrintError
from policy_engine.policy import Policy

_HERE = Path(__file__).parent
# What runs a session, which needs no page; what every page has besides; what is the walk-through's own.
ENGINE = tuple(_HERE / f"{name}.js" for name in ("values", "calendar", "table", "guidance", "engine"))
COMMON = (*ENGINE, *(_HERE / f"{name}.js" for name in ("view", "picture")))
PAGE = (*COMMON, *(_HERE / f"{name}.js" for name in ("fields", "choices", "course", "known", "page")))
_SCRIPTS = (*PAGE, _HERE / "main.js")
STYLE = _HERE / "page.css"
_GAP = re.compile(r"\{\{(\w+)\}\}")
# Characters that could end the block, or that old readers take for the end of a line.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def walkthrough_html(
    policy: Policy,
    *,
    languages: tuple[str, ...] | None = None,
    facts: Mapping[str, object] | None = None,
) -> str:
    """The walk-through of a policy as one HTML file; the same policy gives the same text.

    languages: those that the page can be read in, shown in this order; left out, all that there are.
    facts: what is known when a call begins; the rest has its defaults.
    Raises PrintError for a language that the policy lacks or a policy that is too large, and InvalidDataError
    for facts that do not fit.
    """
    wanted = languages_of(policy, languages)
    known = policy.start(facts=facts).facts
    more = {"facts": {name: value_json(value) for name, value in known.items()}}
    return page_html(tuple(choices_of(policy)), wanted, walkthrough.WORDS, more, _SCRIPTS)


def languages_of(policy: Policy, languages: Sequence[str] | None) -> tuple[str, ...]:
    """The languages asked for, or all of the policy's. Raises PrintError for one that it lacks."""
    for language in languages or ():
        if language not in policy.languages:
            raise PrintError("language-not-there", language=language, languages=list(policy.languages))
    return tuple(languages or policy.languages)


def page_html(
    policies: Sequence[Policy],
    languages: Sequence[str],
    words: Words,
    more: Mapping[str, Json],
    scripts: Iterable[Path],
) -> str:
    """A page on the table of a policy, with each of the parameters that it is given with. `more` joins what
    its scripts read, `COMMON` ones first.
    """
    policy = policies[0]
    figure = figure_of(policy.chart)
    content = content_json(policies, figure, languages, words)
    content["languageNames"] = language_names(languages, words)
    content.update(more)
    script = "(() => {\n" + "\n".join(path.read_text("utf-8") for path in scripts) + "})();\n"
    style = STYLE.read_text("utf-8")
    first = languages[0] or NEUTRAL
    return fill(
        (_HERE / "page.html").read_text("utf-8"),
        {
            "language": escape(first),
            "security": escape(_security(script, style)),
            "title": escape(page_title(policy, languages[0], words)),
            "no_script": escape(word(words, "no script", first)),
            "style": style,
            "script": script,
            "diagrams": _templates(figure, languages),
            "content": embedded(content),
        },
    )


def language_names(languages: Sequence[str], words: Words) -> Json:
    """What each language is called on the switch between them."""
    return {
        language: word(words, "in language", language) if language in ("nl", "en") else language.upper()
        for language in languages
    }


def fill(template: str, parts: Mapping[str, str]) -> str:
    """The template with its gaps filled in; gaps in what is filled in stay as they are."""
    return _GAP.sub(lambda match: parts[match[1]], template)


def embedded(content: Json) -> str:
    """Data as JSON that stands safely inside a script element."""
    written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return "".join(_UNSAFE.get(letter, letter) for letter in written)


def page_title(policy: Policy, language: str, words: Words) -> str:
    """What a page on a policy is called, among others in the browser's bar."""
    texts = policy.chart.title.get(language) or (policy.id.replace("_", " "),)
    return word(words, "page title", language or NEUTRAL, " ".join(texts))


def _security(script: str, style: str) -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _templates(figure: Figure, languages: Sequence[str]) -> str:
    """The posters, of which the page shows those of its language; so ids are unique in it at any time."""
    return "\n".join(
        f'<template class="sheet" lang="{escape(language or NEUTRAL)}">{svg}</template>'
        for language in languages
        for svg in pictures(figure, language)
    )
