from policy_engine.diagrams.poster.content import Chip, Content
from policy_engine.diagrams.poster.flow import flow
from policy_engine.diagrams.poster.runs import Run
from policy_engine.diagrams.poster.sizes import Sizes
from tests.diagrams.poster.test_shapes import shaped

BODY = """
context: {tries: {counter: 0..3, label: tries}}
initial: one
states:
  one:
    on:
      a:
        - {when: tries < 1, target: two}
        - {when: "tries < 2 and tries > 0", target: one}
        - else: two
      c: two
      d: {}
  two: {type: final}
"""


def chips() -> tuple[Chip, ...]:
    """Those of a card, after some short ones and a wide one that leave room in early lines."""
    several = Content(shaped(BODY), ("",), "full").chips("one", frozenset())
    wide = (Run("words that take a line of their own, and that are more than those of any branch"),)
    return (Chip("do", "short", (Run("short"),)), Chip("do", "wide", wide), *several)


def places(width: float) -> dict[str, tuple[float, float]]:
    return {laid.chip.id: (laid.y, laid.x) for laid in flow(chips(), Sizes(10), width).chips}


def test_chips_stand_side_by_side_where_there_is_room() -> None:
    assert 1 == len({y for y, _ in places(2000).values()})


def test_branches_of_one_list_stay_in_the_order_in_which_they_are_tried() -> None:
    for width in range(80, 700, 20):
        found = places(width)
        branches = [found[f"one.on.a.{number}"] for number in range(3)]
        assert sorted(branches) == branches


def test_nothing_comes_between_an_otherwise_and_the_branch_before_it() -> None:
    otherwise = next(chip for chip in chips() if chip.follows)
    assert "otherwise" == otherwise.runs[0].words

    for width in range(80, 700, 20):
        order = [id for id, _ in sorted(places(width).items(), key=lambda one: one[1])]
        assert order.index("one.on.a.2") == order.index("one.on.a.1") + 1
