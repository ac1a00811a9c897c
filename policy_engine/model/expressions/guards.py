"""The section `guards`: named conditions, in any order, without cycles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Node, Scalar
from policy_engine.model.expressions.place import Place
from policy_engine.model.expressions.read import guard_of
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.syntax import Membership, Name, Operation, Syntax, parse
from policy_engine.model.expressions.tree import Expr


def read_guards(section: Mapping[Any, Node], scope: Scope, sink: Diagnostics) -> dict[str, Expr]:
    """Every guard that is sound, in the order of the file; `section` has their names and conditions.

    A guard that is left out was reported; put its name among `Scope.broken`, so that its uses are not
    reported too.
    """
    trees: dict[str, Syntax] = {}
    entries = {str(name): node for name, node in section.items()}
    for name, node in entries.items():
        if not isinstance(node, Scalar):
            sink.error("condition-wanted", node.span)
            continue
        tree = parse(node.text, Place.of(node), sink)
        if tree is not None:
            trees[name] = tree
    found: dict[str, Expr] = {}
    for name in _in_order(trees, {str(word): word.span for word in section}, sink):
        scalar = entries[name]
        assert isinstance(scalar, Scalar)
        inner = scope.with_guards(found, scope.broken | (entries.keys() - found.keys()))
        expr = guard_of(trees[name], scalar, inner, sink)
        if expr is not None and not _uses(trees[name]) & (entries.keys() - found.keys()):
            found[name] = expr
    return {name: found[name] for name in entries if name in found}


def _in_order(trees: Mapping[str, Syntax], places: Mapping[str, Span], sink: Diagnostics) -> list[str]:
    """The guards, each after those it uses; a cycle is reported at its first member and left out."""
    uses = {name: sorted(_uses(tree) & trees.keys()) for name, tree in trees.items()}
    done: dict[str, None] = {}
    in_cycle: set[str] = set()
    for start in trees:
        path: dict[str, Iterator[str]] = {} if start in done else {start: iter(uses[start])}
        while path:
            name = next(reversed(path))
            used = next(path[name], None)
            if used is None:
                del path[name]
                done[name] = None
            elif used in path:
                cycle = [*list(path)[list(path).index(used) :], used]
                if not in_cycle & set(cycle):
                    sink.error("guard-cycle", places[used], cycle=" → ".join(cycle))
                in_cycle |= set(cycle)
            elif used not in done:
                path[used] = iter(uses[used])
    return [name for name in done if name not in in_cycle]


def _uses(tree: Syntax) -> set[str]:
    """The names in a condition."""
    names: set[str] = set()
    pending: list[Syntax] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Name):
            names.add(node.text)
        elif isinstance(node, Operation):
            pending += node.operands
        elif isinstance(node, Membership):
            pending.append(node.operand)
    return names
