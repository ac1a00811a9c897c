"""`policy-engine test`: play the scenarios, and show where one parts from what it expects."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy
from policy_engine.cli.language import of_words
from policy_engine.cli.options import TestFormat, TestFormatOption, WordsOption

NAME = "test"
EXAMPLES = """
Examples:

* `policy-engine test` plays the scenarios of all ready policies

* `policy-engine test my_policy.yaml`

* `policy-engine test scenarios/my_policy.yaml --format json`

* `policy-engine test policies/*.yaml --format junit > results.xml` for a test server

* `policy-engine test my_policy.yaml --coverage` shows what no scenario comes past, and what it would take

* `policy-engine test my_policy.yaml --coverage --fail-under 100` ends with status 1 if there is anything

* `policy-engine test my_policy.yaml --mutate --fail-under 90` asks whether the tests notice changes

* `policy-engine test my_policy.yaml --generate -o more.yaml` writes scenarios that close the gaps
"""


def command(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="POLICY|SCENARIOS",
            help="Policies, files of scenarios or folders; left out: all ready policies.",
            show_default=False,
            autocompletion=complete_policy,
        ),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage", help="Show what the scenarios of a policy do not come past, and what it would take."
        ),
    ] = False,
    mutate: Annotated[
        bool,
        typer.Option(
            "--mutate", help="Change the policy in every small way, and show what no test would notice."
        ),
    ] = False,
    sample: Annotated[
        int | None,
        typer.Option(
            "--sample", metavar="N", min=1, help="With --mutate: try so many changes of each policy, not all."
        ),
    ] = None,
    seed: Annotated[
        int, typer.Option("--seed", metavar="N", help="With --sample: another number chooses other changes.")
    ] = 0,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            "-j",
            metavar="N",
            min=1,
            max=256,
            help="With --mutate: work in so many processes; left out: one for each processor.",
        ),
    ] = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            metavar="PERCENT",
            min=0,
            max=100,
            help="With --coverage or --mutate: status 1 where less is covered, or noticed.",
        ),
    ] = None,
    generate: Annotated[
        bool,
        typer.Option("--generate", help="Write scenarios that close the gaps, for you to finish."),
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="With --generate: the file to write; left out: the screen."
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="With --generate: write over a file that is there.")
    ] = False,
    form: TestFormatOption = TestFormat.TEXT,
    lang: WordsOption = None,
) -> int:
    """Play the scenarios of policies; where one fails, show its course and the difference."""
    from policy_engine.cli.testing.work import Wish, test

    return test(
        Wish(
            names=tuple(names or ()),
            coverage=coverage,
            mutate=mutate,
            sample=sample,
            seed=seed,
            jobs=jobs,
            fail_under=fail_under,
            format=form.value,
            generate=generate,
            output=output,
            force=force,
            words=of_words(lang),
        )
    )
