"""The corpus of mistakes in tests/model/bad, and what is printed about them.

Each `<name>.yaml` opens with one line `# expect: CODE line:column` per finding, written before any answer was
seen; `<name>.en.out` and `<name>.nl.out` hold the answers. `python -m tests.model.golden` writes the answers
anew: read every changed one as a policy author would before committing it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.printing import render
from policy_engine.policy import check_policy

FOLDER = Path(__file__).parent / "bad"
LANGUAGES = ("en", "nl")
_EXPECTATION = re.compile(rb"# expect: ([a-z0-9-]+) (\d+):(\d+)\n")

Finding = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Case:
    """One file with a mistake: what stands in it and the findings (code, line, column) it must lead to."""

    name: str
    source: bytes
    expected: tuple[Finding, ...]

    @property
    def file(self) -> str:
        return f"{self.name}.yaml"

    def answer(self, language: str) -> Path:
        """The file that holds what is printed in `language`."""
        return FOLDER / f"{self.name}.{language}.out"

    def findings(self) -> tuple[Diagnostic, ...]:
        """What is found, in reading order."""
        sink = Diagnostics()
        check_policy(self.source, self.file, sink)
        return sink.sorted()

    @cache  # noqa: B019 - the cases live as long as the tests do
    def found(self) -> tuple[Diagnostic, ...]:
        """The findings of `findings`, read once for all tests that ask what they are."""
        return self.findings()

    def printed(self, findings: tuple[Diagnostic, ...], language: str) -> str:
        """The findings as a policy author reads them."""
        sources = {self.file: self.source.decode("utf-8", errors="replace")}
        localized = [finding.localized(language) for finding in findings]
        return render(localized, sources, language=language, colour=False)


def places(findings: tuple[Diagnostic, ...]) -> tuple[Finding, ...]:
    """Codes and places alone."""
    return tuple((finding.code, finding.line, finding.column) for finding in findings)


def written_cases() -> Iterator[Case]:
    """Every file of the folder, in the order of their names."""
    for path in sorted(FOLDER.glob("*.yaml")):
        yield _read(path)


def _read(path: Path) -> Case:
    source = path.read_bytes()
    expected = []
    position = 0
    while (match := _EXPECTATION.match(source, position)) is not None:
        expected.append((match[1].decode(), int(match[2]), int(match[3])))
        position = match.end()
    return Case(path.stem, source, tuple(expected))


def main() -> None:
    """Writes every answer anew and says which ones changed, and which findings are not the expected ones."""
    for case in written_cases():
        findings = case.findings()
        if sorted(case.expected) != sorted(places(findings)):
            print(f"{case.name}\n  expected {case.expected}\n  found    {places(findings)}")
        for language in LANGUAGES:
            text, path = case.printed(findings, language), case.answer(language)
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                path.write_text(text, encoding="utf-8")
                print(f"wrote {path.name}")


if __name__ == "__main__":
    main()
