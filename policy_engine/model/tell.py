"""What a `tell` looks like once it is an action of the host."""

from __future__ import annotations

from typing import Final

TELL: Final = "tell"  # the name of the action; no policy can declare one of that name
DATA: Final = "data."  # stands before the name of each datum among its parameters
