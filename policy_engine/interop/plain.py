"""Callbacks are ordinary functions: what one begins is done when it returns.

An `async def` or a generator only begins when somebody awaits it or goes through it, and nobody here does.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping

from policy_engine.errors import HostError

_NOT_BEGUN: tuple[Callable[[object], bool], ...] = (
    inspect.iscoroutinefunction,
    inspect.isasyncgenfunction,
    inspect.isgeneratorfunction,
)
_WAITS: tuple[Callable[[object], bool], ...] = (
    inspect.isawaitable,
    inspect.isasyncgen,
    inspect.isgenerator,
)


def runs_when_called(callback: Callable[..., object]) -> bool:
    """Whether calling it runs it; an object is judged by its `__call__`."""
    kinds: tuple[object, ...] = (callback, type(callback).__call__)
    return not any(waits(kind) for kind in kinds for waits in _NOT_BEGUN)


def waiting(name: str, model: object) -> HostError:
    """What is raised for a callback that would not be run."""
    return HostError(
        f"`{name}` of `{type(model).__name__}` must be an ordinary method, not `async def` or a generator: "
        "it is called and never awaited. Put the work in a list or a queue there, and await it when the "
        "event method has answered"
    )


def call(callback: Callable[..., object], name: str, model: object, params: Mapping[str, object]) -> None:
    """Calls a callback. Raises HostError where it answers with work that still has to be awaited."""
    answer = callback(**params)
    if answer is None or not any(waits(answer) for waits in _WAITS):
        return
    # It is ended here, so that nothing of it runs after the call was taken back.
    end = getattr(answer, "close", None) or getattr(answer, "cancel", None)
    if end is not None:
        end()
    raise waiting(name, model)
