"""What docs/decisions says about transitions is checked against the version that is installed."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from transitions import Machine
from transitions.extensions import HierarchicalMachine

FOLDER = Path(__file__).parents[2] / "docs" / "decisions"
REGIONS: Sequence[Mapping[str, Any]] = (
    {
        "name": "both",
        "parallel": [
            {"name": "a", "children": ["one", "two"], "initial": "one"},
            {"name": "b", "children": ["one", "two"], "initial": "one"},
        ],
    },
    {"name": "outside"},
)


class Host:
    """A host's object; transitions adds `state` and the triggers."""

    state: Any
    go: Any


def test_transitions_enters_only_the_region_that_a_target_names() -> None:
    host = Host()
    HierarchicalMachine(
        host, states=REGIONS, initial="outside", transitions=[["go", "outside", "both_a_two"]]
    )

    host.go()

    assert "both_a_two" == host.state


def test_transitions_takes_a_transition_out_of_a_region_that_was_left() -> None:
    host = Host()
    HierarchicalMachine(
        host,
        states=REGIONS,
        initial="both",
        transitions=[["go", "both_a_one", "outside"], ["go", "both_b_one", "both_b_two"]],
    )

    host.go()

    assert "both_b_two" == host.state


def test_transitions_imports_and_calls_what_a_text_names(tmp_path: Path, monkeypatch: Any) -> None:
    (tmp_path / "somewhere.py").write_text("called = []\ndef leave_a_trace():\n    called.append(1)\n")
    monkeypatch.syspath_prepend(tmp_path)
    host = Host()
    machine = Machine(host, states=["a", "b"], initial="a")
    machine.add_transition("go", "a", "b", after="somewhere.leave_a_trace")

    host.go()

    import somewhere  # type: ignore[import-not-found]  # written by this test

    assert [1] == somewhere.called


def test_every_record_is_in_the_list_of_records() -> None:
    records = sorted(path.name for path in FOLDER.glob("0*.md"))

    listed = [name for name in records if f"]({name})" in (FOLDER / "README.md").read_text()]

    assert records == listed
