"""Tells files of scenarios from policies, without reading either as what it is."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.node import MappingNode
from policy_engine.document.read import read_document


def is_scenario_file(source: str | bytes) -> bool:
    """Whether a file looks like one of scenarios rather than a policy."""
    document = read_document(source, "", Diagnostics())
    root = None if document is None else document.root
    return isinstance(root, MappingNode) and root.get("scenarios") is not None and root.get("states") is None
