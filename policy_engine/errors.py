"""The exceptions of the package: a small tree under PolicyEngineError.

Each carries its facts as fields; its docstring is its default message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from policy_engine.diagnostics.diagnostic import Diagnostic


class PolicyEngineError(Exception):
    """something went wrong in policy_engine"""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)

    def __reduce__(self) -> tuple[object, ...]:
        # Pickled as what it is and not by calling its class again, which takes other arguments than the
        # message: process pools send errors back that way.
        return _again, (type(self), self.args), self.__dict__


def _again(kind: type[PolicyEngineError], args: tuple[object, ...]) -> PolicyEngineError:
    """An exception with this message; its fields follow as its state."""
    error = kind.__new__(kind)
    error.args = args
    return error


class PolicyError(PolicyEngineError):
    """the policy has mistakes"""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        self.diagnostics: tuple[Diagnostic, ...] = tuple(diagnostics)
        lines = [f"{len(self.diagnostics)} mistake(s) in the policy"]
        lines += [item.one_line() for item in self.diagnostics]
        super().__init__("\n".join(lines))


class UnknownEventError(PolicyEngineError):
    """the policy does not declare this event"""

    def __init__(self, event: str, declared: Sequence[str], suggestion: str | None = None) -> None:
        self.event = event
        self.declared = tuple(declared)
        self.suggestion = suggestion
        hint = f"; did you mean `{suggestion}`?" if suggestion else ""
        super().__init__(f"the policy declares no event `{event}`{hint}")


class UnknownRoleError(PolicyEngineError):
    """the policy does not declare this role"""

    def __init__(self, role: str, declared: Sequence[str], suggestion: str | None = None) -> None:
        self.role = role
        self.declared = tuple(declared)
        self.suggestion = suggestion
        hint = f"; did you mean `{suggestion}`?" if suggestion else ""
        super().__init__(f"the policy declares no role `{role}`{hint}")


class InvalidDataError(PolicyEngineError):
    """event data, a fact or a parameter does not fit its declaration"""

    def __init__(self, message: str, *, name: str, problem: Mapping[str, object]) -> None:
        self.name = name
        self.problem = dict(problem)
        super().__init__(message)


class ClockError(PolicyEngineError):
    """this session was given a time before, so it needs `now=` at every call"""


class TooMuchDueError(PolicyEngineError):
    """more is due than one call can do; advance in smaller steps, or mend the timer that restarts itself"""


class SnapshotError(PolicyEngineError):
    """the snapshot does not belong to this policy"""


class MigrationError(SnapshotError):
    """this session can't go on under the new version

    `code` and `fields` find the sentence in the catalogue; `text("nl")` gives it in Dutch.
    """

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """Why, and what to do about it, in "en" or "nl"."""
        return _sentence(self.code, self.fields, language)


class JournalError(PolicyEngineError):
    """this event can't be taken back"""

    def __init__(self, message: str, *, problem: Mapping[str, object]) -> None:
        self.problem = dict(problem)
        super().__init__(message)


class TableError(PolicyEngineError):
    """this is no compiled policy"""


class HostError(PolicyEngineError):
    """the host's class cannot be driven by this policy"""


class CatalogueError(PolicyEngineError):
    """something went wrong that the catalogue has words for

    `code` and `fields` find the sentence; `text("nl")` gives it in Dutch.
    """

    def __init__(self, code: str, **fields: object) -> None:
        self.code = code
        self.fields = fields
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """What is wrong and what to do about it, in "en" or "nl"."""
        return _sentence(self.code, self.fields, language)


def _sentence(code: str, fields: Mapping[str, object], language: str) -> str:
    from policy_engine.diagnostics.catalogue import render_help, render_message

    advice = render_help(code, fields, language)
    message = render_message(code, fields, language)
    return f"{message}; {advice}" if advice else message


class PrintError(CatalogueError):
    """this can't be drawn or printed; its words are in the catalogue's area `printing`"""


class DeskError(CatalogueError):
    """a desk was asked for what it has not; its words are in the catalogue's area `ledgers`"""
