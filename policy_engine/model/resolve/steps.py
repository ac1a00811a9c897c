"""Steps: every action, variable and event looked up, every value typed, defaults filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Word
from policy_engine.model.chart import Add, Ask, Assign, Cancel, Raise, Send, Step
from policy_engine.model.expressions.tree import Constant, Expr, reporting_person
from policy_engine.model.files.shape import require
from policy_engine.model.files.steps import (
    AddStep,
    AnyStep,
    AskStep,
    RaiseStep,
    RememberStep,
    SendFile,
    SendStep,
    SetStep,
    TellStep,
)
from policy_engine.model.resolve.delays import Delays
from policy_engine.model.resolve.scopes import EventData, Reader
from policy_engine.model.resolve.tells import Tells
from policy_engine.model.resolve.vocabulary import Vocabulary

_NO_VARIABLES = {
    "facts": {"en": "a fact", "nl": "een feit"},
    "parameters": {"en": "a parameter", "nl": "een parameter"},
    "guards": {"en": "a named guard", "nl": "een voorwaarde met een naam"},
}


@dataclass(slots=True)
class Steps:
    """Reads lists of steps. `order` counts timers and sends, in document order."""

    reader: Reader
    vocabulary: Vocabulary
    delays: Delays
    sink: Diagnostics
    order: int = 0
    sent: set[str] = field(default_factory=set)
    cancelled: list[Word] = field(default_factory=list)
    self_made: set[str] = field(default_factory=set)  # the events that are raised or sent
    tells: Tells = field(init=False)

    def __post_init__(self) -> None:
        self.tells = Tells(self.reader, self.vocabulary, self.sink)

    def read(self, files: Sequence[AnyStep] | None, data: EventData | None = None) -> tuple[Step, ...]:
        """The sound steps of a list; `data` is that of the event in hand."""
        if not files:
            return ()
        steps = [self._step(file, data) for file in files]
        return tuple([step for step in steps if step is not None])

    def next_order(self) -> int:
        """The next place in document order among timers and sends."""
        self.order += 1
        return self.order - 1

    def check_cancels(self) -> None:
        """Tells about a `cancel` of something that is never sent."""
        for word in self.cancelled:
            if word not in self.sent:
                self.sink.error(
                    "unknown-send",
                    word.span,
                    name=str(word),
                    suggestion=closest(word, self.sent),
                    known=sorted(self.sent),
                )

    def _step(self, file: AnyStep, data: EventData | None) -> Step | None:
        if isinstance(file, AskStep):
            return self._ask(file, data)
        if isinstance(file, SetStep):
            return self._assign(file, data)
        if isinstance(file, AddStep):
            return self._add(file, data)
        if isinstance(file, RememberStep):
            return self._remember(file, data)
        if isinstance(file, RaiseStep):
            return Raise(file.key_span("raise"), str(file.event)) if self.sendable(file.event) else None
        if isinstance(file, SendStep):
            return self._send(file.send)
        if isinstance(file, TellStep):
            return self.tells.read(file.tell, data)
        self.cancelled.append(file.id)
        return Cancel(file.id.span, str(file.id))

    def _ask(self, file: AskStep, data: EventData | None) -> Ask | None:
        if not self.vocabulary.names["actions"].find(file.ask, "undeclared-action", self.sink):
            return None
        action = self.vocabulary.actions[file.ask]
        given: dict[str, Expr] = {}
        for name, raw in file.params.items():
            declaration = action.params.get(name)
            if declaration is None:
                known = list(action.params)
                self.sink.error(
                    "undeclared-param",
                    name.span,
                    name=str(name),
                    action=action.name,
                    suggestion=closest(name, known),
                    known=known,
                )
                continue
            value = self.reader.value(raw, declaration.type, data, literal=True)
            if value is not None:
                given[name] = value
        params = []
        for needed, declaration in action.params.items():
            if needed in given:
                params.append((needed, given[needed]))
            elif declaration.default is not None:
                params.append((needed, Constant(file.ask.span, declaration.default)))
            elif needed not in file.params:
                self.sink.error("missing-param", file.ask.span, name=needed, action=action.name)
        return Ask(file.ask.span, action.name, tuple(params), action.to)

    def _assign(self, file: SetStep, data: EventData | None) -> Assign:
        values = []
        for name, raw in file.values.items():
            if self._is_variable(name) and not self._is_person(name):
                value = self.reader.value(raw, self.vocabulary.context[name].type, data)
                if value is not None:
                    values.append((str(name), value))
        return Assign(file.key_span("set"), tuple(values))

    def _is_person(self, name: Word) -> bool:
        """Whether a variable holds a person; tells that nothing but `remember` changes it."""
        if self.vocabulary.context[name].type.kind != "person":
            return False
        self.sink.error("person-not-set", name.span, name=str(name))
        return True

    def _remember(self, file: RememberStep, data: EventData | None) -> Assign | None:
        if data is None:
            self.sink.error("remember-without-event", file.key_span("remember"))
            return None
        values: list[tuple[str, Expr]] = []
        for name, raw in file.persons.items():
            if not self._is_variable(name):
                continue
            if self.vocabulary.context[name].type.kind != "person":
                self.sink.error("not-a-person", name.span, name=str(name))
            elif not isinstance(raw, Word) or raw != "by":
                self.sink.error("remember-only-by", raw.span, name=str(name))
            elif not self.reader.roles:
                self.sink.error("by-not-here", raw.span)
            else:
                values.append((str(name), reporting_person(raw.span)))
        return Assign(file.key_span("remember"), tuple(values))

    def _add(self, file: AddStep, data: EventData | None) -> Add:
        amounts = []
        for name, raw in file.amounts.items():
            if not self._is_variable(name):
                continue
            if self.vocabulary.context[name].type.kind not in ("counter", "range"):
                self.sink.error("not-a-counter", name.span, name=str(name))
                continue
            amount = self.reader.amount(raw, data)
            if amount is not None:
                amounts.append((str(name), amount))
        return Add(file.key_span("add"), tuple(amounts))

    def _is_variable(self, name: Word) -> bool:
        names = self.vocabulary.names
        for section, what in _NO_VARIABLES.items():
            if name in names[section] and name not in names["context"]:
                self.sink.error("not-a-variable", name.span, name=str(name), what=what)
                return False
        return names["context"].find(name, "undeclared-variable", self.sink)

    def _send(self, file: SendFile) -> Send | None:
        if file.id is not None:
            self.sent.add(str(file.id))
        require(file, self.sink)
        if file.event is None or not self.sendable(file.event):
            return None
        delay = None if file.delay is None else self.delays.read(file.delay)
        if delay is not None and delay.name is None and delay.amount == 0:
            delay = None
        return Send(
            file.event.span, str(file.event), delay, str(file.id) if file.id else None, self.next_order()
        )

    def sendable(self, event: Word) -> bool:
        """Whether an event can come from the policy itself; tells why not."""
        if not self.vocabulary.names["events"].find(event, "undeclared-event", self.sink):
            return False
        self.self_made.add(str(event))
        needed = [name for name, datum in self.vocabulary.events[event].data.items() if datum.default is None]
        if needed:
            self.sink.error("event-needs-data", event.span, name=str(event), data=needed)
        return not needed
