"""A course told as a call: what happens, line by line, and where the session stands after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from policy_engine.courses.courses import Courses
from policy_engine.courses.situation import Step
from policy_engine.languages import spoken
from policy_engine.model.chart import Chart, Words
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
        "lapses": "of `{}` something lapses",
        "overdue": "{} is overdue",
    },
    "nl": {
        "start": "het begin",
        "learn": "bekend wordt: {}",
        "after": "na {}",
        "by": " (door {})",
        "arrives": "{}, vanzelf",
        "lapses": "van `{}` vervalt iets",
        "overdue": "{} is over tijd",
    },
}
_VERDICTS: Mapping[str, Mapping[str, str]] = {
    "en": {"ignored": "ignored", "forbidden": "forbidden", "rejected": "rejected", "applied": "applied"},
    "nl": {"ignored": "genegeerd", "forbidden": "geweigerd", "rejected": "afgewezen", "applied": "toegepast"},
}


def verdict_word(verdict: str) -> Line:
    """A verdict in words."""
    return {language: words[verdict] for language, words in _VERDICTS.items()}


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
        return f"{_event(chart, step.event, language)}: {_VERDICTS[language]['ignored']}, {states}"
    if edge.trigger.kind == "start":
        given = _given(_unusual(step, courses, given_too))
        return f"{words['start']}{f' ({given})' if given else ''} → {states}"
    if edge.trigger.kind == "after":
        what = words["after"].format(chart.timers[edge.trigger.timer].duration)
    elif edge.trigger.kind == "sent":
        what = _sent(chart, edge.trigger.name, language)
    else:
        what = _event(chart, edge.trigger.name, language)
        given = _given(step.data)
        what += f" ({given})" if given else ""
        if step.by is not None and step.by != next(iter(chart.roles), None):
            what += words["by"].format(step.by if not step.person else f"{step.by}, {step.person}")
        elif step.person:
            what += words["by"].format(step.person)
    if edge.verdict in ("ignored", "forbidden", "rejected"):
        return f"{what}: {_VERDICTS[language][edge.verdict]}, {states}"
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


def _sent(chart: Chart, event: str, language: str) -> str:
    """What was sent and comes by itself, or what the engine's own events mean."""
    words, counter, duty = _WORDS[language], lapsing(event), timing(event)
    if counter is not None:
        return words["lapses"].format(counter)
    if duty is not None:
        return words["overdue"].format(_named(duty, chart.musts[duty].label, chart, language))
    return words["arrives"].format(_event(chart, event, language))


def _event(chart: Chart, name: str, language: str) -> str:
    return _named(name, chart.events[name].label, chart, language)


def _named(name: str, label: Words, chart: Chart, language: str) -> str:
    text = _text(label, chart, language)
    return f"`{name}`" if text is None else f"`{name}` ({text})"


def _text(words: Words, chart: Chart, language: str) -> str | None:
    if not words:
        return None
    return spoken(words, language, chart.languages[0])[0]
