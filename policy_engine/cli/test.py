"""`policy-engine test`: play the scenarios, and show where one parts from what it expects."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import Format, FormatOption, WordsOption
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL

if TYPE_CHECKING:
    from policy_engine.cli.testing import Results

NAME = "test"
EXAMPLES = """
Examples:

* `policy-engine test` plays the scenarios of all ready policies

* `policy-engine test my_policy.yaml`

* `policy-engine test scenarios/my_policy.yaml --format json`
"""


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="POLICY|SCENARIOS",
            help="Policies or files of scenarios; left out: all ready policies.",
            show_default=False,
            autocompletion=complete_policy,
        ),
    ] = None,
    output: FormatOption = Format.TEXT,
    lang: WordsOption = None,
) -> int:
    """Play the scenarios of policies; where one fails, show its course and the difference."""
    from policy_engine.cli.failure import CallError
    from policy_engine.cli.testing import play_file, ready_suites, scenarios_named

    language = of_words(lang)
    wrong: list[CallError] = []
    played: dict[Path, Results | None] = {}
    for name in names or ready_suites():
        try:
            path = scenarios_named(name, language)
            if path not in played:
                played[path] = play_file(path, language)
        except CallError as error:
            wrong.append(error)
    for problem in wrong:
        print(f"policy-engine: {problem}", file=sys.stderr)
    results = [result for found in played.values() for result in found or ()]
    _print(results, output, language)
    if wrong:
        return WRONG_CALL
    sound = None not in played.values() and all(result.passed for _, result in results)
    return FINE if sound else FALLS_SHORT


def _print(results: Results, output: Format, language: str) -> None:
    from policy_engine.cli.encode import encode
    from policy_engine.cli.testing import results_object, tell_results

    if output is Format.JSON:
        print(encode(results_object(results, language)))
    elif results:
        tell_results(results, language)
