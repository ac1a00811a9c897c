"""What can be read on the sheets of a role-play."""

from __future__ import annotations

from functools import cache

from policy_engine.diagrams.roleplay.roleplay import PLAIN_LOOK, roleplay
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.roleplay.writer import script_of
from policy_engine.diagrams.sheets.model import Block, Heading, Paragraph, Sheet, Table, TickBox
from policy_engine.diagrams.sheets.tree import every
from policy_engine.diagrams.theme import Look
from tests.diagrams.plays import Play, play

PLAY = """
policy: play
format: 1
version: "1"
parameters: {most: {range: 1..3, default: 2}}
facts:
  flagged: {flag: false, label: "flagged before"}
  name: {text: "", label: "name"}
  danger: {enum: [no, yes], default: no, label: "danger"}
context: {loud: {flag: false}}
roles: {agent: {}, visitor: {}, guard: {label: "The guard"}}
events:
  shouts: {actor: visitor, tone: escalates}
  spits: {actor: visitor, tone: escalates, by: [agent, guard]}
  sits_down: {actor: visitor, tone: calms}
  calls: {actor: agent}
actions:
  inform:
    to: guard
    label: "tell the guard"
    params: {fast: {flag: false, label: "at once"}, floor: {number: 0}}
initial: desk
states:
  desk:
    say: "Hello {name|you}."
    initial: calm
    on:
      shouts: {do: [{inform: {fast: true, floor: 2}}]}
    after: {3 min: away}
    states:
      calm:
        on: {spits: upset}
      upset:
        avoid: "Get out."
        forbid: {calls: "Not while upset."}
        on: {sits_down: calm}
  away: {type: final}
"""


def played(steps: str, facts: str = "{}") -> str:
    return f"policy: play\nscenarios: {{one: {{facts: {facts}, parameters: {{most: 3}}, steps: {steps}}}}}"


def script(scenario: str, language: str = "nl", policy: str = "aggressive_caller") -> Script:
    return script_of(*play(policy, scenario), language)


@cache
def sheets(
    scenario: str, language: str = "nl", policy: str = "aggressive_caller", look: Look = PLAIN_LOOK
) -> dict[str, Sheet]:
    return named(roleplay(*play(policy, scenario), language, look))


def sheets_of(found: Play, language: str) -> dict[str, Sheet]:
    return named(roleplay(*found, language))


def named(made: tuple[Sheet, ...]) -> dict[str, Sheet]:
    """The sheets by whom they are for; those of other roles by their labels, as their second line says."""
    first, *others, last = made
    names = [_name(sheet) for sheet in others]
    return {"facilitator": first, **dict(zip(names, others, strict=True)), "observer": last}


def _name(sheet: Sheet) -> str:
    part = words(sheet.blocks[1:2])
    if part.startswith(("Voor wie oefent", "For the person who practises")):
        return "agent"
    label = part.split(": ")[1]
    return "caller" if label in CALLERS else label


CALLERS = ("Klant", "Customer", "Beller", "Caller", "visitor", "Bezoeker")


def words(blocks: tuple[Block, ...]) -> str:
    """Everything that stands in blocks, one text a line."""
    found: list[str] = []
    for block in every(blocks):
        if isinstance(block, Paragraph | TickBox):
            found.append("".join(run.words for run in block.runs))
        elif isinstance(block, Heading):
            found.append(block.words)
    return "\n".join(found)


def table(sheet: Sheet, first: str) -> list[list[str]]:
    """The rows of the table whose header begins so, as text."""
    [found] = [block for block in sheet.blocks if isinstance(block, Table) and block.header[0] == first]
    return [[words(cell.blocks) for cell in row] for row in found.rows]
