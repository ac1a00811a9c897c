"""The oracle's own reading of expressions: a small Pratt parser to nested tuples, and a recursive evaluator.

It shares nothing with policy_engine, so that a mistake there cannot hide behind the same mistake here.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?)|(?P<text>'(?:[^']|'')*')|(?P<word>[A-Za-z_][A-Za-z0-9_]*)"
    r"|(?P<sign>==|!=|<=|>=|[<>()\[\],.+-]))"
)
BINDING = {"or": 1, "and": 2, "in": 4, "==": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "+": 5, "-": 5}
NOT, NEGATIVE = 3, 6


@dataclass
class Reading:
    """What an expression may look at: the names' values, the guards, the event in hand, the active states."""

    names: Mapping[str, Any]
    guards: Mapping[str, str]
    data: Mapping[str, Any]
    by: str | None
    active: Collection[str]
    persons: Collection[str] = ()  # the names that stand for people
    person: str = ""  # who reports the event in hand; nobody where it comes from the policy


def tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    position, text = 0, text.rstrip()
    while position < len(text):
        match = TOKEN.match(text, position)
        if match is None:
            raise ValueError(f"no expression: {text!r} at {position}")
        found.append((str(match.lastgroup), match[str(match.lastgroup)]))
        position = match.end()
    return [*found, ("end", "")]


class Parser:
    def __init__(self, text: str) -> None:
        self.rest = tokens(text)

    def take(self) -> tuple[str, str]:
        return self.rest.pop(0)

    def expect(self, sign: str) -> None:
        kind, word = self.take()
        if word != sign or kind == "text":
            raise ValueError(f"expected {sign!r}, found {word!r}")

    def expression(self, floor: int) -> Any:
        left = self.prefix()
        while BINDING.get(self.rest[0][1], 0) > floor and self.rest[0][0] != "text":
            operator = self.take()[1]
            left = (operator, left, self.expression(BINDING[operator]))
        return left

    def prefix(self) -> Any:
        kind, word = self.take()
        if kind == "number":
            return ("value", float(word) if "." in word else int(word))
        if kind == "text":
            return ("value", word[1:-1].replace("''", "'"))
        if word == "not":
            return ("not", self.expression(NOT - 1))
        if word == "-":
            return ("negative", self.expression(NEGATIVE))
        if word == "(":
            inside = self.expression(0)
            self.expect(")")
            return inside
        if word == "[":
            return self.members()
        if word in ("true", "false"):
            return ("value", word == "true")
        if word == "in_state":
            self.expect("(")
            state = self.take()[1][1:-1]
            self.expect(")")
            return ("in_state", state)
        if word == "event":
            self.expect(".")
            return ("data", self.take()[1])
        if word == "by":
            return ("by",)
        if kind != "word":
            raise ValueError(f"unexpected {word!r}")
        return ("name", word)

    def members(self) -> Any:
        items = []
        while self.rest[0][1] != "]":
            items.append(self.expression(0))
            if self.rest[0][1] == ",":
                self.take()
        self.expect("]")
        return ("list", items)


@lru_cache(maxsize=50_000)
def parse(text: str) -> Any:
    parser = Parser(text)
    tree = parser.expression(0)
    if parser.rest[0][0] != "end":
        raise ValueError(f"more than one expression: {text!r}")
    return tree


def evaluate(text: str, reading: Reading) -> Any:
    """The value of an expression written as text."""
    return value_of(parse(text), reading)


def value_of(tree: Any, reading: Reading) -> Any:
    match tree:
        case ("value", value):
            return value
        case ("name", name):
            if name in reading.guards:
                return evaluate(reading.guards[name], reading)
            return reading.names[name]
        case ("data", name):
            return reading.data[name]
        case ("by",):
            return reading.by
        case ("in_state", state):
            return state in reading.active
        case ("list", items):
            return [value_of(item, reading) for item in items]
        case ("not", operand):
            return not value_of(operand, reading)
        case ("negative", operand):
            return -value_of(operand, reading)
        case ("and", left, right):
            return value_of(left, reading) and value_of(right, reading)
        case ("or", left, right):
            return value_of(left, reading) or value_of(right, reading)
        case (("==" | "!=") as operator, ("by",), ("name", name)) if name in reading.persons:
            return same_person(name, reading) is (operator == "==")
        case (("==" | "!=") as operator, ("name", name), ("by",)) if name in reading.persons:
            return same_person(name, reading) is (operator == "==")
        case (operator, left, right):
            return compare(operator, value_of(left, reading), value_of(right, reading))
    raise ValueError(f"no meaning: {tree!r}")


def same_person(name: str, reading: Reading) -> bool:
    """Whether somebody reports who is the one that is remembered."""
    return reading.person != "" and reading.person == reading.names[name]


def compare(operator: str, left: Any, right: Any) -> Any:
    match operator:
        case "==":
            return left == right
        case "!=":
            return left != right
        case "<":
            return left < right
        case "<=":
            return left <= right
        case ">":
            return left > right
        case ">=":
            return left >= right
        case "in":
            return left in right
        case "+":
            return left + right
    return left - right
