"""How large a file may be. Past a limit it is refused before any memory is spent on it."""

from __future__ import annotations

from typing import Final

MAX_BYTES: Final = 256 * 1024
MAX_DEPTH: Final = 32
MAX_NODES: Final = 20_000  # counted after aliases are followed
MAX_NUMBER: Final = 40  # characters of one number
