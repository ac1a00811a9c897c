"""Before timing: every engine has the same state after each event, and the same actions in the end."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.engine import Engine


class DisagreementError(AssertionError):
    """two engines end the same call differently, so their times say nothing"""


def assert_agreement(reference: Engine, engine: Engine, calls: Sequence[Sequence[str]]) -> None:
    """Plays every call twice: event by event for the states, then in one go for the actions.

    Raises DisagreementError at the first difference, with the call and what each engine has.
    """
    for call in calls:
        one, other = reference.start(), engine.start()
        for place, event in enumerate(call):
            reference.drive(one, [event])
            engine.drive(other, [event])
            _same(reference, engine, call[: place + 1], reference.state(one), engine.state(other))
        one, other = reference.start(), engine.start()
        expected, actual = reference.drive(one, call), engine.drive(other, call)
        _same(reference, engine, call, reference.names(expected), engine.names(actual))
        _same(reference, engine, call, reference.state(one), engine.state(other))
    engine.forget()


def assert_same_actions(reference: Engine, engine: Engine, calls: Sequence[Sequence[str]]) -> None:
    """The same for engines that name their states differently: raises where the actions of a call differ."""
    for call in calls:
        expected = reference.names(reference.drive(reference.start(), call))
        actual = engine.names(engine.drive(engine.start(), call))
        _same(reference, engine, call, expected, actual)


def _same(reference: Engine, engine: Engine, call: Sequence[str], expected: object, actual: object) -> None:
    if expected != actual:
        raise DisagreementError(
            f"{engine.name} differs from {reference.name} in the call {', '.join(call)}: "
            f"{actual!r} instead of {expected!r}"
        )
