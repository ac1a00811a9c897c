"""Lint: applies every rule to a policy that is being checked, over the courses that its proofs explore."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.courses.courses import Courses
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart
from policy_engine.verify.rules.places import Places
from policy_engine.verify.rules.registry import rules
from policy_engine.verify.rules.rule import Finding, Rule
from policy_engine.verify.rules.seen import Seen
from policy_engine.verify.rules.survey import Survey
from policy_engine.verify.rules.view import View


class Linting:
    """What the rules find in a policy. `see` is told of the courses of each choice of its parameters."""

    def __init__(self, source: str | bytes, name: str) -> None:
        self._places = Places(source, name)
        self._view: View | None = None
        self._seen: Seen | None = None
        self._whole = True
        self._found: dict[tuple[str, Span, object], tuple[Rule, Finding]] = {}

    def see(self, chart: Chart, courses: Courses) -> None:
        """Looks at the courses of one choice of parameters."""
        if self._view is None or self._seen is None:
            self._view = View(chart, self._places)
            self._seen = Seen(self._view)
        survey = Survey(self._view, courses)
        self._seen.add(survey)
        self._whole = self._whole and courses.whole
        for rule in rules().values():
            if rule.courses is not None:
                self._keep(rule, rule.courses(survey))

    def tell(self, sink: Diagnostics) -> None:
        """Adds what was found."""
        view, seen = self._view, self._seen
        if view is None or seen is None:
            return
        seen.told = frozenset(item.span for item in sink)
        for rule in rules().values():
            if rule.chart is not None:
                self._keep(rule, rule.chart(view))
            elif rule.never is not None and self._whole:
                self._keep(rule, rule.never(seen))
        for rule, finding in self._found.values():
            sink.add(rule.code, rule.severity, finding.span, finding.fields)

    def _keep(self, rule: Rule, findings: Iterable[Finding]) -> None:
        """Keeps the first finding of a rule about one thing at one place: a shortest course tells it."""
        for item in findings:
            about = item.fields.get("event", item.fields.get("name"))
            self._found.setdefault((rule.code, item.span, str(about)), (rule, item))
