"""The scenarios of a new policy: each way that a contact can take, once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.authoring.beginning.answers import Answers
from policy_engine.authoring.beginning.writer import Writer


def scenarios_text(answers: Answers) -> str:
    """The text of the file of scenarios."""
    return "\n".join(_Scenarios(answers).lines()) + "\n"


class _Scenarios:
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.writer = Writer(answers)

    def lines(self) -> Iterator[str]:
        answers = self.answers
        yield f"policy: {answers.name}"
        yield "scenarios:"
        insult = f"{{event: insults, line: {self.writer.text('insult line')}}}"
        still = answers.may_end and answers.warnings > 1
        forbidden = ", forbidden: [ends_contact]" if still else ""
        yield from self._scenario(
            "helped",
            [
                insult,
                f"{{expect: {{states: [warn]{forbidden}}}}}",
                f"{{event: calms_down, line: {self.writer.text('calm line')}}}",
                "{expect: {states: [listen]}}",
                "helped",
            ],
        )
        refused = ["{event: ends_contact, verdict: forbidden}"] if answers.may_end else []
        yield from self._scenario("limit", [*refused, *self._warned(), *self._beyond()])
        if answers.manager:
            end = "ends_contact" if answers.may_end else "helped"
            yield from self._scenario(
                "manager", ["asks_for_manager", "manager_joined", end], ["notify_manager"]
            )
        if answers.police:
            yield from self._scenario(
                "threat",
                [
                    f"{{event: threatens, line: {self.writer.text('threat line')}}}",
                    "{expect: {states: [danger]}}",
                    "leaves",
                ],
                ["call_police", *(["notify_manager"] if answers.manager else [])],
            )
        if answers.safety and answers.may_end:
            yield from self._scenario(
                "risk",
                [*self._warned(), "{event: ends_contact, verdict: forbidden}", "calms_down", "leaves"],
                at_risk="yes",
            )

    def _warned(self) -> list[str]:
        """As many insults as there are warnings, and one more."""
        return ["insults"] * (self.answers.warnings + 1)

    def _beyond(self) -> list[str]:
        """What happens when the warnings are used up."""
        if self.answers.may_end:
            return ["{expect: {states: [limit], allowed: [ends_contact]}}", "ends_contact"]
        if self.answers.manager:
            return ["{expect: {states: [waiting]}}", "manager_joined", "helped"]
        return ["{expect: {states: [limit]}}", "calms_down", "leaves"]

    def _scenario(
        self, name: str, steps: Sequence[str], actions: Sequence[str] = (), at_risk: str = "no"
    ) -> Iterator[str]:
        answers, writer = self.answers, self.writer
        asked = list(actions)
        if name == "limit" and not answers.has_limit:
            asked.append("notify_manager")
        yield f"  {name}:"
        yield f"    title: {writer.text(f'{name} title')}"
        yield f"    story: {writer.text(f'{name} story')}"
        yield f"    goals: {writer.list(f'{name} goal')}"
        yield f"    questions: {writer.list(f'{name} question')}"
        if answers.safety:
            yield f"    facts: {{at_risk: {at_risk}}}"
        yield "    steps:"
        yield from (f"      - {step}" for step in steps)
        if answers.cares:
            yield "      - {wait: 5 min}"
            asked.append("write_report")
        yield f"    expect: {{outcome: closed, actions: [{', '.join(asked)}]}}"
