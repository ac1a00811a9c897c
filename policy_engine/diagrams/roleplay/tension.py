"""How tense a call is while it is played, as far as the policy tells it."""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.moves import Move
from policy_engine.diagrams.tones import tone_of
from policy_engine.session.decision import Verdict

LEAST, MOST = 1, 5
UNTOLD = 0
# A ladder of few rungs does not reach the top: one rung makes no rage.
_STEEPEST = 4 / 3
# What leads off the ladder, and what leads there from wherever the call is: to safety.
_OFF = 4


class Tension:
    """The tension from 1 to 5, move by move. It follows the ladder: each state that escalation leads to has
    its place. What calms brings it down to where one can talk.
    """

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.links = {link.id: link for link in figure.links}
        self.places = _places(figure)
        self.level = LEAST
        self.moved = False

    def after(self, move: Move) -> int:
        """The tension of a move, UNTOLD where the policy does not say: the moves of a call in order."""
        event = move.decision.event
        tone = "plain" if event is None else tone_of(self.figure.chart, event)
        if move.decision.verdict is Verdict.APPLIED:
            if tone == "escalates":
                self.level = self._risen(move)
            elif tone == "calms":
                self.level = min(self.level - 1, 2) or LEAST
            self.moved = self.moved or tone in ("escalates", "calms")
        return self.level if self.moved and tone != "ends" else UNTOLD

    def _risen(self, move: Move) -> int:
        found = [self.places[state] for state in move.moment.states if state in self.places]
        if found:
            return max(2, *found)
        links = [self.links[id] for id in move.decision.transitions]
        if any(link.wide and link.targets for link in links):
            return MOST
        return max(_OFF, self.level) if any(link.targets for link in links) else max(3, self.level)


def _places(figure: Figure) -> dict[str, int]:
    """The tension in the states that escalation leads to, and in the first one."""
    raised = {state for link in figure.links if _raises(link) for state in link.arrivals}
    first = figure.spine[:1]
    rungs = [*first, *(state for state in figure.spine[1:] if state in raised)]
    each = min(_STEEPEST, (MOST - LEAST) / max(len(rungs) - 1, 1))
    return {state: LEAST + round(each * place) for place, state in enumerate(rungs)}


def _raises(link: Link) -> bool:
    return link.tone == "escalates"
