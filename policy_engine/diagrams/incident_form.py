"""The incident form: what a policy wants recorded, the questions of a report to the police, and aftercare."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.imprint import footer, owner_of, title_of
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.phrasing import label_of, named, role_words, words_of
from policy_engine.diagrams.printed import saying
from policy_engine.diagrams.printed.incident_form import WORDS
from policy_engine.diagrams.sheets.model import (
    Beside,
    Block,
    Field,
    Fields,
    Heading,
    Note,
    PageBreak,
    Run,
    Sheet,
    TickBox,
    Together,
    line,
)
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.wording import either, sentence, value_words
from policy_engine.model.chart import KNOWN_FIELDS, Chart, RecordField

PLAIN_LOOK = Look()
# What every form asks for, whatever the policy records, and the lines that it takes.
_SHORT = ("date", "time", "place", "reporter")
_LONG = {"event": 4, "exact_words": 4, "resolution": 3, "witnesses": 1}
_TICKED = ("flag", "enum")
# So many blanks, and so many things done, stand in two columns, more of them in three.
_FEW_BLANKS, _FEW_DONE = 4, 10
_QUESTIONS = ("where", "when", "with what", "in which way", "why")


def incident_form(chart: Chart, language: str, look: Look = PLAIN_LOOK) -> Sheet:
    """The form of a policy, to fill in by hand or, as a Word file, on a screen."""
    return _Form(chart, language, look).sheet()


class _Form:
    def __init__(self, chart: Chart, language: str, look: Look) -> None:
        self.chart = chart
        self.figure: Figure = figure_of(chart)
        self.language = language
        self.word = saying(WORDS, language)
        self.look = look
        # What several actions record is asked for once.
        self.asked = {field.name: field for action in chart.actions.values() for field in action.record}

    def sheet(self) -> Sheet:
        chart = self.chart
        title = title_of(chart, self.language)
        return Sheet(
            title=f"{self.word('title')}: {title}",
            language=self.language,
            paper=Paper("a4"),
            footer=footer(chart, self.language, self.word("footer")),
            blocks=(*self._head(title), *self._event(), *self._steps(), *self._report(), *self._after()),
            author=owner_of(chart, self.language),
            date=chart.date,
            version=chart.version,
            large=self.look.large,
            snug=True,
        )

    def _field(self, key: str, lines: int = 1) -> Field:
        """A blank that every form has: in the policy's words where it records the same and says how."""
        own = self.asked.get(key)
        return Field(
            self._label(own) if own is not None and own.declaration.label else self.word(key), lines=lines
        )

    def _blanks(self, *keys: str) -> tuple[Field, ...]:
        """The blanks that every form has, but for those that the policy has boxes to tick for."""
        return tuple(
            self._field(key, _LONG.get(key, 1))
            for key in keys
            if key not in self.asked or self.asked[key].declaration.type.kind not in _TICKED
        )

    def _head(self, title: str) -> tuple[Block, ...]:
        of = self.word("of", title, self.chart.version)
        owner = owner_of(self.chart, self.language)
        emergency = words_of(self.chart.emergency, self.language)
        return (
            Heading(1, self.word("title")),
            line(" · ".join(filter(None, (of, owner))), size="small"),
            Note((line(self.word("hint")),), "soft"),
            *((Note((line(" ".join(emergency), bold=True),), "warn"),) if emergency else ()),
        )

    def _event(self) -> tuple[Block, ...]:
        """The five facts of an incident, exact words and witnesses, and what else the policy records."""
        exact = self._blanks("exact_words")
        return (
            Heading(2, self.word("happened")),
            Fields(self._blanks(*_SHORT), 2),
            Fields(self._blanks("event")),
            *((Together((Fields(exact, grows=True),)),) if exact else ()),
            Fields(self._blanks("resolution", "witnesses")),
            *self._others(),
        )

    def _others(self) -> Iterator[Block]:
        """What else the policy records: lines to write on, and boxes where one of several words is meant."""
        common = {*_SHORT, *_LONG, *KNOWN_FIELDS}
        written = [
            field
            for name, field in self.asked.items()
            if name not in common and field.declaration.type.kind not in _TICKED
        ]
        if written:
            columns = 2 if len(written) <= _FEW_BLANKS or self.look.large else 3
            yield Fields(tuple(Field(self._label(field)) for field in written), columns)
        flags, enums = (
            [self._choice(field) for field in self.asked.values() if field.declaration.type.kind == kind]
            for kind in _TICKED
        )
        for one, other in zip_longest(flags[::2], flags[1::2]):
            yield Beside(((one,), (other,) if other else ()), (1.0, 1.0))
        yield from enums

    def _choice(self, field: RecordField) -> Block:
        """Boxes to tick: for yes and no beside the label, else below it."""
        type, label = field.declaration.type, line(self._label(field))
        values = reversed(type.values) if type.kind == "flag" else type.values
        words = [value_words(field.declaration, value, self.language) for value in values]
        boxes = tuple((TickBox((Run(text),)),) for text in words)
        if type.kind == "flag":
            return Beside(((label,), *boxes), (3.0, 1.0, 1.0))
        return Together((label, Beside(boxes, (1.0,) * len(boxes))))

    def _label(self, field: RecordField) -> str:
        """What a field is called, and for whom it is."""
        words = sentence(named(field.declaration.label, field.name, self.language))
        by = either([role_words(self.chart, role, self.language) for role in field.by], self.language)
        return f"{words} ({by})" if by else words

    def _steps(self) -> tuple[Block, ...]:
        labels = [
            f"{card.number} {label_of(self.figure, state, self.language)}"
            for state, card in sorted(self.figure.cards.items(), key=lambda item: item[1].number)
        ]
        return (Heading(2, self.word("steps")), self._boxes(labels, 3))

    def _boxes(self, labels: list[str], columns: int) -> Block:
        """Boxes to tick, read down each column."""
        if self.look.large:
            columns = 1
        each = -(-len(labels) // columns)
        shares = [labels[first : first + each] for first in range(0, len(labels), each)]
        return Beside(
            tuple(tuple(TickBox((Run(label),)) for label in share) for share in shares),
            (1.0,) * len(shares),
        )

    def _report(self) -> tuple[Block, ...]:
        return (
            PageBreak(),
            Heading(2, self.word("report")),
            line(self.word("report hint")),
            Fields((self._field("who"),)),
            Together((Fields((self._field("what", 2),), grows=True),)),
            Fields(tuple(self._field(key) for key in _QUESTIONS)),
        )

    def _after(self) -> tuple[Block, ...]:
        told = [self.word("told at", role_words(self.chart, role, self.language)) for role in self._told()]
        done = [named(item.label, name, self.language) for name, item in self.chart.actions.items()]
        columns = 2 if len(done) <= _FEW_DONE else 3
        care = [self.word(key) for key in ("talk", "meeting", "support", "nothing")]
        return (
            *((Heading(2, self.word("told")), self._boxes(told, 1)) if told else ()),
            *((Heading(2, self.word("done")), self._boxes(done, columns)) if done else ()),
            Heading(2, self.word("aftercare")),
            self._boxes(care, 1),
            Fields((self._field("needs"),)),
            Fields((self._field("signed"), self._field("received")), 2),
        )

    def _told(self) -> list[str]:
        """The roles that actions are for or that act in a step, but for the first, who fills in the form."""
        involved = {action.to for action in self.chart.actions.values()}
        involved |= {state.role for state in self.chart.states}
        return [role for role in list(self.chart.roles)[1:] if role in involved]
