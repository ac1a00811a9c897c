"""PlantUML, a state diagram.

Regions are boxes side by side and not PlantUML's own regions, between which no arrow may lead. Every
character that PlantUML could take for its own is written as its number, which it reads when nothing is
understood any more as formatting, file name or function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_engine.diagrams.figure import Figure, Link
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
from policy_engine.diagrams.measure import wrap
from policy_engine.diagrams.overlay import NOTHING, Overlay
from policy_engine.diagrams.printed import graph, word
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.theme import Look, box_fill

_PLAIN = frozenset(" ,.?–’‘“”…·→−")
_SIZE, _CARD, _PILL = 10.0, 250.0, 170.0  # of type, and widths of lines, in points


def to_plantuml(figure: Figure, language: str, look: Look | None = None, overlay: Overlay = NOTHING) -> str:
    """The figure in a language of its policy, as a PlantUML state diagram. What is stamped is thick."""
    return "\n".join(_Writer(figure, language, look or Look(), overlay).lines()) + "\n"


class _Writer:
    def __init__(self, figure: Figure, language: str, look: Look, overlay: Overlay) -> None:
        self.figure = figure
        self.overlay = overlay
        self.language = language
        self.look = look
        self.histories = histories_of(figure)

    def lines(self) -> Iterator[str]:
        yield "@startuml"
        yield "hide empty description"
        yield "skinparam shadowing false"
        yield f"title {_joined(head_of(self.figure.chart, self.language, self.overlay), _CARD * 2)}"
        for state in self.figure.top:
            yield from self._state(state, 0)
        for start in self.figure.starts:
            yield f"[*] --> {_id(start)}"
        for link in self.figure.links:
            yield from self._link(link)
        yield from self._first_times()
        yield "@enduml"

    def _state(self, state: str, depth: int) -> Iterator[str]:
        indent = "  " * depth
        if state in self.figure.cards:
            yield from (f"{indent}{line}" for line in self._card(state))
            return
        box = self.figure.boxes[state]
        label = name_of(self.figure, state, self.language, self.overlay)
        label = word(graph.WORDS, "parallel", self.language, label) if box.parallel else label
        border = f"##[{'dashed' if box.parallel else 'bold'}]6B7884"
        yield f'{indent}state "{_text(label)}" as {_id(state)} {box_fill(depth, self.look)} {border} {{'
        for history in self.histories.get(state, {}):
            yield f'{indent}  state "H" as {_id(history)}'
        for child in box.children:
            yield from self._state(child, depth + 1)
        yield f"{indent}}}"
        yield from (
            f"{indent}{line}" for line in self._lines(state, notes_of(self.figure, box.state, self.language))
        )

    def _card(self, state: str) -> Iterator[str]:
        card = self.figure.cards[state]
        dress = dressed(self.figure, state, self.look, self.overlay)
        label = _text(f"{card.number} {name_of(self.figure, state, self.language, self.overlay)}")
        dashed = dress.stroke.dash and state not in self.overlay.states
        border = f"##[{'dashed' if dashed else 'bold'}]{dress.stroke.color.removeprefix('#')}"
        yield f'state "{label}" as {_id(state)} {dress.fill} {border}'
        said = (side_of(self.figure, state, self.language), phrase_of(self.figure, state, self.language))
        yield from self._lines(state, (*said, *notes_of(self.figure, card.state, self.language)))

    def _lines(self, state: str, texts: Iterable[str]) -> Iterator[str]:
        return (f"{_id(state)} : {_text(line)}" for text in texts for line in wrap(text, _SIZE, _CARD))

    def _link(self, link: Link) -> Iterator[str]:
        words = pill_of(self.figure, link, self.language, self.overlay)
        if not link.targets:
            yield from self._lines(link.source, [f"{words} → {word(graph.WORDS, 'stay', self.language)}"])
            return
        arrow = _arrow(stroke_of((link,), self.look, self.overlay), link.id in self.overlay.transitions)
        for end in link.ends:
            yield f"{_id(link.source)} {arrow} {_id(end)} : {_joined([words], _PILL)}"

    def _first_times(self) -> Iterator[str]:
        said = _text(word(graph.WORDS, "first time", self.language))
        for histories in self.histories.values():
            for history, arrivals in histories.items():
                for arrival in arrivals:
                    yield f"{_id(history)} -[dashed]-> {_id(arrival)} : {said}"


def _arrow(stroke: Stroke, stamped: bool) -> str:
    thick = f",thickness={stroke.width:g}" if stamped else ""
    return f"-[{stroke.color}{',dashed' if stroke.dash else ''}{thick}]->"


def _id(state: str) -> str:
    """A name that is no word of PlantUML's."""
    return f"s_{state}"


def _joined(texts: Iterable[str], most: float) -> str:
    return "\\n".join(_text(line) for text in texts for line in wrap(text, _SIZE, most))


def _text(text: str) -> str:
    """A text on one line."""
    return "".join(map(_letter, " ".join(text.split())))


def _letter(letter: str) -> str:
    return letter if letter.isalnum() or letter in _PLAIN else f"<U+{ord(letter):04X}>"
