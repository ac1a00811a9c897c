"""Faults that a kernel could have: each puts one into the real one, for a test to find."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from policy_engine.automaton import microsteps
from policy_engine.automaton.calls import Calls
from policy_engine.automaton.kernel import Run
from policy_engine.automaton.microsteps import Planner
from policy_engine.automaton.topology import bits, bits_down
from policy_engine.model.chart import Send
from policy_engine.session import long_way, timers
from policy_engine.session.long_way import LongWay

Fault = Callable[[pytest.MonkeyPatch], None]
FAULTS: list[Fault] = []


def fault(put: Fault) -> Fault:
    FAULTS.append(put)
    return put


def method(name: str) -> Callable[[Callable[..., Any]], Fault]:
    """A fault in one method of a run or of a planner; the function is given the sound method first."""
    owner = Run if hasattr(Run, name) else Planner

    def decorate(faulty: Callable[..., Any]) -> Fault:
        sound = getattr(owner, name)

        def put(monkeypatch: pytest.MonkeyPatch) -> None:
            monkeypatch.setattr(owner, name, lambda run, *arguments: faulty(sound, run, *arguments))

        put.__name__ = faulty.__name__
        return fault(put)

    return decorate


# ---- order


@fault
def states_are_left_from_the_outermost_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(microsteps, "bits_down", bits)


@method("_enter")
def states_are_entered_from_the_innermost_out(sound: Any, run: Any, wanted: int) -> None:
    for index in bits_down(wanted):
        sound(run, 1 << index)


@method("_microstep")
def transitions_act_before_the_exits(sound: Any, run: Any, selected: list[Any]) -> None:
    before = len(run.actions)
    sound(run, selected)
    made = sorted(run.actions[before:], key=lambda call: call.action == "leave")
    run.actions = (*run.actions[:before], *made)


@method("_select_event")
def transitions_act_in_reverse_order(sound: Any, run: Any, event: str) -> Any:
    return sound(run, event)[::-1]


@method("_next_queued")
def what_was_raised_last_comes_first(sound: Any, run: Any) -> Any:
    run.queue.rotate(1)
    return sound(run)


@method("_done")
def done_overtakes_what_was_raised(sound: Any, run: Any, index: int) -> None:
    waiting = list(run.queue)
    run.queue.clear()
    sound(run, index)
    run.queue.extend(waiting)


@method("_select")
def raised_events_come_before_always(sound: Any, run: Any, handlers: Any) -> Any:
    return [] if handlers is run.program.always and run.queue else sound(run, handlers)


@method("_next_queued")
def sent_events_come_before_raised_ones(sound: Any, run: Any) -> Any:
    return run._next_sent() if run.pending else sound(run)


# ---- selection


@method("_select")
def outer_handlers_come_first(_sound: Any, run: Any, handlers: Any) -> Any:
    for state in bits(run.configuration & handlers.mask):
        arrow = run._pick(handlers.branches.get(state, ()))
        if arrow is not None:
            return [arrow]
    return []


@method("_without_conflicts")
def conflicts_are_not_settled(_sound: Any, _run: Any, enabled: list[Any]) -> Any:
    return enabled


@method("_without_conflicts")
def the_first_of_two_in_conflict_always_wins(_sound: Any, run: Any, enabled: list[Any]) -> Any:
    kept: list[Any] = []
    for arrow in enabled:
        if not any(run._exits(arrow) & run._exits(other) for other in kept):
            kept.append(arrow)
    return kept


@method("_select")
def only_the_first_region_hears(sound: Any, run: Any, handlers: Any) -> Any:
    return sound(run, handlers)[:1]


@method("_pick")
def nobody_asks_who_reports(_sound: Any, run: Any, branches: tuple[Any, ...]) -> Any:
    return next((arrow for arrow in branches if arrow.guard is None or arrow.guard(run)), None)


# ---- domains and entries


@method("_domain")
def internal_transitions_leave_their_source(sound: Any, run: Any, arrow: Any) -> int:
    topology = run.program.topology
    if sound(run, arrow) != arrow.source:
        return int(sound(run, arrow))
    return next((one for one in topology.above[arrow.source] if topology.compound >> one & 1), 0)


@method("_domain")
def external_transitions_stay_in_their_source(sound: Any, run: Any, arrow: Any) -> int:
    topology = run.program.topology
    inside = all(topology.below[arrow.source] >> target & 1 for target in arrow.targets)
    return int(arrow.source if topology.compound >> arrow.source & 1 and inside else sound(run, arrow))


@method("_domain")
def parallel_states_are_domains(sound: Any, run: Any, arrow: Any) -> int:
    below = run.program.topology.below
    around = run.program.topology.above[arrow.source]
    holds_all = (one for one in around if all(below[one] >> target & 1 for target in arrow.targets))
    return next(holds_all) if sound(run, arrow) != arrow.source else int(arrow.source)


@method("_with_path")
def other_regions_are_not_entered(_sound: Any, run: Any, index: int, end: int, wanted: int) -> int:
    for ancestor in run.program.topology.above[index]:
        if ancestor == end:
            break
        wanted |= 1 << ancestor
    return wanted


@method("_with_regions")
def regions_of_a_target_begin_anew(_sound: Any, run: Any, parallel: int, wanted: int) -> int:
    for region in run.program.topology.regions[parallel]:
        wanted = run._with_descendants(region, wanted)
    return wanted


# ---- history


@method("_remember")
def histories_remember_nothing(_sound: Any, _run: Any, _leaving: int) -> None:
    pass


@method("_remember")
def histories_keep_their_first_memory(sound: Any, run: Any, leaving: int) -> None:
    before = list(run.history)
    sound(run, leaving)
    run.history[:] = [old or new for old, new in zip(before, run.history, strict=True)]


@method("_remember")
def deep_histories_remember_children(sound: Any, run: Any, leaving: int) -> None:
    sound(run, leaving)
    topology = run.program.topology
    for index in bits(leaving & topology.remembering):
        children = sum(1 << one for one in topology.regions[index] if run.configuration >> one & 1)
        for history in topology.remembers[index]:
            run.history[topology.slot[history]] = children


@method("_remember")
def shallow_histories_remember_leaves(sound: Any, run: Any, leaving: int) -> None:
    sound(run, leaving)
    topology = run.program.topology
    for index in bits(leaving & topology.remembering):
        for history in topology.remembers[index]:
            leaves = run.configuration & topology.below[index] & topology.atomic
            run.history[topology.slot[history]] = leaves


@method("_default")
def histories_without_memory_forget_their_target(sound: Any, run: Any, history: int) -> Any:
    states = run.program.chart.states
    parent = states[run.program.topology.parent[history]]
    begins = () if parent.initial is None or states[parent.initial].kind == "history" else (parent.initial,)
    return begins or sound(run, history)


# ---- final states, refusals, variables, time


@method("_is_in_final")
def one_region_in_its_final_state_is_enough(_sound: Any, _run: Any, _index: int) -> bool:
    return True


@method("_reached_final")
def parallel_states_are_never_done(sound: Any, run: Any, index: int) -> None:
    parallel, run.program.topology.parallel = run.program.topology.parallel, 0
    sound(run, index)
    run.program.topology.parallel = parallel


@method("_internal")
def raised_events_pass_every_forbid(_sound: Any, run: Any, event: str) -> Any:
    run.current = event
    return run._select_event(event)


@method("_change")
def one_set_reads_what_it_has_written(sound: Any, run: Any, step: Any, assignments: Any, adds: bool) -> None:
    for assignment in assignments:
        sound(run, step, (assignment,), adds)


@fault
def nothing_is_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Run, "_lacking", lambda *_: None)


@method("_lacking")
def one_of_what_is_required_is_enough(sound: Any, run: Any, event: str, selected: Any) -> Any:
    refusal = sound(run, event, selected)
    required = [item for arrow in selected for item in arrow.requires]
    return None if any(run.values[slot] for slot, _ in required) else refusal


@fault
def nobody_need_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Calls, "_names_person", lambda *_: True)


@fault
def everybody_is_the_same_person(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_way, "person_of", lambda by: "somebody" if isinstance(by, tuple) else "")


@fault
def repeats_always_count(monkeypatch: pytest.MonkeyPatch) -> None:
    def faulty(session: Any, event: str, inputs: Any, now: int, *_: Any, plain: bool) -> Any:
        return session._handle(event, inputs, now, plain=plain)

    monkeypatch.setattr(LongWay, "_handle_once", faulty)


@fault
def repeats_make_the_while_longer(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = LongWay._handle_once

    def faulty(session: Any, event: str, *what: Any, **how: Any) -> Any:
        decision = sound(session, event, *what, **how)
        if decision.reason is not None and decision.reason.code == "settling":
            *others, last = session._settling[event]
            session._settling = {**session._settling, event: (*others, last + 10**9)}
        return decision

    monkeypatch.setattr(LongWay, "_handle_once", faulty)


@fault
def equal_due_times_fire_backwards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timers, "when", lambda entry: (entry[0], -entry[1], entry[2]))


@fault
def a_whole_count_keeps_its_first_period(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = Run._repeat

    def faulty(run: Any, step: Any, times: int) -> None:
        if isinstance(step, Send) and step.id is not None and run.values[run.program.slot["count"]] > 0:
            return
        sound(run, step, times)

    monkeypatch.setattr(Run, "_repeat", faulty)


@fault
def timers_are_as_long_as_facts_were_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    sound = LongWay._values

    def faulty(session: Any, row: Any = None) -> dict[str, Any]:
        return {**sound(session, row), "pause": session._row.table.defaults["pause"]}

    monkeypatch.setattr(LongWay, "_values", faulty)
