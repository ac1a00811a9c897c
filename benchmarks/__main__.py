"""`python -m benchmarks`: one interleaved run, one table.

Exit status: 0 when every engine did the same work, whatever the figures; 1 when they did not, or with
--strict when a target is not met.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.agreement import DisagreementError
from benchmarks.comparison import compare
from benchmarks.contest import ROUNDS
from benchmarks.engines.registry import OURS, PEERS
from benchmarks.loading import loading_rows
from benchmarks.processes import process_rows
from benchmarks.report import Report, as_json, markdown, text
from benchmarks.sessions import session_rows

HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    chosen = options().parse_args(arguments)
    peers = [place for place in PEERS if not chosen.only or any(word in place for word in chosen.only)]
    try:
        report = measure([] if chosen.no_peers else [*OURS, *peers], chosen.rounds)
    except DisagreementError as problem:
        print(problem, file=sys.stderr)
        return 1
    print(text(report))
    if chosen.write:
        (HERE / "results.md").write_text(markdown(report), encoding="utf-8")
        (HERE / "results.json").write_text(as_json(report) + "\n", encoding="utf-8")
    return 1 if chosen.strict and report.missed else 0


def measure(places: Sequence[str], rounds: int) -> Report:
    """Everything that there is to measure; peers only where `places` names them."""
    contenders = compare(places, rounds, say) if places else []
    say("policy_engine's own targets")
    rows, bare = session_rows(rounds)
    rows += [*loading_rows(3 * rounds), *process_rows()]
    return Report(contenders, rows, rounds, bare)


def say(what: str) -> None:
    """Progress, apart from the table."""
    print(f"{what} ...", file=sys.stderr, flush=True)


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="rounds of the interleaved run (%(default)s)"
    )
    parser.add_argument(
        "--only", action="append", metavar="WORD", help="only peers whose module or class has WORD in it"
    )
    parser.add_argument("--no-peers", action="store_true", help="only policy_engine's own targets")
    parser.add_argument(
        "--write", action="store_true", help="write results.md and results.json beside this file too"
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a target is not met")
    return parser


if __name__ == "__main__":
    sys.exit(main())
