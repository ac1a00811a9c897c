"""Asks what a new policy is to be like, and writes it with its scenarios."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from policy_engine.authoring.beginning.answers import CHANNELS, ID, LANGUAGES, MOST_WARNINGS, Answers
from policy_engine.authoring.beginning.policy import policy_text
from policy_engine.authoring.beginning.scenarios import scenarios_text
from policy_engine.authoring.beside import scenarios_of
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import create
from policy_engine.cli.reasons import reason_of
from policy_engine.cli.words import word

T = TypeVar("T")

_YES = {"y": True, "yes": True, "j": True, "ja": True, "n": False, "no": False, "nee": False}
_USUAL = "my_policy"


class Given(NamedTuple):
    """What was said with options; None where nothing was."""

    name: str | None
    languages: str | None
    channel: str | None
    warnings: int | None
    manager: bool | None
    police: bool | None
    may_end: bool | None
    safety: bool | None
    aftercare: bool | None


def begin_policy(file: Path | None, given: Given, language: str, *, ask: bool) -> None:
    """Writes a policy and its scenarios; asks at a terminal, unless `ask` says not to. Raises CallError."""
    asker = _Asker(language, input if ask and sys.stdin.isatty() else None)
    answers = asker.answers(given, _USUAL if file is None else _id_of(file.stem))
    policy = Path(f"{answers.name}.yaml") if file is None else file
    if not policy.suffix:
        policy = policy.with_name(f"{policy.name}.yaml")
    if policy.stem != answers.name or policy.suffix not in (".yaml", ".yml"):
        # Scenarios look for their policy under its id.
        raise CallError("new-other-name", language, file=policy, name=answers.name)
    scenarios = scenarios_of(policy)
    for path in (policy, scenarios):
        if path.exists():
            raise CallError("file-exists", language, file=path)
    create(policy, policy_text(answers), language)
    try:
        scenarios.parent.mkdir(exist_ok=True)
        create(scenarios, scenarios_text(answers), language)
    except OSError as error:
        policy.unlink()
        raise CallError("file-unwritable", language, file=scenarios, reason=reason_of(error)) from None
    print(word("begun", language, policy, scenarios))


def _id_of(stem: str) -> str:
    """The id that a file's name says."""
    found = re.sub(r"[^a-z0-9]+", "_", stem.lower()).strip("_")
    return found if ID.fullmatch(found) else _USUAL


class _Asker:
    """Takes an answer from an option, or asks for it, or takes the usual one."""

    def __init__(self, language: str, ask: Callable[[str], str] | None) -> None:
        self._language = language
        self._ask = ask

    def answers(self, given: Given, name: str) -> Answers:
        usual = Answers(name)
        own = self._language if self._language in LANGUAGES else LANGUAGES[0]
        return Answers(
            name=self._text("name", given.name, name, _name, "a_name"),
            languages=self._text("languages", given.languages, own, _languages, "nl, en, nl,en"),
            channel=self._text("channel", given.channel, usual.channel, _channel, ", ".join(CHANNELS)),
            warnings=self._text(
                "warnings",
                None if given.warnings is None else str(given.warnings),
                str(usual.warnings),
                _warnings,
                f"1..{MOST_WARNINGS}",
            ),
            manager=self._flag("manager", given.manager),
            police=(police := self._flag("police", given.police)),
            may_end=self._flag("may_end", given.may_end),
            safety=self._flag("safety", given.safety),
            # After a threat there always is.
            aftercare=police or self._flag("aftercare", given.aftercare),
        )

    def _text(
        self, key: str, given: str | None, usual: str, read: Callable[[str], T | None], wanted: str
    ) -> T:
        if given is None and self._ask is not None:
            question = word(f"ask {key}", self._language, MOST_WARNINGS)
            return self._until(f"{question} [{usual}] ", lambda typed: read(typed or usual))
        found = read(usual if given is None else given)
        if found is None:
            raise CallError(
                "new-wrong-answer", self._language, text=given, option=f"--{key}", wanted=wanted.split(", ")
            )
        return found

    def _flag(self, key: str, given: bool | None) -> bool:
        if given is not None or self._ask is None:
            return given is not False
        question = word(f"ask {key}", self._language)
        choice = word("yes or no", self._language)
        return self._until(f"{question} {choice} ", lambda typed: _YES.get(typed.lower() or "y"))

    def _until(self, question: str, read: Callable[[str], T | None]) -> T:
        """Asks until there is an answer. Raises CallError where the input ends."""
        assert self._ask is not None
        while True:
            try:
                found = read(self._ask(question).strip())
            except EOFError:
                raise CallError("new-broken-off", self._language) from None
            if found is not None:
                return found
            print(word("not an answer", self._language))


def _name(text: str) -> str | None:
    return text if ID.fullmatch(text) else None


def _languages(text: str) -> tuple[str, ...] | None:
    found: Sequence[str] = [item.strip() for item in text.split(",")]
    return tuple(found) if set(found) <= set(LANGUAGES) and len(set(found)) == len(found) else None


def _channel(text: str) -> str | None:
    return text if text in CHANNELS else None


def _warnings(text: str) -> int | None:
    return int(text) if text in [str(number) for number in range(1, MOST_WARNINGS + 1)] else None
