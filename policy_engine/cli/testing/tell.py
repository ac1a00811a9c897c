"""How scenarios went, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from policy_engine.cli.output import console
from policy_engine.cli.testing.play import Played
from policy_engine.cli.texts import one
from policy_engine.cli.words import word
from policy_engine.scenarios.report import report


def tell_results(played: Sequence[Played], language: str) -> None:
    """One line a scenario; where one failed, its course and the difference; a summary."""
    out = console()
    passed = failed = 0
    file = None
    for path, chart, result in (
        (item.path, item.suite.policy.chart, result) for item in played for result in item.results
    ):
        if path != file:
            out.print(Text(str(path), style="dim"), soft_wrap=True)
            file = path
        key, style = ("passed", "green") if result.passed else ("failed", "bold red")
        passed, failed = passed + result.passed, failed + (not result.passed)
        title = one(result.scenario.title, language, "")
        line = Text.assemble("  ", (word(key, language), style), f"  {result.scenario.name}")
        out.print(line.append(f"  {title}", "dim") if title else line, soft_wrap=True)
        if not result.passed:
            for part in report(result, chart, language).splitlines():
                out.print(Text(f"      {part}".rstrip()), soft_wrap=True)
    summary = "one tested" if passed + failed == 1 else "tested"
    out.print(word(summary, language, passed + failed, passed, failed), highlight=False)
