"""Everything that is printed from one policy, as the files of a folder."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from policy_engine.diagrams.order import Format, Kind, Order, Play, Product
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.produce import produce
from policy_engine.diagrams.theme import Look
from policy_engine.errors import PrintError
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


def parts_of_the_kit(policy: Policy, plays: tuple[Play, ...], look: Look) -> list[Item]:
    """The kit of a policy, in the order in which it is made; role-plays and lesson of its first scenarios."""
    plays = plays[:_SCENARIOS]
    items = []
    for language in policy.languages:
        ending = f"-{language}" if language else ""
        for kind, format, name in _PARTS:
            if kind == "roleplay" and not plays:
                continue
            order = Order(policy, kind, format, (language,), Paper("a4"), look, plays=plays)
            items.append(_item(f"{name}{ending}.{format}", order))
        wide = Order(policy, "poster", "pdf", (language,), Paper("a3", landscape=True), look)
        items.append(_item(f"poster-a3{ending}.pdf", wide))
    if len(policy.languages) == 2:
        both = Order(policy, "poster", "pdf", policy.languages, Paper("a3"), look)
        items.append(_item(f"poster-{'-'.join(policy.languages)}.pdf", both))
    for kind, format, name in _TOGETHER:
        if format == "html" or plays:
            together = Order(policy, kind, format, policy.languages, Paper("a4"), look, plays=plays)
            items.append(_item(f"{name}.{format}", together))
    return items


def outdated(item: Item, folder: Path) -> list[Path]:
    """The files of an item that are not there, or are not what would be written now."""
    name = Path(item.name)
    stale = []
    for product in item.make():
        path = folder / f"{name.stem}{product.suffix}{name.suffix}"
        if not path.is_file() or path.read_bytes() != product.content:
            stale.append(path)
    return stale


def _item(name: str, order: Order) -> Item:
    return Item(name, lambda: _fitting(order))


def _fitting(order: Order) -> tuple[Product, ...]:
    """An order, and where its poster is too large for the sheet the same on the next larger one."""
    larger = Paper("a3", landscape=order.paper.landscape)
    sheets = [order, changed(order, paper=larger), changed(order, paper=Paper("a3"), tiled=True)]
    for one in sheets[:-1]:
        try:
            return produce(one)
        except PrintError as problem:
            if problem.code != "does-not-fit":
                raise
    return produce(sheets[-1])
