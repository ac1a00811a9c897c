"""A role-play: four sheets from one scenario, which is also a test of the policy."""

from __future__ import annotations

from collections.abc import Sequence

from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.roleplay.agent import agent_blocks
from policy_engine.diagrams.roleplay.caller import caller_blocks
from policy_engine.diagrams.roleplay.facilitator import facilitator_blocks
from policy_engine.diagrams.roleplay.observer import observer_blocks
from policy_engine.diagrams.roleplay.script import Script, script_of
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
    """The sheets of the trainer, the caller, the agent and the observer, each to be handed out by itself.

    course: what `run_scenario` made of the scenario for this policy.
    """
    script = script_of(policy, scenario, course, language)
    return (
        _sheet(script, "facilitator's copy", facilitator_blocks(script, course, look), look),
        _sheet(script, "caller's copy", caller_blocks(script, look), look),
        _sheet(script, "agent's copy", agent_blocks(script, look), look),
        _sheet(script, "observer's copy", observer_blocks(script, look), look),
    )


def _sheet(script: Script, copy: str, blocks: tuple[Block, ...], look: Look) -> Sheet:
    chart = script.figure.chart
    title = named(chart.title, chart.id, script.language)
    return Sheet(
        title=f"{title}: {script.title}",
        language=script.language,
        paper=Paper("a4"),
        footer=f"{title} v{chart.version} · {script.scenario.name} · {script.word(copy)}",
        blocks=blocks,
        author=chart.owner or "",
        date=chart.date,
        version=chart.version,
        large=look.large,
    )
