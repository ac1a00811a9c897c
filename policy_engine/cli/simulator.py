"""A live session at a terminal: shows where the call stands, and takes a number or a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.text import Text

from policy_engine.cli.failure import CallError, sentence
from policy_engine.cli.lines import Line, LineError
from policy_engine.cli.player import Played, Player
from policy_engine.cli.problems import REFUSED, problem_of
from policy_engine.cli.teller import Teller
from policy_engine.cli.texts import one
from policy_engine.cli.typed import read_facts, read_fill, read_told, read_wait, words_of
from policy_engine.cli.values import describe, read_declared
from policy_engine.cli.words import word
from policy_engine.model.persons import personal_events
from policy_engine.model.types import Declaration, Value
from policy_engine.session.decision import Verdict
from policy_engine.session.values import SOMEBODY, person_of

_QUIT = ("quit", "exit", "q")


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that may happen now; `by` is None for the role that acts when nobody is named."""

    event: str
    by: str | None


class Simulator:
    """`ask` shows a prompt and gives what was typed; it raises EOFError when there is nothing more."""

    def __init__(self, player: Player, teller: Teller, ask: Callable[[str], str]) -> None:
        self._player = player
        self._teller = teller
        self._ask = ask
        self._language = teller.words
        self._past: list[tuple[dict[str, object], datetime]] = []
        # An event keeps its number, its place in the policy, however the call goes.
        self._numbers = {name: number for number, name in enumerate(teller.chart.events, start=1)}
        self._choices: Mapping[str, Choice] = {}
        self._personal = personal_events(teller.chart)

    def run(self) -> None:
        """Goes on until the person at the terminal ends it."""
        self._teller.title()
        self._teller.line(Text(word("simulator", self._language), style="dim"))
        self._teller.line()
        self._teller.actions(self._player.session.opening.actions)
        self._teller.situation(self._player.session)
        while True:
            self._menu()
            try:
                typed = self._ask("> ")
            except EOFError:
                return
            self._teller.line()
            words = words_of(typed)
            if words and words[0] in _QUIT:
                return
            self._obey(words)

    def _menu(self) -> None:
        session = self._player.session
        self._choices = {choice.event: choice for choice in self._offered()}
        self._teller.line()
        if session.done:
            self._teller.ending(session)
            self._teller.obligations(session, self._player.now)
            return
        self._teller.caption("allowed")
        for name, number in self._numbers.items():
            choice = self._choices.get(name)
            if choice is None:
                continue
            role = f", {word('as role', self._language, self._teller.role(choice.by))}" if choice.by else ""
            self._teller.line(f"{number:>4}  {self._teller.event(choice.event)}{role}")
        if session.forbidden:
            self._teller.caption("not allowed")
            for event, reason in session.forbidden.items():
                self._teller.forbidden(event, reason)
        self._teller.obligations(session, self._player.now)
        self._teller.pending(session, self._player.now)

    def _offered(self) -> Iterator[Choice]:
        session = self._player.session
        seen: set[str] = set()
        roles = tuple(self._teller.chart.roles)
        for role in roles or (None,):
            # Where a person is needed it is asked for when the event is chosen.
            for event in session.allowed_for(None if role is None else (role, SOMEBODY)):
                if event not in seen:
                    seen.add(event)
                    yield Choice(event, None if role in roles[:1] else role)

    def _obey(self, words: Sequence[str]) -> None:
        if not words:
            return
        first, rest = words[0], words[1:]
        try:
            if first in ("help", "?"):
                for line in word("help", self._language).splitlines():
                    self._teller.line(f"  {line}")
            elif first == "facts":
                self._known()
            elif first == "undo":
                self._undo()
            elif first == "wait":
                self._play(read_wait(" ".join(rest)))
            elif first == "learn":
                self._play(read_facts(rest, self._teller.chart, self._language))
            elif first == "fill":
                self._fill(read_fill(rest, self._teller.chart, self._language))
            else:
                self._event(first, rest)
        except CallError as error:
            self._say(str(error))
        except LineError as error:
            self._refused(error.code, error.fields)
        except REFUSED as error:
            self._refused(*problem_of(error))

    def _event(self, name: str, rest: Sequence[str]) -> None:
        choice = self._choice(name)
        event = self._teller.chart.events.get(choice.event)
        declared = {} if event is None else event.data
        said, data = read_told(rest, declared, self._language)
        by = choice.by if said is None else said
        for missing in declared.values():
            if missing.default is None and missing.name not in data:
                answer = self._missing(missing)
                if answer is None:
                    return
                data[missing.name] = answer
        if choice.event in self._personal and not person_of(by):
            person = self._person()
            if person is None:
                return
            role = by[0] if isinstance(by, tuple) else by
            by = (role or next(iter(self._teller.chart.roles)), person)
        self._play(Line(event=choice.event, data=data or None, by=by))

    def _fill(self, line: Line) -> None:
        """Fills in what was typed, or asks for every missing field; an empty answer leaves it open."""
        action = self._teller.chart.actions.get(line.fill or "")
        missing = {
            one.field
            for one in self._player.session.obligations
            if action is not None and one.actions == (action.name,) and line.record in (None, one.record)
        }
        asked = [field for field in action.record if field.name in missing] if action is not None else []
        if line.fields or not asked:
            self._play(line)
            return
        for field in asked:
            value = self._missing(field.declaration)
            if value is not None:
                by = line.by or (field.by[0] if field.by else None)
                self._play(Line(fill=line.fill, fields={field.name: value}, by=by, record=line.record))

    def _choice(self, name: str) -> Choice:
        event = name
        if name.isdecimal():
            number = int(name[:9])
            if not 1 <= number <= len(self._numbers):
                raise CallError("no-such-number", self._language, number=name)
            event = list(self._numbers)[number - 1]
        return self._choices.get(event, Choice(event, None))

    def _missing(self, declared: Declaration) -> Value | None:
        """A value for what can't be done without; None where the person thinks better of it."""
        label = one(declared.label, self._teller.texts, declared.name)
        while True:
            try:
                typed = self._ask(f"{label} ({describe(declared.type)}): ").strip()
            except EOFError:
                return None
            value = read_declared(typed, declared)
            if value is not None and typed:
                return value
            if not typed:
                return None

    def _person(self) -> str | None:
        """The person who reports; None where nobody is named."""
        try:
            return self._ask(f"{word('which person', self._language)}: ").strip() or None
        except EOFError:
            return None

    def _play(self, line: Line) -> None:
        before = (self._player.session.snapshot(), self._player.now)
        played = self._player.play(line)
        self._past.append(before)
        if line.event is None:
            self._acknowledge(line, played)
        self._teller.played(played, self._player.session)

    def _acknowledge(self, line: Line, played: Played) -> None:
        """What changes nothing to be seen is answered too."""
        if line.advance is not None:
            text = word("time now", self._language, f"{played.now:%Y-%m-%d %H:%M:%S}")
        elif played.decision is not None and played.decision.verdict is Verdict.CLOSED:
            text = word("closed", self._language)
        else:
            text = self._teller.heading(line)
        self._teller.hanging("    ", text, "dim")

    def _undo(self) -> None:
        if not self._past:
            self._say(word("nothing to undo", self._language))
            return
        self._player.restore(*self._past.pop())
        self._teller.situation(self._player.session)

    def _known(self) -> None:
        session = self._player.session
        chart = self._teller.chart
        for declared, values in (
            (chart.parameters, session.parameters),
            (chart.facts, session.facts),
            (chart.context, session.context),
        ):
            for name, value in values.items():
                self._teller.known(declared[name], value)

    def _refused(self, code: str, fields: Mapping[str, object]) -> None:
        self._say(sentence(code, fields, self._language))

    def _say(self, text: str) -> None:
        self._teller.hanging("    ", text, "yellow")
