"""Proves the properties of a policy that is being checked, for each choice of its parameters, and finds what
can be left undone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import islice

from policy_engine.automaton.automaton import Automaton, Progress
from policy_engine.courses.courses import Courses
from policy_engine.courses.limits import Limit
from policy_engine.courses.parameters import parameter_values
from policy_engine.courses.situation import Step
from policy_engine.courses.spoken import verdict_word
from policy_engine.courses.telling import LANGUAGES, told_course
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.chart import Chart
from policy_engine.policy import choices_of
from policy_engine.verify.left_open import left_open
from policy_engine.verify.patterns.pattern import Broken, Open
from policy_engine.verify.prove import prove


class Proving:
    """What came of a policy's properties so far. Called for each automaton that the policy compiles to."""

    def __init__(
        self, then: Callable[[Chart, Courses], None] | None = None, progress: Progress | None = None
    ) -> None:
        """then: told of the courses of each automaton, of those too of which nothing has to be proved.
        progress: told now and then how many situations were looked at.
        """
        self._then = then
        self._progress = progress
        self.situations = 0
        self.proved: set[str] = set()
        self._broken: dict[str, tuple[Broken, Courses]] = {}
        self._open: dict[str, tuple[Open, Courses]] = {}
        self._tried = 0
        self._undone: dict[str, tuple[Sequence[Step], Courses]] = {}
        self._chart: Chart | None = None

    def __call__(self, chart: Chart, automaton: Automaton) -> None:
        self._chart = chart
        self._tried += 1
        left = {name: item for name, item in chart.properties.items() if name not in self._broken}
        musts = chart.musts.keys() - self._undone.keys()
        if not left and not musts and self._then is None:
            return
        proofs = prove(automaton, left, self._progress)
        self.situations += proofs.situations if left else 0
        for id, course in left_open(proofs.courses, musts).items():
            self._undone[id] = course, proofs.courses
        for name, broken in proofs.broken.items():
            self._broken[name] = broken, proofs.courses
        for name, open_ in proofs.open.items():
            self._open.setdefault(name, (open_, proofs.courses))
        if self._then is not None:
            self._then(chart, proofs.courses)

    def tell(self, sink: Diagnostics) -> None:
        """What does not hold, what could not be proved, and what can be left undone."""
        if self._chart is None:
            return
        for id, must in self._chart.musts.items():
            if id in self._undone:
                course, courses = self._undone[id]
                ends = courses.node(course[-1].target).leaves
                sink.warning(
                    "must-left-open", must.span, name=id, ends=ends, trail=told_course(course, courses)
                )
        untried = self._untried(self._chart)
        for name, item in self._chart.properties.items():
            if name in self._broken:
                broken, courses = self._broken[name]
                fields = dict(broken.fields)
                for key in ("verdict", "wanted"):
                    if key in fields:
                        verdict = str(fields[key])
                        fields[f"{key}_word"] = {one: verdict_word(verdict, one) for one in LANGUAGES}
                trail = told_course(broken.course, courses, broken.given)
                sink.error(broken.code, item.span, property=name, trail=trail, **fields)
            elif name in self._open:
                open_, courses = self._open[name]
                trail = told_course(open_.course, courses)
                why = open_.limit.words
                sink.warning("property-not-tried-out", item.span, property=name, why=why, trail=trail)
            elif untried is not None:
                sink.warning("property-not-tried-out", item.span, property=name, why=untried.words)
            else:
                self.proved.add(name)

    def _untried(self, chart: Chart) -> Limit | None:
        """Why not every choice of the parameters was tried, if it was not."""
        if sum(1 for _ in islice(choices_of(chart), self._tried + 1)) <= self._tried:
            return None
        widest = sorted(chart.parameters, key=lambda name: -len(parameter_values(chart, name)))
        return Limit("parameters", tuple(widest[:3]))
