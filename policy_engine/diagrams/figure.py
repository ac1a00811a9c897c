"""A policy as a picture sees it: cards, boxes and what leads from one to another. It knows no paper and no
language.

A card is a leaf state, a box a compound or parallel state. Everything that is drawn or written in words about
the structure of a policy is read off this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from policy_engine.diagrams.memory import Memory, path
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
    those of the targets first and each once, where nothing is remembered. `ends` are where its arrows end:
    those cards, and a history in place of the cards that it stands for. `back` says that it leads to where a
    box was left last, because it is aimed at a history or at a box that begins with one; `remembered` are
    those boxes. `wide` says that it starts at a box: it may happen at any moment while something in it is
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
    ends: tuple[str, ...]
    remembered: tuple[str, ...]
    wide: bool
    tone: Tone
    actions: tuple[str, ...]

    @property
    def back(self) -> bool:
        """Whether it leads to where a box was left last."""
        return bool(self.remembered)


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
        if state.default is not None:
            return tuple(leaf for target in state.default for leaf in arrivals(chart, target))
        return arrivals(chart, _parent(chart, index))
    if state.kind in ("compound", "parallel"):
        return tuple(leaf for end in _aims(chart, index) for leaf in arrivals(chart, end))
    return (index,)


def _aims(chart: Chart, index: int) -> tuple[int, ...]:
    """The leaf states and histories that are entered when a state is entered."""
    state = chart.states[index]
    if state.kind == "compound":
        assert state.initial is not None
        return _aims(chart, state.initial)
    if state.kind == "parallel":
        return tuple(end for child in state.children for end in _begun(chart, child))
    return (index,)


def _begun(chart: Chart, child: int) -> tuple[int, ...]:
    """What is entered with a child of a parallel state; nothing with a history."""
    return () if _is_history(chart, child) else _aims(chart, child)


def _links(chart: Chart) -> tuple[Link, ...]:
    tones = tones_of(chart)
    memory = Memory(chart)
    kinds: dict[str, LinkKind] = {"on": "event", "after": "timer", "always": "always", "done": "done"}
    durations = {branch.index: timer.duration for timer in chart.timers for branch in timer.branches}
    found = []
    for transition in chart.transitions:
        entered = _entered(chart, transition)
        ends = tuple(_unless_first(chart, memory, transition, entered))
        found.append(
            Link(
                id=transition.id,
                transition=transition,
                kind=kinds[transition.trigger],
                events=transition.events,
                duration=durations.get(transition.index),
                guard=transition.guard,
                source=chart.states[transition.source].id,
                targets=_named(chart, transition.targets),
                arrivals=_named(chart, (leaf for end in entered for leaf in arrivals(chart, end))),
                ends=_named(chart, ends),
                remembered=_named(chart, (_parent(chart, end) for end in ends if _is_history(chart, end))),
                wide=chart.states[transition.source].kind in ("compound", "parallel"),
                tone=tones[transition.index],
                actions=asked(transition.steps),
            )
        )
    return tuple(found)


def _named(chart: Chart, states: Iterable[int]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chart.states[state].id for state in states))


def _is_history(chart: Chart, index: int) -> bool:
    return chart.states[index].kind == "history"


def _parent(chart: Chart, index: int) -> int:
    parent = chart.states[index].parent
    assert parent is not None
    return parent


def _unless_first(
    chart: Chart, memory: Memory, transition: Transition, entered: tuple[int, ...]
) -> Iterator[int]:
    """What is entered, with the cards in place of a history that cannot remember anything yet. What the
    author wrote down as a target stays one.
    """
    for end in entered:
        first = _is_history(chart, end) and end not in transition.targets
        if first and not memory.may_recall(end, transition.source):
            yield from arrivals(chart, end)
        else:
            yield end


def _entered(chart: Chart, transition: Transition) -> tuple[int, ...]:
    """The leaf states and histories that a transition enters: those of its targets, then those of the other
    regions of the parallel states that it enters around its targets.
    """
    found = [leaf for target in transition.targets for leaf in _aims(chart, target)]
    domain = _domain(chart, transition)
    paths = [path(chart, target) for target in transition.targets]
    reached = {state for states in paths for state in states}
    for states in paths:
        for state in states[1 : states.index(domain)]:
            if chart.states[state].kind == "parallel":
                others = (region for region in chart.states[state].children if region not in reached)
                found += [leaf for region in others for leaf in _begun(chart, region)]
    return tuple(dict.fromkeys(found))


def _domain(chart: Chart, transition: Transition) -> int:
    """The innermost state that stays active around everything that a transition leaves and enters."""
    around = path(chart, transition.source)
    if not transition.internal:
        around = [state for state in around[1:] if chart.states[state].kind == "compound"]
    paths = [set(path(chart, target)[1:]) for target in transition.targets]
    return next(state for state in around if all(state in states for states in paths))


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
