"""Letters for conditions: one that the policy names and needs often is written out once, in the footer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.phrasing import guard_words
from policy_engine.diagrams.printed import phrasing, word
from policy_engine.model.chart import Chart
from policy_engine.model.expressions.tree import And, Expr, GuardRef, Not, Or

_ALPHABET = "ABCDEFGJKLMNPQRSTUVWXYZ"  # no H, which is history; no I and O, which are read as numbers


def letters_of(figure: Figure) -> dict[str, str]:
    """Named condition → letter, for those that stand on the poster more than once."""
    chart = figure.chart
    expressions = [link.guard for link in figure.links if not link.transition.is_else]
    expressions += [forbid.when for state in chart.states for forbid in state.forbid]
    counted = Counter(name for expr in expressions if expr is not None for name in _named(expr))
    often = [name for name in chart.guards if counted[name] > 1]
    return dict(zip(often, _ALPHABET, strict=False))


def lettered(chart: Chart, expr: Expr, letters: Mapping[str, str], language: str) -> str:
    """A condition in words, letters standing for what has one."""
    match expr:
        case GuardRef(name=name) if name in letters:
            return letters[name]
        case Not(operand=GuardRef(name=name)) if name in letters:
            return f"{word(phrasing.WORDS, 'not', language)} {letters[name]}"
        case And(operands=operands) if not any(isinstance(part, Or) for part in operands):
            joint = f" {word(phrasing.WORDS, 'and', language)} "
            return joint.join(lettered(chart, part, letters, language) for part in operands)
        case _:
            return guard_words(chart, expr, language)


def _named(expr: Expr) -> Iterator[str]:
    match expr:
        case GuardRef(name=name) | Not(operand=GuardRef(name=name)):
            yield name
        case And(operands=operands) if not any(isinstance(part, Or) for part in operands):
            for part in operands:
                yield from _named(part)
        case _:
            pass
