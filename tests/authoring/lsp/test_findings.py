"""What is wrong with a text that is being typed, and with the whole of it a while later."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from policy_engine.authoring.lsp.documents import Documents
from policy_engine.authoring.lsp.findings import everything, mistakes
from tests.authoring.lsp.texts import DESK, SCENARIOS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "desk.yaml").write_text(DESK, encoding="utf-8")
    (tmp_path / "scenarios" / "desk.yaml").write_text(SCENARIOS, encoding="utf-8")
    return tmp_path


def codes(path: Path, text: str, documents: Documents | None = None) -> list[str]:
    """The codes of the mistakes, warnings apart."""
    found = mistakes(documents or Documents(), path, text)
    return [item.code for item in found if item.severity == "error"]


def test_a_policy_without_mistakes_has_none(folder: Path) -> None:
    assert [] == codes(folder / "desk.yaml", DESK)


def test_mistakes_of_a_policy_are_told(folder: Path) -> None:
    text = DESK.replace("initial: listen", "initial: lissen")

    assert ["undeclared-state"] == codes(folder / "desk.yaml", text)
    assert ["unclosed-bracket"] == codes(folder / "desk.yaml", DESK + "note: [a")


def test_mistakes_of_scenarios_are_told_with_the_policy_as_it_is_open(folder: Path) -> None:
    documents = Documents()
    path = folder / "scenarios" / "desk.yaml"
    documents.put(folder / "desk.yaml", DESK)
    fine = codes(path, SCENARIOS, documents)
    documents.put(folder / "desk.yaml", DESK.replace("  calms: {}\n", "  calms: {}\n  more: {}\n"))
    more = codes(path, SCENARIOS.replace("- insults", "- more"), documents)

    assert ([], [], ["undeclared-event"]) == (
        fine,
        more,
        codes(path, SCENARIOS.replace("- insults", "- more")),
    )


def test_scenarios_of_a_policy_that_is_broken_or_missing_say_so(folder: Path) -> None:
    path = folder / "scenarios" / "desk.yaml"
    documents = Documents()
    documents.put(folder / "desk.yaml", "policy: desk\nstates: [")

    assert ["scenarios-policy-broken"] == codes(path, SCENARIOS, documents)
    assert ["scenarios-policy-unknown"] == codes(path, SCENARIOS.replace("policy: desk", "policy: dusk"))
    assert ["missing-key"] == codes(path, "scenarios: {}\n")


def test_mistakes_of_a_sheet_are_told(folder: Path) -> None:
    text = 'sheet: x\nformat: 1\ntitle: x\nsources: {a: {kind: nothing, text: "a"}}\n'

    assert ["unknown-choice"] == codes(folder / "sources.yaml", text)
    assert everything(Documents(), folder / "sources.yaml", text, lambda: False) is None


def test_everything_is_what_check_finds(folder: Path) -> None:
    text = DESK.replace("when: not warned}}", "when: warned}}")

    found = everything(Documents(), folder / "desk.yaml", text, lambda: False)

    assert found is not None
    assert "never-enter" in {item.code for item in found}
    assert everything(Documents(), folder / "scenarios" / "desk.yaml", SCENARIOS, lambda: False) is None


def test_a_check_for_which_nobody_waits_says_nothing(folder: Path) -> None:
    assert everything(Documents(), folder / "desk.yaml", DESK, lambda: True) is None


def test_a_large_policy_is_checked_no_longer_than_agreed(folder: Path) -> None:
    wide = "".join(f"  v{number}: {{counter: 0..9}}\n" for number in range(6))
    events = "".join(f"  e{number}: {{}}\n" for number in range(6))
    on = "".join(f"      e{n}: {{when: v{n} < 9, do: [{{add: {{v{n}: 1}}}}]}}\n" for n in range(6))
    head = 'policy: wide\nformat: 1\nversion: "1"\n'
    text = f"{head}context:\n{wide}events:\n{events}initial: s\nstates:\n  s:\n    on:\n{on}"
    seconds = count(step=15)

    assert everything(Documents(), folder / "wide.yaml", text, lambda: False, lambda: next(seconds)) is None
