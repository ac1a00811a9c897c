"""The web server of the preview: a page, its script and style, the state, and word of every new state.

It listens on 127.0.0.1 alone. Every address begins with a secret that only who started the preview knows, and
the name that a browser asks for must be this machine's own, so no other page can read it by a name of its own
that leads here (DNS rebinding). It serves these five things and no files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from hmac import compare_digest
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.words import OWN
from policy_engine.diagrams.walkthrough.page import PAGE, STYLE

HOST = "127.0.0.1"
_HERE = Path(__file__).parent
_HEARTBEAT = 10.0  # seconds after which a line goes to whoever waits, to see whether anybody still does
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Site(ThreadingHTTPServer):
    """Serves one `Looking`. port: 0 takes a free one. Raises OSError where the port can't be had."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, looking: Looking, token: str, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.looking = looking
        self.token = token
        self.texts = {
            "": ("text/html", _page(looking)),
            "preview.js": ("text/javascript", _script()),
            "style.css": ("text/css", _style()),
        }

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that goes away in the middle of an answer is nothing to speak of."""


class _Handler(BaseHTTPRequestHandler):
    server: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self._name()
        if name is None:
            return
        parts = urlsplit(name)
        if parts.path in self.server.texts:
            kind, text = self.server.texts[parts.path]
            self._answer(kind, text)
        elif parts.path == "state":
            have = parse_qs(parts.query).get("have", ["0"])[0]
            number = int(have) if have.isascii() and have.isdecimal() and len(have) < 10 else 0
            state = self.server.looking.state(number)
            self._answer("application/json", json.dumps(state, ensure_ascii=True))
        elif parts.path == "events":
            self._tell()
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _name(self) -> str | None:
        """What is asked for, behind the secret; None after an answer to who may not ask."""
        port = self.server.server_port
        if self.headers.get("Host", "") not in (f"{HOST}:{port}", f"localhost:{port}"):
            self.send_error(HTTPStatus.FORBIDDEN)
            return None
        begin, _, name = self.path.removeprefix("/").partition("/")
        if not compare_digest(begin.encode("utf-8", "replace"), self.server.token.encode()):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return name

    def _answer(self, kind: str, text: str) -> None:
        body = text.encode()
        self._begin(kind, {"Content-Length": str(len(body))})
        self.wfile.write(body)

    def _begin(self, kind: str, more: Mapping[str, str]) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        for name, value in {**_HEADERS, **more}.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """Server-sent events: the number of each new state, until the preview ends or nobody listens."""
        self.close_connection = True
        self._begin("text/event-stream", {"Connection": "close"})
        number: int | None = -1
        while number is not None:
            newest = self.server.looking.wait(number, _HEARTBEAT)
            line = ":\n\n" if newest == number else f"data: {'end' if newest is None else newest}\n\n"
            self.wfile.write(line.encode())
            self.wfile.flush()
            number = newest

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: the terminal belongs to who is writing."""


def _page(looking: Looking) -> str:
    language = looking.state(0)["language"]
    page = (_HERE / "page.html").read_text("utf-8")
    title = escape(OWN["page title"][language].format(looking.path.name))
    for gap, words in {"language": language, "title": title, "findings": OWN["findings"][language]}.items():
        page = page.replace(f"{{{{{gap}}}}}", words)
    return page


def _script() -> str:
    scripts = (*PAGE, _HERE / "kept.js", _HERE / "findings.js", _HERE / "preview.js")
    return "(() => {\n" + "\n".join(path.read_text("utf-8") for path in scripts) + "})();\n"


def _style() -> str:
    return STYLE.read_text("utf-8") + (_HERE / "preview.css").read_text("utf-8")
