"""What people call states, events, actions and roles of two versions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from policy_engine.diff.spoken import spoken_duration
from policy_engine.diff.words import WORDS
from policy_engine.languages import spoken
from policy_engine.model.chart import Chart, Words
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.types import Value

# So many names in a row are read at a glance.
FEW = 3


class Names:
    """Labels in one language. `ids`: whether the name in the policy stands behind each label.

    A name is looked up in the new version, and in the old one if it is only there.
    """

    def __init__(self, old: Chart, new: Chart, language: str, *, ids: bool) -> None:
        self.words = WORDS[language]
        self.language = language
        self._charts = (new, old)
        self._ids = ids
        self._states = {state.id: (state.label, chart) for chart in (old, new) for state in chart.states}
        self._alike = frozenset() if ids else self._called_alike(old, new)

    def _called_alike(self, old: Chart, new: Chart) -> frozenset[str]:
        """States that only one version has, and that are called like one that only the other has."""
        sides = [{state.id for state in chart.states} for chart in (old, new)]
        called = [
            {name: self._named(name, *self._states[name]) for name in here - there}
            for here, there in (sides, sides[::-1])
        ]
        both = {*called[0].values()} & {*called[1].values()}
        return frozenset(name for side in called for name, text in side.items() if text in both)

    def state(self, name: str) -> str:
        """A state; with its name in the policy, too, where nothing else tells two of them apart."""
        label, chart = self._states.get(name, ({}, self._charts[0]))
        text = self._named(name, label, chart)
        return f"{text} ({name.replace('_', ' ')})" if name in self._alike else text

    def states(self, names: Sequence[str]) -> str:
        """States that are active together."""
        return " + ".join(map(self.state, names))

    def event(self, name: str) -> str:
        """An event; one of the engine's own by what it means."""
        counter, duty = lapsing(name), timing(name)
        if counter is not None:
            return self.words["lapses"].format(self.value("context", counter))
        if duty is not None:
            chart = next(chart for chart in self._charts if duty in chart.musts)
            return self.words["overdue"].format(self._named(duty, chart.musts[duty].label, chart))
        return self._of("events", name)

    def action(self, name: str, params: Iterable[tuple[str, Value]] = ()) -> str:
        """An action with its parameters."""
        given = ", ".join(f"{key} = {shown(value)}" for key, value in params)
        return self._of("actions", name) + (f" ({given})" if given else "")

    def role(self, name: str) -> str:
        """A role."""
        return self._of("roles", name)

    def must(self, name: str) -> str:
        """Something that must be done."""
        return self._of("musts", name)

    def value(self, section: str, name: str) -> str:
        """A parameter, a fact or a variable."""
        for chart in self._charts:
            item = getattr(chart, section).get(name)
            if item is not None:
                label = {language: (text,) for language, text in item.label.items()}
                return self._named(name, label, chart)
        return f"`{name}`" if self._ids else name

    def duration(self, written: str) -> str:
        """A duration; for people who read no policy as they say it."""
        return written if self._ids else spoken_duration(written, self.language, self.length)

    def length(self, name: str) -> str:
        """What says how long something takes."""
        sections = ("parameters", "facts", "context")
        found = next(
            (one for one in sections for chart in self._charts if name in getattr(chart, one)), "context"
        )
        return self.value(found, name)

    def member(self, fact: str, value: Value) -> str:
        """A value of a fact, as people say it."""
        labels = next((chart.facts[fact].member_labels for chart in self._charts if fact in chart.facts), {})
        if value in labels:
            return spoken(
                {key: (text,) for key, text in labels[str(value)].items()},
                self.language,
                self._charts[0].languages[0],
            )[0]
        if isinstance(value, bool):
            return self.words["true" if value else "false"]
        return shown(value)

    def several(self, names: Sequence[str]) -> str:
        """Names in a row; of many only the first."""
        if len(names) > FEW:
            return self.words["many"].format(", ".join(names[:FEW]), len(names) - FEW)
        if len(names) < 2:
            return "".join(names)
        return self.words["and"].format(", ".join(names[:-1]), names[-1])

    def _of(self, section: str, name: str) -> str:
        for chart in self._charts:
            item = getattr(chart, section).get(name)
            if item is not None:
                return self._named(name, item.label, chart)
        return f"`{name}`" if self._ids else name

    def _named(self, name: str, label: Words, chart: Chart) -> str:
        text = spoken(label, self.language, chart.languages[0])[0] if label else None
        if text is None:
            return f"`{name}`" if self._ids else name.replace("_", " ")
        return f"{text} (`{name}`)" if self._ids else text


def shown(value: Value) -> str:
    """A value as it is read."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}'" if isinstance(value, str) and (not value or " " in value) else str(value)


def given(values: Mapping[str, Value] | Sequence[tuple[str, Value]]) -> str:
    """Names with their values."""
    pairs = values.items() if isinstance(values, Mapping) else values
    return ", ".join(f"{name} = {shown(value)}" for name, value in pairs)
