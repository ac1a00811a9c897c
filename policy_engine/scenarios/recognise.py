"""Tells files of scenarios from policies, without reading either as what it is."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode, Word
from policy_engine.document.read import read_document


def is_scenario_file(source: str | bytes) -> bool:
    """Whether a file looks like one of scenarios rather than a policy."""
    document = read_document(source, "", Diagnostics())
    root = None if document is None else document.root
    return isinstance(root, MappingNode) and root.get("scenarios") is not None and root.get("states") is None


def id_of(source: str | bytes) -> str | None:
    """The id that a policy gives itself, or None where none can be read."""
    document = read_document(source, "", Diagnostics())
    root = None if document is None else document.root
    found = root.get("policy") if isinstance(root, MappingNode) else None
    return str(found) if isinstance(found, Word) else None
