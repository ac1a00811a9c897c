"""The fingerprint of a policy."""

from __future__ import annotations

import hashlib
import json

from policy_engine.document.node import Atom, MappingNode


def digest(raw: MappingNode) -> str:
    """SHA-256, in hexadecimal, of the content as canonical JSON.

    Comments, layout and the way of quoting do not count; the order of keys does, because states and branches
    run in the order in which they are written.
    """
    # What a file holds is a tree, so nobody need look for rings in it.
    canonical = json.dumps(raw, separators=(",", ":"), default=_value, check_circular=False)
    return hashlib.sha256(canonical.encode()).hexdigest()


def _value(atom: Atom) -> object:
    # Texts, mappings and lists are what JSON knows already.
    return {} if atom.blank else atom.value
