"""Exceptions: one tree, each with its facts, and the same after a journey between processes."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any

import pytest

import policy_engine as pe
from tests.small import ladder


def no_policy() -> None:
    pe.parse_policy("policy: small\nformat: 1\ninitial: nowhere\nstates: {s: {}}")


def no_event() -> None:
    ladder().start().send("insullt")


def no_role() -> None:
    ladder().start().send("insult", by="manger")


def no_fact() -> None:
    ladder().start({"at_risk": 5})


def no_time() -> None:
    now: Any = "now"
    ladder().start(now=now)


def no_snapshot() -> None:
    ladder().resume({})


def default_message() -> None:
    raise pe.TableError


RAISING = (no_policy, no_event, no_role, no_fact, no_time, no_snapshot, default_message)


def through_pickle(error: pe.PolicyEngineError) -> object:
    return pickle.loads(pickle.dumps(error))  # noqa: S301 - what was pickled here


def caught(call: Callable[[], None]) -> pe.PolicyEngineError:
    with pytest.raises(pe.PolicyEngineError) as found:
        call()
    return found.value


@pytest.mark.parametrize("call", RAISING)
@pytest.mark.parametrize("again", [through_pickle, copy.copy, copy.deepcopy])
def test_an_exception_comes_back_as_it_was(
    call: Callable[[], None], again: Callable[[pe.PolicyEngineError], object]
) -> None:
    error = caught(call)

    back = again(error)

    assert type(back) is type(error)
    assert str(back) == str(error) != ""
    assert vars(back) == vars(error)


def test_an_exception_comes_out_of_a_pool_of_processes() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        error = pool.submit(no_event).exception()

    assert isinstance(error, pe.UnknownEventError)
    assert (error.event, error.suggestion) == ("insullt", "insult")


@pytest.mark.parametrize("again", [pickle.dumps, copy.copy, copy.deepcopy])
def test_a_decision_says_that_it_can_not_be_copied(again: Callable[[object], object]) -> None:
    with pytest.raises(TypeError, match="to_dict"):
        again(ladder().start().opening)
