"""Which texts differ between two versions of a policy: where, in which language, and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import PLAIN, Chart, Phrase, Transition, Words
from policy_engine.model.types import Declaration

_Place = tuple[str, str, str]  # the section, the name in it, and the key of the text


class TextChange(NamedTuple):
    """One text that differs in one language; empty on the side that does not have it."""

    section: str
    name: str
    key: str
    language: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    old_line: Span | None
    new_line: Span | None


class _Text(NamedTuple):
    words: Mapping[str, tuple[str, ...]]
    line: Span | None


def text_changes(old: Chart, new: Chart, names: Mapping[str, str]) -> tuple[TextChange, ...]:
    """Every change of a text, in the order of the new version; then what only the old one has."""
    before, after = dict(_texts(old, new.id, names)), dict(_texts(new, new.id, {}))
    found = []
    for place in (*after, *(place for place in before if place not in after)):
        one, other = before.get(place), after.get(place)
        spoken = [*(other.words if other else ()), *(one.words if one else ())]
        for language in dict.fromkeys(spoken):
            said = [() if text is None else text.words.get(language, ()) for text in (one, other)]
            if said[0] != said[1]:
                lines = [None if text is None else text.line for text in (one, other)]
                found.append(TextChange(*place, language, said[0], said[1], lines[0], lines[1]))
    return tuple(found)


def _texts(chart: Chart, policy: str, names: Mapping[str, str]) -> Iterator[tuple[_Place, _Text]]:
    """policy: what both versions are called here, for what stands at the top is of one policy."""
    for key in ("title", "subtitle", "emergency", "owner"):
        yield from _written("policy", policy, None, {key: getattr(chart, key)})
    for section, declared in (
        ("parameter", chart.parameters),
        ("fact", chart.facts),
        ("context", chart.context),
    ):
        for name, item in declared.items():
            yield from _declaration(section, name, item)
    for name, role in chart.roles.items():
        yield from _written("role", name, None, {"label": role.label})
    for name, event in chart.events.items():
        yield from _written("event", name, event.span, {"label": event.label, "note": event.note})
        for datum in event.data.values():
            yield from _declaration("event", f"{name}.{datum.name}", datum)
    for name, action in chart.actions.items():
        texts = {"label": action.label, "note": action.note, "letter": action.letter}
        yield from _written("action", name, action.span, texts)
        for field in action.record:
            yield from _declaration("field", f"{name}.{field.name}", field.declaration)
    for name, guard in chart.guard_notes.items():
        yield from _written("guard", name, None, {"label": guard.label, "note": guard.note, "why": guard.why})
    for name, must in chart.musts.items():
        yield from _written(
            "must", name, must.span, {"label": must.label, "note": must.note, "why": must.why}
        )
    yield from _states(chart, names)


def _states(chart: Chart, names: Mapping[str, str]) -> Iterator[tuple[_Place, _Text]]:
    for state in chart.states[1:]:
        name = names.get(state.id, state.id)
        texts = {"label": state.label, "note": state.note, "why": state.why}
        phrases = {"say": state.say, "avoid": state.avoid, "how": state.how}
        texts |= {key: _said(said) for key, said in phrases.items()}
        texts |= {f"forbid {' or '.join(item.events)}": item.words for item in state.forbid}
        yield from _written("state", name, state.span, texts)
    for transition in chart.transitions:
        source = chart.states[transition.source].id
        name = f"{names.get(source, source)}.{_trigger(transition)}"
        texts = {"label": transition.label, "note": transition.note, "why": transition.why}
        yield from _written("transition", name, transition.span, texts)


def _trigger(transition: Transition) -> str:
    """What stands behind the state in a transition's id."""
    return transition.id.partition(".")[2]


def _said(phrases: Sequence[Phrase]) -> Words:
    """The texts of phrases, each behind the condition under which it is shown."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        shown = "" if phrase.when is None else f"({phrase.when}) "
        for language, texts in phrase.words.items():
            found[language] = (*found.get(language, ()), *(shown + text for text in texts))
    return found


def _declaration(section: str, name: str, item: Declaration) -> Iterator[tuple[_Place, _Text]]:
    texts = {"label": {language: (text,) for language, text in item.label.items()}}
    for member, labels in item.member_labels.items():
        texts[f"label of {member}"] = {language: (text,) for language, text in labels.items()}
    yield from _written(section, name, None, {**texts, "note": item.note, "why": item.why})


def _written(
    section: str, name: str, line: Span | None, texts: Mapping[str, Words]
) -> Iterator[tuple[_Place, _Text]]:
    for key, words in texts.items():
        if any(words.values()):
            yield (
                (section, name, key),
                _Text({language or PLAIN: said for language, said in words.items()}, line),
            )
