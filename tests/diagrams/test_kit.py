"""What lies in diagrams/ is what the policies give now, to the byte; `make diagrams` makes it again."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.cli.kit import outdated, parts_of_the_kit
from policy_engine.diagrams.order import Order
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.produce import produce
from policy_engine.diagrams.scene import Scene
from policy_engine.diagrams.theme import Look
from policy_engine.errors import PrintError
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies
from policy_engine.records import changed
from tests.diagrams.kits import FOLDER, STAMP, digest, kit, language_of, recipes, renew, stamped

READY = ready_policies()


# What takes seconds is not measured for coverage as well.
@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["nl", "en", ""])
@pytest.mark.parametrize("policy", READY)
def test_a_kit_would_be_printed_from_the_same_now(policy: str, language: str) -> None:
    printed = stamped(FOLDER / policy)
    names = [name for name in kit(policy) if language_of(name) == language]

    changed = [name for name, now in recipes(policy, names).items() if now != printed[name].recipe]

    assert [] == changed, "run `make diagrams`"


# One whole kit is set again: what PDFs are made from, then, tells what they are.
@pytest.mark.no_cover
@pytest.mark.parametrize("name", kit("starter"))
def test_a_product_is_up_to_date_to_the_byte(name: str) -> None:
    assert [] == outdated(kit("starter")[name], FOLDER / "starter"), "run `make diagrams`"


@pytest.mark.parametrize("policy", READY)
def test_all_of_a_kit_lies_there_as_it_was_printed(policy: str) -> None:
    printed = stamped(FOLDER / policy)
    names = map(Path, kit(policy))
    missing = [name.name for name in names if not [*(FOLDER / policy).glob(f"{name.stem}*{name.suffix}")]]

    assert [] == missing, "run `make diagrams`"
    assert {name: one.content for name, one in printed.items()} == {
        path.name: digest(path.read_bytes()) for path in (FOLDER / policy).iterdir() if path.name != STAMP
    }
    assert {".pdf"} == {Path(name).suffix for name, one in printed.items() if one.recipe != one.content}


@pytest.mark.parametrize("policy", READY)
def test_nothing_else_lies_there(policy: str) -> None:
    names = {Path(name).stem for name in (*kit(policy), STAMP)}
    found = sorted(path.name for path in (FOLDER / policy).iterdir())

    assert [] == [name for name in found if not any(Path(name).stem.startswith(known) for known in names)]


@pytest.mark.no_cover
def test_a_poster_that_is_too_large_for_a4_is_made_on_the_next_larger_sheet() -> None:
    policy = load_policy(ready_policies()["abusive_messages"])
    items = {item.name: item for item in parts_of_the_kit(policy, (), Look())}
    order = Order(policy, "poster", "svg", ("nl",), Paper("a3"))

    with pytest.raises(PrintError, match="does not fit"):
        produce(changed(order, paper=Paper("a4")))
    assert produce(order) == items["poster-nl.svg"].make()


def test_a_kit_that_is_made_again_is_up_to_date_and_leaves_nothing_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cards = {name: item for name, item in kit("starter").items() if name.startswith("card")}
    monkeypatch.setattr("tests.diagrams.kits.kit", lambda _: cards)
    (tmp_path / "poster-de.pdf").write_text("old")

    renew("starter", tmp_path)

    assert {"card-en.pdf", "card-nl.pdf", STAMP} == {path.name for path in tmp_path.iterdir()}
    assert [] == [path for item in cards.values() for path in outdated(item, tmp_path)]


@pytest.mark.parametrize("policy", ready_policies())
def test_what_is_kept_can_be_printed_or_opened_as_it_is(policy: str) -> None:
    names = set(kit(policy))

    assert {"poster-nl.pdf", "poster-nl.svg", "card-nl.pdf", "roleplay-nl.pdf", "walkthrough.html"} <= names
    assert (policy in {"aggressive_caller", "starter"}) == ("roleplay-nl.docx" in names)


def test_what_can_not_be_made_at_all_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: Order) -> tuple[Scene, ...]:
        raise PrintError("graphviz-missing")

    monkeypatch.setattr("policy_engine.diagrams.produce._poster", missing)
    [item, *_] = parts_of_the_kit(load_policy(READY["starter"]), (), Look())

    with pytest.raises(PrintError, match="Graphviz"):
        item.make()


def test_a_change_of_the_policy_is_noticed(tmp_path: Path) -> None:
    text = READY["starter"].read_text("utf-8").replace("Vertelt u mij", "Vertel mij")
    changed = tmp_path / "starter.yaml"
    changed.write_text(text, "utf-8")
    [poster] = (
        item for item in parts_of_the_kit(load_policy(changed), (), Look()) if item.name == "poster-nl.pdf"
    )

    assert [FOLDER / "starter" / "poster-nl.pdf"] == outdated(poster, FOLDER / "starter")
