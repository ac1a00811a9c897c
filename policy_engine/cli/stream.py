"""A session between two pipes: JSON lines of events in, JSON lines of decisions out.

The opening comes first; then every line is answered by one line, at once, so that a host can wait for it. A
bad line is answered by `{"error": ...}`; the session is as it was, and goes on.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import BinaryIO

from policy_engine.cli.encode import encode, fired_objects, guidance_object, obligation_object, record_object
from policy_engine.cli.lines import LineError, raw_lines, read_line
from policy_engine.cli.player import Played, Player
from policy_engine.cli.policies import Prepared
from policy_engine.cli.problems import REFUSED, problem_of
from policy_engine.diagnostics.catalogue import render_help, render_message


def answer_input(prepared: Prepared, *, guidance: bool, remember: int, journal: bool) -> bool:
    """Answers the standard input on the standard output, in real time. Whether every line was good."""
    player = Player(
        prepared.policy, prepared.facts, lambda: datetime.now(UTC), remember=remember, journal=journal
    )
    stream = Stream(player, _write, texts=prepared.texts, words=prepared.words, guidance=guidance)
    return stream.play(sys.stdin.buffer)


class Stream:
    """`texts` is the language of the policy's texts, `words` that of this program's own."""

    def __init__(
        self, player: Player, write: Callable[[str], object], *, texts: str, words: str, guidance: bool
    ) -> None:
        self._player = player
        self._write = write
        self._texts = texts
        self._words = words
        self._guidance = guidance

    def play(self, stream: BinaryIO) -> bool:
        """Answers every line until the stream ends. Whether all of them were good."""
        self._write(encode({**self._player.session.opening.to_dict(), **self._situation()}))
        good = True
        for number, raw in raw_lines(stream):
            answer = self._answer(number, raw)
            good = good and "error" not in answer
            self._write(encode(answer))
        return good

    def _answer(self, number: int, raw: bytes) -> Mapping[str, object]:
        try:
            played = self._player.play(read_line(raw))
        except LineError as error:
            return self._refusal(number, error.code, error.fields)
        except REFUSED as error:
            return self._refusal(number, *problem_of(error))
        return {**self._led_to(played), **self._situation()}

    def _led_to(self, played: Played) -> dict[str, object]:
        if played.decision is not None:
            return played.decision.to_dict()
        if played.retraction is not None:
            return played.retraction.to_dict()
        if played.record is not None:
            return {"now": played.now.isoformat(), **record_object(played.record)}
        return {"now": played.now.isoformat(), "fired": fired_objects(played.fired)}

    def _situation(self) -> dict[str, object]:
        session = self._player.session
        situation: dict[str, object] = {
            "done": session.done,
            "outcome": session.outcome,
            "deadline": None if session.deadline is None else session.deadline.isoformat(),
        }
        chart = self._player.policy.chart
        if chart.musts or any(action.record for action in chart.actions.values()):
            situation["obligations"] = [obligation_object(item, self._texts) for item in session.obligations]
        if self._guidance:
            situation["guidance"] = [guidance_object(item) for item in session.guidance(self._texts)]
        return situation

    def _refusal(self, number: int, code: str, fields: Mapping[str, object]) -> dict[str, object]:
        error = {"line": number, "code": code, "message": render_message(code, fields, self._words)}
        advice = render_help(code, fields, self._words)
        if advice is not None:
            error["help"] = advice
        return {"error": error}


def _write(text: str) -> None:
    """A line that the reader has at once."""
    print(text, flush=True)
