"""A timer that never fires: something that is due earlier always leaves its state."""

from policy_engine.model.chart import Timer
from policy_engine.verify.rules.rule import Findings, Rule, found
from policy_engine.verify.rules.seen import Seen


def _find(seen: Seen) -> Findings:
    for timer in seen.chart.timers:
        state = seen.chart.states[timer.state]
        if state.id not in seen.active:
            continue
        earlier = _earlier(timer, seen)
        if earlier is not None or all(branch.id not in seen.taken for branch in timer.branches):
            # Without one that is surely due earlier it is enough to say that it never fires.
            others = [other for other in state.after if other.index != timer.index]
            known = [earlier] if earlier else sorted(others, key=lambda other: _length(other, seen) or 0)[:1]
            names = [f"{seen.chart.states[other.state].id}: {other.duration}" for other in known]
            yield found(timer.span, state=state.id, duration=str(timer.duration), earlier=names)


def _earlier(timer: Timer, seen: Seen) -> Timer | None:
    """A timer of a state around this one that is due by then at the latest, and always leaves both."""
    length = _length(timer, seen)
    if length is None:
        return None
    for state in list(seen.view.around(timer.state))[1:]:
        for other in state.after:
            due = _length(other, seen)
            branches = other.branches
            sure = branches[-1].is_else or branches[-1].guard is None
            if due is not None and due <= length and sure and all(branch.targets for branch in branches):
                return other
    return None


def _length(timer: Timer, seen: Seen) -> int | None:
    return timer.duration.fixed_in(seen.chart.calendar)


RULE = Rule("timer-never-fires", "warning", never=_find)
