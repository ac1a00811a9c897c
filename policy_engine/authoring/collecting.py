"""Fewer rounds of the garbage collector while much is made that is kept.

A proof makes some hundred thousand small objects, none of which is garbage before it ends; the collector
looks through all of them again and again, for a fifth of the time. So it is asked to come less often
meanwhile. This holds for the whole process: it is for the tools, not for a host in which sessions run.
"""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000  # new objects between two rounds
_lock = threading.Lock()
_before: list[tuple[int, int, int]] = []  # one for each that asked for it and is not done yet


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Lets the collector come less often; several may ask for it at once."""
    with _lock:
        _before.append(gc.get_threshold())
        gc.set_threshold(SELDOM, *_before[0][1:])
    try:
        yield
    finally:
        with _lock:
            # Whoever was first knows how it was; who is last puts it back.
            first = _before[0]
            _before.pop()
            if not _before:
                gc.set_threshold(*first)
