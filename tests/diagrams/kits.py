"""What of the ready policies lies in diagrams/; `python -m tests.diagrams.kits` makes it again.

The two policies that the documents show have their whole kit there. The others have what a trainer prints or
opens as it is; what is to be edited in another program first, and takes most of the room, is made from the
policy when it is wanted.

Beside them stands what each was printed from. To set a PDF takes most of the time; the program, the data and
the fonts that it is set from say as much, and a test can make those for every product of every policy.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from unittest.mock import patch

import typst

from policy_engine.cli.kit import Item, files_of, parts_of_the_kit
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.order import Play
from policy_engine.diagrams.overlay import Overlay
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.roleplay import picture
from policy_engine.diagrams.scene import Scene, Text
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from policy_engine.policy import Policy, load_policy
from policy_engine.ready import ready_policies
from policy_engine.records import record
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario

FOLDER = Path(__file__).parents[2] / "diagrams"
WHOLE = ("aggressive_caller", "starter")
_AS_IT_IS = (".pdf", ".svg", ".html", ".txt")
# Says of every print beside it what it was made from, and what it is.
STAMP = "printed-from.txt"


@record
class Printed:
    """A file of a kit: a digest of what it was printed from, and of what it is. They are the same for all but
    a PDF.
    """

    recipe: str
    content: str


@cache
def kit(policy: str) -> dict[str, Item]:
    """The products of a ready policy that are kept, by the names of their files."""
    return _kit(policy)


def _kit(policy: str) -> dict[str, Item]:
    items = {item.name: item for item in parts_of_the_kit(*_played(policy), Look())}
    return {name: item for name, item in items.items() if policy in WHOLE or name.endswith(_AS_IT_IS)}


@cache
def _played(policy: str) -> tuple[Policy, tuple[Play, ...]]:
    path = ready_policies()[policy]
    loaded = load_policy(path)
    written = path.parent / "scenarios" / path.name
    file = load_scenarios(written.read_bytes(), written.name, Diagnostics(), loaded.chart)
    assert file is not None
    several = file.scenarios.values()
    return loaded, tuple(Play(scenario, run_scenario(loaded, scenario).course) for scenario in several)


def recipes(policy: str, names: Iterable[str]) -> dict[str, str]:
    """What these products of a kit would be printed from now, as a digest by the name of the file.

    For a PDF it is what typst is given; everything else is made at once, and is its own recipe. The poster
    with the path of a role-play takes as long as a poster, and there are six to a language: only the policies
    with a whole kit have theirs drawn, for the others stands what is to be drawn.
    """
    items = _kit(policy)
    with _unset(pictures=policy in WHOLE):
        files = [file for name in names for file in files_of(items[name], Path())]
    return {path.name: digest(content) for path, content in files}


def language_of(name: str) -> str:
    """The language with which the name of a product ends, if it has one."""
    ending = Path(name).stem.rpartition("-")[2]
    return ending if ending in ("nl", "en") else ""


@contextmanager
def _unset(pictures: bool) -> Iterator[None]:
    """Within it typst gives for a PDF what it would set it from. Pictures in Word files are drawn."""
    sound = typst.compile

    def given(program: Path, **asked: Any) -> Any:
        if asked["format"] != "pdf":
            return sound(program, **asked)
        fonts = [path for folder in asked["font_paths"] for path in sorted(folder.iterdir())]
        told = asked | {
            "program": program.read_text("utf-8"),
            "font_paths": [digest(font.read_bytes()) for font in fonts],
            "typst": version("typst"),
        }
        return json.dumps(told, default=str, sort_keys=True).encode()

    with patch.object(typst, "compile", given):
        if pictures:
            yield
        else:
            with patch.object(picture, "poster_if_it_fits", _to_be_drawn):
                yield


def _to_be_drawn(
    figure: Figure, *, languages: tuple[str, ...], paper: Paper, look: Look, overlay: Overlay, **rest: Any
) -> tuple[Scene, ...]:
    words = repr((dict(overlay.states), dict(overlay.transitions), overlay.caption, look, rest))
    steps = steps_of(figure, languages[0])
    return (Scene(paper.width, paper.height, (Text(0, 0, words, 9),), "", languages[0], steps),)


def digest(content: bytes) -> str:
    """A short digest: mistakes are to be noticed, not attacks."""
    return sha256(content).hexdigest()[:20]


def stamped(folder: Path) -> dict[str, Printed]:
    """What stands in a folder about each of its files."""
    lines = (line.split() for line in (folder / STAMP).read_text("utf-8").splitlines())
    return {name: Printed(recipe, content) for name, recipe, content in lines}


def renew(policy: str, folder: Path) -> None:
    """Makes the kit of a policy again, and leaves nothing else in its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    for item in kit(policy).values():
        for path, content in files_of(item, folder):
            path.write_bytes(content)
    found = sorted(recipes(policy, kit(policy)).items())
    lines = [f"{name} {recipe} {digest((folder / name).read_bytes())}\n" for name, recipe in found]
    (folder / STAMP).write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    for name in sys.argv[1:] or ready_policies():
        print(FOLDER / name)
        renew(name, FOLDER / name)
