"""A change note: what a new version changes, for whoever approves it, in plain sentences by role.

It is a document of its own that knows neither a terminal nor a page; `note_text` writes it as text, and the
command line sets it as a sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from policy_engine.diff.changes import Changes, changes_of
from policy_engine.diff.comparison import Comparison
from policy_engine.diff.groups import Group
from policy_engine.diff.names import Names
from policy_engine.diff.note_changes import Changing, actions_apart
from policy_engine.diff.note_declared import declared_sentence
from policy_engine.diff.note_sessions import sessions_sentence
from policy_engine.diff.note_words import ANSWERS, NOTE
from policy_engine.diff.spoken import spoken_date
from policy_engine.diff.texts import TextChange
from policy_engine.languages import nearest, spoken
from policy_engine.model.chart import PLAIN, Chart, State, Words

# What fits on one page: so many sentences, and so many of them about texts.
MOST_SENTENCES = 24
MOST_TEXTS = 8
_LONG = 160
_FILLED_IN = re.compile(r"\{[a-z0-9_]+(?:\|([^}]*))?\}")
EVERYONE = ""  # the section of what concerns no role more than another


class NoteSection(NamedTuple):
    """What changes for one role, or for everyone: a heading and its sentences."""

    heading: str
    sentences: tuple[str, ...]


class ChangeNote(NamedTuple):
    """The note. `facts` stand at the top, each a name and what it is; `signature` are the names of the two
    lines at the end.
    """

    language: str
    title: str
    heading: str
    versions: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[NoteSection, ...]
    closing: tuple[str, ...]
    signature: tuple[str, str]


def change_note(compared: Comparison, language: str) -> ChangeNote:
    """The note of a comparison in one language of the tools; texts of the policy are in that language, too,
    or in its first one.
    """
    return _Writer(compared, language).note()


def note_text(note: ChangeNote) -> str:
    """The note as text."""
    lines = [f"{note.title}: {note.heading.lower()}", note.versions, ""]
    width = max(len(name) for name, _ in note.facts)
    lines += [f"{name:<{width}}  {value}" for name, value in note.facts]
    for section in note.sections:
        lines += ["", section.heading]
        lines += [f"- {sentence}" for sentence in section.sentences]
    lines += [line for sentence in note.closing for line in ("", sentence)]
    lines.append("")
    lines += [f"{name}: {'_' * 30}" for name in note.signature]
    return "\n".join(lines) + "\n"


class _Writer:
    def __init__(self, compared: Comparison, language: str) -> None:
        self.compared = compared
        self.language = language
        self.words = NOTE[language]
        self.old, self.new = compared.old.chart, compared.new.chart
        self.names = Names(self.old, self.new, language, ids=False)
        self.names.words = {**self.names.words, **ANSWERS[language]}
        charts = compared.old.automaton.chart, compared.new.automaton.chart
        self.changing = Changing(*charts, self.names, self.words)
        self._states = {state.id: state for state in (*self.old.states, *self.new.states)}
        self._texts_in = nearest(language, self.new.languages) or self.new.languages[0]

    def note(self) -> ChangeNote:
        compared, words = self.compared, self.words
        changes = changes_of(self.old, self.new, compared.names, compared.texts)
        # First what nobody may miss: it is never cut, and never left out.
        said = [(EVERYONE, words["equal"])] if compared.equal else []
        said += [(EVERYONE, sentence) for sentence in self._emergency()]
        said += self._steps(changes)
        said += [pair for group in compared.groups for pair in self._group(group)]
        said += [
            (EVERYONE, declared_sentence(item, self.names))
            for item in compared.declared
            if item.section != "state"
        ]
        said = list(dict.fromkeys(said))
        texts = list(dict.fromkeys(self._texts(changes)))
        left = max(0, len(said) - MOST_SENTENCES)
        said = said[:MOST_SENTENCES]
        room = min(MOST_TEXTS, MOST_SENTENCES - len(said))
        rest = sum(
            text.language in (self._texts_in, PLAIN) and not _of_danger(text) for text in compared.texts
        )
        told, texts = len(texts[:room]), texts[:room]
        sections = self._sections([*said, *texts])
        closing = [words["more"].format(count=left)] if left else []
        if rest > told:
            closing.append(words["texts"].format(count=rest - told))
        if compared.open is not None:
            closing.append(words["open"])
        closing.append(sessions_sentence(compared.old, compared.new, self.names))
        return ChangeNote(
            self.language,
            self._spoken(self.new.title) or self.new.id.replace("_", " "),
            words["heading"],
            words["versions"].format(new=self.new.version, old=self.old.version),
            tuple(self._facts()),
            sections,
            tuple(closing),
            (words["signed"], words["on"]),
        )

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, chart = self.words, self.new
        if owner := self._spoken(chart.owner):
            yield words["owner"], owner
        if chart.date is not None:
            yield words["date"], spoken_date(chart.date, self.language)
        approved = [
            words["approval"].format(by=one.by, on=spoken_date(one.on, self.language))
            for one in chart.approved
        ]
        yield words["approved"], "; ".join(approved) or words["nobody"]

    def _sections(self, said: Sequence[tuple[str, str]]) -> tuple[NoteSection, ...]:
        """By role, in the order of the policy; what concerns everyone comes last."""
        found: dict[str, list[str]] = {}
        for role, sentence in said:
            found.setdefault(role, []).append(sentence)
        order = [*self.new.roles, *(role for role in self.old.roles if role not in self.new.roles), EVERYONE]
        return tuple(
            NoteSection(
                self.words["for"].format(self.names.role(role)) if role else self.words["everyone"],
                tuple(found[role]),
            )
            for role in order
            if role in found
        )

    # -- what happens ----------------------------------------------------------------------------------------

    def _steps(self, changes: Changes) -> Iterator[tuple[str, str]]:
        for key, states in (("new state", changes.added_states), ("gone state", changes.removed_states)):
            for name in states:
                if self._states[name].kind != "history":
                    yield self._role_of(name), self.words[key].format(state=self.names.state(name))

    def _group(self, group: Group) -> Iterator[tuple[str, str]]:
        if set(group.parts) <= {"deadline", "duties"}:
            timed = list(self._timing(group))
            if timed:
                yield from timed
                return
        if group.entered:
            yield from self._arriving(group)
            return
        for part in self.changing.parts(group):
            for role, sentence in self.changing.sentences(part):
                yield self._audience(part) if role is None else role, sentence

    def _timing(self, group: Group) -> Iterator[tuple[str, str]]:
        """Timers that are longer or shorter, or that only one version has."""
        times = [
            {one.partition(".after.")[0]: one.partition(".after.")[2] for one in ids if ".after." in one}
            for ids in (group.cause.old, group.cause.new)
        ]
        names = self.compared.names
        old = {names.get(state, state): duration for state, duration in times[0].items()}
        for state in dict.fromkeys((*old, *times[1])):
            before, after = old.get(state), times[1].get(state)
            key = "time" if before and after else "time gone" if before else "time new"
            yield (
                self._role_of(state),
                self.words[key].format(
                    state=self.names.state(state),
                    old=self.names.duration(before or ""),
                    new=self.names.duration(after or ""),
                ),
            )

    def _arriving(self, group: Group) -> Iterator[tuple[str, str]]:
        """Other actions on entering or leaving a state."""
        gone, come = actions_apart(group.difference.old, group.difference.new)
        for state in group.entered:
            where = self.names.state(state)
            for key, actions in (("no longer asked", gone), ("also asked", come)):
                for name, to in actions:
                    yield (
                        to or self._role_of(state),
                        self.words[key].format(state=where, action=self.names.action(name)),
                    )
            if not gone and not come:
                yield self._role_of(state), self.words["asked otherwise"].format(state=where)

    def _audience(self, group: Group) -> str:
        """Whom a change concerns: who does what happens, else who is at work then."""
        for name in group.events:
            event = self.new.events.get(name) or self.old.events[name]
            if event.actor is not None:
                return event.actor
        states = group.states
        return self._role_of(states[0]) if states else EVERYONE

    def _role_of(self, state: str) -> str:
        found: State | None = self._states.get(state)
        if found is not None and found.role is not None:
            return found.role
        return next(iter(self.new.roles), EVERYONE)

    # -- what is declared, and texts -------------------------------------------------------------------------

    def _texts(self, changes: Changes) -> Iterator[tuple[str, str]]:
        """Phrases that people say or read; notes and the like are only counted."""
        for text in self.compared.texts:
            if text.language not in (self._texts_in, PLAIN) or text.name in changes.added_states:
                continue
            sentence = self._text(text)
            if sentence is not None:
                yield (self._role_of(text.name) if text.section == "state" else EVERYONE), sentence

    def _emergency(self) -> Iterator[str]:
        """What to do in danger, in every language in which it changes, for it is read in each."""
        for text in filter(_of_danger, self.compared.texts):
            old, new = (
                f"“{' '.join(said)}”" if said else f"{self.words['empty']}." for said in (text.old, text.new)
            )
            sentence = self.words["emergency"].format(old=old, new=new)
            yield sentence if text.language in (PLAIN, self._texts_in) else f"({text.language}) {sentence}"

    def _text(self, text: TextChange) -> str | None:
        words = self.words
        new = _cut(" ".join(one for one in text.new if one not in text.old))
        old = _cut(" ".join(one for one in text.old if one not in text.new))
        if text.key == "label" and text.old and text.new:
            return words["label"].format(old=old, new=new)
        if text.section == "action" and text.key == "letter":
            return words["letter"].format(name=self.names.action(text.name))
        if text.section != "state":
            return None
        state = self.names.state(text.name)
        if text.key in ("say", "avoid", "how"):
            key = text.key if new else "silent"
            return words[key].format(state=state, new=new, old=old) if new or old else None
        if text.key.startswith("forbid") and new:
            return words["forbidden text"].format(state=state, new=new)
        return None

    def _spoken(self, texts: Words) -> str | None:
        chart: Chart = self.new
        return spoken(texts, self.language, chart.languages[0])[0] if texts else None


def _of_danger(text: TextChange) -> bool:
    """Whether it is what to do in danger."""
    return (text.section, text.key) == ("policy", "emergency")


def _cut(text: str) -> str:
    """A text that fits on a line or two, with what stands there where nothing is filled in."""
    text = _FILLED_IN.sub(lambda found: found[1] or "…", text)
    return text if len(text) <= _LONG else f"{text[: _LONG - 1]}…"
