"""Mermaid, a flowchart: its state diagrams know no arrow from inside one box to inside another.

What may happen at any moment in a box starts at a small node of its own in it. A text stands between double
quotes, where every character that Mermaid could take for its own is written as its number.
"""

from __future__ import annotations

from collections.abc import Iterator

from policy_engine.diagrams.figure import Box, Figure, Link
from policy_engine.diagrams.graph.content import (
    dressed,
    head_of,
    histories_of,
    name_of,
    notes_of,
    phrase_of,
    pill_of,
    side_of,
    stroke_of,
)
from policy_engine.diagrams.overlay import NOTHING, Overlay
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.graph import WORDS
from policy_engine.diagrams.theme import FADED, INK, Dress, Look, box_fill

_PLAIN = frozenset(" ,.!?–’‘“”…·→−")


def to_mermaid(figure: Figure, language: str, look: Look | None = None, overlay: Overlay = NOTHING) -> str:
    """The figure in a language of its policy, as a Mermaid flowchart. What an overlay stamps is thick."""
    return "\n".join(_Writer(figure, language, look or Look(), overlay).lines()) + "\n"


class _Writer:
    def __init__(self, figure: Figure, language: str, look: Look, overlay: Overlay) -> None:
        self.figure = figure
        self.overlay = overlay
        self.language = language
        self.word = saying(WORDS, language)
        self.look = look
        self.histories = histories_of(figure)

    def lines(self) -> Iterator[str]:
        title, *rest = head_of(self.figure.chart, self.language, self.overlay)
        yield "flowchart TB"
        yield f"accTitle: {_text(title)}"
        yield f"accDescr: {_text(' · '.join(rest))}"
        yield f'begin(["{_text(self.word("begin"))}"])'
        for state in self.figure.top:
            yield from self._state(state, 1)
        for start in self.figure.starts:
            yield f"begin --> {_id(start)}"
        for link in self.figure.links:
            yield self._link(link)
        yield from self._first_times()
        yield from self._classes()
        if self.overlay != NOTHING:
            yield from self._arrows()

    def _state(self, state: str, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if state in self.figure.cards:
            yield f"{indent}{self._card(state)}"
            return
        box = self.figure.boxes[state]
        label = name_of(self.figure, state, self.language, self.overlay)
        label = self.word("parallel", label) if box.parallel else label
        yield f'{indent}subgraph {_id(state)}["{_text(label)}"]'
        yield f"{indent}  direction {'LR' if box.parallel else 'TB'}"
        for moment in self._moment(box):
            yield f"{indent}  {moment}"
        for history in self.histories.get(state, {}):
            yield f'{indent}  {_id(history)}(("H"))'
        for child in box.children:
            yield from self._state(child, depth + 1)
        yield f"{indent}end"

    def _moment(self, box: Box) -> Iterator[str]:
        """The node of a box that stands for any moment in it, with what is done and not allowed there."""
        notes = notes_of(self.figure, box.state, self.language)
        if notes or self.figure.leaving(box.state.id):
            yield f'any_{box.state.id}(["{_lines(self.word("any moment"), *notes)}"])'

    def _card(self, state: str) -> str:
        card = self.figure.cards[state]
        label = f"{card.number} {name_of(self.figure, state, self.language, self.overlay)}"
        lines = [
            label,
            side_of(self.figure, state, self.language),
            phrase_of(self.figure, state, self.language),
        ]
        words = _lines(*lines, *notes_of(self.figure, card.state, self.language))
        return f'{_id(state)}(["{words}"])' if card.final else f'{_id(state)}["{words}"]'

    def _link(self, link: Link) -> str:
        source = f"any_{link.source}" if link.wide else _id(link.source)
        words = pill_of(self.figure, link, self.language, self.overlay)
        if not link.targets:
            return f'{source} -->|"{_lines(words, self.word("stay"))}"| {source}'
        arrow = "-.->" if link.tone == "calms" or link.back else "-->"
        return f'{source} {arrow}|"{_text(words)}"| {" & ".join(map(_id, link.ends))}'

    def _first_times(self) -> Iterator[str]:
        for histories in self.histories.values():
            for history, arrivals in histories.items():
                first = " & ".join(map(_id, arrivals))
                yield f'{_id(history)} -.->|"{_text(self.word("first time"))}"| {first}'

    def _arrows(self) -> Iterator[str]:
        """How an overlay draws arrows, each by its place in the file: those of `begin` come first."""
        place = len(self.figure.starts)
        for link in self.figure.links:
            places = ",".join(str(place + number) for number in range(len(link.ends) or 1))
            place += len(link.ends) or 1
            stroke = stroke_of((link,), self.look, self.overlay)
            yield f"linkStyle {places} stroke:{stroke.color},stroke-width:{stroke.width:g}px"

    def _classes(self) -> Iterator[str]:
        """The colours and borders of roles, as classes of cards."""
        looks: dict[Dress, list[str]] = {}
        for state in self.figure.cards:
            dress = dressed(self.figure, state, self.look, self.overlay)
            looks.setdefault(dress, []).append(_id(state))
        for number, (dress, cards) in enumerate(looks.items()):
            dash = f",stroke-dasharray:{' '.join(f'{part:g}' for part in dress.stroke.dash)}"
            ink = FADED if dress.ink == FADED else INK
            yield (
                f"classDef look{number} fill:{dress.fill},stroke:{dress.stroke.color},color:{ink},"
                f"stroke-width:{dress.stroke.width:g}px{dash if dress.stroke.dash else ''}"
            )
            yield f"class {','.join(cards)} look{number}"
        for box in self.figure.boxes.values():
            depth = box.state.depth - 1
            dash = ",stroke-dasharray:4 2" if box.parallel else ""
            yield f"style {_id(box.state.id)} fill:{box_fill(depth, self.look)},stroke:#6B7884{dash}"


def _id(state: str) -> str:
    """A name that is no word of Mermaid's."""
    return f"s_{state}"


def _lines(*lines: str) -> str:
    return "<br/>".join(_text(line) for line in lines if line)


def _text(text: str) -> str:
    """A text for between double quotes, on one line."""
    words = " ".join(text.split())
    return "".join(map(_letter, words, " " + words))


def _letter(letter: str, before: str) -> str:
    # "1." at the beginning of a text would be the beginning of a list.
    if letter.isalnum() or (letter in _PLAIN and not (letter == "." and before.isdigit())):
        return letter
    return f"#{ord(letter)};"
