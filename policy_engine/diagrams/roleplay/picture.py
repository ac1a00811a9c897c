"""The poster with the path of the play on it: its own parameters, and the phrases that are said in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from re import Match

from policy_engine.diagrams.figure import Card, Figure
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.path import path_overlay
from policy_engine.diagrams.poster import poster_if_it_fits
from policy_engine.diagrams.roleplay.known import possible
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.scene import Group, Item, Scene, Text
from policy_engine.diagrams.sheets.model import Block, Drawing, Heading, line
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.wording import words_of
from policy_engine.model.chart import Phrase
from policy_engine.model.placeholders import PATTERN
from policy_engine.records import changed
from policy_engine.session.course import Moment
from policy_engine.session.words import fill

_NUMBER = re.compile(r"\d+")
_ON_A_WAY = re.compile(r"·\s\w*\s?\d")


def path_pages(script: Script, course: Sequence[Moment], look: Look) -> tuple[Block, ...]:
    """The poster on pages of its own, the path highlighted and its moves numbered.

    Where it does not fit, what to do instead.
    """
    overlay = _lettered(script, with_refused(script, path_overlay(course, script.language)))
    found: tuple[Scene, ...] = ()
    # Where there is no room for the numbers on the ways, what nobody says in this play makes some.
    for beside in (True, False):
        scenes = poster_if_it_fits(
            played_figure(script, beside),
            languages=(script.language,),
            paper=Paper("a4"),
            look=look,
            overlay=overlay,
            parameters={name: script.known[name] for name in script.figure.chart.parameters},
        )
        if scenes is None:
            continue
        found = found or scenes
        if any(_numbered(scene.items) for scene in scenes):
            found = scenes
            break
    if not found:
        return (Heading(2, script.word("path")), line(script.word("path apart")))
    return tuple(Drawing(scene, whole=True) for scene in found)


def played_figure(script: Script, beside: bool = True) -> Figure:
    """The figure as it is in this play: on each card what is said there, and under the policy's title which
    play it is. `beside` tells also what could be said where the play never comes.
    """
    title = (script.word("role-play", script.title), script.word("facilitator's copy"))
    chart = changed(script.figure.chart, subtitle={script.language: (" · ".join(title),)})
    cards = {id: _card(script, card, beside) for id, card in script.figure.cards.items()}
    return changed(script.figure, chart=chart, cards=cards)


def _numbered(items: tuple[Item, ...]) -> bool:
    """Whether the numbers of moves stand on any way."""
    groups = (item.items for item in items if isinstance(item, Group))
    texts = (item.words for item in items if isinstance(item, Text))
    return any(map(_ON_A_WAY.match, texts)) or any(map(_numbered, groups))


def _lettered(script: Script, overlay: Overlay) -> Overlay:
    """The overlay with a letter where "move" has no room: a number alone is that of a step."""
    transitions = {
        id: changed(stamp, short=script.word("short move", stamp.short)) if stamp.short else stamp
        for id, stamp in overlay.transitions.items()
    }
    return changed(overlay, transitions=transitions)


def with_refused(script: Script, overlay: Overlay) -> Overlay:
    """The overlay with the moves that were not allowed: in brackets, on the cards where they were tried."""
    tried: dict[str, list[int]] = {}
    for turn in script.turns:
        for state in turn.states if turn.refused else ():
            tried.setdefault(state, []).append(turn.number)
    states = dict(overlay.states)
    for state, numbers in tried.items():
        reached = [int(number) for number in _NUMBER.findall(states[state].short)]
        told = {number: str(number) for number in reached} | {number: f"({number})" for number in numbers}
        short = ", ".join(words for _, words in sorted(told.items()))
        states[state] = Stamp("path", script.word("a move", short), short=short)
    return changed(overlay, states=states)


def _card(script: Script, card: Card, beside: bool) -> Card:
    state = card.state
    if not beside and state.id not in script.said:
        return changed(card, state=changed(state, say=(), how=()))
    say = _phrases(script, state.id, state.say, script.said)
    how = _phrases(script, state.id, state.how, script.done)
    return changed(card, state=changed(state, say=say, how=how))


def _phrases(
    script: Script, state: str, phrases: tuple[Phrase, ...], told: Mapping[str, tuple[str, ...]]
) -> tuple[Phrase, ...]:
    """What was told there; where the play never comes, what could be told."""
    if state in told:
        texts = told[state]
        return (Phrase(None, {script.language: tuple(map(_literal, texts))}),) if texts else ()
    language = script.language
    return tuple(
        Phrase(
            phrase.when, {language: tuple(_kept(script, text) for text in words_of(phrase.words, language))}
        )
        for phrase in possible(phrases, script.known)
    )


def _kept(script: Script, text: str) -> str:
    """A text with what is known in its gaps; its other gaps stay."""
    known = {name: value for name, value in script.known.items() if value != ""}

    def piece(match: Match[str]) -> str:
        if match[1] not in known:
            return match[0]
        return _literal(fill(match[0], script.figure.chart, known, script.language))

    return PATTERN.sub(piece, text)


def _literal(text: str) -> str:
    """A text that has no gaps, whatever braces stand in it."""
    return text.replace("{", "{{").replace("}", "}}")
