"""What leaves a card or box, as few exits as say the same: transitions that differ in nothing a reader can do
something with are one.
"""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.phrasing import step_words
from policy_engine.diagrams.poster.sizes import Telling
from policy_engine.records import changed, record


@record
class Exit:
    """`links` are the transitions that it stands for, `shown` is how it is worded; `further` are later times
    at which the same happens.
    """

    links: tuple[Link, ...]
    shown: Link
    further: tuple[Link, ...] = ()

    @property
    def id(self) -> str:
        """The first transition's."""
        return self.links[0].id

    @property
    def list(self) -> object:
        """What tells the list of branches that it belongs to from others."""
        return list_of(self.links[0])


def list_of(link: Link) -> object:
    """Branches of one list are tried one after the other: they have the source and the trigger in common."""
    return link.source, link.kind, link.events, str(link.duration)


def exits_of(figure: Figure, telling: Telling) -> dict[str, tuple[Exit, ...]]:
    """The exits of each card and box, in the order of the file.

    Told in full, what a transition does tells it from others; else only where it leads does.
    """
    gathered: dict[str, list[Link]] = {}
    for link in figure.links:
        gathered.setdefault(link.source, []).append(link)
    return {
        source: tuple(_alike(figure, _whole_lists(figure, links, telling), telling))
        for source, links in gathered.items()
    }


def does(figure: Figure, link: Link) -> tuple[str, ...]:
    """What a transition does, in words that serve to compare."""
    return step_words(figure.chart, link.transition.steps, figure.chart.languages[0])


def _whole_lists(figure: Figure, links: Iterable[Link], telling: Telling) -> list[Exit]:
    """Branches of one list that together always hold and all do the same need no condition."""
    lists: dict[object, list[Link]] = {}
    for link in links:
        lists.setdefault(list_of(link), []).append(link)
    found = []
    for branches in lists.values():
        tails = {_tail(figure, link, telling) for link in branches}
        if len(branches) > 1 and len(tails) == 1 and branches[-1].transition.is_else:
            plain = changed(branches[0].transition, guard=None, is_else=False)
            found.append(Exit(tuple(branches), changed(branches[0], guard=None, transition=plain)))
        else:
            found += [Exit((link,), link) for link in branches]
    return found


def _alike(figure: Figure, exits: list[Exit], telling: Telling) -> list[Exit]:
    """Exits by different events that lead to the same are one, unless a condition or a name of its own tells
    them apart.
    """
    merged: dict[object, Exit] = {}
    for exit in exits:
        link = exit.shown
        own = link.guard is not None or link.transition.is_else or link.transition.label
        key: object = exit.id
        if link.kind in ("event", "timer") and not own:
            tone = link.tone if link.targets else ""
            key = (link.kind, _tail(figure, link, telling), tone)
        known = merged.get(key)
        if known is None:
            merged[key] = exit
        elif link.kind == "timer":
            merged[key] = Exit(known.links + exit.links, known.shown, (*known.further, link))
        else:
            events = tuple(dict.fromkeys(known.shown.events + link.events))
            merged[key] = Exit(known.links + exit.links, changed(known.shown, events=events))
    return list(merged.values())


def _tail(figure: Figure, link: Link, telling: Telling) -> object:
    told: tuple[str, ...] = ()
    if telling == "brief" and not link.targets and link.actions:
        told = tuple(dict.fromkeys(link.actions))
    elif telling == "full" or not link.targets:
        told = does(figure, link)
    return link.targets, link.back, link.transition.by, link.transition.requires, told


def heard_around(figure: Figure) -> dict[str, frozenset[str]]:
    """For each card and box, the events to which a box around it listens."""
    own: dict[str, set[str]] = {}
    for link in figure.links:
        own.setdefault(link.source, set()).update(link.events)
    found: dict[str, frozenset[str]] = {}
    for box in figure.boxes.values():
        found[box.state.id] = found.get(box.box or "", frozenset()) | own.get(box.box or "", set())
    for card in figure.cards.values():
        found[card.state.id] = found.get(card.box or "", frozenset()) | own.get(card.box or "", set())
    return found
