"""`tell`: an event for a session of another policy, as an action that the host is asked for.

The action is called `tell`. Its parameters are `policy`, `key` and `event`, and `data.<name>` for each datum,
so that nothing behind this module needs to know of it: a table, a snapshot or a page asks for it as for any
other. Whether the other policy knows the event is asked where both are at hand.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import PLAIN, ActionType, Ask, Words
from policy_engine.model.expressions.result import joined
from policy_engine.model.expressions.tree import Constant, Expr, Ref
from policy_engine.model.files.leaves import problem_of_name
from policy_engine.model.files.shape import require
from policy_engine.model.files.steps import TellFile
from policy_engine.model.resolve.scopes import EventData, Reader
from policy_engine.model.resolve.vocabulary import Vocabulary
from policy_engine.model.tell import DATA, TELL
from policy_engine.model.types import Declaration, Type

_LABELS: Mapping[str, tuple[str, str]] = {  # English, Dutch
    TELL: ("pass on", "doorgeven"),
    "policy": ("to", "aan"),
    "key": ("about", "over"),
    "event": ("what", "wat"),
}
_TEXT = Type("text")


@dataclass(slots=True)
class Tells:
    """Reads what other policies are told; the action is declared with the first of them.

    `keys` has the facts and variables that the keys of each policy are, and None for a key that is neither.
    """

    reader: Reader
    vocabulary: Vocabulary
    sink: Diagnostics
    keys: dict[str, set[str | None]] = field(default_factory=dict)

    def read(self, file: TellFile, data: EventData | None) -> Ask | None:
        """One `tell`; None where something is missing or wrong."""
        require(file, self.sink)
        for name in (file.policy, file.event):
            problem = None if name is None else problem_of_name(name)
            if name is not None and problem is not None:
                code, fields = problem
                self.sink.error(code, name.span, **{"suggestion": None, **fields})
                return None
        key = None if file.key_ is None else self.reader.key(file.key_, data)
        told = self._data(file, data)
        if file.policy is None or file.event is None or key is None:
            return None
        named = key.name if isinstance(key, Ref) and key.kind in ("context", "fact") else None
        self.keys.setdefault(str(file.policy), set()).add(named)
        self._declare(file.key_span("event"), told, data)
        params: tuple[tuple[str, Expr], ...] = (
            ("policy", Constant(file.policy.span, str(file.policy))),
            ("key", key),
            ("event", Constant(file.event.span, str(file.event))),
            *((DATA + name, expr) for name, expr in told.items()),
        )
        return Ask(file.policy.span, TELL, params, None)

    def _data(self, file: TellFile, data: EventData | None) -> dict[str, Expr]:
        read = {str(name): self.reader.anything(raw, data) for name, raw in (file.data or {}).items()}
        return {name: expr for name, expr in read.items() if expr is not None}

    def _declare(self, span: Span, told: Mapping[str, Expr], data: EventData | None) -> None:
        """The action with everything that is told anywhere in the policy."""
        actions = self.vocabulary.actions
        before = actions.get(TELL)
        params = (
            dict(before.params)
            if before
            else {name: self._param(name, _TEXT) for name in _LABELS if name != TELL}
        )
        for name, expr in told.items():
            known = params.get(DATA + name)
            new = self.reader.type_of(expr, data)
            wide = new if known is None else joined((known.type, new))
            params[DATA + name] = self._param(DATA + name, wide or _TEXT)
        actions[TELL] = ActionType(
            TELL, before.span if before else span, None, params, label=self._words(TELL)
        )
        self.vocabulary.names["actions"].known.setdefault(TELL)

    def _param(self, name: str, type_: Type) -> Declaration:
        words = self._words(name.removeprefix(DATA))
        return Declaration(name, type_, None, {language: texts[0] for language, texts in words.items()})

    def _words(self, name: str) -> Words:
        plain = name.replace("_", " ")
        english, dutch = _LABELS.get(name, (plain, plain))
        languages = self.vocabulary.languages or (PLAIN,)
        return {
            language: (dutch if language.partition("-")[0] == "nl" else english,) for language in languages
        }
