"""A scope with one name of every type, and short ways to read and evaluate in it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.node import Word
from policy_engine.model.expressions.read import read_guard
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Expr
from policy_engine.model.types import Declaration, Type, Value

FLAG = Type("flag")
COUNTER = Type("counter", 0, 3)
MOOD = Type("enum", members=("calm", "angry", "silent"))
RISK = Type("enum", members=("no", "yes", "unknown"))
TEXT = Type("text")
NUMBER = Type("number")


def declared(**types: Type) -> dict[str, Declaration]:
    return {name: Declaration(name, kind, None) for name, kind in types.items()}


SCOPE = Scope(
    context=declared(warnings=COUNTER, solved=FLAG, mood=MOOD, topic=TEXT),
    facts=declared(at_risk=RISK, name=TEXT, amount=NUMBER, before=MOOD),
    parameters=declared(most=Type("range", 2, 3)),
    guards={},
    data=declared(loud=FLAG, words=Type("counter", 0, 9)),
    states=("warn", "talk"),
    in_state_allowed=True,
    roles=("agent", "manager"),
)


@dataclass
class Env:
    """An environment with everything at its first value."""

    context: Mapping[str, Value] = field(
        default_factory=lambda: {"warnings": 0, "solved": False, "mood": "calm", "topic": ""}
    )
    facts: Mapping[str, Value] = field(
        default_factory=lambda: {"at_risk": "no", "name": "", "amount": 0.0, "before": "calm"}
    )
    parameters: Mapping[str, Value] = field(default_factory=lambda: {"most": 3})
    data: Mapping[str, Value] = field(default_factory=lambda: {"loud": False, "words": 0})
    by: str | None = None
    person: str = ""
    states: Container[str] = ()

    def but(self, **values: Value) -> Env:
        """The same with other values, each put where its name is declared."""

        def store(old: Mapping[str, Value]) -> dict[str, Value]:
            return {name: values.get(name, value) for name, value in old.items()}

        return replace(
            self,
            context=store(self.context),
            facts=store(self.facts),
            parameters=store(self.parameters),
            data=store(self.data),
        )


def scalar(text: str, *, plain: bool = True) -> Word:
    margin = 0 if plain else 1
    return Word.of(text, Span("a.yaml", 1, 1, 1, len(text) + 1 + 2 * margin), plain=plain)


def guard(text: str, scope: Scope = SCOPE) -> Expr:
    """A sound guard; fails with the findings where it is none."""
    sink = Diagnostics()
    expr = read_guard(scalar(text), scope, sink)
    assert [] == [item.one_line() for item in sink]
    assert expr is not None
    return expr


def mistakes(text: str, scope: Scope = SCOPE) -> list[tuple[str, int]]:
    """The codes and columns of what is wrong with a guard."""
    sink = Diagnostics()
    expr = read_guard(scalar(text), scope, sink)
    assert (expr is None) == sink.has_errors
    return [(item.code, item.column) for item in sink.sorted()]
