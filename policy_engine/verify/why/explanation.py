"""What is said of a decision: the transitions that were taken or passed over, what refused it, and what would
have changed it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from policy_engine.diagnostics.span import Span
from policy_engine.model.chart import Chart, Transition
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.decision import Text
from policy_engine.verify.why.conditions import Part
from policy_engine.verify.why.options import Option


@record
class Branch:
    """A transition that was asked. `condition` is its own, or None; of an `else`, `others` are those of the
    branches beside it. `barred`: its condition holds, but it is not for the role that reported.
    """

    transition: Transition
    state: str
    condition: Part | None = None
    others: tuple[Part, ...] = ()
    barred: bool = False


@record
class Refused:
    """What refused an event. `code` is that of the reason: `forbidden`, `requires`, `role-may-not`, ...

    state: whose `forbid` it is, with its `condition`. missing: what must come first. roles: who may report
    it. `span` is where the refusal is written.
    """

    code: str
    span: Span
    state: str | None = None
    condition: Part | None = None
    missing: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@record
class Altered:
    """One value that would have been another. `kind` says what it is: "context", "fact", "data", "by" or
    "person".
    """

    kind: str
    name: str
    was: Value | None
    option: Option


@record
class Alternative:
    """A change, and what would have come of it.

    settled: where the session would have gone by `always` before it came to the event, or empty. missing:
    what would have had to come first. elsewhere: the line that decides, where verdict and states are the
    same.
    """

    altered: tuple[Altered, ...]
    verdict: str
    states: tuple[str, ...]
    actions: tuple[str, ...]
    settled: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    elsewhere: Span | None = None


@record
class Explanation:
    """Why something was decided.

    kind: "event", "timer", "sent", "facts" or "start". name: the event, or the cause of the decision. reason:
    that of the decision. taken: the transitions, in order. passed: those that were asked and not taken, the
    innermost first. began: the variables as they stood when it came. heard_in: where an event that nothing
    asked about is heard. alternatives: the smallest change to each other answer that needs all of it, the
    smallest first; everything was tried that changes up to `thorough` values, and `exhausted` says that no
    larger change leads anywhere else. chart: the policy.
    """

    kind: str
    name: str
    verdict: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    actions: tuple[str, ...]
    reason: Text | None
    taken: tuple[Branch, ...]
    passed: tuple[Branch, ...]
    refused: Refused | None
    began: Mapping[str, Value]
    heard_in: tuple[str, ...]
    alternatives: tuple[Alternative, ...]
    thorough: int
    exhausted: bool
    chart: Chart

    def text(self, language: str = "en") -> str:
        """All of it in words, "en" or "nl", a line each."""
        from policy_engine.verify.why.telling import told

        return "\n".join(f"{'  ' * line.depth}{line.text}" for line in told(self, language))

    def to_dict(self, language: str = "en") -> dict[str, Any]:
        """All of it as JSON-ready data, with its words in `language`."""
        from policy_engine.verify.why.data import explanation_json

        return explanation_json(self, language)
