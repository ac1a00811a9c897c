"""Who may report what happens, in words."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagrams.figure import Figure, Link, cards_in
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.phrasing import WORDS
from policy_engine.diagrams.wording import either, event_words, role_words, words_of
from policy_engine.model.chart import Chart, Event


def roles_words(chart: Chart, roles: Iterable[str], language: str) -> str:
    """Roles of which one is enough, in the order in which they are declared: "Medewerker/Chef"."""
    several = set(roles)
    return "/".join(role_words(chart, role, language) for role in chart.roles if role in several)


def by_words(chart: Chart, roles: Iterable[str], language: str) -> str:
    """Who may report something: "door Medewerker/Chef"."""
    return word(WORDS, "by", language, roles_words(chart, roles, language))


def reporters_words(chart: Chart, events: Iterable[str], language: str) -> str:
    """Who may report events: of all of them together where they say the same, else of each that says it."""
    allowed = {event: chart.events[event].by for event in events}
    if len(set(allowed.values())) == 1:
        only = next(iter(allowed.values()))
        return "" if only is None else by_words(chart, only, language)
    return ", ".join(
        f"{event_words(chart, event, language)} {by_words(chart, roles, language)}"
        for event, roles in allowed.items()
        if roles is not None
    )


def person_words(chart: Chart, event: Event, language: str) -> str:
    """Who does something, and who reports it where that is not the same."""
    if event.by is None:
        return "" if event.actor is None else role_words(chart, event.actor, language)
    reporters = either(
        [role_words(chart, role, language) for role in chart.roles if role in event.by], language
    )
    if event.actor is None:
        return reporters
    doer = role_words(chart, event.actor, language)
    if event.by == {event.actor}:
        return doer
    return word(WORDS, "reported by", language, doer, reporters)


def named_roles(figure: Figure, link: Link, brief: bool = False) -> dict[str, frozenset[str]]:
    """The events of a link that not everybody who acts where it starts may report, with who may; and those
    of a branch beside others that other people report. In `brief` without those that whoever does them may
    report.
    """
    chart = figure.chart
    reported = link.transition.by
    beside = {one.transition.by for one in figure.leaving(link.source) if set(one.events) & set(link.events)}
    acting = _acting(figure, link.source)
    found = {}
    for event in link.events:
        allowed = chart.events[event].by if reported is None else reported
        if allowed is None or (brief and chart.events[event].actor in allowed):
            continue
        if (reported is not None and len(beside) > 1) or not acting <= allowed:
            found[event] = allowed
    return found


def reported_words(figure: Figure, link: Link, trigger: str, language: str, brief: bool = False) -> str:
    """What sets a link off, given in words, with who reports it in brackets where a reader of its card or box
    would not know: "gesprek beëindigd (Leidinggevende)". Left out where the words name them already.
    """
    chart = figure.chart
    named = named_roles(figure, link, brief)
    if len(set(named.values())) == 1 and len(named) == len(link.events):
        return _bracketed(chart, trigger, next(iter(named.values())), language)
    if not named:
        return trigger
    if words_of(link.transition.label, language):
        each = (
            f"{event_words(chart, one, language)}: {roles_words(chart, named[one], language)}"
            for one in named
        )
        return f"{trigger} ({'; '.join(each)})"
    return either(
        (
            _bracketed(chart, event_words(chart, event, language), named.get(event, frozenset()), language)
            for event in link.events
        ),
        language,
    )


def _bracketed(chart: Chart, words: str, roles: frozenset[str], language: str) -> str:
    said = words.casefold()
    if all(role_words(chart, role, language).casefold() in said for role in roles):
        return words
    return f"{words} ({roles_words(chart, roles, language)})"


def _acting(figure: Figure, state: str) -> frozenset[str]:
    """Who acts in a card, or in any card of a box."""
    first = next(iter(figure.chart.roles), "")
    return frozenset(
        figure.cards[card].state.role or first
        for card in cards_in(figure, state)
        if not figure.cards[card].final
    )
