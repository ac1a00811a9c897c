"""What must be done, as the oracle keeps it: a list of what is open, and when each is due."""

from __future__ import annotations

from typing import Any

from tests.oracle.plain import listed
from tests.oracle.tree import Tree

# Where two things are due at once, what must be done comes behind everything that is written in a state.
BEHIND_ALL = 10**6


class Duties(Tree):
    """`owed` has the moment at which each open obligation is due; `late` are those of which it has passed."""

    def __init__(self, policy: dict[str, Any]) -> None:
        super().__init__(policy)
        self.owed: dict[str, int] = {}
        self.late: set[str] = set()
        self.musts = {
            name: (state, must)
            for state, body in self.body.items()
            for name, must in named(body.get("must", {})).items()
        }

    def reach(self, state: str) -> None:
        """A state is entered: what it lifts, then what it asks for."""
        for name, (_, must) in self.musts.items():
            if state in listed(must.get("until")):
                self.lift(name)
        for place, (name, (asking, must)) in enumerate(self.musts.items()):
            if asking == state and name not in self.owed:
                self.owed[name] = self.begin_duty(name, must["within"], BEHIND_ALL + place)

    def meet(self, kind: str, done: str) -> None:
        """An event happened, or an action was asked for."""
        for name, (_, must) in self.musts.items():
            if done in either(must.get(kind)) and name in self.owed:
                self.lift(name)

    def is_owed(self, event: str) -> bool:
        return any(
            event in either(must.get("event")) and name in self.owed for name, (_, must) in self.musts.items()
        )

    def lift(self, name: str) -> None:
        self.owed.pop(name, None)
        self.late.discard(name)
        self.end_duty(name)

    def standing(self) -> list[tuple[str, int, bool]]:
        """What is open, the first due first."""
        places = list(self.musts)
        found = sorted(self.owed.items(), key=lambda item: (item[1], places.index(item[0])))
        return [(name, due, name in self.late) for name, due in found]

    def begin_duty(self, name: str, within: str, order: int) -> int:
        raise NotImplementedError

    def end_duty(self, name: str) -> None:
        raise NotImplementedError


def named(written: Any) -> dict[str, dict[str, Any]]:
    """Each obligation under its name; without one it goes by what meets it."""
    short = written if isinstance(written, list) else [written]
    if all("within" in one for one in short):
        return {either(one.get("event") or one["action"])[0]: one for one in short}
    return dict(written)


def either(written: Any) -> list[str]:
    """What is written as a name, as a list, or with `or` between the names."""
    return [name for one in listed(written) for name in one.split(" or ")]
