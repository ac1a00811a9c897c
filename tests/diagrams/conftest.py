"""One Chromium for all tests of diagrams."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.diagrams.browser import chromium, easel_of, launched


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; the test is skipped, in a word, where there is none."""
    if (program := chromium()) is None:
        pytest.skip("no Chromium")
    with launched(program) as started:
        yield started


@pytest.fixture(scope="session")
def easel(browser: Browser) -> Iterator[Page]:
    """A page that has the shipped fonts and nothing else; `overlaps(easel, svg)` measures on it."""
    page = easel_of(browser)
    yield page
    page.close()
