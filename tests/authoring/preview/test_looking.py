"""What the preview knows of a file that is being written."""

from __future__ import annotations

from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from policy_engine.authoring.preview import looking as module
from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.words import OWN
from policy_engine.errors import PrintError
from tests.authoring.preview.texts import DESK


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "desk.yaml"
    path.write_text(DESK, encoding="utf-8")
    return path


def looked(path: Path, *texts: str) -> tuple[Looking, dict[str, Any]]:
    """What is known after each of these texts was saved and looked at."""
    looking = Looking(path, Path.read_bytes, "en")
    looking.look()
    for text in texts:
        path.write_text(text, encoding="utf-8")
        looking.look()
    return looking, looking.state(0)


def test_a_sound_policy_is_drawn_before_it_is_proved(file: Path) -> None:
    looking, state = looked(file)
    proved = looking.prove()
    after = looking.state(state["drawnNumber"])

    assert (True, False, []) == (state["sound"], state["checked"], state["findings"])
    assert [["nl", True], ["en", True]] == [[one, "<svg" in svg] for one, svg in state["drawn"]["sheets"]]
    assert (True, True, None) == (proved, after["checked"], after["drawn"])
    assert {"read": 1, "proved": 1} == {key: after["proofs"][key] for key in ("read", "proved")}


def test_a_property_that_does_not_hold_is_told_in_both_languages_with_its_course(file: Path) -> None:
    looking, state = looked(file, DESK.replace("{reachable: final, from: any}", "{never: {enter: warn}}"))
    looking.prove()
    after = looking.state(state["drawnNumber"])

    (finding,) = [one for one in after["findings"] if one["code"] == "never-enter"]
    assert ("error", 29) == (finding["severity"], finding["line"])
    assert finding["message"]["en"] != finding["message"]["nl"]
    assert finding["course"]["nl"][1].startswith("`insults`")
    assert finding["source"].startswith("nobody_is_stuck:")
    assert after["sound"]  # what is drawn is this version


def test_a_broken_file_keeps_what_was_drawn_last(file: Path) -> None:
    before = looked(file)[1]
    looking, state = looked(file, DESK, DESK.replace("initial: listen", "initial: lissen"))
    mended = looking.state(state["drawnNumber"])
    file.write_text(DESK, encoding="utf-8")
    looking.look()

    assert (False, True, before["drawn"]) == (state["sound"], state["checked"], state["drawn"])
    assert ["undeclared-state"] == [one["code"] for one in state["findings"]]
    assert mended["drawn"] is None
    assert looking.state(0)["sound"]


def test_a_file_that_never_was_sound_has_nothing_to_draw(file: Path) -> None:
    file.write_text("policy: [", encoding="utf-8")

    state = looked(file)[1]

    assert (None, 0, ["unclosed-bracket"]) == (
        state["drawn"],
        state["drawnNumber"],
        [one["code"] for one in state["findings"]],
    )


def test_the_same_text_saved_again_is_nothing_new(file: Path) -> None:
    assert 1 == looked(file, DESK, DESK)[1]["number"]


def test_a_file_that_is_away_for_a_moment_is_waited_for(file: Path) -> None:
    looking, state = looked(file)
    file.unlink()
    looking.look()

    assert state == looking.state(0)


def test_a_policy_that_is_too_large_to_play_says_so(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def too_large(_policy: object) -> None:
        raise PrintError("walkthrough-too-large", policy="desk")

    monkeypatch.setattr(module, "_drawn", too_large)

    state = looked(file)[1]

    assert (None, True) == (state["drawn"], state["sound"])
    assert "te veel situaties" in state["problem"]["nl"]


def test_a_proof_for_which_nobody_waits_is_not_told(file: Path) -> None:
    looking, _ = looked(file)
    file.write_text(DESK.replace("Dag", "Goedendag"), encoding="utf-8")
    looking._source = b"newer"
    again = looking.prove()

    assert (True, False) == (again, looking.state(0)["checked"])


def test_a_sheet_that_cannot_be_read_says_nothing(file: Path) -> None:
    (file.parent / "sources").mkdir()
    (file.parent / "sources" / "rules.yaml").mkdir()
    looking, _ = looked(file)
    proved = looking.prove()

    assert (True, True) == (proved, looking.state(0)["checked"])


def test_who_waits_is_told_of_the_next_state_and_of_the_end(file: Path) -> None:
    looking, state = looked(file)
    heard: list[int | None] = []
    waiting = Thread(target=lambda: heard.append(looking.wait(state["number"], 30)))
    waiting.start()
    looking.prove()
    waiting.join()
    still = looking.wait(heard[0] or 0, 0.01)
    looking.end()

    assert (state["number"] + 1, state["number"] + 1, None) == (heard[0], still, looking.wait(0, 30))
    assert not looking.prove()


def test_all_words_are_there_in_both_languages() -> None:
    assert all(set(texts) == {"en", "nl"} for texts in OWN.values())
