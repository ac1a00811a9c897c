"""A test that asks for `no_cover` runs at its own speed, in a worker of xdist too."""

import sys

import pytest


@pytest.mark.no_cover
def test_what_asks_for_no_coverage_is_not_traced() -> None:
    assert sys.gettrace() is None
