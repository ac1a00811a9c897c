"""Proves the properties of a policy that is being checked, for each choice of its parameters, and finds what
can be left undone.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.automaton.automaton import Automaton
from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Step
from policy_engine.courses.telling import told_course, verdict_word
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.model.chart import Chart
from policy_engine.verify.left_open import left_open
from policy_engine.verify.patterns.pattern import Broken
from policy_engine.verify.prove import prove


class Proving:
    """What came of a policy's properties so far. Called for each automaton that the policy compiles to."""

    def __init__(self) -> None:
        self.situations = 0
        self.proved: set[str] = set()
        self._broken: dict[str, tuple[Broken, Courses]] = {}
        self._open: set[str] = set()
        self._undone: dict[str, tuple[Sequence[Step], Courses]] = {}
        self._chart: Chart | None = None

    def __call__(self, chart: Chart, automaton: Automaton) -> None:
        self._chart = chart
        left = {name: item for name, item in chart.properties.items() if name not in self._broken}
        musts = chart.musts.keys() - self._undone.keys()
        if not left and not musts:
            return
        proofs = prove(automaton, left)
        self.situations += proofs.situations if left else 0
        for id, course in left_open(proofs.courses, musts).items():
            self._undone[id] = course, proofs.courses
        for name, broken in proofs.broken.items():
            self._broken[name] = broken, proofs.courses
        if not proofs.whole:
            self._open |= left.keys()

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
        for name, item in self._chart.properties.items():
            if name in self._broken:
                broken, courses = self._broken[name]
                fields = dict(broken.fields)
                for key in ("verdict", "wanted"):
                    if key in fields:
                        fields[f"{key}_word"] = verdict_word(str(fields[key]))
                trail = told_course(broken.course, courses)
                sink.error(broken.code, item.span, property=name, trail=trail, **fields)
            elif name in self._open:
                sink.warning("property-not-tried-out", item.span, property=name)
            else:
                self.proved.add(name)
