"""Options that several commands share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.completion import complete_policy


class Format(StrEnum):
    """How a command prints its findings."""

    TEXT = "text"
    JSON = "json"


class CheckFormat(StrEnum):
    """How `check` prints its findings."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"
    JUNIT = "junit"


class TestFormat(StrEnum):
    """How `test` prints its results."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"


class Words(StrEnum):
    """The languages that this program speaks."""

    EN = "en"
    NL = "nl"


PolicyName = Annotated[
    str,
    typer.Argument(
        metavar="POLICY",
        help="A policy's file, or the id of a ready policy.",
        autocompletion=complete_policy,
    ),
]
WordsOption = Annotated[
    Words | None, typer.Option("--lang", help="Language of the messages; left out: that of the locale.")
]
TextsOption = Annotated[
    str | None,
    typer.Option(
        "--lang",
        metavar="LANGUAGE",
        help="Language of the texts, such as en or nl; left out: that of the locale.",
    ),
]
FormatOption = Annotated[Format, typer.Option("--format", help="Text for people, JSON for programs.")]
CheckFormatOption = Annotated[
    CheckFormat,
    typer.Option(
        "--format",
        help="Text for people, JSON for programs, SARIF for code scanning, annotations for GitHub Actions, "
        "JUnit's XML for other servers.",
    ),
]
TestFormatOption = Annotated[
    TestFormat,
    typer.Option("--format", help="Text for people, JSON for programs, JUnit's XML for test servers."),
]
ParameterOption = Annotated[
    list[str] | None,
    typer.Option("--parameter", "-p", metavar="NAME=VALUE", help="Sets a parameter; may be repeated."),
]
FactOption = Annotated[
    list[str] | None,
    typer.Option("--fact", "-f", metavar="NAME=VALUE", help="Tells a fact at the start; may be repeated."),
]
CallOption = Annotated[
    Path | None, typer.Option("--call", metavar="FILE", help="A recorded call: JSON lines of events.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Writes to this file; left out: to the screen."),
]
