"""Commands that explain themselves in the language of whoever asks."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption


class Command(TyperCommand):
    """A command."""

    dutch = False

    def get_usage(self, ctx: Any) -> str:
        """How the command is written, on a line."""
        return _usage(super().get_usage(ctx), dutch=self.dutch)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        return _worded(super().get_help_option(ctx), dutch=self.dutch)


class Group(TyperGroup):
    """All commands together."""

    dutch = False

    def get_usage(self, ctx: Any) -> str:
        """How a command is written, on a line."""
        return _usage(super().get_usage(ctx), dutch=self.dutch)

    def get_help_option(self, ctx: Any) -> Any:
        """The option that shows the help."""
        return _worded(super().get_help_option(ctx), dutch=self.dutch)


def put_in_dutch(group: TyperGroup) -> None:
    """Gives all commands their Dutch words."""
    from policy_engine.cli.dutch import COMMANDS, epilogue

    for command in (group, *group.commands.values()):
        assert isinstance(command, Command | Group)
        command.dutch = True
        command.help = COMMANDS[command.help or ""]
        command.epilog = epilogue(command.epilog or "")
        for item in command.params:
            _worded(item, dutch=True)


@contextmanager
def dutch_panels() -> Iterator[None]:
    """The headings of the help in Dutch, as long as it lasts: the library keeps them for a whole process."""
    from typer import rich_utils

    from policy_engine.cli.dutch import PANELS

    english = {name: getattr(rich_utils, name) for name in PANELS}
    vars(rich_utils).update(PANELS)
    try:
        yield
    finally:
        vars(rich_utils).update(english)


def _worded(item: object, *, dutch: bool) -> object:
    """An argument or an option, with its help in Dutch."""
    if dutch and isinstance(item, TyperArgument | TyperOption) and item.help is not None:
        from policy_engine.cli.dutch import OPTIONS

        # The option that shows the help is asked for more than once.
        item.help = OPTIONS.get(item.help, item.help)
    return item


def _usage(line: str, *, dutch: bool) -> str:
    if dutch:
        from policy_engine.cli.dutch import USAGE

        for english, word in USAGE.items():
            line = line.replace(english, word)
    return line
