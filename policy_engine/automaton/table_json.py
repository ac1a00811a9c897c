"""The table as one JSON document: the chart, the nodes, and the decision trees that lead to their edges.

`schema` names the format. What many edges share stands once and goes by its number: what makes a step in
`triggers`, questions in `tests` (with the expression as text, for people), and what a step does in `steps`,
whose columns `step` names. States, transitions and timers go by their place in the chart. `trees` says for
each trigger of a node what it does: `[step, node]` is an edge, `ask` a question with its answers. Edges are
numbered in this order; `first` is the number of a node's first one, and `edges` how many there are.

Loading needs neither YAML nor pydantic, compiles nothing that is already there, and leaves nodes and the
chart's sections to be read when a session first needs them. `checksum` is the CRC-32 of all the rest, so a
table that was damaged or changed by hand is refused as a whole. It proves nothing against someone who writes
a table of their own; what is wrong in such a table ends in TableError when it is read.
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

SCHEMA = "policy_engine/table/2"


def to_table(automaton: Automaton) -> dict[str, Any]:
    """The table as JSON-ready data."""
    # Imported here because a session that starts from a table writes none.
    from policy_engine.automaton.table_writer import written

    return sealed({"schema": SCHEMA, **written(automaton)})


def sealed(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table with its checksum, whatever checksum it had before."""
    rest = {key: value for key, value in table.items() if key != "checksum"}
    text = json.dumps(rest, sort_keys=True, separators=(",", ":"))
    return {**rest, "checksum": f"{crc32(text.encode('ascii')):08x}"}


def from_table(table: Any) -> Automaton:
    """The automaton of a table.

    Raises TableError for anything that is no table of this format. Where the checksum is right and something
    else is wrong, a node or a section of the chart may be found damaged only when it is first read.
    """
    if not isinstance(table, Mapping) or table.get("schema") != SCHEMA:
        raise TableError(f"this is no compiled policy: `schema` must be {SCHEMA!r}")
    return reading(lambda: _from_table(table))


def _from_table(table: Mapping[str, Any]) -> Automaton:
    if table["checksum"] != sealed(table)["checksum"]:
        raise ValueError("checksum")
    return StoredAutomaton.read(table)
