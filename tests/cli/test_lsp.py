"""`lsp` as a process: what it needs, and how it ends."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from policy_engine.cli import lsp
from tests.cli.conftest import Runs


def test_a_missing_extra_is_told_in_one_sentence(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lsp, "find_spec", lambda _name: None)

    ran = run("lsp", "--lang", "nl")

    assert (2, "") == (ran.status, ran.out)
    assert ran.err == (
        "policy-engine: `policy-engine lsp` heeft `pygls` nodig, dat niet is geïnstalleerd; "
        "`pip install 'policy-engine[authoring]'` installeert het\n"
    )


@pytest.mark.parametrize("keeps_open", [True, False])
def test_an_editor_that_says_exit_sees_the_server_end_well(keeps_open: bool) -> None:
    command = [
        sys.executable,
        "-c",
        "from policy_engine.cli.main import main; raise SystemExit(main())",
        "lsp",
    ]
    pipe = subprocess.PIPE
    initialize: dict[str, object] = {"processId": None, "rootUri": None, "capabilities": {}}
    messages: list[dict[str, object]] = [
        {"id": 1, "method": "initialize", "params": initialize},
        {"method": "initialized", "params": {}},
        {"id": 2, "method": "shutdown"},
        {"method": "exit"},
    ]

    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        assert server.stdin is not None
        assert server.stderr is not None
        for message in messages:
            body = json.dumps({"jsonrpc": "2.0", **message}).encode()
            server.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        server.stdin.flush()
        if not keeps_open:
            server.stdin.close()
        status = server.wait(120)
        told = server.stderr.read()

    assert (0, b"") == (status, told)
