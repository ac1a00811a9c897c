"""A difference told as a call: what the host does, and what either version answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from policy_engine.automaton.automaton import delayed_sends
from policy_engine.courses.common import only_passed_on
from policy_engine.courses.noticed import Noticed
from policy_engine.courses.pair import Call, Difference
from policy_engine.courses.side import Due
from policy_engine.diff.groups import Group
from policy_engine.diff.names import Names, given
from policy_engine.diff.words import while_of
from policy_engine.model.chart import Chart
from policy_engine.model.hidden import is_hidden
from policy_engine.model.types import Value


class Told(NamedTuple):
    """A group in words: what it is about, what either version does, and the call, a line for each step."""

    title: str
    old: str
    new: str
    call: tuple[str, ...]


class Teller:
    """Tells differences in one language."""

    news_only = False

    def __init__(self, old: Chart, new: Chart, names: Names) -> None:
        """old, new: the charts that the kernel runs."""
        self._old, self._new = old, new
        self.names = names

    def group(self, group: Group) -> Told:
        """One group."""
        item = group.difference
        old = self.answer(item, item.old, self._old, item.due[0], side=0)
        new = self.answer(item, item.new, self._new, item.due[1], side=1)
        if old == new:
            # Nobody can be left to guess what differs where both sides read the same.
            words = self.names.words
            apart = [words[f"other {part}"] for part in item.parts if f"other {part}" in words]
            old, new = ("; ".join([side, *apart]) for side in (old, new))
        return Told(self.title(group), old, new, self.call(item, group.parameters))

    def title(self, group: Group) -> str:
        """What happens, and where."""
        names, words = self.names, self.names.words
        if group.entered:
            return words["entering"].format(names.several([names.state(one) for one in group.entered]))
        if set(group.parts) <= {"deadline", "duties"}:
            states = group.cause.new or group.cause.old
            known = [one.partition(".after.")[0] for one in states if ".after." in one]
            if known:
                return words["time in"].format(
                    names.several([names.state(one) for one in dict.fromkeys(known)])
                )
        calls = [self.what(call) for call, _ in group.calls]
        where = [names.states(states) for _, states in group.calls if states]
        what = names.several(list(dict.fromkeys(calls)))
        return words["in"].format(what, names.several(list(dict.fromkeys(where)))) if where else what

    def what(self, call: Call) -> str:
        """What the host does, without who and with what."""
        names, words = self.names, self.names.words
        if call.kind == "start":
            return words["start"]
        if call.kind == "event":
            return names.event(call.event)
        if call.kind == "facts":
            return words["learn"].format(given(call.facts))
        return names.several([self._due(one) for one in call.due])

    def standing(self, before: Sequence[str] | None, after: Sequence[str]) -> str:
        """Where it stands after a call; `news_only`: of parts that run at the same time only what is new."""
        come = [state for state in after if state not in before] if self.news_only and before else []
        return " + ".join(map(self.place, come or after))

    def place(self, state: str) -> str:
        """What a state is called in an answer."""
        return self.names.state(state)

    def _due(self, what: str) -> str:
        words = self.names.words
        known = {**self._old.events, **self._new.events}
        if what not in known:
            return words["after"].format(self.names.duration(what))
        return self.names.event(what) if is_hidden(what) else words["comes"].format(self.names.event(what))

    def _all_coming(self, item: Difference, chart: Chart, due: Sequence[Due]) -> list[str]:
        """What one version has due. What began to run before other things, in either version, is told from
        these by that: clocks have higher numbers the later they were started.
        """
        words = self.names.words
        clocks = sorted({one.clock for side in item.due for one in side})
        told = []
        for one in due:
            text, place = self._coming(chart, one), clocks.index(one.clock) + 1
            if place < len(clocks):
                key = "begun earlier" if len(clocks) == 2 else "begun as number"
                text = words[key].format(text, place)
            told.append(text)
        return list(dict.fromkeys(told))

    def _coming(self, chart: Chart, item: Due) -> str:
        """What comes by itself, and after how long: what lapses or is overdue has a name, but no timer."""
        words = self.names.words
        if item.what >= 0:
            return words["after"].format(self.names.duration(str(chart.timers[item.what].duration)))
        send = next(send for send in delayed_sends(chart) if send.order == ~item.what)
        after = words["after"].format(self.names.duration(str(send.delay)))
        return f"{self.names.event(send.event)} ({after})" if is_hidden(send.event) else after

    def call(self, item: Difference, parameters: Mapping[str, Value]) -> tuple[str, ...]:
        """The calls of a host, each with where the session stands after it; the last one without."""
        lines = []
        for place, call in enumerate(item.calls):
            line = self._line(call, parameters)
            if place < len(item.calls) - 1:
                line += f" → {self.names.states(item.ways[place][1])}"
            lines.append(line)
        return tuple(lines)

    def _line(self, call: Call, parameters: Mapping[str, Value]) -> str:
        words = self.names.words
        line = self.what(call)
        if call.kind == "start":
            declared = self._new.parameters
            unusual = [
                (name, value)
                for name, value in parameters.items()
                if name in declared and value != declared[name].default
            ]
            # What is only passed on is like any other, and says nothing here.
            facts = [(name, value) for name, value in call.facts if value != only_passed_on(name)]
            told = given([*unusual, *facts])
            return f"{line} ({told})" if told else line
        if call.kind == "event":
            line += f" ({given(call.data)})" if call.data else ""
            if call.by is not None and (call.person or call.by != next(iter(self._new.roles), None)):
                who = self.names.role(call.by)
                line += words["by"].format(f"{who}, {call.person}" if call.person else who)
        if call.kind != "time" and call.wait:
            return words["wait"].format(while_of(call.wait, self.names.language), line)
        return line

    def answer(
        self, item: Difference, answers: Iterable[Noticed], chart: Chart, due: Sequence[Due], *, side: int
    ) -> str:
        """What one version does."""
        words = self.names.words
        before = item.ways[-2][side] if len(item.ways) > 1 else None
        after = item.ways[-1][side]
        parts = [self._answer(one, before, after, item) for one in answers]
        if "deadline" in item.parts and not {"after", "verdict", "outcome"} & {*item.parts}:
            told = self._all_coming(item, chart, due)
            parts.append(words["due next"].format(", ".join(told)) if told else words["nothing due"])
        if "duties" in item.parts and "deadline" not in item.parts:
            parts.append(words["duties"])
        if "exports" in item.parts:
            parts.append(words["readable"])
        if "guidance" in item.parts:
            parts.append(words["guidance"])
        return "; ".join(dict.fromkeys(part for part in parts if part))

    def _answer(
        self, one: Noticed, before: Sequence[str] | None, after: Sequence[str], item: Difference
    ) -> str:
        names, words = self.names, self.names.words
        if one.verdict == "ignored":
            return words["nothing"]
        if one.verdict == "forbidden":
            missing = dict(one.params).get("missing")
            if isinstance(missing, tuple):
                return words["requires"].format(names.several([names.event(name) for name in missing]))
            return words["forbidden"]
        if one.verdict == "rejected":
            if one.code == "role-may-not":
                by = item.calls[-1].by
                return words["role-may-not"].format(names.role(by) if by else "")
            return words["person-needed" if one.code == "person-needed" else "rejected"]
        if one.verdict == "closed":
            return words["closed"]
        parts = [
            words["begins" if before is None else "stays" if before == after else "goes"].format(
                self.standing(before, after)
            )
        ]
        if "path" in item.parts and "after" not in item.parts and one.entered:
            parts.append(words["path"].format(", ".join(map(self.place, one.entered))))
        if "actions" in item.parts or one.actions:
            asked = [
                words["to"].format(names.action(name, params), names.role(to))
                if to
                else names.action(name, params)
                for name, to, params in one.actions
            ]
            parts += [words["asks"].format(", ".join(asked))] if asked else []
        if "outcome" in item.parts and one.outcome:
            parts.append(words["ends"].format(names.state(one.outcome)))
        if "dropped" in item.parts and one.dropped:
            parts.append(words["drops"].format(", ".join(names.event(event) for event, _, _ in one.dropped)))
        return ", ".join(parts)
