"""A reader at the walk-through: opens it from a folder, and has a keyboard and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

MOST_TABS = 80
MOST_LOOKS = 500
NAMED = ("button", "checkbox", "combobox", "textbox", "spinbutton", "switch", "link", "region", "form")


class Walker:
    """An open page, and what it complained of or asked the network for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        page.on("request", lambda request: self.requests.append(request.url))

    def press(self, *keys: str) -> None:
        """Presses keys one after the other."""
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, words: str) -> None:
        """Goes on with Tab until something whose text or label has these words has the focus."""
        for _ in range(MOST_TABS):
            self.page.keyboard.press("Tab")
            if words in self.focused():
                return
        raise AssertionError(f"Tab never came to {words!r}")

    def focused(self) -> str:
        """The text of what has the focus; for a field, that of its label."""
        found: str = self.page.evaluate(
            """() => {
                const one = document.activeElement;
                const spoken = one.labels?.[0] ?? one.closest("button, a, summary");
                return spoken?.textContent ?? one.getAttribute("aria-label") ?? "";
            }"""
        )
        return found

    def choose(self, words: str) -> None:
        """Goes to a button and presses it."""
        self.tab_to(words)
        self.press("Enter")

    def heading(self) -> str:
        """The label of the current step."""
        return self.page.inner_text("#step .label")

    def texts(self, selector: str) -> list[str]:
        """The texts of all that match, without what is for screen readers alone."""
        found: list[str] = self.page.evaluate(
            """selector => [...document.querySelectorAll(selector)].map((one) => {
                const copy = one.cloneNode(true);
                copy.querySelectorAll(".quiet").forEach((quiet) => quiet.remove());
                return copy.textContent.split(/\\s+/).join(" ").trim();
            })""",
            selector,
        )
        return found

    def style(self, selector: str, name: str) -> str:
        """How something looks that is on the page: one of its computed styles."""
        found: str = self.page.locator(selector).first.evaluate(f"one => getComputedStyle(one).{name}")
        return found

    def announced(self) -> str:
        """What a screen reader was told last."""
        # Looked at from here: the page lets nobody wait inside it by a text that is run as code.
        for _ in range(MOST_LOOKS):
            if told := self.page.text_content("#announcer"):
                return told
            self.page.wait_for_timeout(20)
        raise AssertionError("nothing was announced")

    def nameless(self) -> list[str]:
        """Controls and landmarks to which a screen reader gives no name, by their roles."""
        session = self.page.context.new_cdp_session(self.page)
        nodes: list[dict[str, Any]] = session.send("Accessibility.getFullAXTree")["nodes"]
        session.detach()
        return [
            f"{node['role']['value']} {node.get('nodeId')}"
            for node in nodes
            if not node["ignored"]
            and node["role"]["value"] in NAMED
            and not node.get("name", {}).get("value", "").strip()
        ]


@contextmanager
def walking(browser: Browser, html: str, folder: Path) -> Iterator[Walker]:
    """Opens a page from a file, with scripts allowed and nothing else; at its end nothing may be wrong with
    it.
    """
    file = folder / "walk through.html"
    file.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    walker = Walker(page)
    page.goto(file.as_uri())
    yield walker
    page.close()
    assert walker.complaints == []
    assert walker.requests == [file.as_uri()]
