"""Every rule is asked of the oracle and of the compiled table, so a wrong expectation shows as well."""

from __future__ import annotations

import pytest

from tests.oracle.course import Start
from tests.oracle.starts import start_clocked, start_compiled, start_naive, start_on_demand, start_resumed


@pytest.fixture(params=[start_naive, start_compiled, start_clocked, start_on_demand, start_resumed])
def start(request: pytest.FixtureRequest) -> Start:
    return request.param  # type: ignore[no-any-return]  # a parameter has no type
