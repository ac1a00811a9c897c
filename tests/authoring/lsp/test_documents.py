"""Open files and those beside them."""

from __future__ import annotations

from pathlib import Path

from policy_engine.authoring.lsp.documents import Documents
from tests.authoring.lsp.texts import DESK, SCENARIOS


def write(folder: Path) -> tuple[Path, Path]:
    (folder / "scenarios").mkdir()
    policy, scenarios = folder / "desk.yaml", folder / "scenarios" / "desk.yaml"
    policy.write_bytes(b"\xef\xbb\xbf" + DESK.replace("\n", "\r\n").encode())
    scenarios.write_text(SCENARIOS, encoding="utf-8")
    return policy, scenarios


def test_a_file_is_read_from_the_disk_until_it_is_open(tmp_path: Path) -> None:
    policy, _ = write(tmp_path)
    documents = Documents()
    saved = documents.text(policy)
    documents.put(policy, "a: b\r\n")
    opened = (documents.text(policy), documents.opened(), documents.read(policy))
    documents.drop(policy)

    assert (DESK, ("a: b\n", [policy], b"a: b\n"), DESK) == (saved, opened, documents.text(policy))


def test_what_cannot_be_read_has_nothing(tmp_path: Path) -> None:
    documents = Documents()
    gone = tmp_path / "gone.yaml"

    assert (None, b"", None, None) == (
        documents.text(gone),
        documents.read(gone),
        documents.index(gone),
        documents.paired(gone),
    )


def test_a_policy_and_its_scenarios_find_each_other(tmp_path: Path) -> None:
    policy, scenarios = write(tmp_path)
    documents = Documents()

    from_policy, from_scenarios = documents.paired(policy), documents.paired(scenarios)

    assert from_policy is not None
    assert from_scenarios is not None
    assert {"policy": policy, "scenarios": scenarios} == from_policy.paths == from_scenarios.paths
    assert ("policy", "scenarios") == (from_policy.names.kind, from_scenarios.names.kind)


def test_an_index_is_made_once_for_a_text(tmp_path: Path) -> None:
    policy, _ = write(tmp_path)
    documents = Documents()

    assert documents.index(policy) is documents.index(policy)


def test_a_policy_may_have_no_scenarios_and_scenarios_no_policy(tmp_path: Path) -> None:
    policy, scenarios = write(tmp_path)
    scenarios.write_text(SCENARIOS.replace("policy: desk\n", ""), encoding="utf-8")
    documents = Documents()

    alone = documents.paired(scenarios)
    scenarios.write_text("policy: desk\n", encoding="utf-8")
    other = Documents().paired(policy)

    assert alone is not None
    assert alone.pair.policy is None
    assert other is not None
    assert other.pair.scenarios is None
