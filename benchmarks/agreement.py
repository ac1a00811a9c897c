"""Before timing: every engine has the same state after each event, and the same actions in the end."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.engine import Engine


class DisagreementError(AssertionError):
    """two engines end the same call differently, so their times say nothing"""


def assert_agreement(reference: Engine, engine: Engine, calls: Sequence[Sequence[str]]) -> None:
    """Raises DisagreementError with the call and both courses where `engine` differs from `reference`."""
    for call in calls:
        expected, actual = course(reference, call), course(engine, call)
        if expected != actual:
            raise DisagreementError(
                f"{engine.name} differs from {reference.name} in the call {', '.join(call)}:\n"
                f"  {reference.name}: {expected}\n  {engine.name}: {actual}"
            )
    engine.forget()


def course(engine: Engine, call: Sequence[str]) -> tuple[list[str], tuple[str, ...], str]:
    """The state after each event; of the same call driven in one go, its actions and its last state."""
    stepped = engine.start()
    states = [engine.state(stepped)]
    for event in call:
        engine.drive(stepped, [event])
        states.append(engine.state(stepped))
    whole = engine.start()
    actions = engine.names(engine.drive(whole, call))
    return states, actions, engine.state(whole)
