"""The texts that stand in a picture, whichever program draws it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from policy_engine.diagrams.duties import duty_words, musts_of
from policy_engine.diagrams.figure import Figure, Link, arrivals
from policy_engine.diagrams.imprint import edition, owner_of, title_of
from policy_engine.diagrams.overlay import NOTHING, Overlay, Stamp
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
from policy_engine.diagrams.theme import (
    FADED,
    INK,
    PALE,
    PALE_CELL,
    WHITE,
    Dress,
    Look,
    dress_of,
    line_stroke,
    stamped_stroke,
    wide_stroke,
)
from policy_engine.model.chart import Chart, State
from policy_engine.records import changed


def head_of(chart: Chart, language: str, overlay: Overlay = NOTHING) -> tuple[str, ...]:
    """What stands above the picture: title, subtitle, emergency line, what is laid over it, its origin."""
    subtitle = " ".join(words_of(chart.subtitle, language))
    emergency = " ".join(words_of(chart.emergency, language))
    origin = " · ".join(part for part in (owner_of(chart, language), edition(chart, language)) if part)
    lines = (title_of(chart, language), subtitle, emergency, overlay.caption, origin)
    return tuple(line for line in lines if line)


def name_of(figure: Figure, state: str, language: str, overlay: Overlay) -> str:
    """The label of a card or box, with what an overlay stamps on it."""
    return _stamped(label_of(figure, state, language), overlay.states.get(state))


def _stamped(words: str, stamp: Stamp | None) -> str:
    return f"{words} · {stamp.words}" if stamp is not None and stamp.words else words


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
    """What is done on entering and on leaving, what is not allowed, and what must be done."""
    lines = []
    for key, steps in (("entry", state.entry), ("exit", state.exit)):
        if steps:
            does = ", ".join(step_words(figure.chart, steps, language))
            lines.append(word(graph.WORDS, key, language, does))
    lines += [forbid_words(figure.chart, forbid, language) for forbid in state.forbid]
    lines += [duty_words(figure.chart, must, language) for must in musts_of(figure.chart, state)]
    return tuple(lines)


def stroke_of(links: Sequence[Link], look: Look, overlay: Overlay = NOTHING) -> Stroke:
    """The line of transitions: the first one's tone's, or that of "at any moment"; thicker under
    a stamp, and pale where an overlay stamps others only.
    """
    at_any_moment = links[0].wide and links[0].kind != "done"
    stroke = wide_stroke(look) if at_any_moment else line_stroke(links[0].tone, look)
    return _laid_over(stroke, stamp_of(links, overlay), overlay, look)


def dressed(figure: Figure, state: str, look: Look, overlay: Overlay) -> Dress:
    """How a card looks: thicker borders under a stamp, pale where an overlay stamps others only."""
    dress = dress_of(figure, state, look)
    stamp = overlay.states.get(state)
    stroke = _laid_over(dress.stroke, stamp, overlay, look)
    if stamp is None and overlay.fade:
        return changed(dress, fill=WHITE, stroke=stroke, cell=PALE_CELL, ink=FADED)
    return changed(dress, stroke=stroke)


def ink_of(stamp: Stamp | None, overlay: Overlay) -> str:
    """The colour of words that are read first."""
    return FADED if stamp is None and overlay.fade else INK


def _laid_over(stroke: Stroke, stamp: Stamp | None, overlay: Overlay, look: Look) -> Stroke:
    if stamp is None:
        return changed(stroke, color=PALE) if overlay.fade else stroke
    stroke = changed(stroke, width=stroke.width * (1.5 + 1.5 * stamp.weight))
    return stamped_stroke(stroke, stamp, look)


def stamp_of(links: Iterable[Link], overlay: Overlay) -> Stamp | None:
    """The stamp of the first transition that bears one."""
    return next((overlay.transitions[link.id] for link in links if link.id in overlay.transitions), None)


def histories_of(figure: Figure) -> dict[str, dict[str, tuple[str, ...]]]:
    """Of each box the histories that something leads to, with the cards that are entered the first time."""
    ends = {end for link in figure.links for end in link.ends}
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for state in figure.chart.states:
        if state.kind == "history" and state.id in ends and state.parent is not None:
            first = tuple(figure.chart.states[leaf].id for leaf in arrivals(figure.chart, state.index))
            found.setdefault(figure.chart.states[state.parent].id, {})[state.id] = first
    return found


def pill_of(figure: Figure, link: Link, language: str, overlay: Overlay = NOTHING) -> str:
    """What stands on an arrow: when it is taken, what an overlay stamps on it, and what is done."""
    does = step_words(figure.chart, link.transition.steps, language)
    trigger = _stamped(trigger_words(figure, link, language), overlay.transitions.get(link.id))
    return "; ".join((trigger, *does))


def reference_of(figure: Figure, link: Link, language: str, overlay: Overlay = NOTHING) -> str:
    """An arrow in words: "gaat akkoord → 12"."""
    words = pill_of(figure, link, language, overlay)
    if not link.targets:
        return f"{words} → {word(graph.WORDS, 'stay', language)}"
    numbers = ", ".join(map(str, sorted(figure.cards[arrival].number for arrival in link.arrivals)))
    if not link.back:
        return f"{words} → {numbers}"
    boxes = (label_of(figure, box, language) for box in link.remembered)
    back = word(graph.WORDS, "back", language, ", ".join(boxes))
    return f"{words} → {back} ({word(graph.WORDS, 'first time', language)} {numbers})"
