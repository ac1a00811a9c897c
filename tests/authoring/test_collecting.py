"""The garbage collector comes less often while a policy is checked, and as before afterwards."""

from __future__ import annotations

import gc

import pytest

from policy_engine.authoring.collecting import SELDOM, collecting_seldom


def test_it_comes_as_often_as_before_once_everybody_is_done() -> None:
    before = gc.get_threshold()

    with collecting_seldom(), pytest.raises(ValueError, match="stopped"):
        stop()

    assert before == gc.get_threshold()


def stop() -> None:
    with collecting_seldom():
        assert SELDOM == gc.get_threshold()[0]
        raise ValueError("stopped")
