"""What is laid over a diagram: states and transitions with a class and a number each.

A recorded call, a scenario, the traffic of many calls, coverage and the difference of two versions are all
such sets; a layout knows nothing of where they come from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from policy_engine.records import field, record

Mark = Literal["path", "traffic", "covered", "missed", "added", "removed", "changed"]


@record
class Stamp:
    """`words` is the number that is printed: "move 3, 6" for the third and sixth move of a path, "120×" for
    so many calls; `short` is what is left of it where it has no room. `weight` from 0 to 1 says how strongly
    it is drawn.
    """

    mark: Mark
    words: str = ""
    weight: float = 1.0
    short: str = ""


@record
class Overlay:
    """States and transitions by their ids. `fade` says that what bears no stamp is drawn pale, `caption` what
    is laid over the diagram and how its numbers are read.
    """

    states: Mapping[str, Stamp] = field(default_factory=dict)
    transitions: Mapping[str, Stamp] = field(default_factory=dict)
    fade: bool = True
    caption: str = ""


NOTHING = Overlay(fade=False)
