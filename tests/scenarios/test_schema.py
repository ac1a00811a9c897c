"""The JSON Schema of scenario files."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

import policy_engine
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.files.raw import plain
from policy_engine.model.scenario_files import OneScenarioFile, StepFile
from policy_engine.model.scenario_schema import scenario_schema, scenario_schema_text
from policy_engine.ready import ready_policies

COMMITTED = Path(policy_engine.__file__).parent / "model" / "scenarios-1.schema.json"
VALIDATOR = jsonschema.Draft7Validator(scenario_schema())
SUITES = sorted(
    path.parent / "scenarios" / path.name
    for path in (*ready_policies().values(), Path(__file__).parents[1] / "cli" / "data" / "visit.yaml")
)


def test_the_committed_schema_is_the_one_that_the_models_make() -> None:
    assert scenario_schema_text() == COMMITTED.read_text(encoding="utf-8")


def test_the_schema_is_a_good_one() -> None:
    jsonschema.Draft7Validator.check_schema(scenario_schema())


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name)
def test_scenario_files_fit_the_schema(suite: Path) -> None:
    document = read_document(suite.read_bytes(), suite.name, Diagnostics())
    assert document is not None

    assert [] == [error.message for error in VALIDATOR.iter_errors(plain(document.root))]


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ({"policy": "p", "scenaros": {}}, []),
        ({"policy": "p", "scenarios": {"a": {"step": []}}}, ["scenarios", "a"]),
        ({"policy": "p", "scenarios": {"a": {"steps": [{"evnt": "e"}]}}}, ["scenarios", "a", "steps", 0]),
        (
            {"policy": "p", "scenarios": {"a": {"steps": [], "expect": {"state": []}}}},
            ["scenarios", "a", "expect"],
        ),
    ],
)
def test_an_unknown_key_is_marked_where_it_stands(written: object, path: list[object]) -> None:
    found = [error for error in VALIDATOR.iter_errors(written) if error.validator == "additionalProperties"]

    assert [path] == [list(error.absolute_path) for error in found]


@pytest.mark.parametrize("part", [OneScenarioFile, StepFile])
def test_every_key_has_a_hover_text_in_both_languages(part: type[OneScenarioFile | StepFile]) -> None:
    for name, field in part.model_fields.items():
        english, dutch = str(field.description).split("\n\n")
        assert english != dutch, name
