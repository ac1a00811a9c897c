"""A small policy with scenarios that leave something out."""

from __future__ import annotations

from pathlib import Path

import pytest

POLICY = """\
policy: desk
format: 1
version: "1"
context: {insults: {counter: 0..1}}
events: {insult: {label: insults}, goes: {}}
initial: talk
states:
  talk:
    forbid: {goes: {when: insults < 1, text: "Not yet."}}
    on:
      insult: {when: insults < 1, do: [{add: {insults: 1}}]}
      goes: gone
  gone: {type: final}
  lost: {on: {goes: gone}}
"""
SCENARIOS = "policy: desk\nscenarios:\n  waits: {steps: [{event: goes, verdict: forbidden}]}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "desk.yaml").write_text(POLICY)
    (tmp_path / "scenarios/desk.yaml").write_text(SCENARIOS)
    return Path("desk.yaml")
