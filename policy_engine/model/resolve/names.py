"""Names that a file declares, and the look-up that answers a misspelt one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import MappingNode, Word
from policy_engine.model.files.leaves import ID_PATTERN, nearest_id
from policy_engine.model.files.part import Part
from policy_engine.model.files.raw import UNREAD

_WORDS = re.compile(r"\w+([ -]+\w+)*")


@dataclass(slots=True)
class Names:
    """The names of one section.

    `broken` are those whose declaration has a mistake: they exist, but nothing more is known of them. `open`
    when the section itself could not be read: then no name in it can be called undeclared.
    """

    known: dict[str, None] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    open: bool = False
    _found: tuple[int, list[str], set[str]] | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, part: Part, *sections: str) -> Names:
        """The names that sections of a part declare."""
        names = cls()
        for section in sections:
            raw = part.raw.get(section)
            if section in part.raw.broken or (raw is None and UNREAD in part.raw.broken):
                names.open = True
            elif isinstance(raw, MappingNode):
                names.known.update((str(key), None) for key in raw)
                names.broken |= raw.broken - {UNREAD}
                names.open = names.open or UNREAD in raw.broken
        return names

    def joined(self, other: Names) -> Names:
        """These names and those of another section."""
        return Names({**self.known, **other.known}, self.broken | other.broken, self.open or other.open)

    def __contains__(self, name: object) -> bool:
        return name in self.known or name in self.broken

    @property
    def all(self) -> list[str]:
        """Every name that was written, sound or not."""
        return [*self.known, *sorted(self.broken)]

    def _sorted(self) -> tuple[list[str], set[str]]:
        """The names that can be some, and what was meant by the others; gathered anew only for new ones."""
        size = len(self.known) + len(self.broken)
        if self._found is None or self._found[0] != size:
            names = self.all
            sound = [name for name in names if _can_be(name)]
            meant = {nearest_id(name) or name for name in names if not _can_be(name)}
            self._found = size, sound, meant
        return self._found[1:]

    @property
    def meant(self) -> list[str]:
        """The same, each that can be no name as the name that was meant: `danger` for `Danger`."""
        return [name if _can_be(name) else nearest_id(name) or name for name in self.all]

    def find(self, word: Word, code: str, sink: Diagnostics) -> bool:
        """Whether a name is declared and sound; tells about one that is not declared at all, or
        that is no name: `call the police`.
        """
        if word in self.broken:
            return False
        if word in self.known:
            return True
        if self.open or sink.full:
            return False
        sound, meant = self._sorted()
        if word not in meant:  # of a name that is none, such as `Danger`, its declaration tells
            near = closest(word, sound)
            if near is None and not word.isidentifier() and _WORDS.fullmatch(word):
                sink.error("invalid-id", word.span, name=str(word), suggestion=nearest_id(word))
            else:
                sink.error(code, word.span, name=str(word), suggestion=near, known=self.all)
        return False


def _can_be(name: str) -> bool:
    """Whether something can have this name; a field of a record has that of its action before it."""
    return all(map(ID_PATTERN.fullmatch, name.split(".")))
