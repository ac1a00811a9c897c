"""A role-play: the sheets of everybody who takes part, from one scenario, which is also a test of the
policy.
"""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.imprint import footer, owner_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.roleplay.agent import agent_blocks
from policy_engine.diagrams.roleplay.caller import caller_blocks, has_caller
from policy_engine.diagrams.roleplay.facilitator import facilitator_blocks
from policy_engine.diagrams.roleplay.observer import observer_blocks
from policy_engine.diagrams.roleplay.others import other_blocks
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.roleplay.writer import script_of
from policy_engine.diagrams.sheets.model import Block, Sheet
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.wording import named
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy
from policy_engine.session.course import Moment

PLAIN_LOOK = Look()


def roleplay(
    policy: Policy, scenario: Scenario, course: Sequence[Moment], language: str, look: Look = PLAIN_LOOK
) -> tuple[Sheet, ...]:
    """The sheets of the trainer, of whoever plays the caller (where somebody does), of the one who practises,
    of everybody else who does or says something, and of the observer; each to be handed out by itself.

    course: what `run_scenario` made of the scenario for this policy.
    """
    script = script_of(policy, scenario, course, language)
    made = [_sheet(script, script.word("facilitator's copy"), facilitator_blocks(script, course, look), look)]
    if has_caller(script):
        made.append(_sheet(script, _copy(script, script.caller), caller_blocks(script), look))
    agent = script.word("agent's copy") if script.agent is None else _copy(script, script.agent)
    made.append(_sheet(script, agent, agent_blocks(script, look), look))
    made += [
        _sheet(script, _copy(script, role), other_blocks(script, role, look), look) for role in script.others
    ]
    made.append(_sheet(script, script.word("observer's copy"), observer_blocks(script, look), look))
    return tuple(made)


def _copy(script: Script, role: str | None) -> str:
    return script.word("role's copy", script.role(role))


def _sheet(script: Script, copy: str, blocks: tuple[Block, ...], look: Look) -> Sheet:
    chart = script.figure.chart
    title = named(chart.title, chart.id, script.language)
    return Sheet(
        title=f"{title}: {script.title}",
        language=script.language,
        paper=Paper("a4"),
        footer=footer(chart, script.language, script.title, copy),
        blocks=blocks,
        author=owner_of(chart, script.language),
        date=chart.date,
        version=chart.version,
        large=look.large,
        notes=script.word("notes"),
        snug=True,
    )
