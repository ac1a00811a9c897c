"""What is asked of somebody who begins a policy, and what they may answer."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

LANGUAGES: Final = ("nl", "en")
CHANNELS: Final = ("phone", "counter", "messages")
MOST_WARNINGS: Final = 5
ID: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")


class Answers(NamedTuple):
    """The answers; `languages` has one or both, the default first.

    warnings: so many warnings come before the limit, from 1. manager, police: whether they can be called in.
    may_end: whether the agent may end a contact. safety: whether somebody in danger may be at the other end.
    """

    name: str
    languages: tuple[str, ...] = ("nl", "en")
    channel: str = "phone"
    warnings: int = 2
    manager: bool = True
    police: bool = True
    may_end: bool = True
    safety: bool = True
    aftercare: bool = True

    @property
    def cares(self) -> bool:
        """Whether there is aftercare: after a threat there always is."""
        return self.aftercare or self.police

    @property
    def has_limit(self) -> bool:
        """Whether the agent stays alone with somebody who was warned often enough."""
        return self.may_end or not self.manager
