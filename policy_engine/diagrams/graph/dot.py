"""DOT, the language of Graphviz.

Triggers are pills of their own and not labels of edges, so that nothing collides; what calms is written
forwards with `dir=back`, so that the ranks keep the order of the ladder. Every text is measured and wrapped
here and stands in a cell of a fixed size: the engines measure differently. No text stands outside an HTML
label, where it is escaped.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from html import escape

from policy_engine.diagrams.figure import Box, Figure, Link, cards_in
from policy_engine.diagrams.graph.content import (
    dressed,
    head_of,
    ink_of,
    name_of,
    notes_of,
    phrase_of,
    pill_of,
    reference_of,
    side_of,
    stamp_of,
    stroke_of,
)
from policy_engine.diagrams.graph.course import Pill, course_of
from policy_engine.diagrams.measure import LINE, drawable, width, wrap
from policy_engine.diagrams.overlay import NOTHING, Overlay, Stamp
from policy_engine.diagrams.printed import graph, word
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.theme import FADED, INK, QUIET, Look, box_fill

_LABEL, _TEXT, _SMALL, _NUMBER = 13.0, 10.0, 9.0, 18.0  # sizes of type, in points
_CARD, _CELL, _PILL = 250.0, 34, 170.0  # widths, in points
# What stands above the cards of a box is narrower than half a card, so that no arrow into a card crosses it.
_ABOVE = 125.0
_PAD = 4
# How edges run.
ORTHOGONAL, STRAIGHT = "splines=ortho", "splines=polyline"
# Engines take the same font for a little wider than it is.
_SLACK = 1.06
# The shipped font has the widths of Arial, and Arial is the name that every engine knows.
FONT = "Arial"


def to_dot(figure: Figure, language: str, look: Look | None = None, overlay: Overlay = NOTHING) -> str:
    """The figure in a language of its policy, as DOT; stamped nodes and edges have their mark as a class."""
    return "\n".join(_Writer(figure, language, look or Look(), overlay).lines()) + "\n"


class _Writer:
    def __init__(self, figure: Figure, language: str, look: Look, overlay: Overlay) -> None:
        self.figure = figure
        self.overlay = overlay
        self.language = language
        self.look = look
        self.spine = frozenset(figure.spine)
        self.course = course_of(figure)
        self.inside: dict[str | None, list[Pill]] = {}
        for pill in self.course.pills:
            self.inside.setdefault(self._home(pill), []).append(pill)

    def lines(self) -> Iterator[str]:
        yield f"digraph {_quoted(self.figure.chart.id)} {{"
        yield (
            f"graph [newrank=true compound=true {ORTHOGONAL} nodesep=0.25 ranksep=0.2 pad=0.2"
            " bgcolor=white outputorder=edgesfirst labelloc=t labeljust=l fontsize=11"
            f' fontname="{FONT}" label=<{self._head()}>]'
        )
        yield f'node [shape=plain fontname="{FONT}" fontsize=10]'
        yield f'edge [arrowsize=0.7 penwidth=1.2 color="{INK}"]'
        yield f'"begin-here" [shape=circle style=filled fillcolor="{INK}" width=0.16 fixedsize=true label=""]'
        for state in self.figure.top:
            yield from self._state(state, 0)
        yield from map(self._pill, self.inside.get(None, ()))
        yield f'"begin-here" -> {self._start()}'
        for pill in self.course.pills:
            yield from self._edges(pill)
        yield from self._regions()
        yield "}"

    def _head(self) -> str:
        title, *rest = head_of(self.figure.chart, self.language, self.overlay)
        rows = [_cell([title], 16, bold=True), *(_cell([line], _TEXT) for line in rest)]
        return _table(rows, 'BORDER="0"')

    def _state(self, state: str, depth: int) -> Iterator[str]:
        if state in self.figure.cards:
            yield self._card(state)
            return
        box = self.figure.boxes[state]
        yield f"subgraph {_quoted('cluster_' + state)} {{"
        yield (
            f'id="group-{state}" margin=10 style="{"dashed,filled" if box.parallel else "filled"}"'
            f' color="#6B7884" fillcolor="{box_fill(depth, self.look)}" label=<{self._box(box)}>'
        )
        for child in box.children:
            yield from self._state(child, depth + 1)
        yield from map(self._pill, self.inside.get(state, ()))
        yield "}"

    def _box(self, box: Box) -> str:
        label = name_of(self.figure, box.state.id, self.language, self.overlay)
        if box.parallel:
            label = word(graph.WORDS, "parallel", self.language, label)
        rows = [_cell(_wrapped(label, _LABEL, _ABOVE, True), _LABEL, bold=True)]
        notes = list(notes_of(self.figure, box.state, self.language))
        wide = self.course.references.get(box.state.id, ())
        notes += [reference_of(self.figure, link, self.language, self.overlay) for link in wide]
        rows += [_cell(_wrapped(note, _SMALL, _ABOVE), _SMALL, color=QUIET) for note in notes]
        return _table(rows, 'BORDER="0"')

    def _card(self, state: str) -> str:
        card = self.figure.cards[state]
        dress = dressed(self.figure, state, self.look, self.overlay)
        stamp = self.overlay.states.get(state)
        ink = ink_of(stamp, self.overlay)
        small = QUIET if ink == INK else ink
        name = name_of(self.figure, state, self.language, self.overlay)
        label = _wrapped(name, _LABEL, _CARD, True)
        rows = [_cell(label, _LABEL, bold=True, color=ink, room=_CARD)]
        side = side_of(self.figure, state, self.language)
        phrase = phrase_of(self.figure, state, self.language)
        notes = [*notes_of(self.figure, card.state, self.language)]
        notes += [
            reference_of(self.figure, link, self.language, self.overlay)
            for link in self.course.references.get(state, ())
        ]
        for text, size, color in ((side, _SMALL, small), (phrase, _TEXT, ink)):
            if text:
                rows.append(_cell(_wrapped(text, size, _CARD), size, color=color, room=_CARD))
        rows += [_cell(_wrapped(note, _SMALL, _CARD), _SMALL, color=small, room=_CARD) for note in notes]
        number = (
            f'<TD ROWSPAN="{len(rows)}" WIDTH="{_CELL}" BGCOLOR="{dress.cell}"><FONT COLOR="{dress.ink}"'
            f' POINT-SIZE="{_NUMBER:g}"><B>{card.number}</B></FONT></TD>'
        )
        table = _table([number + rows[0], *rows[1:]], _border(dress.stroke, dress.fill))
        group = " group=spine" if state in self.spine else ""
        return f'{_quoted(state)} [id="state-{state}" class="state{_mark(stamp)}"{group} label=<{table}>]'

    def _pill(self, pill: Pill) -> str:
        stroke = stroke_of(pill.links, self.look, self.overlay)
        stamp = stamp_of(pill.links, self.overlay)
        timed = pill.first.kind == "timer"
        rows = [
            _cell(
                _wrapped(pill_of(self.figure, link, self.language, self.overlay), _TEXT, _PILL),
                _TEXT,
                color=FADED if stamp is None and self.overlay.fade else stroke.color,
            )
            for link in pill.links
        ]
        style = "ROUNDED,DASHED" if timed else "ROUNDED"
        table = _table(rows, f'BORDER="1" STYLE="{style}" COLOR="{stroke.color}" BGCOLOR="white"')
        group = " group=spine" if pill.way == "spine" else ""
        classes = f"event {pill.first.tone}{' wide' if pill.first.wide else ''}{' timer' if timed else ''}"
        classes += _mark(stamp)
        return f'{_pill_id(pill)} [id="event-{pill.first.id}" class="{classes}"{group} label=<{table}>]'

    def _edges(self, pill: Pill) -> Iterator[str]:
        link = pill.first
        stroke = stroke_of(pill.links, self.look, self.overlay)
        look = f'color="{stroke.color}" style={_style(stroke)}'
        stamp = stamp_of(pill.links, self.overlay)
        if stamp is not None:
            look += f' penwidth={stroke.width:g} class="{stamp.mark}"'
        tail, name = _quoted(pill.tail), _pill_id(pill)
        arrivals = self._heads(pill)
        if pill.way == "back":
            # Written forwards, drawn backwards: so the ranks stay in the order of the ladder.
            for arrival, _ in arrivals:
                yield f"{_quoted(arrival)} -> {name} [dir=back {look}]"
            yield f"{name} -> {tail} [arrowhead=none {look}]"
            return
        weight = 1000 if pill.way == "spine" else 2
        leaves = f" ltail={_quoted('cluster_' + link.source)}" if self._leaves(link) else ""
        yield f"{tail} -> {name} [arrowhead=none weight={weight} {look}{leaves}]"
        for number, (arrival, head) in enumerate(arrivals):
            edge = f' id="edge-{link.id}"' if number == 0 else ""
            yield f"{name} -> {_quoted(arrival)} [weight={weight} {look}{head}{edge}]"

    def _heads(self, pill: Pill) -> list[tuple[str, str]]:
        """Where the arrows end: at the cards, or once at the border of a box that is entered as a whole."""
        link = pill.first
        box = self._entered(pill)
        if box is not None:
            return [(link.arrivals[0], f" lhead={_quoted('cluster_' + box)}")]
        return [(arrival, "") for arrival in link.arrivals]

    def _entered(self, pill: Pill) -> str | None:
        """The box that is entered as a whole from outside, or None."""
        targets = pill.first.targets
        if len(targets) == 1 and targets[0] in self.figure.boxes:
            return None if targets[0] in self._around(pill.tail) else targets[0]
        return None

    def _start(self) -> str:
        """Where a call begins: a card, or the border of the box that is entered."""
        first = self.figure.starts[0]
        around = self._around(first)
        head = f" lhead={_quoted('cluster_' + around[-1])}" if around else ""
        return f"{_quoted(first)} [weight=100{head}]"

    def _leaves(self, link: Link) -> bool:
        """Whether a box is left, so that the line begins at its border."""
        return link.wide and all(link.source not in self._around(arrival) for arrival in link.arrivals)

    def _home(self, pill: Pill) -> str | None:
        """The innermost box around all ends of a pill's lines: there its place is."""
        link = pill.first
        tail = self._around(link.source if self._leaves(link) else pill.tail)
        entered = self._entered(pill)
        ends = [self._around(end) for end in ((entered,) if entered else link.arrivals)]
        return next((box for box in tail if all(box in around for around in ends)), None)

    def _around(self, state: str) -> list[str]:
        """The boxes around a card or box, from the innermost out."""
        figure = self.figure
        box = (figure.cards[state] if state in figure.cards else figure.boxes[state]).box
        return [] if box is None else [box, *self._around(box)]

    def _regions(self) -> Iterator[str]:
        """Parallel regions stand side by side: what they begin with is of the same height."""
        for box in self.figure.boxes.values():
            if box.parallel:
                firsts = (cards_in(self.figure, region)[0] for region in box.children)
                yield f"{{ rank=same {' '.join(map(_quoted, firsts))} }}"


