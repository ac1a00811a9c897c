"""All commands put together."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from io import BytesIO, TextIOWrapper
from typing import Annotated

import typer
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from policy_engine import __version__
from policy_engine.cli import (
    check,
    compile,
    demo,
    diff,
    draw,
    fmt,
    lsp,
    new,
    preview,
    rules,
    schema,
    sources,
    test,
    why,
)
from policy_engine.cli import run as run_command
from policy_engine.cli.commanding import Command, Group, dutch_panels, put_in_dutch
from policy_engine.cli.guard import guarded
from policy_engine.cli.language import of_arguments
from policy_engine.cli.status import PIPE_CLOSED, WRONG_CALL
from policy_engine.cli.usage import tell_usage

app = typer.Typer(
    name="policy-engine",
    cls=Group,
    no_args_is_help=True,
    rich_markup_mode="markdown",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
)
for module in (
    new,
    check,
    fmt,
    run_command,
    test,
    why,
    diff,
    rules,
    sources,
    draw,
    demo,
    schema,
    compile,
    lsp,
    preview,
):
    app.command(module.NAME, cls=Command, epilog=module.EXAMPLES)(guarded(module.command))


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(f"policy-engine {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Protocols of dealing with people: check them, try them, follow them live.

    A policy is named by its file, or by its id where it is a ready one. Exit status: 0 fine, 1 the policy or
    its tests fall short, 2 the call was wrong.
    """


def run(arguments: list[str]) -> int:
    """Runs the command that the arguments name, and returns its exit status."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            # The process was started with this stream closed: nothing comes in, or nobody looks.
            setattr(sys, name, TextIOWrapper(BytesIO(), encoding="utf-8"))
    for stream in (sys.stdout, sys.stderr):
        # A terminal that lacks a character shows its number instead; that is no reason to end the program.
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    group = get_command(app)
    assert isinstance(group, TyperGroup)
    language = of_arguments(arguments)
    dutch = language == "nl"
    if dutch:
        put_in_dutch(group)
    try:
        with dutch_panels() if dutch and _asks_for_help(arguments) else nullcontext():
            status = group.main(arguments, prog_name="policy-engine", standalone_mode=False)
    except TyperException as error:
        return tell_usage(error, group, arguments, language)
    except SystemExit as end:
        # Shell completion ends the process itself, and so does the help where its reader went away.
        status = PIPE_CLOSED if end.code == 1 and _asks_for_help(arguments) else end.code
    return status if isinstance(status, int) else WRONG_CALL


def _asks_for_help(arguments: list[str]) -> bool:
    return not arguments or "--help" in arguments or "-h" in arguments
