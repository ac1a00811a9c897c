"""What an editor's log is told."""

from __future__ import annotations

import io
import logging

from pygls.exceptions import JsonRpcException

from policy_engine.authoring.lsp.log import log_briefly


def logged(error: Exception) -> str:
    stream = io.StringIO()
    log_briefly(stream)
    try:
        raise error
    except Exception:
        logging.getLogger("pygls.protocol").exception("a request failed")
    return stream.getvalue()


def test_a_problem_is_a_line() -> None:
    assert "policy-engine lsp: a request failed: ValueError: odd\n" == logged(ValueError("odd"))


def test_a_refusal_is_no_problem() -> None:
    assert "" == logged(JsonRpcException("that name is taken", -32803))
