"""Measures coverage in fixtures and tests alone.

pytest's own work between them reaches no line of ours, and takes three times as long while it is measured.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest


class Aim:
    """A plugin beside pytest-cov, whose controller it stops and starts."""

    def __init__(self, controller: Any) -> None:
        self._controller = controller
        self._inside = 0

    def pytest_collection_finish(self) -> None:
        self._controller.pause()

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_fixture_setup(self) -> Generator[None, object, object]:
        return (yield from self._measured())

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        if pyfuncitem.get_closest_marker("no_cover") is not None:
            return (yield)
        return (yield from self._measured())

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_call(self) -> Generator[None, object, object]:
        try:
            return (yield)
        finally:
            # After a test with the mark `no_cover` pytest-cov goes on at once.
            if self._controller.started:
                self._controller.pause()

    def _measured(self) -> Generator[None, object, object]:
        # One fixture asks for another.
        if self._inside == 0 and not self._controller.started:
            self._controller.resume()
        self._inside += 1
        try:
            return (yield)
        finally:
            self._inside -= 1
            if self._inside == 0:
                self._controller.pause()
