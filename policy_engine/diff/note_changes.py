"""One change of what happens, in the sentences of a change note.

Where several parts of a policy run at the same time only the part is named in which the change shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from policy_engine.courses.noticed import Noticed
from policy_engine.courses.pair import Call
from policy_engine.diff.groups import Group
from policy_engine.diff.names import Names
from policy_engine.diff.telling import Teller
from policy_engine.model.chart import Chart
from policy_engine.records import changed

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

    def sentences(self, group: Group) -> Iterator[tuple[str | None, str]]:
        """The sentences of a group, each with the role that it is for; None: for whoever is at work then."""
        item, words = group.difference, self._sentences
        what, also = self.title(group), [words[f"also {part}"] for part in READ_OFF if part in item.parts]
        parts = tuple(part for part in item.parts if part not in READ_OFF)
        if not parts:
            yield None, words["only"].format(what=what, also=" ".join(also))
        elif parts == ("actions",):
            gone, come = actions_apart(item.old, item.new)
            for key, actions in (("on no longer", gone), ("on also", come)):
                for name, to in actions:
                    yield to, words[key].format(what=what, action=self.names.action(name))
            if not gone and not come:
                yield None, words["on otherwise"].format(what=what)
        else:
            told = self.group(group._replace(difference=changed(item, parts=parts)))
            sentence = words["changes"].format(what=what, old=told.old, new=told.new)
            yield None, " ".join([sentence, *also])

    def title(self, group: Group) -> str:
        """What happens, and where, as the beginning of a sentence."""
        names, words = self.names, self.names.words
        what = names.several(list(dict.fromkeys(self.what(call) for call, _ in group.calls)))
        by = group.difference.calls[-1].by
        if by and any(one.code == "role-may-not" for one in (*group.difference.old, *group.difference.new)):
            what += words["by"].format(names.role(by))
        where = [names.states(states) for states in dict.fromkeys(self._places(group))]
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
