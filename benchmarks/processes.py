"""What a fresh process costs: to import and start a session from a compiled table, and to say its version.

Wall-clock time here, since that is what a person waits for; the CPU time stands beside it.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.engines.policy import FLAGSHIP
from benchmarks.row import Row, row
from policy_engine import load_policy

IMPORTED = 60.0
ANSWERED = 80.0
TIMES = 15
# An installed package has its modules compiled; a checkout has so too once it may write them down.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: Sequence[str]) -> tuple[float, float, str]:
    """Milliseconds of wall-clock and of CPU time, and what the process printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = perf_counter()
    done = subprocess.run(command, capture_output=True, check=True, text=True, env=ENVIRONMENT)
    wall = perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall * 1000, used * 1000, done.stdout


def version_row() -> Row:
    command = [str(Path(sysconfig.get_path("scripts")) / "policy-engine"), "--version"]
    empty = [sys.executable, "-c", "pass"]
    times, used, idle = [], [], []
    for _ in range(TIMES):
        idle.append(run(empty)[0])
        wall, cpu, _ = run(command)
        times.append(wall)
        used.append(cpu)
    note = f"CPU {middle(used):.0f} ms; an empty Python {middle(idle):.0f} ms"
    return row("`policy-engine --version`, whole process", ANSWERED, "ms", times, note)


def middle(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


START = """
import sys
from time import perf_counter, process_time
wall, cpu = perf_counter(), process_time()
import policy_engine
session = policy_engine.load_table(sys.argv[1]).start()
wall, cpu = perf_counter() - wall, process_time() - cpu
assert not {"pydantic", "yaml", "transitions"} & set(sys.modules), "more was imported than a session needs"
print(wall * 1000, cpu * 1000, *session.states)
"""


def import_row() -> Row:
    """`import policy_engine` and one session from a compiled table, inside a fresh process."""
    with TemporaryDirectory() as folder:
        table = Path(folder) / "table.json"
        table.write_text(json.dumps(load_policy(FLAGSHIP).to_table()), encoding="utf-8")
        times, used = [], []
        for _ in range(TIMES):
            wall, cpu, *_ = run([sys.executable, "-c", START, str(table)])[2].split()
            times.append(float(wall))
            used.append(float(cpu))
    note = f"CPU {middle(used):.0f} ms; without pydantic, YAML and transitions"
    return row("`import policy_engine`, session from a table", IMPORTED, "ms", times, note)


def process_rows() -> list[Row]:
    return [import_row(), version_row()]
