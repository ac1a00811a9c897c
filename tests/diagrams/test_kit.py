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
from tests.diagrams.kits import FOLDER, STAMP, WHOLE, kit, renew, stamp

READY = ready_policies()
# Every kind of product is made again of the policies with a whole kit. Of the others what differs most from
# policy to policy, and takes little time; their stamp tells whether all was printed from the words of now.
QUICK = ("poster-nl.svg", "poster-en.svg", "poster-en.txt", "card-nl.pdf", "incident-form-nl.pdf")


# What takes seconds is not measured for coverage as well.
@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("policy", "name"),
    [(policy, name) for policy in READY for name in kit(policy) if policy in WHOLE or name in QUICK],
)
def test_a_product_is_up_to_date(policy: str, name: str) -> None:
    assert [] == outdated(kit(policy)[name], FOLDER / policy), "run `make diagrams`"


@pytest.mark.parametrize("policy", READY)
def test_all_of_a_kit_lies_there_and_was_printed_from_the_words_of_now(policy: str) -> None:
    names = map(Path, kit(policy))
    missing = [name.name for name in names if not [*(FOLDER / policy).glob(f"{name.stem}*{name.suffix}")]]

    assert [] == missing, "run `make diagrams`"
    assert stamp(policy) == (FOLDER / policy / STAMP).read_text("utf-8"), "run `make diagrams`"


@pytest.mark.parametrize("policy", READY)
def test_nothing_else_lies_there(policy: str) -> None:
    names = {Path(name).stem for name in (*kit(policy), STAMP)}
    found = sorted(path.name for path in (FOLDER / policy).iterdir())

    assert [] == [name for name in found if not any(Path(name).stem.startswith(known) for known in names)]


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
