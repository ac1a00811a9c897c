"""What the oracle alone makes of a random chart: the calls of a course, and what each should give.

Which calls come depends on the oracle and on nothing that is compiled, so that one rehearsal serves to
compare as many kernels as one likes with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from random import Random
from typing import Any

from tests.oracle.charts import random_policy
from tests.oracle.compiled import Time
from tests.oracle.content import RangeError, Trigger
from tests.oracle.course import Outcome, fired, from_report
from tests.oracle.courses import Call, random_calls, random_facts
from tests.oracle.naive import Naive
from tests.oracle.shapes import Flavour
from tests.oracle.steps import EndlessError

CALLS = 12


@dataclass(frozen=True)
class Step:
    """A call, whether the session is taken up from its snapshot before it, and what is expected of it."""

    call: Call
    resumed: bool
    expected: Outcome | tuple[tuple[float, Outcome], ...]


class Rehearsal:
    """A random chart and a random course through it; `refused` names the error with which the oracle gave up.

    `edges` is how many of its table are expanded at once, `time` how the sessions know what time it is.
    """

    def __init__(self, seed: int, flavour: Flavour) -> None:
        random = Random(seed)
        self.title = f"seed {seed}, {flavour}"
        self.policy = random_policy(random, flavour)
        self.facts, self.most = random_facts(random, self.policy), random.choice((1, 2, 2, 3))
        self.time: Time = random.choice(("told", "clock") if flavour.queues else ("told", "none"))
        self.edges = random.choice((1, 150))
        self.steps: list[Step] = []
        self.opening: Outcome | None = None
        self.microsteps = 0
        self.regions = False
        self.refused: str | None = None
        try:
            self.naive = Naive(self.policy, self.facts, 0, most=self.most)
            self.opening = from_report(self.naive.opening)
            self.microsteps = self.naive.microsteps
            self.regions = len(self.naive.leaves()) > 1
            for call in random_calls(random, self.naive, CALLS):
                self.steps.append(Step(call, random.random() < 0.2, self.make(call)))
        except (EndlessError, RangeError) as error:
            self.refused = type(error).__name__

    def make(self, call: Call) -> Outcome | tuple[tuple[float, Outcome], ...]:
        outcome: Outcome | tuple[tuple[float, Outcome], ...]
        if call.kind == "advance":
            reports = self.naive.advance(call.now)
            outcome = fired(reports)
        else:
            if call.kind == "learn":
                report = self.naive.learn(call.facts, call.now)
            else:
                report = self.naive.send(call.event, call.data, call.by, call.facts, call.now)
            outcome = from_report(report)
            reports = [*report.prior, (call.now, report)]
        self.microsteps += sum(report.microsteps for _, report in reports)
        self.regions = self.regions or len(self.naive.leaves()) > 1
        return outcome

    @cached_property
    def allowed(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """What each role may report at the end, as nobody in particular and as a person."""
        roles = product(self.naive.policy["roles"], ("", "p"))
        return {(role, person): allowed(self.naive, role, person) for role, person in roles}

    @cached_property
    def forbidden(self) -> dict[str, set[str]]:
        """The events that would be answered with `forbidden` at the end, each with the texts it may have."""
        return forbidden(self.naive)


def allowed(session: Naive, role: str, person: str = "") -> tuple[str, ...]:
    """The events that would be applied now, for some data, if `role` reported them."""
    found = []
    for event, declared in session.policy["events"].items():
        may = role in declared.get("by", [role])
        may = may and (person != "" or not session.is_personal(event)) and not session.done
        if may and any(takes(session, event, role, data, person) for data in all_data(declared)):
            found.append(event)
    return tuple(found)


def forbidden(session: Naive) -> dict[str, set[str]]:
    """The events that would be answered with `forbidden` if the first role reported them."""
    first = next(iter(session.policy["roles"]))
    events = session.policy["events"].items()
    may = [event for event, declared in events if not session.done and first in declared.get("by", [first])]
    may = [event for event in may if not session.is_personal(event)]
    found = {event: refusals(session, event, first) for event in may}
    return {event: texts for event, texts in found.items() if texts}


def refusals(session: Naive, event: str, role: str) -> set[str]:
    """Why an event would be refused, for whatever data; nothing where some data let it through."""
    every = all_data(session.policy["events"][event])
    if any(takes(session, event, role, data, "") for data in every):
        return set()
    texts = [session.forbidden(event, role, data) or session.missing(event, role, data, "") for data in every]
    return {text for text in texts if text is not None}


def all_data(event: dict[str, Any]) -> list[dict[str, Any]]:
    if "data" not in event:
        return [{}]
    return [{"size": size, "urgent": urgent} for size, urgent in product(range(3), (False, True))]


def takes(session: Naive, event: str, role: str, data: dict[str, Any], person: str) -> bool:
    if session.forbidden(event, role, data, person) or session.missing(event, role, data, person):
        return False
    session.data, session.by, session.person = data, role, person
    session.barred = False
    taken = bool(session.enabled(Trigger("event", event))) or session.hears(event)
    session.data, session.by, session.person = {}, None, ""
    return taken or (event in session.policy.get("statements", {}) and not session.barred)
