"""A call that can't be carried out: one clear sentence instead of a result."""

from __future__ import annotations

from policy_engine.diagnostics.catalogue import render_help, render_message


class CallError(Exception):
    """The call was wrong. Its words come from the catalogue."""

    def __init__(self, code: str, language: str, **fields: object) -> None:
        self.code = code
        self.language = language
        self.fields = fields
        super().__init__(self.sentence())

    def sentence(self) -> str:
        """What is wrong and what to do about it, in the language of the call."""
        advice = render_help(self.code, self.fields, self.language)
        message = render_message(self.code, self.fields, self.language)
        return f"{message}; {advice}" if advice else message


class Stop(Exception):
    """Ends the command with a status; everything there is to say has been said."""

    def __init__(self, status: int) -> None:
        self.status = status
        super().__init__(status)
