"""What a step reads from outside the table: facts, event data, opaque variables, and who reports, as a role
and as a person.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from typing import Literal

from policy_engine.model.types import Value
from policy_engine.records import record

InputKind = Literal["fact", "data", "context", "by", "person"]
OTHER_TEXT = "\0something else"
NOBODY = ""  # `by` of a raised, sent or timed event; the person that a call does not name


@record
class Input:
    """One thing to read: a fact, a datum of the event in hand, an opaque variable, `by`, or its person."""

    kind: InputKind
    name: str

    def __hash__(self) -> int:
        return hash(self.name)


BY = Input("by", "by")


NOTHING: Mapping[str, Value] = {}


class Inputs:
    """The outside world of one step, as expressions read it. `facts` and `data` are complete.

    Made once for every event that reads something, so it is written to cost little.
    """

    __slots__ = ("by", "context", "data", "facts", "parameters", "person", "states")

    def __init__(
        self,
        facts: Mapping[str, Value],
        data: Mapping[str, Value],
        context: Mapping[str, Value],
        by: str | None,
        parameters: Mapping[str, Value] = NOTHING,
        states: Container[str] = (),
        person: str = NOBODY,
    ) -> None:
        self.facts = facts
        self.data = data
        self.context = context
        self.by = by
        self.parameters = parameters
        self.states = states
        self.person = person
