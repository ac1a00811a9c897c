"""Loads scenario files: with the same places, words and help for every mistake as policies have."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Word
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.model.files.shape import read_shape, require
from policy_engine.model.scenario_files import ScenariosFile
from policy_engine.model.scenarios import ScenarioFile
from policy_engine.scenarios.resolve import Resolver


class WrittenScenarios:
    """A scenario file whose form is right as far as it could be read; its names are not yet looked up.

    `policy` is the id of the policy it belongs to, written at `policy_span`.
    """

    def __init__(self, name: str, policy: Word, file: ScenariosFile) -> None:
        self.name = name
        self.policy = str(policy)
        self.policy_span: Span = policy.span
        self._file = file

    def resolve(self, chart: Chart, sink: Diagnostics) -> ScenarioFile | None:
        """The scenarios for a policy; None where they have mistakes, which all go to `sink`."""
        known = sink.has_errors
        found = Diagnostics()
        scenarios = Resolver(chart, found).scenarios(self._file)
        sink.items.extend(found.items)
        if known or found.has_errors:
            return None
        return ScenarioFile(self.name, self.policy, scenarios)


def read_scenarios(source: str | bytes, name: str, sink: Diagnostics) -> WrittenScenarios | None:
    """The form of a scenario file. Every mistake goes to `sink`; None where no policy is named."""
    document = read_document(source, name, sink)
    if document is None:
        return None
    file = read_shape(ScenariosFile, document, sink)
    if file is None:
        return None
    require(file, sink)
    return None if file.policy is None else WrittenScenarios(name, file.policy, file)


def load_scenarios(source: str | bytes, name: str, sink: Diagnostics, chart: Chart) -> ScenarioFile | None:
    """The scenarios in a file's text, for the policy that `chart` is of. None where there are mistakes.

    `name` is what positions are reported under; every mistake goes to `sink`.
    """
    written = read_scenarios(source, name, sink)
    if written is None:
        return None
    if written.policy != chart.id:
        sink.error("scenarios-of-another", written.policy_span, policy=written.policy, suggestion=chart.id)
        return None
    return written.resolve(chart, sink)
