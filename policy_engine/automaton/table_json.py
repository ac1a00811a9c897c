"""The table as one JSON document: the chart, the nodes, and the decision trees that lead to their edges.

`schema` names the format. What many edges share stands once and goes by its number: what makes a step in
`triggers`, questions in `tests` (with the expression as text, for people), and what a step does in `steps`,
whose columns `step` names. States, transitions and timers go by their place in the chart.

What a node `does` is a text of whole numbers: a trigger and what follows from it, as often as needed. What
follows is an edge, as the number of its step and of the node that it leads to; or a question, as -1 less its
number, then how many answers there are, and each answer's place among the `answers` of its question with what
follows from that. Edges are counted in this order, and `first` is the number of a node's first one.

Loading needs neither YAML nor pydantic, compiles nothing that is already there, and leaves nodes and the
chart's sections to be read when a session first needs them. `checksum` is the CRC-32 of all the rest, as
`json.dumps` writes that, so a table that was damaged or changed by hand is refused as a whole; the order of
names counts too, for it is that of the document. A checksum proves nothing against someone who writes a table
of their own: what is wrong in such a table ends in TableError when it is read.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from zlib import crc32

from policy_engine.automaton.damage import reading
from policy_engine.automaton.stored import StoredAutomaton
from policy_engine.errors import TableError

if TYPE_CHECKING:
    from policy_engine.automaton.automaton import Automaton

SCHEMA = "policy_engine/table/4"
_END = b', "checksum": "%s"}'


def to_table(automaton: Automaton) -> dict[str, Any]:
    """The table as JSON-ready data."""
    # Imported here because a session that starts from a table writes none.
    from policy_engine.automaton.table_writer import written

    return sealed({"schema": SCHEMA, **written(automaton)})


def sealed(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table with its checksum, whatever checksum it had before."""
    rest = {key: value for key, value in table.items() if key != "checksum"}
    return {**rest, "checksum": f"{crc32(json.dumps(rest).encode('ascii')):08x}"}


def read_table(source: bytes) -> Automaton:
    """The automaton of a table's JSON text.

    Raises ValueError and RecursionError for what is no JSON, and what `from_table` raises.
    """
    table = json.loads(source)
    return _checked(table, _is_as_written(source))


def from_table(table: Any) -> Automaton:
    """The automaton of a table.

    Raises TableError for anything that is no table of this format. Where the checksum is right and something
    else is wrong, a node or a section of the chart may be found damaged only when it is first read.
    """
    return _checked(table, False)


def _checked(table: Any, sound: bool) -> Automaton:
    if not isinstance(table, Mapping) or table.get("schema") != SCHEMA:
        raise TableError(f"this is no compiled policy: `schema` must be {SCHEMA!r}")
    if not sound and table.get("checksum") != reading(lambda: sealed(table)["checksum"]):
        raise TableError(
            "the compiled policy is damaged: `checksum` is not that of the rest; compile it anew"
        )
    return reading(lambda: StoredAutomaton.read(table))


def _is_as_written(source: bytes) -> bool:
    """Whether a text is what `json.dumps` makes of a table, and the checksum is right for it.

    This is quicker than to write the table anew. Where it is laid out in another way, that must be done.
    """
    text = source.rstrip()
    end = text[-len(_END % b"00000000") :]
    return end == _END % (b"%08x" % crc32(b"}", crc32(memoryview(text)[: -len(end)])))
