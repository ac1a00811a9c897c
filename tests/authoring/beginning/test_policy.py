"""Whatever is answered, the policy checks without a warning and its scenarios pass."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from policy_engine.authoring.beginning.answers import CHANNELS, Answers
from policy_engine.authoring.beginning.policy import policy_text
from policy_engine.authoring.beginning.scenarios import scenarios_text
from policy_engine.authoring.checking import check_policy_text
from policy_engine.authoring.layout.formatting import formatted
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.chart import Chart
from policy_engine.model.load import load_chart
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario

BOTH = (False, True)
LANGUAGES = (("nl",), ("en",), ("nl", "en"), ("en", "nl"))
# By what is done, and by how it is said.
WAYS = list(product((1, 2, 3), BOTH, BOTH, BOTH, BOTH, BOTH))
WORDS = list(product(LANGUAGES, CHANNELS))


def answers(way: int, words: int) -> Answers:
    languages, channel = WORDS[words % len(WORDS)]
    return Answers("desk", languages, channel, *WAYS[way])


def chart(given: Answers) -> Chart:
    sink = Diagnostics()
    document = read_document(policy_text(given), "desk.yaml", sink)
    assert document is not None
    found = load_chart(document, sink)
    assert [] == [item.one_line() for item in sink]
    assert found is not None
    return found


def shape(given: Chart) -> tuple[object, ...]:
    """A chart without its words."""
    branches = tuple((item.id, str(item.guard), item.targets, len(item.steps)) for item in given.transitions)
    refusals = tuple((state.id, str(one.when)) for state in given.states for one in state.forbid)
    return branches, refusals, tuple(given.events), tuple(given.actions), tuple(given.properties)


@pytest.mark.parametrize("way", range(len(WAYS)))
def test_every_policy_checks_without_a_warning_and_its_scenarios_pass(way: int) -> None:
    given = answers(way, way)
    sink = Diagnostics()

    policy, proofs = check_policy_text(Path("desk.yaml"), policy_text(given), sink, Path.read_bytes)
    assert [] == [item.one_line() for item in sink]
    assert policy is not None
    file = load_scenarios(scenarios_text(given), "scenarios/desk.yaml", sink, policy.chart)

    assert [] == [item.one_line() for item in sink]
    assert proofs.read == proofs.proved
    assert file is not None
    results = {name: run_scenario(policy, item) for name, item in file.scenarios.items()}
    assert [] == [name for name, result in results.items() if not result.passed]


@pytest.mark.no_cover
@pytest.mark.parametrize("way", range(0, len(WAYS), 7))
def test_languages_and_channels_change_nothing_but_words(way: int) -> None:
    shapes = {shape(chart(answers(way, words))) for words in range(len(WORDS))}

    assert 1 == len(shapes)


@pytest.mark.parametrize("way", range(0, len(WAYS), 7))
def test_both_files_are_laid_out_already(way: int) -> None:
    for text in (policy_text(answers(way, way)), scenarios_text(answers(way, way))):
        assert text == formatted(text, "desk.yaml", Diagnostics())