def _wrapped(text: str, size: float, most: float, bold: bool = False) -> tuple[str, ...]:
    return wrap(drawable(text), size, most, bold)


def _cell(lines: Iterable[str], size: float, *, bold: bool = False, color: str = INK, room: float = 0) -> str:
    """A cell with lines of text, as large as our measuring says."""
    shown = [drawable(line) for line in lines]
    across = max([room, *(width(line, size, bold) for line in shown)]) * _SLACK + 2 * _PAD
    text = "".join(f'{escape(line)}<BR ALIGN="LEFT"/>' for line in shown)
    text = f'<FONT POINT-SIZE="{size:g}" COLOR="{color}">{f"<B>{text}</B>" if bold else text}</FONT>'
    return (
        f'<TD ALIGN="LEFT" BALIGN="LEFT" FIXEDSIZE="TRUE" WIDTH="{math.ceil(across)}"'
        f' HEIGHT="{math.ceil(len(shown) * size * LINE * _SLACK + 2 * _PAD)}">{text}</TD>'
    )


def _table(rows: Iterable[str], attributes: str) -> str:
    cells = "".join(f"<TR>{row}</TR>" for row in rows)
    return f'<TABLE {attributes} CELLBORDER="0" CELLSPACING="0" CELLPADDING="{_PAD}">{cells}</TABLE>'


def _border(stroke: Stroke, fill: str) -> str:
    style = ' STYLE="DASHED"' if stroke.dash else ""
    return f'BORDER="{max(1, round(stroke.width))}" COLOR="{stroke.color}" BGCOLOR="{fill}"{style}'


def _mark(stamp: Stamp | None) -> str:
    return "" if stamp is None else f" {stamp.mark}"


def _style(stroke: Stroke) -> str:
    if not stroke.dash:
        return "solid"
    return "dotted" if stroke.dash[0] < 2 else "dashed"


def _pill_id(pill: Pill) -> str:
    return _quoted(f"event-{pill.first.id}")


def _quoted(id: str) -> str:
    """An id between quotes. Ids hold letters, digits, `_`, `.` and `|` only."""
    return f'"{id}"'
