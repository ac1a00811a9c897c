"""A call that can't be carried out: one clear sentence instead of a result."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue import render_help, render_message


def sentence(code: str, fields: Mapping[str, object], language: str) -> str:
    """What is wrong and what to do about it, in "en" or "nl"."""
    advice = render_help(code, fields, language)
    message = render_message(code, fields, language)
    return f"{message}; {advice}" if advice else message


class CallError(Exception):
    """The call was wrong. Its words come from the catalogue."""

    def __init__(self, code: str, language: str, **fields: object) -> None:
        self.code = code
        self.language = language
        self.fields = fields
        super().__init__(sentence(code, fields, language))


class Stop(Exception):
    """Ends the command with a status; everything there is to say has been said."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)
