"""The policy that answers lead to."""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.authoring.beginning.answers import Answers
from policy_engine.authoring.beginning.writer import Writer

_SUBJECT = {"phone": "call", "counter": "visit", "messages": "ticket"}


def policy_text(answers: Answers) -> str:
    """The text of the policy."""
    return "\n".join(_Policy(answers).lines()) + "\n"


class _Policy:
    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.text = Writer(answers).text
        self.end = "aftercare" if answers.cares else "closed"

    def lines(self) -> Iterator[str]:
        yield from self._head()
        yield from self._declarations()
        yield "initial: contact"
        yield "states:"
        yield from self._contact()
        yield from self._danger()
        yield from self._ending()
        yield from self._properties()

    def _head(self) -> Iterator[str]:
        answers = self.answers
        yield f"policy: {answers.name}"
        yield "format: 1"
        yield 'version: "0.1.0"'
        yield f"title: {self.text('title')}"
        if answers.police:
            yield f"emergency: {self.text('emergency')}"
        if len(answers.languages) > 1:
            yield f"languages: [{', '.join(answers.languages)}]"
        yield f"subject: {_SUBJECT[answers.channel]}"
        yield ""

    def _declarations(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        if answers.safety:
            yield "facts:"
            yield "  at_risk:"
            yield f"    enum: {{no: {text('no')}, yes: {text('yes')}, unknown: {text('unknown')}}}"
            yield "    default: unknown"
            yield "    in_doubt: yes"
            yield f"    label: {text('at risk')}"
            yield ""
        yield "context:"
        yield f"  warnings: {{counter: 0..{answers.warnings}, label: {text('warnings')}}}"
        yield ""
        yield "roles:"
        yield f"  agent: {{label: {text('agent')}}}"
        yield f"  customer: {{label: {text('who')}}}"
        for role, there in (("manager", answers.manager), ("police", answers.police)):
            if there:
                yield f"  {role}: {{label: {text(role)}}}"
        yield ""
        yield "events:"
        yield f"  insults: {{actor: customer, tone: escalates, label: {text('insults')}}}"
        if answers.police:
            label = text("threatens")
            yield f"  threatens: {{actor: customer, tone: escalates, safety: true, label: {label}}}"
        yield f"  calms_down: {{actor: customer, tone: calms, label: {text('calms down')}}}"
        yield f"  helped: {{actor: agent, tone: calms, label: {text('helped')}}}"
        if answers.manager:
            yield f"  asks_for_manager: {{actor: customer, label: {text('asks for manager')}}}"
            yield f"  manager_joined: {{actor: manager, by: [manager], label: {text('manager joined')}}}"
        if answers.may_end:
            yield f"  ends_contact: {{actor: agent, tone: ends, label: {text('ends contact')}}}"
        yield f"  leaves: {{actor: customer, tone: ends, label: {text('leaves')}}}"
        yield ""
        if answers.manager or answers.cares:
            yield "actions:"
            if answers.manager:
                yield f"  notify_manager: {{to: manager, label: {text('notify manager')}}}"
            if answers.police:
                yield f"  call_police: {{to: police, label: {text('call police')}}}"
            if answers.cares:
                yield f"  write_report: {{label: {text('write report')}}}"
            yield ""

    def _contact(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        yield "  contact:"
        yield f"    label: {text('in contact')}"
        yield "    initial: talk"
        if answers.may_end and answers.safety:
            yield "    forbid:"
            yield f"      ends_contact: {{when: at_risk != 'no', text: {text('stay')}}}"
        yield "    on:"
        if answers.police:
            yield "      threatens: danger"
        yield f"      helped or leaves: {self.end}"
        yield "    states:"
        yield from self._talk()
        if answers.manager:
            yield from self._with_manager()

    def _talk(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        yield "      talk:"
        yield f"        label: {text('talk')}"
        yield "        initial: listen"
        if answers.may_end:
            first = text("first warn once" if answers.warnings == 1 else "first warn")
            yield "        forbid:"
            yield f"          ends_contact: {{when: warnings < {answers.warnings}, text: {first}}}"
        yield "        on:"
        yield "          insults:"
        left = f"warnings < {answers.warnings}"
        yield f"            - {{when: {left}, target: warn, do: [{{add: {{warnings: 1}}}}]}}"
        yield f"            - else: {'limit' if answers.has_limit else 'with_manager'}"
        if answers.manager:
            yield "          asks_for_manager: with_manager"
        yield "        states:"
        yield "          listen:"
        yield f"            label: {text('listen')}"
        yield f"            say: {text('begin')}"
        yield f"            avoid: {text('not this')}"
        if answers.safety:
            yield f"            how: [{{when: at_risk != 'no', text: {text('be careful')}}}]"
        yield "          warn:"
        yield f"            label: {text('warn')}"
        yield "            phase: warning"
        yield f"            say: {text(self._warning)}"
        yield "            on: {calms_down: listen}"
        if answers.has_limit:
            yield from self._limit()

    @property
    def _warning(self) -> str:
        if self.answers.may_end:
            return "warn to end"
        return "warn to hand over" if self.answers.manager else "warn to wait"

    def _limit(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        yield "          limit:"
        yield f"            label: {text('limit')}"
        if not answers.may_end:
            yield f"            say: {text('say wait')}"
        elif answers.safety:
            yield "            say:"
            yield f"              - {{when: at_risk == 'no', text: {text('say end')}}}"
            yield f"              - {{when: at_risk != 'no', text: {text('say stay')}}}"
        else:
            yield f"            say: {text('say end')}"
        ending = f", ends_contact: {self.end}" if answers.may_end else ""
        yield f"            on: {{calms_down: listen{ending}}}"

    def _with_manager(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        yield "      with_manager:"
        yield f"        label: {text('with manager')}"
        yield "        initial: waiting"
        yield "        entry: [notify_manager]"
        if answers.may_end:
            yield f"        on: {{ends_contact: {self.end}}}"
        yield "        states:"
        yield "          waiting:"
        yield f"            label: {text('waiting')}"
        yield f"            say: {text('say waiting')}"
        yield "            on: {manager_joined: manager_talks}"
        yield "          manager_talks:"
        yield f"            label: {text('manager talks')}"
        yield "            role: manager"
        yield f"            say: {text('say manager')}"

    def _danger(self) -> Iterator[str]:
        answers, text = self.answers, self.text
        if not answers.police:
            return
        yield "  danger:"
        yield f"    label: {text('danger')}"
        yield f"    say: {text('say danger')}"
        yield f"    entry: [call_police{', notify_manager' if answers.manager else ''}]"
        yield f"    on: {{leaves{' or ends_contact' if answers.may_end else ''}: {self.end}}}"

    def _ending(self) -> Iterator[str]:
        if self.answers.cares:
            yield "  aftercare:"
            yield f"    label: {self.text('aftercare')}"
            yield "    phase: aftercare"
            yield f"    how: {self.text('breathe')}"
            yield "    entry: [write_report]"
            yield "    after: {5 min: closed}"
        yield f"  closed: {{type: final, label: {self.text('closed')}}}"
        yield ""

    def _properties(self) -> Iterator[str]:
        answers = self.answers
        yield "properties:"
        if answers.may_end:
            yield f"  warned_first: {{in: talk, forbids: ends_contact, when: warnings < {answers.warnings}}}"
            if answers.safety:
                yield "  stay_in_danger: {in: contact, forbids: ends_contact, when: at_risk != 'no'}"
        if answers.police:
            yield "  police_called: {whenever: {event: threatens, in: contact}, then: {action: call_police}}"
        yield "  always_a_way_out: {reachable: final, from: any}"
