"""How long `after` and `delay` are: written out, or so many as a parameter, a fact or a variable says."""

from __future__ import annotations

from dataclasses import dataclass

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Word
from policy_engine.model.duration import MAXIMUM_YEARS, PER_YEAR, Duration
from policy_engine.model.durations import parse_delay
from policy_engine.model.expressions.place import Place
from policy_engine.model.resolve.vocabulary import VALUES, Vocabulary
from policy_engine.model.types import Declaration


@dataclass(slots=True)
class Delays:
    """Reads them."""

    vocabulary: Vocabulary
    open_hours: bool  # whether opening hours are declared
    sink: Diagnostics

    def read(self, word: Word) -> Duration:
        """A duration that has the form of one; tells where what it reads is no number of units."""
        found = parse_delay(word)
        assert found is not None
        self.check_hours(word, found)
        if found.name is not None:
            self._check_name(word, found.name, found)
        return found

    def check_hours(self, word: Word, duration: Duration) -> None:
        """Tells about working hours where nobody says when it is open."""
        parts = (duration, duration.minus)
        counts = any(part is not None and part.unit == "working_hours" for part in parts)
        if counts and not self.open_hours:
            self.sink.error("no-opening-hours", word.span, text=str(word))

    def warn_of_nothing(self, word: Word, duration: Duration) -> None:
        """Tells where a timer may have no time at all to run."""
        declared = None if duration.name is None else self._declaration(duration.name)
        if declared is not None and declared.type.kind in ("counter", "range") and declared.type.low == 0:
            place = Place.of(word).span(0, len(declared.name))
            self.sink.warning("after-perhaps-nothing", place, name=declared.name, high=declared.type.high)

    def _declaration(self, name: str) -> Declaration | None:
        words = self.vocabulary
        return words.parameters.get(name) or words.facts.get(name) or words.context.get(name)

    def _check_name(self, word: Word, name: str, duration: Duration) -> None:
        names = self.vocabulary.names
        place = Place.of(word).span(0, len(name))
        declared = self._declaration(name)
        if declared is None:
            if any(name in names[section].broken or names[section].open for section in VALUES):
                return
            known = [one for section in VALUES for one in names[section].all]
            self.sink.error(
                "undeclared-amount", place, name=name, suggestion=closest(name, known), known=known
            )
            return
        kind, low, high = declared.type.kind, declared.type.low, declared.type.high
        if kind not in ("counter", "range"):
            self.sink.error("amount-not-whole", place, name=name)
        elif low < 0:
            self.sink.error("amount-below-zero", place, name=name, low=low, high=high)
        elif not Duration(high, duration.unit).sound:
            most = PER_YEAR[duration.unit] * MAXIMUM_YEARS
            self.sink.error("amount-too-large", place, name=name, high=high, unit=duration.unit, most=most)
