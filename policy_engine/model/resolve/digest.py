"""The fingerprint of a policy."""

from __future__ import annotations

import hashlib
import json

from policy_engine.model.files.part import Part
from policy_engine.model.files.raw import plain


def digest(part: Part) -> str:
    """SHA-256, in hexadecimal, of the content as canonical JSON.

    Comments, layout and the way of quoting do not count; the order of keys does, because states and branches
    run in the order in which they are written.
    """
    canonical = json.dumps(plain(part.raw), separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()
