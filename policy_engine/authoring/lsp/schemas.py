"""The JSON Schemas of policies and scenarios as an editor asks them: what stands behind a key, its help."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

Schema = Mapping[str, Any]


class Schemas:
    """One schema and the way down in it."""

    def __init__(self, root: Schema) -> None:
        self.root = root

    def behind(self, schema: Schema, key: str) -> Schema:
        """What stands behind a key; empty where nothing is known."""
        whole = self.whole(schema)
        found = whole.get("properties", {}).get(key)
        if found is None:
            patterns = whole.get("patternProperties", {})
            found = next((inner for pattern, inner in patterns.items() if re.search(pattern, key)), None)
        if found is None:
            found = whole.get("additionalProperties")
        return found if isinstance(found, Mapping) else {}

    def item(self, schema: Schema) -> Schema:
        """What stands in a list."""
        found = self.whole(schema).get("items")
        return found if isinstance(found, Mapping) else {}

    def keys(self, schema: Schema) -> Mapping[str, Schema]:
        """The keys that may stand here, each with what stands behind it."""
        found = self.whole(schema).get("properties", {})
        return found if isinstance(found, Mapping) else {}

    def required(self, schema: Schema) -> Sequence[str]:
        """The keys that must stand here."""
        return list(self.whole(schema).get("required", ()))

    def words(self, schema: Schema) -> Sequence[str]:
        """The words of which one must stand here; empty where any may."""
        whole = self.whole(schema)
        if whole.get("type") == "boolean":
            return ["true", "false"]
        return [word for word in whole.get("enum", ()) if isinstance(word, str)]

    def whole(self, schema: Schema) -> Schema:
        """A schema with what it refers to."""
        reference = schema.get("$ref")
        if not isinstance(reference, str):
            return schema
        return {**self.root["definitions"][reference.rsplit("/", 1)[1]], **schema}


def help_of(schema: Schema, language: str) -> str:
    """What a schema says of its place, in "en" or "nl"; empty where it says nothing."""
    english, _, dutch = str(schema.get("description", "")).partition("\n\n")
    return (dutch or english) if language == "nl" else english


@cache
def policy_schemas() -> Schemas:
    """The schema of policies."""
    from policy_engine.model.schema import policy_schema

    return Schemas(policy_schema())


@cache
def scenario_schemas() -> Schemas:
    """The schema of scenarios."""
    from policy_engine.model.scenario_schema import scenario_schema

    return Schemas(scenario_schema())
