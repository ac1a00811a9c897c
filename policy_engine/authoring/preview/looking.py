"""What the page shows of a file: its findings in both languages, and its poster and table while it is sound.

One `Looking` belongs to one file. `look` reads the file anew and draws it, `prove` checks what was read last
as a whole, which may take longer; whoever shows it asks for `state` and waits for the next one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Condition
from typing import Any, NamedTuple

from policy_engine.authoring.beside import Read
from policy_engine.authoring.checking import check_policy_text
from policy_engine.authoring.preview.words import OWN, WORDS
from policy_engine.diagnostics.columns import lines_of
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.printing import shown
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.walkthrough.content import choices_of, content_json
from policy_engine.diagrams.walkthrough.page import language_names, languages_of
from policy_engine.diagrams.walkthrough.pictures import pictures
from policy_engine.diagrams.walkthrough.terms import value_json
from policy_engine.errors import PolicyError, PrintError
from policy_engine.policy import Policy, parse_policy
from policy_engine.verify.proofs import Proofs

LANGUAGES = ("en", "nl")
_LONGEST = 160  # characters of a source line that are shown

Json = dict[str, Any]


class _NobodyWaitsError(Exception):
    """there is a newer version, or no preview any more"""


class _Unproved(NamedTuple):
    source: bytes
    lines: Sequence[str]
    policy: Policy


class Looking:
    """The file as it was last read. May be asked by several threads; `look` is for one of them, `prove` for
    another.

    read: gives a file's content, and raises OSError where there is none for the moment. language: of the
    words before a policy's own languages are known, "en" or "nl".
    """

    def __init__(self, path: Path, read: Read, language: str) -> None:
        self.path = path
        self._read = read
        self._language = language
        self._changed = Condition()
        self._number = 0
        self._drawn: Json | None = None
        self._drawn_number = 0
        self._drawn_policy: Policy | None = None
        self._rest: Json = {"findings": [], "proofs": Proofs()._asdict(), "sound": False, "problem": None}
        self._rest["checked"] = False
        self._source: bytes | None = None
        self._unproved: _Unproved | None = None
        self._ended = False

    def look(self) -> None:
        """Reads the file, and once more where it was saved meanwhile."""
        saved = None
        while saved != self._saved():
            saved = self._saved()
            self._look()

    def _saved(self) -> int:
        """When the file was saved last, in nanoseconds; 0 while it is not there."""
        try:
            return self.path.stat().st_mtime_ns
        except OSError:
            return 0

    def _look(self) -> None:
        try:
            source = self._read(self.path)
        except OSError:
            # Editors take a file away for a moment when they save it.
            return
        if source == self._source:
            return
        self._source = source
        lines = lines_of(source)
        try:
            policy = parse_policy(source, name=str(self.path))
        except PolicyError as error:
            self._show(error.diagnostics, lines, None, Proofs(), checked=True)
            return
        # What is drawn need not wait until everything is proved.
        self._show(policy.warnings, lines, policy, Proofs(), checked=False)
        with self._changed:
            self._unproved = _Unproved(source, lines, policy)
            self._changed.notify_all()

    def prove(self) -> bool:
        """Waits for a sound version that is not proved yet, and checks it as a whole; False at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._unproved is not None)
            found, self._unproved = self._unproved, None
        if self._ended or found is None:
            return False
        source = found.source

        def progress(_tried: int) -> None:
            if self._ended or source != self._source:
                raise _NobodyWaitsError

        sink = Diagnostics()
        try:
            _, proofs = check_policy_text(self.path, source, sink, self._beside, progress)
            progress(0)
        except _NobodyWaitsError:
            return not self._ended
        self._show(sink.sorted(), found.lines, found.policy, proofs, checked=True)
        return True

    def _beside(self, path: Path) -> bytes:
        """A sheet beside the policy; one that can't be read says nothing."""
        try:
            return self._read(path)
        except OSError:
            return b""

    def _show(
        self,
        findings: Sequence[Diagnostic],
        lines: Sequence[str],
        policy: Policy | None,
        proofs: Proofs,
        *,
        checked: bool,
    ) -> None:
        """Makes what was found the newest state."""
        drawn, problem = None, None
        if policy is not None and policy is not self._drawn_policy:
            try:
                drawn = _drawn(policy)
            except PrintError as error:
                problem = {language: error.text(language) for language in LANGUAGES}
        rest = {
            "findings": [_finding(item, lines) for item in findings],
            "proofs": proofs._asdict(),
            "sound": policy is not None,
            "checked": checked,
            "problem": problem,
        }
        with self._changed:
            self._number += 1
            self._rest = rest
            if drawn is not None:
                self._drawn_policy = policy
            if drawn is not None and drawn != self._drawn:
                self._drawn = drawn
                self._drawn_number = self._number
            self._changed.notify_all()

    def state(self, have: int) -> Json:
        """Everything the page shows; without what is drawn where the page has that already.

        have: the number of what the page has drawn, 0 for nothing.
        """
        with self._changed:
            known = have == self._drawn_number
            return {
                "number": self._number,
                "file": shown(self.path.name),
                "language": self._language,
                "words": {language: {key: OWN[key][language] for key in OWN} for language in LANGUAGES},
                **self._rest,
                "drawnNumber": self._drawn_number,
                "drawn": None if known else self._drawn,
            }

    def wait(self, number: int, seconds: float) -> int | None:
        """The number of the newest state, at once where it is another than `number`, at the latest after so
        many seconds; None when there will be no more.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._ended or self._number != number, seconds)
            return None if self._ended else self._number

    def end(self) -> None:
        """Lets everybody who waits go."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()


def _drawn(policy: Policy) -> Json:
    """What the walk-through plays and draws. Raises PrintError for a policy that is too large."""
    languages = languages_of(policy, None)
    figure = figure_of(policy.chart)
    content = content_json(tuple(choices_of(policy)), figure, languages, WORDS)
    content["languageNames"] = language_names(languages, WORDS)
    content["facts"] = {name: value_json(value) for name, value in policy.start().facts.items()}
    sheets = [[language or "en", svg] for language in languages for svg in pictures(figure, language)]
    return {"content": content, "sheets": sheets}


def _finding(item: Diagnostic, lines: Sequence[str]) -> Json:
    told: Mapping[str, Diagnostic] = {language: item.localized(language) for language in LANGUAGES}
    line = lines[item.line - 1] if item.line <= len(lines) else ""
    return {
        "severity": item.severity,
        "code": item.code,
        "line": item.line,
        "source": shown(line.strip()[:_LONGEST]),
        "message": {language: shown(one.message) for language, one in told.items()},
        "help": {language: shown(one.help or "") for language, one in told.items()},
        "course": {language: [shown(step) for step in one.trail] for language, one in told.items()},
    }
