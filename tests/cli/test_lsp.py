"""`lsp` without what it needs says what to install."""

from __future__ import annotations

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
