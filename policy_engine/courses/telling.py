"""A course told as a call: what happens, line by line, and where the session stands after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Step
from policy_engine.courses.spoken import label_of, named, told_duration, told_person, verdict_word
from policy_engine.model.chart import Chart
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.types import Value

LANGUAGES = ("en", "nl")
Line = Mapping[str, str]  # language → text
NOTHING_GIVEN: Mapping[str, Value] = MappingProxyType({})

_WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "start": "the start",
        "learn": "it becomes known that {}",
        "after": "after {}",
        "by": " (by {})",
        "arrives": "{}, by itself",
        "lapses": "of {} something lapses",
        "overdue": "{} is overdue",
    },
    "nl": {
        "start": "het begin",
        "learn": "bekend wordt: {}",
        "after": "na {}",
        "by": " (door {})",
        "arrives": "{}, vanzelf",
        "lapses": "van {} vervalt iets",
        "overdue": "{} is over tijd",
    },
}


def told_course(
    course: Sequence[Step], courses: Courses, given: Mapping[str, Value] = NOTHING_GIVEN
) -> tuple[Line, ...]:
    """A line for each step of a course, in every language of the tools.

    given: parameters and facts that the courses are not told apart by, as they are for this one.
    """
    return tuple(
        {language: _line(step, courses, given, language) for language in LANGUAGES} for step in course
    )


def _line(step: Step, courses: Courses, given_too: Mapping[str, Value], language: str) -> str:
    chart, words = courses.chart, _WORDS[language]
    states = " + ".join(f"`{name}`" for name in courses.node(step.target).leaves)
    edge = step.edge
    if (edge is None and step.event is None) or (edge is not None and edge.trigger.kind == "facts"):
        return f"{words['learn'].format(_given(_news(step, courses)))} → {states}"
    if edge is None:
        assert step.event is not None
        return f"{_event(chart, step.event, language)}: {verdict_word('ignored', language)}, {states}"
    if edge.trigger.kind == "start":
        given = _given(_unusual(step, courses, given_too))
        return f"{words['start']}{f' ({given})' if given else ''} → {states}"
    if edge.trigger.kind == "after":
        length = told_duration(chart.timers[edge.trigger.timer].duration, chart, language)
        what = words["after"].format(length)
    elif edge.trigger.kind == "sent":
        what = told_sent(chart, edge.trigger.name, language)
    else:
        what = _event(chart, edge.trigger.name, language)
        given = _given(step.data)
        what += f" ({given})" if given else ""
        person = told_person(step.person, language)
        if step.by is not None and step.by != next(iter(chart.roles), None):
            role = label_of(chart.roles[step.by].label, chart, language) or step.by
            what += words["by"].format(f"{role}, {person}" if person else role)
        elif person:
            what += words["by"].format(person)
    if edge.verdict in ("ignored", "forbidden", "rejected"):
        return f"{what}: {verdict_word(edge.verdict, language)}, {states}"
    return f"{what} → {states}"


def _unusual(step: Step, courses: Courses, given: Mapping[str, Value]) -> list[tuple[str, Value]]:
    """Parameters that are not as they are by default, and facts that are not as where nobody tells them."""
    worlds, chart = courses.worlds, courses.chart
    told = dict(zip(worlds.names, worlds.facts[step.target.world], strict=True))
    known = {**courses.automaton.parameters, **told, **given}
    return [
        (name, known[name])
        for name, item in (*chart.parameters.items(), *chart.facts.items())
        if name in known and known[name] != item.default
    ]


def _news(step: Step, courses: Courses) -> list[tuple[str, Value]]:
    """The facts that are not as they were before a step."""
    worlds = courses.worlds
    assert step.source is not None
    before, after = worlds.facts[step.source.world], worlds.facts[step.target.world]
    return [(name, new) for name, old, new in zip(worlds.names, before, after, strict=True) if old != new]


def _given(values: Sequence[tuple[str, Value]]) -> str:
    return ", ".join(f"{name} = {_value(value)}" for name, value in values)


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return repr(value.replace("\0", "")) if value == "" or " " in value or "\0" in value else value
    return str(value)


def told_sent(chart: Chart, event: str, language: str) -> str:
    """What was sent and comes by itself, or what the engine's own events mean."""
    words, counter, duty = _WORDS[language], lapsing(event), timing(event)
    if counter is not None:
        return words["lapses"].format(named(counter, chart.context[counter].label, chart, language))
    if duty is not None:
        return words["overdue"].format(named(duty, chart.musts[duty].label, chart, language))
    return words["arrives"].format(_event(chart, event, language))


def _event(chart: Chart, name: str, language: str) -> str:
    return named(name, chart.events[name].label, chart, language)
