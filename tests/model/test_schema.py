from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model import schema as module
from policy_engine.model.files.raw import plain
from policy_engine.model.schema import policy_schema, policy_schema_text

COMMITTED = Path(module.__file__).with_name("policy-1.schema.json")
READY = sorted((Path(__file__).parents[2] / "policies").glob("*.yaml"))
HEAD = 'policy: example\nformat: 1\nversion: "1.0.0"\ninitial: talk\n'
VALIDATOR = jsonschema.Draft7Validator(policy_schema())


def errors(text: str) -> list[tuple[list[str | int], str]]:
    """Where each error is, and the rule that was broken."""
    document = read_document(text, "x.yaml", Diagnostics())
    assert document is not None
    found = VALIDATOR.iter_errors(plain(document.root))
    return [(list(error.absolute_path), str(error.validator)) for error in found]


def schemas(node: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in the schema, at any depth."""
    if isinstance(node, dict):
        yield node
    for value in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from schemas(value)


def test_the_committed_schema_is_the_one_the_models_make() -> None:
    assert policy_schema_text() == COMMITTED.read_text(encoding="utf-8")


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(policy_schema())


def test_no_alternatives_hide_a_mistake() -> None:
    used = {key for node in schemas(policy_schema()) for key in node}

    assert set() == {"oneOf", "anyOf", "allOf"} & used


def test_every_key_of_a_mapping_has_a_text_in_both_languages() -> None:
    mappings = [
        node["properties"] for node in schemas(policy_schema()) if {"properties", "type"} <= node.keys()
    ]

    assert mappings
    for written in mappings:
        for name, key in written.items():
            english, _, dutch = key["description"].partition("\n\n")
            assert english, name
            assert dutch, name


def test_every_reference_leads_somewhere() -> None:
    made: Any = json.loads(policy_schema_text())
    names = {node["$ref"].removeprefix("#/definitions/") for node in schemas(made) if "$ref" in node}

    assert names == set(made["definitions"])


@pytest.mark.parametrize("path", READY, ids=lambda path: path.stem)
def test_ready_policies_are_valid(path: Path) -> None:
    assert [] == errors(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "text",
    [
        "states: {talk: {on: {a or b: talk, c: {target: [talk], "
        "do: x}, d: [{when: y, target: talk}, {else: talk}]}}}",
        "states: {talk: {say: [Dag., {when: y, text: Hoi.}], "
        "avoid: {nl: [a, b], en: c}, how: {when: y, text: x}}}",
        "states: {talk: {entry: [x, {y: {z: 1}}, {set: {v: true}}, "
        "{send: {event: e, delay: 5 min}}], exit: {add: {n: 1}}}}",
        "states: {talk: {forbid: {a: Nee., b: {when: x, text: {nl: y}}, c: [{when: x, text: y}, z]}}}",
        "states: {talk: {}}\nevents: {e: {by: agent, data: {a: {flag: }, b: {enum: {x: y}}}}}",
        "states: {talk: {}}\nproperties: {p: {in: talk, accepts: e}}\nguards: {g: true}",
        "states: {talk: , p: {states: {a: }}}\nevents: {e: }\nactions: {a: }\nroles: {r: }",
    ],
)
def test_every_way_to_write_a_value_is_valid(text: str) -> None:
    assert [] == errors(HEAD + text)


@pytest.mark.parametrize(
    ("text", "path", "rule"),
    [
        ("states: {talk: {}}\nownr: x", [], "additionalProperties"),
        ("states: {talk: {lable: x}}", ["states", "talk"], "additionalProperties"),
        ("states: {talk: {label: 5}}", ["states", "talk", "label"], "type"),
        ("states: {talk: {label: {english: x}}}", ["states", "talk", "label"], "additionalProperties"),
        ("states: {Talk: {}}", ["states"], "pattern"),
        ("states: ", ["states"], "type"),
        ("states: {talk: {on: {e: }}}", ["states", "talk", "on", "e"], "type"),
        ("states: {talk: }\nfacts: {n: }", ["facts", "n"], "type"),
        ("states: {talk: }\nevents: {e: {data: {n: }}}", ["events", "e", "data", "n"], "type"),
        ("states: {talk: {type: compound}}", ["states", "talk", "type"], "enum"),
        ("states: {talk: {on: {e: {targt: talk}}}}", ["states", "talk", "on", "e"], "additionalProperties"),
        ("states: {talk: {on: {e: 5}}}", ["states", "talk", "on", "e"], "type"),
        ("states: {talk: {on: {e: [talk]}}}", ["states", "talk", "on", "e", 0], "type"),
        ("states: {talk: {on: {e: []}}}", ["states", "talk", "on", "e"], "minItems"),
        (
            "states: {talk: {on: {e: [{when: x}, {else: {when: y}}]}}}",
            ["states", "talk", "on", "e", 1, "else"],
            "additionalProperties",
        ),
        ("states: {talk: {after: {5 minutes: talk}}}", ["states", "talk", "after"], "pattern"),
        ("states: {talk: {entry: [5]}}", ["states", "talk", "entry", 0], "type"),
        ("states: {talk: {entry: [{a: {}, b: {}}]}}", ["states", "talk", "entry", 0], "maxProperties"),
        (
            "states: {talk: {entry: {send: {evnt: e}}}}",
            ["states", "talk", "entry", "send"],
            "additionalProperties",
        ),
        ("states: {talk: {say: {when: x, texts: y}}}", ["states", "talk", "say"], "additionalProperties"),
        ("states: {talk: {}}\nevents: {e: {tone: loud}}", ["events", "e", "tone"], "enum"),
        ("states: {talk: {}}\ncontext: {n: {counter: 3}}", ["context", "n", "counter"], "type"),
        ("states: {talk: {}}\ncontext: {n: {cuonter: 0..3}}", ["context", "n"], "additionalProperties"),
        ("states: {talk: {}}\nfacts: {n: {enum: []}}", ["facts", "n", "enum"], "minItems"),
        ("states: {talk: {}}\nproperties: {p: {nevr: {}}}", ["properties", "p"], "additionalProperties"),
    ],
)
def test_a_mistake_is_reported_at_its_own_key(text: str, path: list[str | int], rule: str) -> None:
    found = errors(HEAD + text)

    assert (path, rule) in found
    assert all(where[: len(path)] == path for where, _ in found)


def test_what_is_required_is_told() -> None:
    assert [([], "required")] * 5 == errors("owner: Balie\n")


def test_an_unquoted_version_is_reported_at_the_version() -> None:
    assert [(["version"], "type")] == errors(
        "policy: a\nformat: 1\nversion: 1.10\ninitial: b\nstates: {b: {}}\n"
    )
