"""All that the page knows of a policy: its chart in words, and its table for each choice of parameters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product
from math import prod

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.printed import Words, gapped, phrasing
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.walkthrough.table import TableWriter
from policy_engine.diagrams.walkthrough.terms import Json, declarations_json, duration_json, expression_json
from policy_engine.errors import PolicyError, PrintError
from policy_engine.languages import spoken
from policy_engine.model.calendar import Calendar
from policy_engine.model.chart import PLAIN, Chart, Phrase, State
from policy_engine.model.hidden import timed_by
from policy_engine.model.persons import personal_events
from policy_engine.policy import Policy
from policy_engine.session.obligations import duty_words

# How many choices of the parameters a page holds, and how many edges all their tables have at the most.
_EPOCH = date(1970, 1, 1).toordinal()
MOST_CHOICES = 16
MOST_EDGES = 60_000
BEGIN = 1_767_603_600_000  # a Monday morning: 5 January 2026, 9:00 UTC, in milliseconds
PERSONS = ("A", "B", "C")  # who report at practice, where it matters who it is
NEUTRAL = "en"  # the language of our own words beside a policy with plain texts


def content_json(
    policies: Sequence[Policy], figure: Figure, languages: Sequence[str], words: Words
) -> dict[str, Json]:
    """What the page's engine and its view read. `policies` are one policy with different parameters, `words`
    those of our own that the page shows.

    Raises PrintError for a policy whose table is too large to be whole.
    """
    writer = TableWriter()
    variants = [writer.table(_whole(policy).automaton) for policy in policies]
    return {
        "begin": BEGIN,
        "persons": PERSONS if personal_events(figure.chart) else (),
        "languages": languages,
        "words": {language: _own(words, language or NEUTRAL) for language in languages},
        "units": {
            language: {unit: spoken(names, language, NEUTRAL) for unit, names in phrasing.UNITS.items()}
            for language in languages
        },
        "steps": {language: steps_of(figure, language) for language in languages},
        "chart": {**_chart(figure), "musts": _musts(policies[0].automaton.chart)},
        "table": {**writer.shared(), "variants": variants},
    }


def _own(words: Words, language: str) -> dict[str, str]:
    return {key: gapped(words, key, language) for key in words}


def _whole(policy: Policy) -> Policy:
    if not policy.automaton.whole:
        raise PrintError("walkthrough-too-large", policy=policy.id)
    return policy


def choices_of(policy: Policy) -> Iterator[Policy]:
    """The policy as it is, then with each other choice of its parameters, if these are few enough.

    A choice for which the policy is wrong, as `check` says, or too large is left out.
    """
    yield policy
    own = policy.parameters
    finite = {name: item.type.values for name, item in policy.chart.parameters.items() if item.type.finite}
    count = prod(len(values) for values in finite.values())
    if count > MOST_CHOICES or count * len(policy.automaton.edges) > MOST_EDGES:
        return
    for values in product(*finite.values()):
        choice = {**own, **dict(zip(finite, values, strict=True))}
        if choice == own:
            continue
        try:
            other = policy.with_parameters(**choice)
        except PolicyError:
            continue
        if other.automaton.whole:
            yield other


def calendar_json(calendar: Calendar) -> dict[str, Json]:
    """A calendar whose days are counted from 1 January 1970."""
    return {
        "zone": calendar.zone,
        "working": list(calendar.working),
        "closed": [day - _EPOCH for day in calendar.closed],
        "hours": [None if hours is None else list(hours) for hours in calendar.hours],
    }


def _chart(figure: Figure) -> dict[str, Json]:
    chart = figure.chart
    return {
        "title": chart.title,
        "subtitle": chart.subtitle,
        "emergency": chart.emergency,
        "edition": [chart.version, chart.date],
        "owner": chart.owner,
        "name": chart.id,
        "plain": chart.languages == (PLAIN,),
        "states": [_state(figure, state) for state in chart.states],
        "transitions": [{"id": link.id, "wide": link.wide} for link in figure.links],
        "timers": [
            {
                "duration": duration_json(timer.duration),
                "order": timer.order,
                "cause": f"{chart.states[timer.state].id}.after.{timer.duration}",
                "state": chart.states[timer.state].id,
            }
            for timer in chart.timers
        ],
        "events": _events(chart),
        "actions": {
            name: {"label": item.label, "params": declarations_json(item.params)}
            for name, item in chart.actions.items()
        },
        "roles": {name: role.label for name, role in chart.roles.items()},
        "facts": declarations_json(chart.facts),
        "context": declarations_json(chart.context),
        "parameters": declarations_json(chart.parameters),
        "calendar": calendar_json(chart.calendar),
    }


def _state(figure: Figure, state: State) -> dict[str, Json]:
    card = figure.cards.get(state.id)
    return {
        "id": state.id,
        "number": None if card is None else card.number,
        "final": state.kind == "final",
        "label": state.label,
        "role": state.role,
        "say": _phrases(state.say),
        "avoid": _phrases(state.avoid),
        "how": _phrases(state.how),
        "why": state.why,
    }


def _musts(woven: Chart) -> list[Json]:
    """What must be done; `place` is that of the value, among those of a node, that says how it stands."""
    finite = [name for name, item in woven.context.items() if item.type.finite]
    return [
        {"id": must.id, "label": duty_words(woven, must), "place": finite.index(timed_by(must.id))}
        for must in woven.musts.values()
    ]


def _phrases(phrases: tuple[Phrase, ...]) -> list[Json]:
    return [
        [None if phrase.when is None else expression_json(phrase.when), phrase.words] for phrase in phrases
    ]


def _events(chart: Chart) -> dict[str, Json]:
    """`by` are the roles that may report an event, in the order of the file; None: anyone."""
    return {
        name: {
            "label": event.label,
            "actor": event.actor,
            "by": None if event.by is None else [role for role in chart.roles if role in event.by],
            "tone": event.tone or "plain",
            "note": event.note,
            "data": declarations_json(event.data),
            "settle": None if event.settle is None else duration_json(event.settle),
        }
        for name, event in chart.events.items()
    }
