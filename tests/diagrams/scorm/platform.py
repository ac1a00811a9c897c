"""A learning platform that keeps what a lesson tells it, and the lesson in a frame on one of its pages.

Nothing goes over a network: the browser's requests are answered from the package's own files.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from zipfile import ZipFile

from playwright.sync_api import Browser, Frame, Page, Route

HOME = "http://platform.test/"
STUB = """<!doctype html>
<title>A learning platform</title>
<script>
    const told = [];
    const data = {"cmi.core.lesson_status": "not attempted", "cmi.core.student_name": "De Wit, A."};
    const API = {
        LMSInitialize: () => { told.push("Initialize"); return "true"; },
        LMSGetValue: (name) => data[name] ?? "",
        LMSSetValue: (name, value) => { data[name] = value; told.push(name); return "true"; },
        LMSCommit: () => { told.push("Commit"); return "true"; },
        LMSFinish: () => { told.push("Finish"); return "true"; },
    };
</script>
<body><script>window.API = API; window.told = told; window.data = data;</script></body>
"""


class Platform:
    """The platform's page. Each visit opens the lesson in a frame of it."""

    def __init__(self, page: Page, package: bytes) -> None:
        self.page = page
        self.complaints: list[str] = []
        self._files = {
            name: ZipFile(BytesIO(package)).read(name) for name in ZipFile(BytesIO(package)).namelist()
        }
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.context.route("**/*", self._answer)
        page.goto(HOME)

    def _answer(self, route: Route) -> None:
        name = route.request.url.removeprefix(HOME)
        body = self._files.get(name, STUB.encode() if name == "" else b"")
        route.fulfill(body=body, content_type="text/html; charset=utf-8", status=200 if body else 404)

    def visit(self) -> Frame:
        """Opens the lesson, in a frame of the platform's page."""
        self.leave()
        self.page.evaluate(
            """() => new Promise((done) => {
                const frame = document.createElement("iframe");
                frame.name = "lesson";
                frame.style.cssText = "width: 1000px; height: 800px";
                frame.onload = done;
                frame.src = "index.html";
                document.body.append(frame);
            })"""
        )
        frame = self.page.frame("lesson")
        assert frame is not None
        return frame

    def leave(self) -> None:
        """Goes away from the lesson, as someone who closes its window."""
        self.page.evaluate("document.querySelector('iframe')?.remove()")

    def told(self) -> list[str]:
        """What the lesson told the platform since this was asked last: calls, and names that were set."""
        found: list[str] = self.page.evaluate("told.splice(0)")
        return found

    def value(self, name: str) -> str:
        """What the platform keeps."""
        found: str = self.page.evaluate("name => data[name] ?? ''", name)
        return found


@contextmanager
def platform(browser: Browser, package: bytes) -> Iterator[Platform]:
    """An open platform with a package; at its end nothing may be wrong with it."""
    page = browser.new_page()
    opened = Platform(page, package)
    yield opened
    page.close()
    assert opened.complaints == []
