"""The rules of names know every key of the schema, so that no new key can be forgotten there."""

from __future__ import annotations

import pytest

from policy_engine.authoring.lsp.rules import RULES
from policy_engine.authoring.lsp.schemas import Schema, Schemas, help_of, policy_schemas, scenario_schemas

WHOLE = ("calendar", "sources", "approved")  # hold no names: nothing is said of what stands in them


def missing(schemas: Schemas, schema: Schema, rule: str, seen: set[tuple[str, str]], path: str) -> list[str]:
    """The keys that the schema has below a place and the rules have not."""
    whole = schemas.whole(schema)
    place = (rule, str(whole.get("$ref", path)))
    if place in seen:
        return []
    seen.add(place)
    found = []
    # Behind `must` stands what must be done itself, or names with what must be done behind each.
    own = RULES["Duty" if rule == "Must" else rule].keys
    for key, inner in whole.get("properties", {}).items():
        if key not in own:
            found.append(f"{path}.{key} (rule {rule})")
        elif key not in WHOLE and own[key]:
            found += missing(schemas, inner, own[key], seen, f"{path}.{key}")
    for key, behind in (("additionalProperties", RULES[rule].other), ("items", RULES[rule].items)):
        inner = whole.get(key)
        if isinstance(inner, dict) and behind:
            found += missing(schemas, inner, behind, seen, f"{path}.*")
        elif isinstance(inner, dict) and schemas.keys(inner):
            found.append(f"{path}.* (rule {rule})")
    return found


@pytest.mark.parametrize(
    ("schemas", "rule"),
    [(policy_schemas(), "Policy"), (scenario_schemas(), "Scenarios")],
    ids=["policy", "scenarios"],
)
def test_every_key_of_the_schema_has_its_rule(schemas: Schemas, rule: str) -> None:
    assert [] == missing(schemas, schemas.root, rule, set(), "")


def test_every_rule_that_is_named_exists() -> None:
    named = {name for rule in RULES.values() for name in (*rule.keys.values(), rule.other, rule.items)}

    assert set() == named - RULES.keys()


def test_help_is_told_in_the_language_or_in_english() -> None:
    both, one = {"description": "English\n\nNederlands"}, {"description": "English"}

    assert ["English", "Nederlands", "English", ""] == [
        help_of(both, "en"),
        help_of(both, "nl"),
        help_of(one, "nl"),
        help_of({}, "en"),
    ]
