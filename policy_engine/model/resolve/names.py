"""Names that a file declares, and the look-up that answers a misspelt one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import MappingNode, Word
from policy_engine.model.files.leaves import nearest_id
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

    def find(self, word: Word, code: str, sink: Diagnostics) -> bool:
        """Whether a name is declared and sound; tells about one that is not declared at all, or
        that is no name: `call the police`.
        """
        if word in self.broken:
            return False
        if word in self.known:
            return True
        if not self.open and not sink.full:
            near = closest(word, self.all)
            if near is None and not word.isidentifier() and _WORDS.fullmatch(word):
                sink.error("invalid-id", word.span, name=str(word), suggestion=nearest_id(word))
            else:
                sink.error(code, word.span, name=str(word), suggestion=near, known=self.all)
        return False
