"""What may happen in several steps of the ladder, and in which of them exactly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policy_engine.diagrams import numbering
from policy_engine.diagrams.figure import Figure, Link, cards_in
from policy_engine.diagrams.phrasing import (
    action_words,
    label_of,
    listed,
    sentence,
    trigger_words,
)
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.model.chart import State
from policy_engine.records import changed, record


@record
class Moment:
    """Something that may happen in `steps` of the ladder: it leads to other cards (`arrivals`), or asks for
    something on the spot.
    """

    link: Link
    events: tuple[str, ...]
    steps: tuple[str, ...]
    arrivals: tuple[str, ...]


def moments_of(figure: Figure) -> tuple[Moment, ...]:
    """What boxes around the ladder listen to and leads away from it, or has something done."""
    told = [moment for link in _links(figure) if _tells(figure, link) for moment in _moments(figure, link)]
    return tuple(_joined(figure, told))


def elsewhere(moments: Iterable[Moment]) -> tuple[str, ...]:
    """The cards that the moments lead to, each once."""
    return tuple(dict.fromkeys(state for moment in moments for state in moment.arrivals))


def open_steps(figure: Figure) -> tuple[str, ...]:
    """The steps of the ladder in which something may still happen: all but the endings."""
    return tuple(state for state in figure.spine if not figure.cards[state].final)


def trigger_of(figure: Figure, moment: Moment, language: str) -> str:
    """What happens."""
    link = moment.link
    if moment.events != link.events:
        # A label of its own stands for all of its events.
        link = changed(link, events=moment.events, transition=changed(link.transition, label={}))
    return trigger_words(figure, link, language)


def moment_words(figure: Figure, moment: Moment, language: str) -> str:
    """What happens, and what follows in a word: where it leads, or what is done."""
    words = sentence(trigger_of(figure, moment, language))
    if not moment.arrivals:
        done = action_words(figure.chart, moment.link.transition.steps, language)
        return f"{words}: {listed(done, language)}"
    return f"{words} → {' + '.join(label_of(figure, state, language) for state in moment.arrivals)}"


def heading(figure: Figure, steps: Sequence[str], language: str) -> str:
    """In which steps something holds: "at any moment" only where it holds in every step of the ladder."""
    if set(steps) >= set(open_steps(figure)):
        return word(WORDS, "any moment", language)
    return word(WORDS, "in step", language, number_words(figure, steps, language))


def number_words(figure: Figure, states: Iterable[str], language: str) -> str:
    """The numbers of cards."""
    return numbering.number_words((figure.cards[state].number for state in states), language)


def around(figure: Figure, state: str) -> Iterator[State]:
    """A card's state and those around it, from the inside out."""
    found: State | None = figure.cards[state].state
    while found is not None:
        yield found
        found = None if found.parent is None else figure.chart.states[found.parent]


def heard(figure: Figure, link: Link, event: str, state: str) -> bool:
    """Whether an event in a step comes through to where a link starts, the step itself or a box around it:
    nothing further inside takes it in any case, and nothing forbids it in any case.
    """
    reached = True
    for place in around(figure, state):
        if any(forbid.when is None and event in forbid.events for forbid in place.forbid):
            return False
        if place.id == link.source:
            reached = False
        elif reached and any(
            branch.is_else or (branch.guard is None and branch.by is None)
            for branch in place.on.get(event, ())
        ):
            return False
    return True


def _tells(figure: Figure, link: Link) -> bool:
    if not link.wide or link.kind != "event" or link.back:
        return False
    if not link.targets:
        return bool(link.actions)
    return not set(link.arrivals) & set(figure.spine)


def _links(figure: Figure) -> Iterator[Link]:
    """All ways; of branches that lead to the same cards whatever holds, one without a condition."""
    branches: dict[object, list[Link]] = {}
    for link in figure.links:
        key = (link.source, link.events) if link.kind == "event" and link.targets else link.id
        branches.setdefault(key, []).append(link)
    for several in branches.values():
        first, last = several[0], several[-1]
        alike = len({(link.arrivals, link.back, link.transition.by) for link in several}) == 1
        if len(several) > 1 and alike and (last.transition.is_else or last.guard is None):
            yield changed(first, guard=None, transition=changed(first.transition, is_else=False, label={}))
        else:
            yield from several


def _joined(figure: Figure, moments: Iterable[Moment]) -> Iterator[Moment]:
    """What several boxes listen to with the same outcome, once, for the steps of all of them."""
    same: dict[object, Moment] = {}
    for moment in moments:
        link = moment.link
        plain = link.guard is None and not link.transition.is_else and not link.transition.requires
        leads = plain and moment.arrivals and not link.transition.label
        key = (moment.events, moment.arrivals, link.transition.by) if leads else len(same)
        known = same.get(key)
        steps = moment.steps if known is None else (*known.steps, *moment.steps)
        same[key] = changed(known or moment, steps=tuple(one for one in figure.spine if one in steps))
    yield from same.values()


def _moments(figure: Figure, link: Link) -> Iterator[Moment]:
    """The events of a link, those together that hold in the same steps."""
    inside = set(cards_in(figure, link.source)) & set(open_steps(figure))
    groups: dict[tuple[str, ...], list[str]] = {}
    for event in link.events:
        steps = tuple(
            state for state in figure.spine if state in inside and heard(figure, link, event, state)
        )
        groups.setdefault(steps, []).append(event)
    for steps, events in groups.items():
        if steps:
            yield Moment(link, tuple(events), steps, link.arrivals)
