"""A policy as a picture sees it: cards, boxes and what leads from one to another. It knows no paper and no
language.

A card is a leaf state, a box a compound or parallel state. Everything that is drawn or written in words about
the structure of a policy is read off this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.diagrams.spine import spine_of
from policy_engine.diagrams.tones import Tone, tones_of
from policy_engine.model.chart import Ask, Chart, State, Step, Transition, Words
from policy_engine.model.duration import Duration
from policy_engine.model.expressions.tree import Expr
from policy_engine.records import record

LinkKind = Literal["event", "timer", "always", "done"]


@record
class Link:
    """One transition, as an arrow or as a reference.

    `targets` are states as written, none where the state stays; `arrivals` are the cards that are entered,
    those of the targets first and each once. `back` says that it leads to where the box was left last
    (history). `wide` says that it starts at a box: it may happen at any moment while something in it is
    active. `actions` are the actions asked for.
    """

    id: str
    transition: Transition
    kind: LinkKind
    events: tuple[str, ...]
    duration: Duration | None
    guard: Expr | None
    source: str
    targets: tuple[str, ...]
    arrivals: tuple[str, ...]
    back: bool
    wide: bool
    tone: Tone
    actions: tuple[str, ...]


@record
class Card:
    """A leaf state. Numbers count from 1: first the spine, then the others in the order of the file, endings
    last. `box` is the box around it, None at the top.
    """

    number: int
    state: State
    box: str | None
    final: bool


@record
class Box:
    """A compound or parallel state. `children` are cards and boxes in the order of the file."""

    state: State
    box: str | None
    parallel: bool
    children: tuple[str, ...]


@record
class Figure:
    """`spine` is the ladder: the cards along which a call escalates, from the start to an end. `starts` are
    the cards in which a call begins. `top` are the cards and boxes that stand in no box. `outgoing` are the
    links by where they start.
    """

    chart: Chart
    cards: Mapping[str, Card]
    boxes: Mapping[str, Box]
    links: tuple[Link, ...]
    spine: tuple[str, ...]
    starts: tuple[str, ...]
    top: tuple[str, ...]
    outgoing: Mapping[str, tuple[Link, ...]]

    def label(self, state: str) -> Words:
        """The label of a card or box."""
        return (self.cards[state].state if state in self.cards else self.boxes[state].state).label

    def leaving(self, state: str) -> tuple[Link, ...]:
        """What starts at a card or box, in the order of the file."""
        return self.outgoing.get(state, ())


def figure_of(chart: Chart) -> Figure:
    """The figure of a chart."""
    ids = [state.id for state in chart.states]
    spine = tuple(ids[index] for index in spine_of(chart))
    leaves = [state for state in chart.states if state.kind in ("atomic", "final")]
    climbed = set(spine)
    others = [state for state in leaves if state.id not in climbed]
    ordered = [*spine, *(state.id for state in sorted(others, key=lambda state: state.kind == "final"))]
    numbers = {id: number for number, id in enumerate(ordered, 1)}
    cards = {
        state.id: Card(numbers[state.id], state, _box(chart, state), state.kind == "final")
        for state in leaves
    }
    links = _links(chart)
    outgoing: dict[str, tuple[Link, ...]] = {}
    for link in links:
        outgoing[link.source] = (*outgoing.get(link.source, ()), link)
    boxes = {
        state.id: Box(state, _box(chart, state), state.kind == "parallel", _inside(chart, state))
        for state in chart.states[1:]
        if state.kind in ("compound", "parallel")
    }
    return Figure(
        chart=chart,
        cards=cards,
        boxes=boxes,
        links=links,
        spine=spine,
        starts=tuple(ids[leaf] for leaf in arrivals(chart, 0)),
        top=_inside(chart, chart.states[0]),
        outgoing=outgoing,
    )


def arrivals(chart: Chart, index: int) -> tuple[int, ...]:
    """The leaf states that are entered when a state is entered and nothing is remembered."""
    state = chart.states[index]
    if state.kind == "history":
        parent = chart.states[state.parent or 0]
        if state.default is not None:
            return tuple(leaf for target in state.default for leaf in arrivals(chart, target))
        return arrivals(chart, parent.index)
    if state.kind == "compound":
        assert state.initial is not None
        return arrivals(chart, state.initial)
    if state.kind == "parallel":
        return tuple(leaf for child in state.children for leaf in _default(chart, child))
    return (index,)


def _default(chart: Chart, child: int) -> tuple[int, ...]:
    """The leaf states of a child of a parallel state; none for a history."""
    return () if chart.states[child].kind == "history" else arrivals(chart, child)


def _links(chart: Chart) -> tuple[Link, ...]:
    tones = tones_of(chart)
    kinds: dict[str, LinkKind] = {"on": "event", "after": "timer", "always": "always", "done": "done"}
    durations = {branch.index: timer.duration for timer in chart.timers for branch in timer.branches}
    return tuple(
        Link(
            id=transition.id,
            transition=transition,
            kind=kinds[transition.trigger],
            events=transition.events,
            duration=durations.get(transition.index),
            guard=transition.guard,
            source=chart.states[transition.source].id,
            targets=tuple(chart.states[target].id for target in transition.targets),
            arrivals=tuple(chart.states[leaf].id for leaf in _entered(chart, transition)),
            back=any(chart.states[target].kind == "history" for target in transition.targets),
            wide=chart.states[transition.source].kind in ("compound", "parallel"),
            tone=tones[transition.index],
            actions=asked(transition.steps),
        )
        for transition in chart.transitions
    )


def _entered(chart: Chart, transition: Transition) -> tuple[int, ...]:
    """The leaf states that a transition enters: those of its targets, then those of the other regions of the
    parallel states that it enters around its targets.
    """
    found = [leaf for target in transition.targets for leaf in arrivals(chart, target)]
    domain = _domain(chart, transition)
    paths = [_path(chart, target) for target in transition.targets]
    reached = {state for path in paths for state in path}
    for path in paths:
        for state in path[1 : path.index(domain)]:
            if chart.states[state].kind == "parallel":
                others = (region for region in chart.states[state].children if region not in reached)
                found += [leaf for region in others for leaf in _default(chart, region)]
    return tuple(dict.fromkeys(found))


def _domain(chart: Chart, transition: Transition) -> int:
    """The innermost state that stays active around everything that a transition leaves and enters."""
    around = _path(chart, transition.source)
    if not transition.internal:
        around = [state for state in around[1:] if chart.states[state].kind == "compound"]
    paths = [set(_path(chart, target)[1:]) for target in transition.targets]
    return next(state for state in around if all(state in path for path in paths))


def _path(chart: Chart, index: int) -> list[int]:
    """A state and all around it, from the innermost out."""
    path = [index]
    while (parent := chart.states[path[-1]].parent) is not None:
        path.append(parent)
    return path


def asked(steps: tuple[Step, ...]) -> tuple[str, ...]:
    """The names of the actions that steps ask for, in order."""
    return tuple(step.action for step in steps if isinstance(step, Ask))


def _box(chart: Chart, state: State) -> str | None:
    return chart.states[state.parent].id if state.parent else None


def _inside(chart: Chart, state: State) -> tuple[str, ...]:
    return tuple(chart.states[child].id for child in state.children if chart.states[child].kind != "history")


def cards_in(figure: Figure, state: str) -> tuple[str, ...]:
    """The cards in a box, in the order of the file; a card is in itself."""
    if state in figure.cards:
        return (state,)
    return tuple(card for child in figure.boxes[state].children for card in cards_in(figure, child))
