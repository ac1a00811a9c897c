"""What is wrong with a call that the command line can't read, in our own words and the person's language.

The parser says it in an English sentence and nothing else that could be relied on, so its sentences are told
apart by their form; one that is not known is shown as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from typer.core import TyperGroup
from typer.exceptions import TyperException

from policy_engine.cli.failure import sentence
from policy_engine.diagnostics.suggest import closest

_INVALID = r"Invalid value for '(?P<option>[^']*)': .*"
_FORMS = {
    "usage-no-option": r"No such option: (?P<option>\S+)",
    "usage-no-command": r"No such command '(?P<command>.*?)'\.",
    "usage-command-missing": r"Missing command",
    "usage-missing": r"Missing (?:argument|option) '(?P<name>[^']*)'",
    "usage-value-missing": r"Option '(?P<option>[^']*)' requires an argument",
    "usage-value-too-much": r"Option '(?P<option>[^']*)' does not take a value",
    "usage-too-much": r"Got unexpected extra arguments?(?:\(s\))? \((?P<extra>.*)\)",
    "usage-choice": _INVALID + r"'(?P<value>.*?)' is not one of (?P<choices>.*)\.",
    "usage-no-number": _INVALID + r"valid integer",
    "usage-at-least": _INVALID + r"greater than or equal to (?P<bound>-?\d+)",
    "usage-at-most": _INVALID + r"less than or equal to (?P<bound>-?\d+)",
}


def tell_usage(error: TyperException, group: TyperGroup, arguments: Sequence[str], language: str) -> int:
    """Says on the error stream what is wrong, how the command is written and where it is explained. Returns
    the exit status.
    """
    problem = error.format_message().strip()
    if problem:  # without a command the help was shown already
        context = getattr(error, "ctx", None)
        named = next((name for name in arguments if name in group.commands), "")
        command = named if context is None or context.command is not group else ""
        known = {name: _options(item.params) for name, item in group.commands.items()}
        call = Call({**known, "": _options(group.params)}, command, arguments)
        code, fields = _told(*_read(problem), call)
        if code == "usage-missing":
            fields["about"] = str(getattr(getattr(error, "param", None), "help", "")).rstrip(".")
        path = f"policy-engine {command}".strip()
        print(f"policy-engine: {sentence(code, fields, language)}", file=sys.stderr)
        if context is not None:
            print(context.get_usage(), file=sys.stderr)
        print(sentence("usage-see", {"command": path}, language), file=sys.stderr)
    return error.exit_code


class Call(NamedTuple):
    """What was called: the options of every command, and those before one under the empty name; the command
    that could not read its arguments, and all of these.
    """

    options: Mapping[str, Sequence[str]]
    command: str
    arguments: Sequence[str]


def _read(problem: str) -> tuple[str, dict[str, object]]:
    """A sentence of the parser as a code of the catalogue, with its fields."""
    for code, form in _FORMS.items():
        match = re.search(form, problem)
        if match is not None:
            return code, dict(match.groupdict())
    return "usage-other", {"problem": problem}


def _told(code: str, fields: dict[str, object], call: Call) -> tuple[str, dict[str, object]]:
    """What is said of it: what was probably meant is added."""
    if code == "usage-no-command":
        return code, {**fields, "suggestion": closest(str(fields["command"]), filter(None, call.options))}
    if code == "usage-choice":
        choices = re.findall(r"'(.*?)'", str(fields["choices"]))
        return code, {**fields, "choices": choices, "suggestion": closest(str(fields["value"]), choices)}
    if code != "usage-no-option":
        return code, fields
    option = str(fields["option"])
    theirs = [name for name, options in call.options.items() if option in options]
    if not call.command and theirs:
        named = next((name for name in theirs if name in call.arguments), theirs[0])
        return "usage-option-too-soon", {**fields, "example": f"policy-engine {named} {option}"}
    return code, {**fields, "suggestion": _meant(option, call)}


def _meant(option: str, call: Call) -> str | None:
    """The option that is nearest; for `-lang`, of which only `-l` was looked at, it is `--lang`."""
    options = call.options[call.command]
    whole = next((item for item in call.arguments if item.startswith(option) and item != option), "")
    return f"-{whole}" if f"-{whole}" in options else closest(option, options)


def _options(params: Sequence[Any]) -> list[str]:
    return [option for item in params for option in (*item.opts, *item.secondary_opts)]
