"""The fingerprint of a policy."""

from __future__ import annotations

import hashlib
import json

from policy_engine.model.files.part import Part
from policy_engine.model.files.raw import Leaf


def digest(part: Part) -> str:
    """SHA-256, in hexadecimal, of the content as canonical JSON.

    Comments, layout and the way of quoting do not count; the order of keys does, because states and branches
    run in the order in which they are written.
    """
    canonical = json.dumps(part.raw, separators=(",", ":"), default=_value)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _value(leaf: Leaf) -> object:
    # Mappings and lists are dicts and lists already, so only the leaves are left to be told.
    return leaf.node.value
