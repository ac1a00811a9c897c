"""Letters for conditions: one that the policy names and needs often is written out once, in the footer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.phrasing import guard_words
from policy_engine.diagrams.printed import phrasing, word
from policy_engine.diagrams.wording import NO_VALUES
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import And, Expr, GuardRef, Not, Or
from policy_engine.model.types import Value

Known = Mapping[str, Value | None]
ALPHABET = "ABCDEFGJKLMNPQRSTUVWXYZ"  # no H, which is history; no I and O, which are read as numbers
_SHORT = 20  # letters of a condition that may as well be written out wherever it is needed
_LONG = 80  # letters that are too many beside anything


def letters_of(figure: Figure, parameters: Known = NO_VALUES) -> dict[str, str]:
    """Named condition → letter, for those that would be written out more than once at some length, and those
    that are too long to be written out beside anything. `parameters` are the values that are in force.
    """
    chart = figure.chart
    expressions = [link.guard for link in figure.links if not link.transition.is_else]
    for state in chart.states:
        expressions += [forbid.when for forbid in state.forbid]
        expressions += [phrase.when for phrase in (*state.say, *state.how)]
    counted = Counter(name for expr in expressions if expr is not None for name in named_in(expr))
    lengths = {
        name: max(_length(chart, chart.guards[name], language, parameters) for language in chart.languages)
        for name in counted
    }
    own = [
        name
        for name in chart.guards
        if lengths.get(name, 0) > _LONG or (counted[name] > 1 and lengths[name] > _SHORT)
    ]
    return dict(zip(own, ALPHABET, strict=False))


def _length(chart: Chart, expr: Expr, language: str, parameters: Known) -> int:
    """How many letters a condition or its opposite takes when it is written out."""
    both = (expr, Not(expr.span, expr))
    return max(len(guard_words(chart, one, language, (), parameters)) for one in both)


def lettered(
    chart: Chart,
    expr: Expr,
    letters: Mapping[str, str],
    language: str,
    events: Sequence[str] = (),
    parameters: Known = NO_VALUES,
) -> str:
    """A condition in words, letters standing for what has one. `events` are those whose data it may read,
    `parameters` the values that are in force.
    """
    if not any(name in letters for name in named_in(expr)):
        return guard_words(chart, expr, language, events, parameters)
    if isinstance(expr, And | Or):
        key = "and" if isinstance(expr, And) else "or"
        return f" {word(phrasing.WORDS, key, language)} ".join(
            f"({said})" if isinstance(part, And | Or) else said
            for part in expr.operands
            for said in [lettered(chart, part, letters, language, events, parameters)]
        )
    letter = next(letters[name] for name in named_in(expr))
    return letter if isinstance(expr, GuardRef) else f"{word(phrasing.WORDS, 'not', language)} {letter}"


def named_in(expr: Expr) -> Iterator[str]:
    """The named conditions that a condition is made of, each as often as it stands there."""
    match expr:
        case GuardRef(name=name) | Not(operand=GuardRef(name=name)):
            yield name
        case And(operands=operands) | Or(operands=operands):
            for part in operands:
                yield from named_in(part)
        case _:
            pass
