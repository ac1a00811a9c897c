"""An explanation in words, English or Dutch, line by line, and as JSON-ready data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from policy_engine.automaton.inputs import OTHER_TEXT
from policy_engine.diagnostics.span import Span
from policy_engine.languages import spoken
from policy_engine.model.chart import Transition
from policy_engine.model.expressions.tree import literal
from policy_engine.model.hidden import lapsing, timing
from policy_engine.model.types import NO_PERSON, Value
from policy_engine.records import record
from policy_engine.session.values import SOMEBODY
from policy_engine.verify.why.conditions import Part
from policy_engine.verify.why.explanation import Altered, Alternative, Branch, Explanation
from policy_engine.verify.why.options import Cell, Option
from policy_engine.verify.why.words import SHOWN, WORDS


@record
class Line:
    """A line of an explanation, and the place of the policy that it speaks of, where there is one."""

    depth: int
    text: str
    span: Span | None = None


def told(explanation: Explanation, language: str) -> tuple[Line, ...]:
    """An explanation in "en" or "nl"."""
    return tuple(_Teller(explanation, language).lines(explanation))


class _Teller:
    """Tells one explanation. A variable that the step itself changed is told with its moment: what a
    condition found "by then", and what it had to be "before".
    """

    def __init__(self, item: Explanation, language: str) -> None:
        self.chart = item.chart
        self.began = item.began
        self.moved = set(_moved(item))
        self.language = language
        self.words = spoken(WORDS, language, "en")

    def say(self, key: str, *values: object) -> str:
        return self.words[key].format(*values)

    # -- what was decided ------------------------------------------------------------------------------------

    def lines(self, item: Explanation) -> Iterator[Line]:
        yield Line(0, self._head(item))
        yield from self._refusal(item)
        for branch in item.taken:
            yield from self._taken(branch)
        for branch in item.passed:
            yield from self._passed(branch)
        if item.verdict == "ignored" and item.kind == "event" and not item.passed and item.reason is None:
            yield Line(1, self._unheard(item))
        yield from self._changes(item)

    def _head(self, item: Explanation) -> str:
        what = self._what(item)
        if item.kind == "start":
            return f"{what} → {_ids(item.after)}"
        if item.verdict == "applied":
            return f"{what}: {self.say('applied')}, {_ids(item.before)} → {_ids(item.after)}"
        return f"{what}: {self.say(item.verdict)}, {_ids(item.before)}"

    def _what(self, item: Explanation) -> str:
        if item.kind in ("start", "facts"):
            return self.say(item.kind)
        if item.kind == "timer":
            state, _, duration = item.name.partition(".after.")
            return self.say("timer", duration, state)
        counter, duty = lapsing(item.name), timing(item.name)
        if counter is not None:
            return self._lapse(counter)
        if duty is not None:
            return self.say("overdue", duty)
        label = self.chart.events[item.name].label
        text = spoken(label, self.language, self.chart.languages[0])[0] if label else None
        return f"`{item.name}`" if text is None else f"`{item.name}` ({text})"

    def _lapse(self, counter: str) -> str:
        count, lapse = self.began[counter], self.chart.context[counter].lapse
        assert isinstance(count, int)
        assert lapse is not None
        return self.say("lapse", counter, count, 0 if lapse.all else count - 1)

    def _refusal(self, item: Explanation) -> Iterator[Line]:
        refused = item.refused
        if refused is None:
            if item.reason is not None:
                yield Line(1, item.reason.text(self.language))
            return
        if refused.code == "forbidden":
            yield Line(1, self.say("forbids", refused.state), refused.span)
            if refused.condition is not None:
                yield from self._part(refused.condition, 2)
        elif refused.code == "requires":
            yield Line(1, self.say("requires", _ids(refused.missing)), refused.span)
        elif refused.code == "role-may-not":
            yield Line(1, self.say("roles", self._either(refused.roles)), refused.span)
        else:
            assert item.reason is not None
            yield Line(1, item.reason.text(self.language), refused.span)

    def _taken(self, branch: Branch) -> Iterator[Line]:
        yield Line(1, self._heard(branch.transition, branch.state), branch.transition.span)
        if branch.condition is not None:
            yield from self._part(branch.condition, 2)
        if branch.transition.is_else:
            yield Line(2, self.say("else"))
            for part in branch.others:
                yield from self._part(part, 2)

    def _passed(self, branch: Branch) -> Iterator[Line]:
        if branch.transition.is_else and not branch.barred:
            return  # another branch of its list was taken
        yield Line(1, self.say("passed", branch.state), branch.transition.span)
        if branch.barred:
            yield Line(2, self.say("barred", self._either(sorted(branch.transition.by or ()))))
        elif branch.condition is not None:
            yield from self._part(branch.condition, 2)

    def _heard(self, transition: Transition, state: str) -> str:
        if transition.trigger == "on":
            return self.say("on", state, " or ".join(transition.events))
        return self.say(transition.trigger, state)

    def _unheard(self, item: Explanation) -> str:
        if not item.heard_in:
            return self.say("unheard", _ids(item.before))
        return self.say("heard", _ids(item.before), _ids(item.heard_in))

    # -- conditions ------------------------------------------------------------------------------------------

    def _part(self, part: Part, depth: int) -> Iterator[Line]:
        if part.bare:
            ((name, value),) = part.values
            yield Line(depth, self._is(name, value))
            return
        text = self.say("holds" if part.holds else "fails", part.text)
        if part.values:
            values = (self._reads(name, value) for name, value in part.values)
            text = f"{text}: {self._list(values)}"
        yield Line(depth, text)
        for inner in part.parts:
            yield from self._part(inner, depth + 1)

    def _reads(self, name: str, value: Value) -> str:
        if name == "by":
            nobody = value in ("", NO_PERSON)
            return self.say("reported by nobody") if nobody else self.say("reported by", value)
        if name.startswith("in_state("):
            return self.say("active" if value else "inactive", name[len("in_state('") : -2])
        return self._is(name, value)

    def _is(self, name: str, value: Value) -> str:
        moved = self.began.get(name, value) != value
        return self.say("is by then" if moved else "is", name, _value(value))

    # -- what would have changed it --------------------------------------------------------------------------

    def _changes(self, item: Explanation) -> Iterator[Line]:
        if not item.thorough:
            return
        if not item.alternatives:
            yield Line(0, self.say("no values") if item.exhausted else self.say("no change", item.thorough))
            return
        yield Line(0, self.say("changes"))
        for alternative in item.alternatives[:SHOWN]:
            yield Line(1, self.alternative(item, alternative))
        if len(item.alternatives) > SHOWN:
            yield Line(1, self.say("more", len(item.alternatives) - SHOWN))

    def alternative(self, item: Explanation, other: Alternative) -> str:
        """`had `warnings` been 3, `call_ended` would have been applied → `ended``."""
        changes = self._list(self._altered(one) for one in other.altered)
        if other.verdict == "closed":
            return self.say("would be over", changes, _ids(other.states))
        what = f"`{item.name}`" if item.kind == "event" else self.say("it")
        text = self.say("would have", changes, what, self.say(other.verdict))
        if other.settled and other.settled != item.before:
            text += self.say("settled", _ids(other.settled))
        if other.verdict == "applied" or item.kind == "start":
            text += f" → {_ids(other.states)}"
        if other.missing:
            text += self.say("first", _ids(other.missing))
        if other.elsewhere is not None:
            text += self.say("line", other.elsewhere.line)
        if other.verdict == "applied" and other.actions != item.actions:
            asked = _ids(other.actions) if other.actions else self.say("nothing")
            text += self.say("asking", asked)
        return text

    def _altered(self, one: Altered) -> str:
        value = one.option.value
        if one.kind == "by":
            return self.say("had reported", f"`{value}`")
        if one.kind == "person":
            if value == "":
                return self.say("nobody named")
            somebody = self.say("somebody else") if value == SOMEBODY else _value(value)
            return self.say("had reported", somebody)
        name = f"event.{one.name}" if one.kind == "data" else one.name
        before = one.kind == "context" and one.name in self.moved
        return self.say("had been before" if before else "had been", name, self._value(one.option))

    def _value(self, option: Option) -> str:
        if option.cell is not None:
            return self._region(option.cell)
        if option.value == OTHER_TEXT:
            return self.say("another text")
        if option.value == SOMEBODY:
            return self.say("somebody else")
        return _value(option.value)

    def _region(self, cell: Cell) -> str:
        if cell.is_mark:
            return _value(cell.low)
        if cell.high == inf:
            return self.say("or more" if cell.low_in else "above", _value(cell.low))
        if cell.low == -inf:
            return self.say("or less" if cell.high_in else "below", _value(cell.high))
        if cell.low_in or cell.high_in:
            return self.say("from to", _value(cell.low), _value(cell.high))
        return self.say("between", _value(cell.low), _value(cell.high))

    # -- lists -----------------------------------------------------------------------------------------------

    def _list(self, items: Iterator[str]) -> str:
        return self.say("and").join(items)

    def _either(self, roles: Sequence[str]) -> str:
        return self.say("or").join(f"`{role}`" for role in roles)


def _moved(item: Explanation) -> Iterator[str]:
    """The variables that a told condition found changed, and the counter of which something lapses."""
    parts = [part for branch in item.taken for part in (branch.condition, *branch.others) if part is not None]
    while parts:
        part = parts.pop()
        parts += part.parts
        yield from (name for name, value in part.values if item.began.get(name, value) != value)
    counter = lapsing(item.name)
    if counter is not None:
        yield counter


def _ids(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _value(value: Value) -> str:
    return literal(value) if not isinstance(value, float) or not value.is_integer() else str(int(value))
