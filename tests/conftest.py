"""What holds for all tests."""

from __future__ import annotations

import gc
from collections.abc import Generator

import pytest
from hypothesis import settings

from tests.aiming import Aim

# No test asserts a time: a busy machine is no mistake of ours.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> Generator[None, object, object]:
    """Lets pytest-cov measure where something can be measured."""
    plugin = session.config.pluginmanager.get_plugin("_cov")
    is_worker = hasattr(session.config, "workerinput")
    if is_worker and plugin is not None and plugin.cov_controller is not None:
        # It begins in a worker of xdist twice, once as if it were the master, and that would go on while a
        # test runs that asks for `no_cover`.
        plugin.cov_controller.cov.stop()
    result = yield
    if plugin is not None and plugin.cov_controller is not None:
        if is_worker or not session.config.getoption("numprocesses", None):
            session.config.pluginmanager.register(Aim(plugin.cov_controller))
        else:
            # The master hands out the tests and runs none.
            plugin.cov_controller.cov.stop()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keeps what is collected from the garbage collector: it stays to the end, and it is much."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()
