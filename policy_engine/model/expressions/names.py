"""What a name in an expression stands for."""

from __future__ import annotations

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.expressions.measure import reads_reporter, reads_states
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import ByRef, Expr, GuardRef, Ref
from policy_engine.model.expressions.types import FLAG, Shape, of_type

# What people write who think in Dutch or in another language; nobody declares these.
_MEANT = {
    "niet": "not",
    "waar": "true",
    "onwaar": "false",
    "ja": "true",
    "nee": "false",
    "yes": "true",
    "no": "false",
    "None": "''",
    "null": "''",
}
_EVENT = "event."


class Names:
    """Resolves names in one scope."""

    def __init__(self, scope: Scope, sink: Diagnostics) -> None:
        self.scope = scope
        self.sink = sink

    def known(self, name: str) -> bool:
        """Whether `name` means something, or was declared with a mistake."""
        scope = self.scope
        declared = any(
            name in names for names in (scope.context, scope.facts, scope.parameters, scope.guards)
        )
        return declared or name in scope.broken or name in ("by", "event") or name.startswith(_EVENT)

    def resolve(self, name: str, span: Span) -> tuple[Expr, Shape] | None:
        """The node and the shape of `name`, or None after reporting that it means nothing here."""
        if name.startswith(_EVENT):
            return self._datum(name.removeprefix(_EVENT), span)
        scope = self.scope
        if name in scope.context:
            return Ref(span, "context", name), of_type(scope.context[name].type)
        if name in scope.facts:
            return Ref(span, "fact", name), of_type(scope.facts[name].type)
        if name in scope.parameters:
            return Ref(span, "parameter", name), of_type(scope.parameters[name].type)
        if name in scope.guards:
            return self._guard(name, span)
        if name == "by" and scope.roles:
            return ByRef(span), Shape("enum", "role", members=tuple(scope.roles))
        if name not in scope.broken:
            self._unknown(name, span)
        return None

    def _datum(self, name: str, span: Span) -> tuple[Expr, Shape] | None:
        data = self.scope.data
        if data is None:
            self.sink.error("no-event-here", span, name=name)
            return None
        if name not in data:
            self.sink.error("undeclared-datum", span, name=name, suggestion=closest(name, data))
            return None
        return Ref(span, "data", name), of_type(data[name].type)

    def _guard(self, name: str, span: Span) -> tuple[Expr, Shape] | None:
        """A named guard may read more than the place where it is used allows."""
        scope = self.scope
        body = scope.guards[name]
        asks = scope.asks.get(name)
        if asks is None:
            asks = scope.asks[name] = (reads_states(body), reads_reporter(body))
        if asks[0] and not scope.in_state_allowed:
            self.sink.error("in-state-not-here", span)
            return None
        if asks[1] and not scope.roles:
            self.sink.error("by-not-here", span)
            return None
        return GuardRef(span, name, body), FLAG

    def _unknown(self, name: str, span: Span) -> None:
        if name == "by":
            self.sink.error("by-not-here", span)
        elif name == "event":
            self.sink.error("event-alone", span, data=tuple(self.scope.data or ()))
        elif name in _MEANT:
            self.sink.error("foreign-word", span, written=name, meant=_MEANT[name])
        elif name in self.scope.states:
            self.sink.error("state-as-condition", span, state=name)
        else:
            scope = self.scope
            declared = [*scope.context, *scope.facts, *scope.parameters, *scope.guards]
            self.sink.error("undeclared-name", span, name=name, suggestion=closest(name, declared))
