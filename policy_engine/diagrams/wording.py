"""A policy's own words: its texts in a language, the names of its parts, its values and durations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.printed import phrasing, word
from policy_engine.languages import spoken
from policy_engine.model.chart import PLAIN, Chart, Words
from policy_engine.model.duration import Duration
from policy_engine.model.placeholders import PATTERN
from policy_engine.model.types import Declaration, Value

NO_VALUES: Mapping[str, Value | None] = MappingProxyType({})


def words_of(words: Words, language: str) -> tuple[str, ...]:
    """The texts in a language, or plain ones, or those of the first language that has some; else none."""
    if language in words:
        return words[language]
    return words.get(PLAIN) or next((texts for texts in words.values() if texts), ())


def readable(id: str) -> str:
    """An id as a reader may see it where nobody wrote a label."""
    return id.replace("_", " ")


def named(words: Words | Mapping[str, str], id: str, language: str) -> str:
    """A label in a language, or the id made readable. A label is one text or several, kept in one line."""
    texts = {key: (text,) if isinstance(text, str) else text for key, text in words.items()}
    return " ".join(words_of(texts, language)) or readable(id)


def label_of(figure: Figure, state: str, language: str) -> str:
    """The label of a card or box, placeholders replaced; without one its id, made readable."""
    return _label(figure.chart, state, figure.label(state), language)


def state_words(chart: Chart, state: str, language: str) -> str:
    """The label of any state, as `label_of` gives it; to be used where there is no figure."""
    return _label(chart, state, next(item.label for item in chart.states if item.id == state), language)


def event_words(chart: Chart, event: str, language: str) -> str:
    """The label of an event."""
    return named(chart.events[event].label, event, language)


def role_words(chart: Chart, role: str, language: str) -> str:
    """The label of a role."""
    return named(chart.roles[role].label, role, language)


def duration_words(
    chart: Chart, duration: Duration, language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> str:
    """A duration in whole words: "2 minuten", or with the label of what says how many, "(ban) maanden", but
    for a parameter whose value is given. A label that names the unit says it: "(maanden verbod)".
    """
    units = phrasing.UNITS[duration.unit]
    one, several = spoken(units, language, "en")
    amount = str(duration.amount)
    given = None if duration.name is None else parameters.get(duration.name)
    label = ""
    if given is not None:
        amount = literal_words(given, language)
    elif duration.name is not None:
        label = named(_declared(chart, duration.name).label, duration.name, language)
        amount = f"({label})"
    words = amount if several in label.lower().split() else f"{amount} {one if amount == '1' else several}"
    if duration.minus is not None:
        less = duration_words(chart, duration.minus, language, parameters)
        words = word(phrasing.WORDS, "before the end", language, less, words)
    if duration.at is None:
        return words
    hour, minute = divmod(duration.at, 60)
    return word(phrasing.WORDS, "at time", language, words, hour, f"{minute:02}")


def lapse_words(chart: Chart, declared: Declaration, words: str, language: str) -> str:
    """What is said of a counter, and for how long it counts if it lapses."""
    if declared.lapse is None:
        return words
    length = duration_words(chart, declared.lapse.after, language)
    return word(phrasing.WORDS, "all lapse" if declared.lapse.all else "lapses", language, words, length)


def value_words(declared: Declaration, value: Value, language: str) -> str:
    """A value of a declared name: yes or no, the label of a member, a text between quotes, a number."""
    if isinstance(value, bool):
        return word(phrasing.WORDS, "yes" if value else "no", language)
    if declared.type.kind == "enum":
        return named(declared.member_labels.get(str(value), {}), str(value), language)
    return literal_words(value, language)


def literal_words(value: Value, language: str) -> str:
    """A value as it is written for people: a text between quotes, a number with the language's point."""
    if isinstance(value, bool):
        return word(phrasing.WORDS, "yes" if value else "no", language)
    if isinstance(value, str):
        return f"“{value}”" if value else word(phrasing.WORDS, "empty", language)
    written = str(int(value) if isinstance(value, float) and value.is_integer() else value)
    return written.replace(".", ",") if language == "nl" else written


def phrase_words(
    chart: Chart, text: str, language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> str:
    """A text with its gaps as they are printed: the value of a parameter where it is given, else the
    fallback, or the label of the name in brackets.
    """
    pieces, end = [], 0
    for match in PATTERN.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        if match[1] is None:
            pieces.append(match[0][0])
            continue
        declared = _declared(chart, match[1])
        given = parameters.get(match[1])
        if given is not None:
            pieces.append(value_words(declared, given, language))
        else:
            pieces.append(match[2] or f"({named(declared.label, match[1], language)})")
    return "".join(pieces) + text[end:]


def sentence(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def listed(words: Iterable[str], language: str, key: str = "and") -> str:
    """Several words as one: "a, b en c"."""
    several = list(words)
    joined = ", ".join(several[:-1])
    return f"{joined} {word(phrasing.WORDS, key, language)} {several[-1]}" if joined else "".join(several)


def either(words: Iterable[str], language: str) -> str:
    """Several words of which one holds: "a, b of c". Where one of them has a comma or a joining word of its
    own, each is kept apart with "of": "a of b, of c".
    """
    several = list(words)
    joints = [f" {word(phrasing.WORDS, key, language)} " for key in ("or", "and")]
    if len(several) > 1 and any(joint in one for one in several for joint in (",", *joints)):
        return f",{joints[0]}".join(several)
    return listed(several, language, "or")


def _declared(chart: Chart, name: str) -> Declaration:
    return {**chart.facts, **chart.context, **chart.parameters}[name]


def _label(chart: Chart, state: str, label: Words, language: str) -> str:
    texts = words_of(label, language)
    return phrase_words(chart, " ".join(texts), language) if texts else sentence(readable(state))
