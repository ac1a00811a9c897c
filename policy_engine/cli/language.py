"""The language that a person at the command line reads."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from policy_engine.cli.failure import CallError
from policy_engine.languages import nearest

LANGUAGES = ("en", "nl")


def of_environment(environment: Mapping[str, str] | None = None) -> str:
    """The language of the locale: of LC_ALL, else LC_MESSAGES, else LANG, as POSIX says; or else English."""
    variables = os.environ if environment is None else environment
    locale = next((variables[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if variables.get(name)), "")
    language = locale[:2].lower()
    return language if language in LANGUAGES else "en"


def of_words(chosen: str | None) -> str:
    """The language of this program's own words: the chosen one if it speaks it, else that of the locale."""
    return nearest(chosen, LANGUAGES) or of_environment()


def of_call(chosen: object) -> str:
    """The language of this program's own words, by what was written behind `--lang`: of several the first
    (`nl,en`), and that of the locale where it is none that it speaks.
    """
    return of_words(str(chosen).partition(",")[0] if chosen else None)


def of_arguments(arguments: Sequence[str]) -> str:
    """The same, by all arguments of a call, be it well formed or not."""
    chosen = None
    for place, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            chosen = "".join(arguments[place + 1 : place + 2])
        elif argument.startswith("--lang="):
            chosen = argument.partition("=")[2]
    return of_call(chosen)


def of_texts(chosen: str | None, languages: Sequence[str]) -> str:
    """The language of a policy's texts. Raises CallError where the chosen one is not among `languages`.

    Without a choice: the locale's, or else the policy's first. A policy with plain texts takes any.
    """
    words = of_words(chosen)
    if languages == ("",):
        return words
    if chosen is not None:
        found = nearest(chosen, languages)
        if found is None:
            raise CallError("no-such-language", words, wanted=chosen, languages=tuple(languages))
        return found
    return words if words in languages else languages[0]
