"""The texts that stand in a picture, whichever program draws it."""

from __future__ import annotations

from policy_engine.diagrams.figure import Figure, Link, arrivals
from policy_engine.diagrams.phrasing import (
    forbid_words,
    label_of,
    phrases_of,
    role_words,
    step_words,
    trigger_words,
    words_of,
)
from policy_engine.diagrams.printed import graph, word
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.theme import Look, line_stroke, wide_stroke
from policy_engine.model.chart import Chart, State


def head_of(chart: Chart, language: str) -> tuple[str, ...]:
    """What stands above the picture: title, subtitle, emergency line, and owner, version and date."""
    title = " ".join(words_of(chart.title, language)) or chart.id.replace("_", " ")
    subtitle = " ".join(words_of(chart.subtitle, language))
    emergency = " ".join(words_of(chart.emergency, language))
    version = word(graph.WORDS, "version", language, chart.version)
    origin = " · ".join(part for part in (chart.owner, version, chart.date) if part)
    return tuple(line for line in (title, subtitle, emergency, origin) if line)


def side_of(figure: Figure, state: str, language: str) -> str:
    """What stands beside a card's label: its role, or that it is an end."""
    card = figure.cards[state]
    parts = [role_words(figure.chart, card.state.role, language)] if card.state.role else []
    if card.final:
        parts.append(word(graph.WORDS, "end", language))
    return " · ".join(parts)


def phrase_of(figure: Figure, state: str, language: str) -> str:
    """The first thing to say in a card, between quotes, behind its condition; empty where nothing is said."""
    said = figure.cards[state].state.say
    for condition, texts in phrases_of(figure.chart, said[:1], language):
        quoted = f"“{texts[0]}”"
        return f"{condition}: {quoted}" if condition else quoted
    return ""


def notes_of(figure: Figure, state: State, language: str) -> tuple[str, ...]:
    """What is done on entering and on leaving, and what is not allowed."""
    lines = []
    for key, steps in (("entry", state.entry), ("exit", state.exit)):
        if steps:
            does = ", ".join(step_words(figure.chart, steps, language))
            lines.append(word(graph.WORDS, key, language, does))
    lines += [forbid_words(figure.chart, forbid, language) for forbid in state.forbid]
    return tuple(lines)


def stroke_of(link: Link, look: Look) -> Stroke:
    """The line of a transition: its tone's, or that of what may happen at any moment."""
    at_any_moment = link.wide and link.kind != "done"
    return wide_stroke(look) if at_any_moment else line_stroke(link.tone, look)


def histories_of(figure: Figure) -> dict[str, dict[str, tuple[str, ...]]]:
    """Of each box the histories that something leads to, with the cards that are entered the first time."""
    ends = {end for link in figure.links for end in link.ends}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for state in figure.chart.states:
        if state.kind == "history" and state.id in ends and state.parent is not None:
            first = tuple(figure.chart.states[leaf].id for leaf in arrivals(figure.chart, state.index))
            found.setdefault(figure.chart.states[state.parent].id, {})[state.id] = first
    return found


def pill_of(figure: Figure, link: Link, language: str) -> str:
    """What stands on an arrow: when it is taken and what is done."""
    does = step_words(figure.chart, link.transition.steps, language)
    return "; ".join((trigger_words(figure, link, language), *does))


def reference_of(figure: Figure, link: Link, language: str) -> str:
    """An arrow in words: "gaat akkoord → 12"."""
    words = pill_of(figure, link, language)
    if not link.targets:
        return f"{words} → {word(graph.WORDS, 'stay', language)}"
    numbers = ", ".join(map(str, sorted(figure.cards[arrival].number for arrival in link.arrivals)))
    if not link.back:
        return f"{words} → {numbers}"
    boxes = (label_of(figure, box, language) for box in link.remembered)
    back = word(graph.WORDS, "back", language, ", ".join(boxes))
    return f"{words} → {back} ({word(graph.WORDS, 'first time', language)} {numbers})"
