"""The JSON Schema of a file, for editors: completion, hover texts, and mistakes at the key where they are.

It is generated from the models and committed as `policy-1.schema.json`. Draft 7, because yaml-language-server
knows it best. An editor sees less than `check`: no names are looked up and no conditions are read.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import WithJsonSchema

from policy_engine.model.files.json import Json, JsonSchema, Parts
from policy_engine.model.files.part import Part
from policy_engine.model.files.policy import PolicyFile

DRAFT = "http://json-schema.org/draft-07/schema#"


def policy_schema() -> dict[str, object]:
    """The schema of a policy file, format 1."""
    return part_schema(PolicyFile, "policy_engine: a policy, format 1")


def policy_schema_text() -> str:
    """The schema as it is committed."""
    return json.dumps(policy_schema(), indent=2, ensure_ascii=False) + "\n"


def part_schema(root: type[Part], title: str) -> dict[str, object]:
    """The schema of a file whose root is a model."""
    parts = _Parts()
    fields = parts.fields(root)
    return {
        "$schema": DRAFT,
        "title": title,
        "type": "object",
        **fields,
        "definitions": {name: parts.definitions[name] for name in sorted(parts.definitions)},
    }


class _Parts:
    """Collects the schemas of models, each once."""

    def __init__(self) -> None:
        self.definitions: dict[str, JsonSchema] = {}

    def ref(self, part: type[Part]) -> JsonSchema:
        written = ["object", "null"] if part.blank else "object"
        return self._named(
            part.__name__.removesuffix("File"), lambda parts: {"type": written, **parts.fields(part)}
        )

    def fields(self, part: type[Part]) -> JsonSchema:
        properties = {}
        for name, field in part.model_fields.items():
            written = self._type(field.annotation, tuple(field.metadata))
            properties[field.alias or name] = {**written, "description": field.description}
        schema: JsonSchema = {"properties": properties, "additionalProperties": False}
        if part.required:
            schema["required"] = list(part.required)
        return schema

    def _named(self, name: str, build: Callable[[Parts], JsonSchema]) -> JsonSchema:
        if name not in self.definitions:
            self.definitions[name] = {}  # a state stands in a state
            self.definitions[name] = build(self)
        return {"$ref": f"#/definitions/{name}"}

    def _type(self, annotation: Any, metadata: tuple[Any, ...] = ()) -> JsonSchema:
        for item in reversed(metadata):
            if isinstance(item, Json):
                return self._named(item.name, item.build)
            if isinstance(item, WithJsonSchema):
                return dict(item.json_schema or {})
        origin, arguments = get_origin(annotation), get_args(annotation)
        if hasattr(annotation, "__metadata__"):
            return self._type(arguments[0], annotation.__metadata__)
        if origin in (Union, UnionType):
            (inner,) = (argument for argument in arguments if argument is not type(None))
            return self._type(inner)
        if origin is dict:
            return {
                "type": "object",
                "propertyNames": self._type(arguments[0]),
                "additionalProperties": self._type(arguments[1]),
            }
        if origin is list:
            return {"type": "array", "items": self._type(arguments[0])}
        return self.ref(annotation)
