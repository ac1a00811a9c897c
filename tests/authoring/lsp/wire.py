"""Talks JSON-RPC with a language server over two streams, one message after the other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any, BinaryIO

from policy_engine.authoring.lsp.server import make_server


class Wire:
    """A client. What the server says unasked is kept in `told`."""

    def __init__(self, reader: BinaryIO, writer: BinaryIO) -> None:
        self._reader = reader
        self._writer = writer
        self._id = 0
        self.told: list[dict[str, Any]] = []

    def tell(self, method: str, params: object) -> None:
        """Sends a notification."""
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Sends a request and gives its answer, or what it was refused with."""
        self._id += 1
        self._send({"jsonrpc": "2.0", "id": self._id, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._id:
                return message["result"] if "result" in message else message["error"]
            self.told.append(message)

    def open(self, uri: str, text: str) -> None:
        """Opens a document."""
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def change(self, uri: str, text: str, version: int) -> None:
        """Types: the whole text, as it is now."""
        document = {"uri": uri, "version": version}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def codes(self, uri: str, version: int | None, codes: list[str]) -> dict[str, Any]:
        """Waits until these codes, perhaps with others, are told of a version of a document.

        Without codes: until no mistake is, warnings apart. A version None is that of a closed document.
        """
        while True:
            for message in self.told:
                params = message.get("params", {})
                told = params.get("diagnostics", ())
                found = {item["code"] for item in told}
                fits = set(codes) <= found if codes else all(item["severity"] > 1 for item in told)
                if (params.get("uri"), params.get("version")) == (uri, version) and fits:
                    assert isinstance(params, dict)
                    return params
            self.told.append(self._read())

    def _send(self, message: object) -> None:
        body = json.dumps(message).encode()
        self._writer.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._writer.flush()

    def _read(self) -> dict[str, Any]:
        length = 0
        while (line := self._reader.readline()) != b"\r\n":
            assert line, "the server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self._reader.read(length))
        assert isinstance(message, dict)
        return message


@contextmanager
def talking(
    *, locale: str | None = "en", language: str | None = None, encodings: list[str] | None = None
) -> Iterator[tuple[Wire, dict[str, Any]]]:
    """A server in this process that was greeted, and what it said it can do."""
    from_client, to_server = os.pipe()
    from_server, to_client = os.pipe()
    with (
        os.fdopen(from_client, "rb") as server_in,
        os.fdopen(to_server, "wb") as client_out,
        os.fdopen(from_server, "rb") as client_in,
        os.fdopen(to_client, "wb") as server_out,
    ):
        server = make_server(language)
        thread = Thread(target=server.start_io, args=(server_in, server_out), daemon=True)
        thread.start()
        wire = Wire(client_in, client_out)
        able: dict[str, Any] = {"textDocument": {"rename": {"prepareSupport": True}}}
        if encodings is not None:
            able["general"] = {"positionEncodings": encodings}
        greeting: dict[str, Any] = {"processId": None, "rootUri": None, "capabilities": able}
        if locale is not None:
            greeting["locale"] = locale
        answer = wire.ask("initialize", greeting)
        wire.tell("initialized", {})
        yield wire, answer["capabilities"]
        wire.ask("shutdown", None)
        wire.tell("exit", None)
        thread.join(timeout=30)
        assert not thread.is_alive()
