"""The table of rows and the places where they are found: for people, as JSON, and as CSV."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Sequence

from rich.table import Table
from rich.text import Text

from policy_engine.cli.encode import encode
from policy_engine.cli.output import console
from policy_engine.cli.texts import shown
from policy_engine.cli.tracing import Tracing
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.languages import nearest
from policy_engine.model.chart import PLAIN, Words
from policy_engine.model.sources import Traced

_COLUMNS = ("id", "kind", "text", "policy", "element", "name", "file", "line", "exempt")


def print_table(rows: Sequence[Traced], tracing: Tracing, language: str) -> None:
    """Each row with its places, and how many there are."""
    out = console()
    if rows:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for key, most in (("row", 16), ("kind", 12), ("says", None), ("found", None)):
            table.add_column(render_message(f"sources-{key}", {}, language), overflow="fold", max_width=most)
        for row in rows:
            table.add_row(
                Text(shown(row.id)),
                Text(row.kind or ""),
                Text(_words(row.text, language)),
                _places(row, language),
            )
        with out.capture() as printed:
            out.print(table)
        for line in printed.get().splitlines():
            print(line.rstrip())  # columns are filled up with blanks
    counts = {**_counts(tracing.rows), "rows": len(tracing.rows)}
    out.print(Text(render_message("sources-counted", counts, language)), soft_wrap=True)


def print_json(rows: Sequence[Traced], tracing: Tracing, language: str) -> None:
    """One object: the rows, and how many of all were found, exempt and nowhere."""
    written = [
        {
            "id": row.id,
            "kind": row.kind,
            "text": _words(row.text, language) or None,
            "exempt": _words(row.exempt, language) or None,
            "found": [
                {
                    "policy": policy,
                    "element": item.element,
                    "name": item.name,
                    "file": str(tracing.files[policy]),
                    "line": item.span.line,
                }
                for policy, item in row.found
            ],
        }
        for row in rows
    ]
    print(encode({"rows": written, **_counts(tracing.rows)}))


def print_csv(rows: Sequence[Traced], tracing: Tracing, language: str) -> None:
    """A line for each place, and one for a row that is nowhere."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for row in rows:
        begin = (row.id, row.kind or "", _words(row.text, language))
        end = _words(row.exempt, language)
        for policy, item in row.found:
            place = (policy, item.element, item.name, str(tracing.files[policy]), item.span.line)
            writer.writerow((*begin, *place, end))
        if not row.found:
            writer.writerow((*begin, "", "", "", "", "", end))


def _places(row: Traced, language: str) -> Text:
    if row.missing:
        return Text(render_message("sources-nowhere", {}, language), "bold red")
    lines = [shown(f"{policy}:{item.span.line} {item.name}") for policy, item in row.found]
    return Text("\n".join((*lines, *_exempt(row, language))))


def _exempt(row: Traced, language: str) -> Iterator[str]:
    if row.exempt:
        yield render_message("sources-exempt", {"reason": _words(row.exempt, language)}, language)


def _counts(rows: Sequence[Traced]) -> dict[str, int]:
    nowhere = sum(row.missing for row in rows)
    exempt = sum(bool(row.exempt) for row in rows)
    return {"found": len(rows) - nowhere - exempt, "exempt": exempt, "missing": nowhere}


def _words(words: Words, language: str) -> str:
    """A text in the language, or the nearest it has."""
    written = [name for name in words if name != PLAIN]
    found = nearest(language, written) or next(iter(words), None)
    return "" if found is None else shown(" ".join(words[found]))
