"""Messages of the area `scenarios`."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {}
