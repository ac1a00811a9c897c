"""What holds for all tests."""

import pytest
from hypothesis import settings

# No test asserts a time: a busy machine is no mistake of ours.
settings.register_profile("no deadline", deadline=None)
settings.load_profile("no deadline")


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Ends what pytest-cov measures for nobody in a worker of xdist.

    It begins there twice, once as if it were the master, and that goes on while a test runs that asks for
    `no_cover`.
    """
    if hasattr(session.config, "workerinput"):
        plugin = session.config.pluginmanager.get_plugin("_cov")
        if plugin is not None and plugin.cov_controller is not None:
            plugin.cov_controller.cov.stop()
