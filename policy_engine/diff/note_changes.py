"""One change of what happens, in the sentences of a change note.

Where several parts of a policy run at the same time only the part is named in which the change shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from policy_engine.automaton.tree import Edge
from policy_engine.courses.common import only_passed_on
from policy_engine.courses.noticed import Noticed
from policy_engine.courses.pair import Call
from policy_engine.diff.groups import Group
from policy_engine.diff.names import Names, shown
from policy_engine.diff.telling import Teller
from policy_engine.diff.words import while_of
from policy_engine.model.chart import Chart
from policy_engine.records import changed

_Said = tuple[tuple[tuple[str | None, str], ...], str | None]  # what is said, and who may not report it
Asked = tuple[str, str | None]  # an action, and for whom it is
# What can be read off a session is no answer, and has a sentence of its own.
READ_OFF = ("duties", "exports", "guidance")


class Changing(Teller):
    """Tells changes to people who read no policy."""

    news_only = True

    def __init__(self, old: Chart, new: Chart, names: Names, sentences: Mapping[str, str]) -> None:
        """old, new: the charts that the kernel runs. sentences: those of notes, in one language."""
        super().__init__(old, new, names)
        self._sentences = sentences
        self._parents = {
            state.id: chart.states[state.parent].id
            for chart in (old, new)
            for state in chart.states
            if state.parent is not None
        }

    def sentences(self, part: Group) -> Iterator[tuple[str | None, str]]:
        """The sentences of a part of a group, each with the role that it is for; None: for whoever is at work
        then.
        """
        what, instance = self.title(part), self._instance(part)
        for role, sentence in self._bodies(part):
            yield role, " ".join(filter(None, (f"{what}.", sentence, instance)))

    def parts(self, group: Group) -> Iterator[Group]:
        """A group in parts: what is said of one is true wherever it says that it shows."""
        same: dict[tuple[_Said, str], list[Group]] = {}
        for call, member in zip(group.calls, group.members, strict=True):
            one = group._replace(difference=member, calls=(call,), members=(member,))
            said = tuple(self._bodies(one)), self._refused_by(one)
            same.setdefault((said, self.what(call[0])), []).append(one)
        where: dict[tuple[_Said, tuple[tuple[str, ...], ...]], list[Group]] = {}
        for (said, _), found in same.items():
            places = tuple(states for one in found for _, states in one.calls)
            where.setdefault((said, places), []).extend(found)
        for found in where.values():
            first = min(found, key=lambda one: len(one.difference.calls))
            calls = tuple(call for one in found for call in one.calls)
            yield first._replace(calls=calls, members=tuple(one.difference for one in found))

    def _bodies(self, group: Group) -> Iterator[tuple[str | None, str]]:
        """What is said behind what happens, and where."""
        item, words = group.difference, self._sentences
        also = [words[f"also {part}"] for part in READ_OFF if part in item.parts]
        parts = tuple(part for part in item.parts if part not in READ_OFF)
        if not parts:
            yield None, " ".join(also)
        elif parts == ("actions",):
            gone, come = actions_apart(item.old, item.new)
            for key, actions in (("on no longer", gone), ("on also", come)):
                for name, to in actions:
                    yield to, words[key].format(action=self.names.action(name))
            if not gone and not come:
                yield None, words["on otherwise"]
        else:
            told = self.group(group._replace(difference=changed(item, parts=parts)))
            yield None, " ".join([words["changes"].format(old=told.old, new=told.new), *also])

    def _instance(self, group: Group) -> str:
        """A shortest call that shows it; empty where it has no condition, or shows right at the start."""
        item, words = group.difference, self._sentences
        if not any(
            _conditional(edge, chart)
            for chart, edges in ((self._old, item.old_edges), (self._new, item.new_edges))
            for edge in edges
        ):
            return ""
        steps = [self._step(call) for call in item.calls[1:]]
        before = self._before(group)
        if not before and steps == [self.what(item.calls[-1])]:
            return ""
        runs = [(step, len(list(run))) for step, run in groupby(steps)]
        told = [words["often"].format(step, count) if count > 1 else step for step, count in runs]
        first = [words["chosen"].format(", ".join(before))] if before else []
        return words["for instance"].format(words["next"].join([*first, *told]))

    def _before(self, group: Group) -> list[str]:
        """What is chosen and known at the start that is not as usual."""
        declared = self._new.parameters
        chosen = [
            f"{self.names.value('parameters', name)}: {value}"
            for name, value in group.parameters.items()
            if name in declared and value != declared[name].default
        ]
        facts = group.difference.calls[0].facts
        return chosen + [
            f"{self.names.value('facts', name)}: {self.names.member(name, value)}"
            for name, value in facts
            if value != only_passed_on(name)
        ]

    def _step(self, call: Call) -> str:
        """One step of an instance: when, what, with what and by whom."""
        step, words = self.what(call), self.names.words
        if call.kind == "event":
            data = ", ".join(f"{name.replace('_', ' ')}: {shown(value)}" for name, value in call.data)
            step = self._sentences["given"].format(step, data) if data else step
            event = self._new.events.get(call.event) or self._old.events[call.event]
            if call.by is not None and call.by not in (event.actor, next(iter(self._new.roles), None)):
                step += words["by"].format(self.names.role(call.by))
        if call.kind != "time" and call.wait:
            return words["wait"].format(while_of(call.wait, self.names.language), step)
        return step

    def place(self, state: str) -> str:
        """A state between quotation marks."""
        return f"“{self.names.state(state)}”"

    @staticmethod
    def _refused_by(group: Group) -> str | None:
        """Whose report is refused, where that is what a change is about."""
        answers = (*group.difference.old, *group.difference.new)
        refused = any(one.code == "role-may-not" for one in answers)
        return group.difference.calls[-1].by if refused else None

    def title(self, group: Group) -> str:
        """What happens, and where, as the beginning of a sentence."""
        names, words = self.names, self.names.words
        what = names.several(list(dict.fromkeys(self.what(call) for call, _ in group.calls)))
        if by := self._refused_by(group):
            what += words["by"].format(names.role(by))
        where = [" + ".join(map(self.place, states)) for states in dict.fromkeys(self._places(group))]
        told = words["in"].format(what, names.several(where)) if where else what
        return told[:1].upper() + told[1:]

    def what(self, call: Call) -> str:
        """What the host does; an event between quotation marks."""
        if call.kind == "event":
            return f"“{self.names.event(call.event)}”"
        if call.kind == "facts":
            known = [
                (self.names.value("facts", name), self.names.member(name, it)) for name, it in call.facts
            ]
            facts = [f"{name}: {value}" for name, value in known]
            return self.names.words["learn"].format(", ".join(facts))
        return super().what(call)

    def _places(self, group: Group) -> Iterator[tuple[str, ...]]:
        """The states in which a change shows, each as little as says it."""
        places = [states for _, states in group.calls if states]
        always = {*places[0]}.intersection(*places) if len(places) > 1 else set()
        sources = {one.partition(".")[0] for one in (*group.cause.old, *group.cause.new)}
        for states in places:
            inside = tuple(state for state in states if sources.intersection(self._around(state)))
            if len(states) > 1 and 0 < len(inside) < len(states):
                yield inside
            else:
                yield tuple(state for state in states if state in always) or states

    def _around(self, state: str) -> Iterator[str]:
        """A state and those around it, without the root."""
        found: str | None = state
        while found is not None and found in self._parents:
            yield found
            found = self._parents[found]


def _conditional(edge: Edge, chart: Chart) -> bool:
    """Whether an answer is given under a condition only."""
    if edge.refusal is not None and edge.refusal.forbid is not None:
        return edge.refusal.forbid.when is not None
    taken = [chart.transitions[index] for index in edge.transitions]
    return any(one.guard is not None or one.is_else or not one.id.endswith(".0") for one in taken)


def actions_apart(old: Sequence[Noticed], new: Sequence[Noticed]) -> tuple[list[Asked], list[Asked]]:
    """What is asked only in the one version, and only in the other, as often as it is asked more."""
    asked = [[(name, to) for one in answers for name, to, _ in one.actions] for answers in (old, new)]
    return _left(asked[0], asked[1]), _left(asked[1], asked[0])


def _left(these: Sequence[Asked], others: Sequence[Asked]) -> list[Asked]:
    left = list(others)
    found = []
    for one in these:
        if one in left:
            left.remove(one)
        else:
            found.append(one)
    return found
