"""The grammar of expressions, before names have a meaning.

    or < and < not < comparison, in, not in < + - < unary - < values, names, calls, parentheses

Recursive descent; depth, size and length are bounded, so a hostile text costs no more than an honest one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, NamedTuple

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.expressions.lexer import KEYWORDS, Token, UnreadableError, tokens
from policy_engine.model.expressions.place import Place
from policy_engine.model.types import Value

MAX_LENGTH: Final = 1_000
MAX_DEPTH: Final = 32
MAX_SIZE: Final = 200

_COMPARISONS = frozenset({"==", "!=", "<", "<=", ">", ">="})
_NO_NAMES = KEYWORDS | {"in_state"}
_FORBIDDEN_SIGNS = frozenset("*/%")


class Literally(NamedTuple):
    span: Span
    value: Value


class Name(NamedTuple):
    """`text` is `event.name` for a datum of the event in hand."""

    span: Span
    text: str


class StateTest(NamedTuple):
    """`in_state('id')`; `place` is that of the id."""

    span: Span
    place: Span
    state: str


class Operation(NamedTuple):
    """An operator with its operands; `operator` stands for the place of the sign."""

    span: Span
    sign: str
    operator: Span
    operands: tuple[Syntax, ...]


class Membership(NamedTuple):
    span: Span
    operand: Syntax
    items: tuple[Literally | Name, ...]
    negated: bool


Syntax = Literally | Name | StateTest | Operation | Membership


def parse(text: str, place: Place, sink: Diagnostics) -> Syntax | None:
    """The syntax tree of `text`, or None after reporting what is wrong with it."""
    if len(text) > MAX_LENGTH:
        sink.error("expression-too-long", place.whole, limit=MAX_LENGTH)
        return None
    simple = _simple(text, place)
    if simple is not None:
        return simple
    before = len(sink)
    try:
        parser = _Parser(text, place, sink)
        tree = parser.whole()
    except UnreadableError:
        return None
    return tree if len(sink) == before else None


def _simple(text: str, place: Place) -> Syntax | None:
    """The tree of `name` and of `not name`, which most conditions are; None where more is to be read."""
    start = 4 if text.startswith("not ") else 0
    name = text[start:]
    if not (name.isascii() and name.isidentifier()) or name.lower() in _NO_NAMES:
        return None
    named = Name(place.span(start, len(text)), name)
    return Operation(place.span(0, len(text)), "not", place.span(0, 3), (named,)) if start else named


class _Parser:
    def __init__(self, text: str, place: Place, sink: Diagnostics) -> None:
        self.text = text
        self.place = place
        self.sink = sink
        self.tokens = tokens(text, place, sink)
        self.at = 0
        self.depth = 0
        self.size = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def whole(self) -> Syntax:
        if self.at_end():
            raise self.refuse("expression-missing", self.place.whole)
        tree = self.disjunction()
        if not self.at_end():
            raise self.left_over()
        return tree

    def at_end(self) -> bool:
        return self.token.kind == "end"

    # One method a level of the grammar, from the loosest to the tightest.

    def disjunction(self) -> Syntax:
        return self.chain("or", self.conjunction)

    def conjunction(self) -> Syntax:
        return self.chain("and", self.negation)

    def chain(self, word: Literal["and", "or"], operand: Callable[[], Syntax]) -> Syntax:
        self.enter()
        first = operand()
        operator = self.token
        operands = [first]
        while self.token.text == word:
            self.at += 1
            operands.append(operand())
        self.depth -= 1
        if len(operands) == 1:
            return first
        span = _around(operands[0].span, operands[-1].span)
        return self.grown(Operation(span, word, self.span(operator), tuple(operands)))

    def negation(self) -> Syntax:
        if self.token.text != "not":
            return self.comparison()
        operator = self.span(self.token)
        self.at += 1
        self.enter()
        operand = self.negation()
        self.depth -= 1
        return self.grown(Operation(_around(operator, operand.span), "not", operator, (operand,)))

    def comparison(self) -> Syntax:
        first = self.token.start
        left = self.sum()
        token = self.token
        negated = token.text == "not" and self.tokens[self.at + 1].text == "in"
        if token.text == "in" or negated:
            self.at += 2 if negated else 1
            return self.membership(left, negated)
        if token.text not in _COMPARISONS:
            return left
        self.at += 1
        middle = self.token.start
        right = self.sum()
        if self.token.text in _COMPARISONS:
            raise self.chained(first, middle)
        span = _around(left.span, right.span)
        return self.grown(Operation(span, token.text, self.span(token), (left, right)))

    def sum(self) -> Syntax:
        left = self.unary()
        while self.token.text in ("+", "-"):
            operator = self.token
            self.at += 1
            right = self.unary()
            span = _around(left.span, right.span)
            left = self.grown(Operation(span, operator.text, self.span(operator), (left, right)))
        return left

    def unary(self) -> Syntax:
        if self.token.text != "-":
            return self.primary()
        operator = self.span(self.token)
        self.at += 1
        self.enter()
        operand = self.unary()
        self.depth -= 1
        span = _around(operator, operand.span)
        if isinstance(operand, Literally) and type(operand.value) in (int, float):
            return Literally(span, -operand.value)  # type: ignore[operator]  # a number, as just asked
        return self.grown(Operation(span, "negative", operator, (operand,)))

    def primary(self) -> Syntax:
        token = self.token
        span = self.span(token)
        if token.kind == "value":
            assert token.value is not None
            self.at += 1
            return self.grown(Literally(span, token.value))
        if token.kind == "name":
            self.at += 1
            return self.grown(self.named(token))
        if token.text == "(":
            self.at += 1
            tree = self.disjunction()
            if self.token.text != ")":
                raise self.unfinished(span, "(")
            self.at += 1
            return tree
        raise self.operand_missing()

    def named(self, token: Token) -> Syntax:
        """A name, `event.name`, or `in_state('id')`."""
        span = self.span(token)
        if token.text == "in_state":
            return self.state_test(token)
        if self.token.text in ("(", "["):
            raise self.left_over()
        if self.token.text != ".":
            return Name(span, token.text)
        part = self.tokens[self.at + 1]
        if token.text != "event" or part.kind != "name":
            raise self.refuse("no-attributes", span, name=token.text)
        self.at += 2
        return Name(_around(span, self.span(part)), f"event.{part.text}")

    def state_test(self, token: Token) -> Syntax:
        opening, state, closing = (self.tokens + [self.tokens[-1]] * 3)[self.at : self.at + 3]
        span = self.span(token)
        if opening.text != "(" or closing.text != ")" or not isinstance(state.value, str):
            meant = state.text if state.kind == "name" else "id"
            raise self.refuse("in-state-form", span, meant=f"in_state('{meant}')")
        self.at += 3
        return StateTest(_around(span, self.span(closing)), self.span(state), state.value)

    def membership(self, operand: Syntax, negated: bool) -> Syntax:
        opening = self.token
        if opening.text != "[":
            raise self.refuse("list-wanted", self.span(opening))
        items: list[Literally | Name] = []
        self.at += 1
        while self.token.text != "]":
            start = self.span(self.token)
            item = self.sum()
            if not isinstance(item, (Literally, Name)):
                raise self.refuse("literals-wanted", start)
            items.append(item)
            if self.token.text == ",":
                self.at += 1
            elif self.token.text != "]":
                raise self.unfinished(self.span(opening), "[")
        closing = self.span(self.token)
        self.at += 1
        if not items:
            raise self.refuse("list-empty", _around(self.span(opening), closing))
        return self.grown(Membership(_around(operand.span, closing), operand, tuple(items), negated))

    # What goes wrong.

    def operand_missing(self) -> UnreadableError:
        token, before = self.token, self.tokens[self.at - 1] if self.at else None
        span = self.span(token)
        if token.text == "[":
            return self.refuse("list-not-here", span)
        if before is None:
            return self.refuse("operand-missing-before", span, sign=token.text)
        if token.kind == "end" or token.text in (")", "]", ","):
            return self.refuse("operand-missing-after", self.span(before), sign=before.text)
        return self.refuse("operand-missing-between", span, left=before.text, right=token.text)

    def chained(self, first: int, middle: int) -> UnreadableError:
        """`1 < x < 3`, with the comparison that was meant."""
        end, second = self.tokens[self.at - 1].end, self.token
        self.at += 1
        third = self.token.start
        self.sum()
        last = self.text[third : self.tokens[self.at - 1].end]
        meant = f"{self.text[first:end]} and {self.text[middle:end]} {second.text} {last}"
        return self.refuse("chained-comparison", self.span(second), meant=meant)

    def unfinished(self, span: Span, sign: str) -> UnreadableError:
        """Something else stands where the parenthesis or the list that began at `span` should end."""
        if self.token.kind == "end" or self.token.text in (")", "]"):
            return self.refuse("unclosed-parenthesis", span, sign=sign, close=")" if sign == "(" else "]")
        return self.left_over()

    def left_over(self) -> UnreadableError:
        """Something stands where an expression was complete."""
        token, before = self.token, self.tokens[self.at - 1].text
        span = self.span(token)
        if token.text in (")", "]"):
            return self.refuse("stray-parenthesis", span, sign=token.text)
        if token.text in _FORBIDDEN_SIGNS:
            return self.refuse("no-such-arithmetic", span, sign=token.text)
        if token.text == "[":
            return self.refuse("no-look-up", span)
        if token.text == "(":
            called = _around(self.span(self.tokens[self.at - 1]), span)
            return self.refuse("no-calls", called, name=before, suggestion=closest(before, ("in_state",)))
        if token.text in (",", "."):
            return self.refuse("odd-character", span, character=token.text)
        return self.refuse("operator-missing", span, left=before, right=token.text)

    def enter(self) -> None:
        self.depth += 1
        if self.depth > 2 * MAX_DEPTH:
            raise self.refuse("expression-too-deep", self.span(self.tokens[self.at - 1]), limit=MAX_DEPTH)

    def grown(self, tree: Syntax) -> Syntax:
        self.size += 1 + (len(tree.items) if isinstance(tree, Membership) else 0)
        if self.size > MAX_SIZE:
            raise self.refuse("expression-too-large", self.place.whole, limit=MAX_SIZE)
        return tree

    def refuse(self, code: str, span: Span, **fields: object) -> UnreadableError:
        self.sink.error(code, span, **fields)
        return UnreadableError()

    def span(self, token: Token) -> Span:
        return self.place.span(token.start, token.end)


def _around(first: Span, last: Span) -> Span:
    return Span(first.file, first.line, first.column, last.end_line, last.end_column)
