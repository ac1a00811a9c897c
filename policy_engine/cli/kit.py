"""Everything that is printed from one policy, as the files of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from policy_engine.diagrams.order import Format, Kind, Order, Play, Product
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.produce import Composition
from policy_engine.diagrams.theme import Look
from policy_engine.policy import Policy
from policy_engine.records import changed

# The kit in one language: what, in which format, and the name of the file.
_PARTS: tuple[tuple[Kind, Format, str], ...] = (
    ("poster", "pdf", "poster"),
    ("poster", "svg", "poster"),
    ("poster", "pptx", "poster"),
    ("poster", "drawio", "poster"),
    ("poster", "dot", "poster"),
    ("poster", "mmd", "poster"),
    ("poster", "puml", "poster"),
    ("poster", "txt", "poster"),
    ("card", "pdf", "card"),
    ("cue-strip", "html", "cue-strip"),
    ("handbook", "pdf", "handbook"),
    ("handbook", "docx", "handbook"),
    ("incident-form", "pdf", "incident-form"),
    ("incident-form", "docx", "incident-form"),
    ("threat-sheet", "pdf", "threat-sheet"),
    ("letters", "docx", "letter"),
    ("roleplay", "pdf", "roleplay"),
    ("roleplay", "docx", "roleplay"),
)
# For all languages at once.
_TOGETHER: tuple[tuple[Kind, Format, str], ...] = (
    ("walkthrough", "html", "walkthrough"),
    ("walkthrough", "zip", "walkthrough-scorm"),
)
# So many scenarios make a morning of role-plays and a lesson of half an hour; who wants others names them.
_SCENARIOS = 6


@dataclass(frozen=True, slots=True)
class Item:
    """One product of the kit: the name of its file, and how it is made."""

    name: str
    make: Callable[[], tuple[Product, ...]]


class _Kit:
    """Orders become items; those that differ in their format alone share what stands on their sheets."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.items: list[Item] = []
        self.composed: dict[tuple[object, ...], Composition] = {}

    def add(self, name: str, order: Order) -> None:
        key = order.kind, order.languages, order.paper
        composition = self.composed.setdefault(key, Composition(changed(order, look=self.look, grow=True)))
        self.items.append(Item(name, lambda: composition.write(order.format)))


def parts_of_the_kit(policy: Policy, plays: tuple[Play, ...], look: Look) -> list[Item]:
    """The kit of a policy, in the order in which it is made; role-plays and lesson of its first scenarios."""
    plays = plays[:_SCENARIOS]
    kit = _Kit(look)
    wide = Paper("a3", landscape=True)
    for language in policy.languages:
        ending = f"-{language}" if language else ""
        for kind, format, name in _PARTS:
            if kind == "roleplay" and not plays:
                continue
            kit.add(f"{name}{ending}.{format}", Order(policy, kind, format, (language,), plays=plays))
        kit.add(f"poster-a3{ending}.pdf", Order(policy, "poster", "pdf", (language,), wide))
    if len(policy.languages) == 2:
        both = Order(policy, "poster", "pdf", policy.languages, Paper("a3"))
        kit.add(f"poster-{'-'.join(policy.languages)}.pdf", both)
    for kind, format, name in _TOGETHER:
        if format == "html" or plays:
            kit.add(f"{name}.{format}", Order(policy, kind, format, policy.languages, plays=plays))
    return kit.items


def files_of(item: Item, folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The files of an item in a folder, each with what is to be in it."""
    name = Path(item.name)
    for product in item.make():
        yield folder / f"{name.stem}{product.suffix}{name.suffix}", product.content


def outdated(item: Item, folder: Path) -> list[Path]:
    """The files of an item that are not there, or are not what would be written now."""
    files = files_of(item, folder)
    return [path for path, content in files if not path.is_file() or path.read_bytes() != content]
