"""One value for each region that a set of guards can tell apart.

A number that is only compared with numbers that are written out changes nothing between two of them; a text
that is no text of a guard is like any other such text. Where a counter is compared with another variable,
or added to, every value it can have is tried.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import inf, nextafter

from policy_engine.model.expressions.measure import children
from policy_engine.model.expressions.tree import Compare, Constant, Expr, In, Ref
from policy_engine.model.types import Type, Value


def representatives(nodes: Iterable[Expr], types: Mapping[Ref, Type]) -> dict[Ref, Sequence[Value]]:
    """For each variable in `types`, the values that stand for all others in every guard.

    `nodes` are the guards and everything in them.
    """
    named: dict[Ref, list[Value]] = {ref: [] for ref in types}
    free: set[Ref] = set()  # compared with more than what is written out
    for node in nodes:
        literals, operands = _atom(node)
        for operand in operands:
            if isinstance(operand, Ref):
                named[operand] += literals
                if not literals:
                    free.add(operand)
    texts = _texts(value for ref, values in named.items() if types[ref].kind == "text" for value in values)
    strangers = _strangers(texts, max(1, sum(types[ref].kind == "text" for ref in free)))
    persons = [ref for ref in types if types[ref].kind == "person"]
    people = [f"person {number}" for number in range(1, len(persons) + 1)]
    found: dict[Ref, Sequence[Value]] = {}
    for ref, declared in types.items():
        if declared.kind == "person":
            # Whoever reports is somebody; whoever is remembered may be nobody yet.
            found[ref] = people if ref.kind == "person" else ["", *people]
        elif declared.kind == "text":
            found[ref] = [*texts, *strangers] if ref in free else [*_texts(named[ref]), strangers[0]]
        elif declared.kind == "number":
            found[ref] = around(named[ref])
        elif declared.kind in ("counter", "range") and ref not in free:
            found[ref] = _within(named[ref], declared)
        else:
            found[ref] = _every(declared)
    return found


def _atom(node: Expr) -> tuple[list[Value], tuple[Expr, ...]]:
    """The literals of a node that its operands are compared with, and those operands."""
    if isinstance(node, In):
        return list(node.items), (node.operand,)
    if isinstance(node, Compare):
        literals = [side.value for side in (node.left, node.right) if isinstance(side, Constant)]
        return literals, (node.left, node.right)
    return [], children(node)


def _texts(values: Iterable[Value]) -> list[Value]:
    return list(dict.fromkeys(values))


def _strangers(texts: Sequence[Value], count: int) -> list[Value]:
    """Texts that no guard names: the empty one first, as that is what most texts begin with."""
    candidates: Iterable[Value] = ("", *(f"text {number}" for number in range(1, count + len(texts) + 1)))
    return [text for text in candidates if text not in texts][:count]


def around(values: Iterable[Value]) -> list[Value]:
    """Each number that is named (a `number` is only compared with such), and one in every gap between, below
    and above them."""
    marks = sorted({value for value in values if not isinstance(value, str)})
    found: list[Value] = [_beyond(marks[0], -1)]
    for mark, after in zip(marks, [*marks[1:], None], strict=True):
        found.append(mark)
        between = _beyond(mark, 1) if after is None else _between(mark, after)
        if after is None or mark < between < after:
            found.append(between)
    return found


def _beyond(mark: int | float, sign: int) -> int | float:
    # Far from zero, one more is the same float; the next one is not.
    step = mark + sign
    return step if step != mark else nextafter(mark, sign * inf)


def _between(low: int | float, high: int | float) -> int | float:
    whole = int(low) + int(high - low) // 2
    return whole if low < whole < high else low + (high - low) / 2


def _within(values: Sequence[Value], declared: Type) -> list[Value]:
    """The named numbers with their neighbours, and both ends of the range."""
    marks = {value for value in values if not isinstance(value, str)}
    near = {int(mark) + step for mark in marks for step in (-1, 0, 1)} | {declared.low, declared.high}
    return sorted(value for value in near if declared.low <= value <= declared.high)


def _every(declared: Type) -> Sequence[Value]:
    if declared.kind in ("counter", "range"):
        return range(declared.low, declared.high + 1)
    return declared.values
