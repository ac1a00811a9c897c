"""Callbacks that would not run when they are called."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

import policy_engine as pe
from tests.interop.policies import steps


async def _awaited(*_: object, **__: object) -> None:
    raise AssertionError


async def _gone_through(*_: object, **__: object) -> AsyncIterator[int]:
    yield 1


def _generated(*_: object, **__: object) -> Iterator[int]:
    yield 1


class Later:
    """Called like a function."""

    async def __call__(self) -> None:
        raise AssertionError


NEVER_RUN = [_awaited, _gone_through, _generated, partial(_awaited, 1), Later()]


class Call:
    """A host's own class."""


@pytest.mark.parametrize("callback", NEVER_RUN, ids=lambda one: type(one).__name__)
@pytest.mark.parametrize("name", ["on_enter_last", "on_exit_first", "do_ring"])
@pytest.mark.parametrize("where", ["class", "object"])
def test_a_callback_that_is_not_run_by_calling_it_is_refused_before_anything_changes(
    callback: object, name: str, where: str
) -> None:
    model = type("Hasty", (Call,), {name: callback} if where == "class" else {})()
    vars(model).update({name: callback} if where == "object" else {})
    before = dict(vars(model))

    with pytest.raises(pe.HostError, match=f"`{name}` of `Hasty` must be an ordinary method"):
        pe.as_machine(steps(), model)

    assert before == vars(model)


class Future:
    """Awaitable, with nothing to end it by."""

    def __await__(self) -> Iterator[None]:
        yield


@pytest.mark.parametrize(
    "begin", [_awaited, _gone_through, _generated, Future], ids=["coroutine", "async", "plain", "own"]
)
@pytest.mark.filterwarnings("error")
def test_a_callback_that_answers_with_work_to_await_is_taken_back(begin: Callable[[], object]) -> None:
    class Sly(Call):
        def on_enter_last(self) -> Any:
            return begin()

    call: Any = Sly()
    machine = pe.as_machine(steps(), call)
    before = (machine.session.snapshot(), call.state, call.decision)

    with pytest.raises(pe.HostError, match="`on_enter_last` of `Sly` must be an ordinary method"):
        call.d()

    assert before == (machine.session.snapshot(), call.state, call.decision)


def test_a_task_that_an_action_began_is_stopped() -> None:
    async def ring() -> asyncio.Task[None]:
        class Hurried(Call):
            def do_ring(self, **_: object) -> asyncio.Task[None]:
                self.task = asyncio.create_task(_awaited())
                return self.task

        call: Any = Hurried()
        pe.as_machine(steps(), call)
        with pytest.raises(pe.HostError, match="`do_ring` of `Hurried`"):
            call.c()
        await asyncio.sleep(0)
        task: asyncio.Task[None] = call.task
        return task

    # In a thread of its own: a browser that other tests drive may keep a loop running in this one.
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(asyncio.run, ring()).result().cancelled()


def test_what_a_callback_answers_else_means_nothing() -> None:
    class Chatty(Call):
        def on_enter_last(self) -> str:
            return "done"

    call: Any = Chatty()
    pe.as_machine(steps(), call)

    assert call.d()
