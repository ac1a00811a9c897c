"""Many sessions alive at once: what one weighs, whether the last is made as fast as the first, and how long
garbage collection stops the process. Every engine gets a process: `python -m benchmarks.live MODULE:CLASS`.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from dataclasses import asdict, dataclass
from time import process_time_ns
from typing import Any

from benchmarks.engine import Engine
from benchmarks.engines.registry import engine

WANTED = 100_000
BLOCK = 10_000
WEIGHED = 10_000
BUDGET = 6_000_000_000  # nanoseconds after which a slow engine is let off


@dataclass(frozen=True, slots=True)
class Live:
    """`made` is below WANTED where the engine was let off; then `first` and `last` are of smaller blocks.

    `idle` in bytes; `first` and `last` in nanoseconds a session, garbage collection left out; `pause`, the
    longest collection, in nanoseconds.
    """

    idle: float
    made: int
    first: float
    last: float
    pause: float


def idle_bytes(subject: Engine) -> float:
    """Bytes that one more idle session keeps, over up to WEIGHED of them."""
    begin = process_time_ns()
    keep: list[Any] = [subject.start() for _ in range(10)]  # caches fill up here
    each = (process_time_ns() - begin) / 10
    count = int(max(200, min(WEIGHED, BUDGET / 20 / each)))
    keep = [None] * count
    subject.forget()
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    for index in range(count):
        keep[index] = subject.start()
    gc.collect()
    used = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    return used / count


def crowd(subject: Engine) -> tuple[int, float, float, float]:
    """Makes WANTED sessions and keeps them: `made`, `first`, `last` and `pause` of Live."""
    pauses = [0]
    begin = 0

    def watch(phase: str, _info: dict[str, int]) -> None:
        nonlocal begin
        if phase == "start":
            begin = process_time_ns()
        else:
            pauses.append(process_time_ns() - begin)

    size = block_size(subject)
    keep: list[Any] = []
    blocks: list[float] = []
    counted = 0
    gc.collect()
    gc.callbacks.append(watch)
    try:
        while len(keep) < WANTED and sum(blocks) * size < BUDGET:
            since = process_time_ns()
            keep += [subject.start() for _ in range(size)]
            blocks.append((process_time_ns() - since - sum(pauses) + counted) / size)
            counted = sum(pauses)
    finally:
        gc.callbacks.remove(watch)
    return len(keep), blocks[0], blocks[-1], max(pauses)


def block_size(subject: Engine) -> int:
    """BLOCK, or less where ten blocks of it would not fit in the budget."""
    begin = process_time_ns()
    keep = [subject.start() for _ in range(20)]
    each = (process_time_ns() - begin) / len(keep)
    subject.forget()
    return int(max(50, min(BLOCK, BUDGET / 10 / each)))


def measure(place: str) -> Live:
    """Measures the engine in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.live", place]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    return Live(**json.loads(done.stdout))


def main() -> None:
    subject = engine(sys.argv[1])
    idle = idle_bytes(subject)
    subject.forget()
    made, first, last, pause = crowd(subject)
    print(json.dumps(asdict(Live(idle=idle, made=made, first=first, last=last, pause=pause))))


if __name__ == "__main__":
    main()
