"""Tells a call the way the agent would live it: where it stands, what to say, what was asked of the host."""

from __future__ import annotations

import textwrap
from collections.abc import Container, Sequence
from datetime import datetime

from rich.console import Console
from rich.text import Text

from policy_engine.cli.lines import Line
from policy_engine.cli.player import Played
from policy_engine.cli.texts import one, plain, shown, span
from policy_engine.cli.words import word
from policy_engine.model.hidden import is_hidden, lapsing
from policy_engine.model.types import Declaration
from policy_engine.policy import Policy
from policy_engine.session.decision import Action, Decision
from policy_engine.session.decision import Text as Reason
from policy_engine.session.guidance import Guidance
from policy_engine.session.live import Session
from policy_engine.session.moment import from_text, to_datetime
from policy_engine.session.obligations import Obligation
from policy_engine.session.retracting import Retraction

WIDTH = 100
_INDENT = 4
_NARROWEST = 20  # however narrow the terminal, a line holds some words
_STYLES = {
    "say": "green",
    "avoid": "red",
    "how": "cyan",
    "action": "magenta",
    "because": "yellow",
    "in vain": "magenta",
}


class Teller:
    """Writes to a console. `texts` is the language of the policy's texts, `words` that of ours."""

    def __init__(self, console: Console, policy: Policy, *, texts: str, words: str) -> None:
        self.console = console
        self.chart = policy.chart
        self.texts = texts
        self.words = words
        self.width = min(console.width, WIDTH)
        self._told: tuple[Guidance, ...] = ()
        self._column = max(len(word(key, words)) for key in _STYLES) + 2

    def title(self) -> None:
        """The policy's title, id and version."""
        name = f"{self.chart.id} {self.chart.version}"
        title = one(self.chart.title, self.texts, "")
        self.line(Text.assemble((title or name, "bold"), (f"  {name}" if title else "", "dim")))

    def line(self, text: Text | str = "") -> None:
        """One line, wrapped where it must be."""
        self.console.print(text, highlight=False, markup=False, soft_wrap=False)

    def situation(self, session: Session, entered: Container[str] | None = None) -> None:
        """What the agent is told in the active states, the outermost first.

        With `entered`: only what has changed since it was told, and leaf states that were entered once more.
        """
        told = session.guidance(self.texts)
        for guidance in told:
            leaf = guidance.state in session.states
            again = entered is None or (leaf and guidance.state in entered)
            if again or guidance not in self._told:
                self._guidance(guidance, leaf=leaf)
        self._told = told

    def heading(self, line: Line) -> str:
        """What a line is about, in words."""
        if line.event is not None:
            return self.event(line.event)
        if line.learn is not None:
            facts = ", ".join(self._fact(name, value) for name, value in line.learn.items())
            return word("learned", self.words, facts)
        if line.retract is not None:
            return word("taken back", self.words, shown(line.retract))
        if line.fill is not None:
            return word("filled in", self.words, shown(line.fill), ", ".join(map(shown, line.fields or ())))
        return word("later", self.words, line.advance)

    def event(self, name: str) -> str:
        """An event's label and its name."""
        declared = self.chart.events.get(name)
        label = shown(name) if declared is None else one(declared.label, self.texts, name)
        return _with_id(label, shown(name))

    def _fact(self, name: str, value: object) -> str:
        declared = self.chart.facts.get(name)
        if declared is None:
            return f"{shown(name)} = {plain(value)}"
        return f"{one(declared.label, self.texts, name)} = {self._value(declared, value)}"

    def known(self, declared: Declaration, value: object) -> None:
        """A parameter, fact or variable by its label and its name, and what it is now."""
        name = _with_id(one(declared.label, self.texts, declared.name), declared.name)
        self.hanging("    ", f"{name} = {self._value(declared, value)}", "")

    def _value(self, declared: Declaration, value: object) -> str:
        text = plain(value)
        return _with_id(one(declared.member_labels.get(text, {}), self.texts, text), text)

    def role(self, name: str) -> str:
        """A role's label."""
        return one(self.chart.roles[name].label, self.texts, name)

    def played(self, played: Played, session: Session | None) -> None:
        """What came of a line; with a session, also what the agent is told now where that changed."""
        decisions = played.decisions
        for decision in decisions:
            self._decision(decision)
        if played.retraction is not None:
            self._retraction(played.retraction)
        if session is not None:
            self.situation(session, {state for decision in decisions for state in decision.entered})

    def caption(self, key: str) -> None:
        """The heading of a list."""
        self.line(Text(word(key, self.words), style="dim"))

    def forbidden(self, event: str, reason: Reason) -> None:
        """An event that must not happen now, and why."""
        self.hanging("   ×  ", f"{self.event(event)}: {reason.text(self.texts)}", "yellow")

    def obligations(self, session: Session, now: datetime) -> None:
        """What must be done, and how long there is for it; nothing where nothing must."""
        if session.obligations:
            self.caption("must")
        for item in session.obligations:
            self.hanging("   !  ", self._obligation(item, now), "yellow" if item.overdue else "")

    def _obligation(self, obligation: Obligation, now: datetime) -> str:
        what = _with_id(shown(obligation.label.text(self.texts)), obligation.id)
        if obligation.due is None:
            return what
        if obligation.overdue:
            return word("overdue", self.words, what, f"{obligation.due:%Y-%m-%d %H:%M}")
        return word("due in", self.words, what, span(obligation.due - now, self.words))

    def pending(self, session: Session, now: datetime) -> None:
        """The timers that run and the events that were sent, and how long it is until each is due; nothing
        where nothing is.
        """
        snapshot = session.snapshot()
        labels = {state.id: state.label for state in self.chart.states}
        found = [
            (f"{one(labels[timer['state']], self.texts, timer['state'])}, {timer['duration']}", timer["due"])
            for timer in snapshot["timers"]
        ]
        for sent in snapshot["sends"]:
            what = self._lapse(sent["event"], "one lapses", "all lapse")
            # The rest of what the engine sends for its own use is told where it is about: what must be done.
            if what is not None or not is_hidden(sent["event"]):
                found.append((what or self.event(sent["event"]), sent["due"]))
        if found:
            self.caption("pending")
        for what, due in found:
            left = to_datetime(from_text(due)) - now
            self.hanging("   …  ", word("due in", self.words, what, span(left, self.words)), "")

    def _lapse(self, cause: str, one_of: str, all_of: str) -> str | None:
        """That something falls away from a counter, in words; None for another event."""
        counter = lapsing(cause)
        if counter is None:
            return None
        declared = self.chart.context[counter]
        whole = declared.lapse is not None and declared.lapse.all
        return word(all_of if whole else one_of, self.words, one(declared.label, self.texts, counter))

    def ending(self, session: Session) -> None:
        """How the session stands when a recording ends."""
        if session.done:
            self.line(Text(word("over", self.words, self._outcome(session)), style="bold"))
        else:
            self.line(Text(word("not over", self.words), style="bold"))

    def paragraph(self, key: str, text: str) -> None:
        """A text beside its caption, wrapped under itself."""
        self._block(word(key, self.words), (text,), _STYLES[key])

    def hanging(self, first: str, text: str, style: str) -> None:
        """A text behind `first`, wrapped under itself."""
        rest = " " * len(first)
        lines = textwrap.wrap(shown(text), max(_NARROWEST, self.width - len(first)))
        for position, part in enumerate(lines):
            self.line(Text.assemble((rest if position else first, "dim"), (part, style)))

    def actions(self, actions: Sequence[Action]) -> None:
        """What the host is asked to do."""
        for action in actions:
            self.paragraph("action", self._action(action))

    def _decision(self, decision: Decision) -> None:
        if decision.verdict.value != "applied" and decision.event is not None:
            self.line(Text(" " * _INDENT + word(decision.verdict.value, self.words), style="bold yellow"))
        lapsed = self._lapse(decision.cause, "one lapsed", "all lapsed")
        if lapsed is not None:
            self.hanging(" " * _INDENT, lapsed, "dim")
        if decision.reason is not None:
            self.paragraph("because", decision.reason.text(self.texts))
        for item in decision.dropped:
            self.line(" " * _INDENT + word("dropped", self.words, item.event))
            self.paragraph("because", item.reason.text(self.texts))
        self.actions(decision.actions)

    def _retraction(self, retraction: Retraction) -> None:
        self.paragraph("because", retraction.why)
        for action in retraction.asked_in_vain:
            self.paragraph("in vain", self._action(action))
        self.actions(retraction.missed)

    def _outcome(self, session: Session) -> str:
        labels = {state.outcome: state.label for state in self.chart.states if state.outcome is not None}
        outcome = session.outcome or ""
        return one(labels.get(outcome, {}), self.texts, outcome)

    def _action(self, action: Action) -> str:
        declared = self.chart.actions[action.name]
        text = one(declared.label, self.texts, action.name)
        details = [] if action.to is None else [word("for", self.words, self.role(action.to))]
        for name, value in action.params.items():
            label = one(declared.params[name].label, self.texts, name)
            if value is True:
                details.append(label)
            elif value is not False and value != "":
                details.append(f"{label}: {plain(value)}")
        return f"{text} ({', '.join(details)})" if details else text

    def _guidance(self, guidance: Guidance, *, leaf: bool) -> None:
        if not (leaf or guidance.say or guidance.avoid or guidance.how):
            return
        label = Text.assemble(("● ", "blue"), (shown(guidance.label), "bold"))
        first = next(iter(self.chart.roles), None)
        if guidance.role is not None and guidance.role != first:
            label.append(f"  {word('as role', self.words, self.role(guidance.role))}", "dim")
        self.line(label)
        for key, texts in (("say", guidance.say), ("avoid", guidance.avoid), ("how", guidance.how)):
            self._block(word(key, self.words), texts, _STYLES[key])

    def _block(self, caption: str, texts: Sequence[str], style: str) -> None:
        for number, text in enumerate(texts):
            first = " " * _INDENT + (caption if number == 0 else "").ljust(self._column)
            self.hanging(first, text, style)


def _with_id(label: str, id: str) -> str:
    return label if label == id else f"{label} ({id})"
