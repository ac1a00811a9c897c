"""How long durations are from one beginning; and which beginnings are alike.

A search with time does the same from two beginnings if everything that it asks of the calendar has the
same answer. So what was asked is kept, in order, and a search is only made where an answer is new.
"""

from __future__ import annotations

from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import NANOSECONDS, Duration
from policy_engine.records import field, record

DAY = NANOSECONDS["days"]
Question = tuple[Duration, int]


@record(frozen=False)
class _Fork:
    """A question, and what was asked next after each answer; None where that was all."""

    question: Question
    answers: dict[int, _Fork | None] = field(default_factory=dict)


class Lengths:
    """Counts durations in nanoseconds from a beginning, which is 0.

    `waits` are the times, less whole days, after which something was asked of the calendar; not those after
    what ends at a time of the day, for they begin at that time wherever the count began.
    """

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._fixed: dict[Duration, int | None] = {}
        self.waits: set[int] = set()
        self._on_time: set[int] = set()
        self._start = 0
        self._known: dict[Question, int] = {}
        self._trail: list[Question] = []
        self._root: _Fork | None = None
        self._searched = False

    @property
    def even(self) -> bool:
        """Whether a search asked nothing of the calendar, so that all beginnings are alike."""
        return self._searched and self._root is None

    @property
    def asked(self) -> bool:
        """Whether something was asked of the calendar since this beginning."""
        return bool(self._trail)

    def begin(self, start: int) -> bool:
        """Counts from another moment from here on. False: one like it was searched from already."""
        self._start = start
        calendar, place = self._calendar, self._root
        answers: dict[Question, int] = {}
        while place is not None:
            duration, moment = question = place.question
            found = answers[question] = duration.due(start + moment, calendar) - start
            if found not in place.answers:
                break
            place = place.answers[found]
        self._on_time = set()
        self._known = answers
        self._trail = list(answers)
        return place is not None or not self._searched

    def due(self, duration: Duration, moment: int) -> int:
        """When something is due that is so long after a moment."""
        if duration not in self._fixed:
            self._fixed[duration] = duration.fixed_in(self._calendar)
        fixed = self._fixed[duration]
        if fixed is not None:
            found = moment + fixed
        else:
            question = (duration, moment)
            known = self._known.get(question)
            if known is None:
                end = duration.due(self._start + moment, self._calendar)
                known = self._known[question] = end - self._start
                self._trail.append(question)
            found = known
            if moment not in self._on_time:
                self.waits.add(moment % DAY)
        if duration.at is not None or moment in self._on_time:
            self._on_time.add(found)
        return found

    def searched(self) -> None:
        """Keeps what a search from this beginning asked."""
        self._searched = True
        last: _Fork | None = None
        for question in reversed(self._trail):
            last = _Fork(question, {self._known[question]: last})
        self._root = last if self._root is None else _merged(self._root, last)

    def forget(self) -> None:
        """Forgets other beginnings: from here on something else is searched for."""
        self._root = None
        self._searched = False


def _merged(old: _Fork, new: _Fork | None) -> _Fork:
    """Two courses of questions as one: they part where an answer does."""
    place: _Fork | None = old
    while place is not None and new is not None:
        ((answer, following),) = new.answers.items()
        if answer not in place.answers:
            place.answers[answer] = following
            break
        place, new = place.answers[answer], following
    return old
