"""PlantUML, a state diagram.

Regions are boxes side by side and not PlantUML's own regions, between which no arrow may lead. Every
character that PlantUML could take for its own is written as its number, which it reads when nothing is
understood any more as formatting, file name or function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.graph.content import (
    head_of,
    histories_of,
    notes_of,
    phrase_of,
    pill_of,
    side_of,
    stroke_of,
)
from policy_engine.diagrams.measure import wrap
from policy_engine.diagrams.phrasing import label_of
from policy_engine.diagrams.printed import graph, word
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.theme import Look, box_fill, dress_of

_PLAIN = frozenset(" ,.?–’‘“”…·→−")
_SIZE, _CARD, _PILL = 10.0, 250.0, 170.0  # of type, and widths of lines, in points


def to_plantuml(figure: Figure, language: str, look: Look | None = None) -> str:
    """The figure in a language of its policy, as a PlantUML state diagram."""
    return "\n".join(_Writer(figure, language, look or Look()).lines()) + "\n"


class _Writer:
    def __init__(self, figure: Figure, language: str, look: Look) -> None:
        self.figure = figure
        self.language = language
        self.look = look
        self.histories = histories_of(figure)

    def lines(self) -> Iterator[str]:
        yield "@startuml"
        yield "hide empty description"
        yield "skinparam shadowing false"
        yield f"title {_joined(head_of(self.figure.chart, self.language), _CARD * 2)}"
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
        label = label_of(self.figure, state, self.language)
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
        dress = dress_of(self.figure, state, self.look)
        label = _text(f"{card.number} {label_of(self.figure, state, self.language)}")
        border = f"##[{'dashed' if dress.stroke.dash else 'bold'}]{dress.stroke.color.removeprefix('#')}"
        yield f'state "{label}" as {_id(state)} {dress.fill} {border}'
        said = (side_of(self.figure, state, self.language), phrase_of(self.figure, state, self.language))
        yield from self._lines(state, (*said, *notes_of(self.figure, card.state, self.language)))

    def _lines(self, state: str, texts: Iterable[str]) -> Iterator[str]:
        return (f"{_id(state)} : {_text(line)}" for text in texts for line in wrap(text, _SIZE, _CARD))

    def _link(self, link: Link) -> Iterator[str]:
        words = pill_of(self.figure, link, self.language)
        if not link.targets:
            yield from self._lines(link.source, [f"{words} → {word(graph.WORDS, 'stay', self.language)}"])
            return
        stroke = stroke_of(link, self.look)
        for end in link.ends:
            yield f"{_id(link.source)} {_arrow(stroke)} {_id(end)} : {_joined([words], _PILL)}"

    def _first_times(self) -> Iterator[str]:
        said = _text(word(graph.WORDS, "first time", self.language))
        for histories in self.histories.values():
            for history, arrivals in histories.items():
                for arrival in arrivals:
                    yield f"{_id(history)} -[dashed]-> {_id(arrival)} : {said}"


def _arrow(stroke: Stroke) -> str:
    return f"-[{stroke.color}{',dashed' if stroke.dash else ''}]->"


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
