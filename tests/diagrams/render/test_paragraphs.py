"""Texts that belong together."""

from policy_engine.diagrams.measure import width
from policy_engine.diagrams.render.paragraphs import paragraphs
from policy_engine.diagrams.scene import Anchor, Group, Item, Rect, Text
from policy_engine.records import changed


def words(*items: Item) -> list[list[str]]:
    """The lines of each paragraph."""
    return [["".join(text.words for text in line) for line in block.lines] for block in paragraphs(items)]


def column(*rises: float, anchor: Anchor = "start") -> list[Text]:
    return [Text(50, y, f"{y:g}", 10, anchor=anchor) for y in rises]


def test_lines_below_each_other_are_one_paragraph() -> None:
    assert [["10", "22", "34"]] == words(*column(10, 22, 34))
    assert [["10", "22"], ["50"]] == words(*column(10, 22, 50))
    assert [["10", "22"], ["36"]] == words(*column(10, 22, 36))
    assert [["20"], ["10"]] == words(*column(20, 10))


def test_lines_that_look_different_are_not() -> None:
    first, second = column(10, 22)

    for other in (
        changed(second, size=11),
        changed(second, color="#FF0000"),
        changed(second, language="en"),
        changed(second, level=2),
        changed(second, x=52),
        changed(second, anchor="end"),
    ):
        assert [["10"], ["22"]] == words(first, other)
    assert [["10", "22"]] == words(first, changed(second, bold=True))


def test_what_stands_a_space_behind_a_text_goes_on_in_its_line() -> None:
    first = Text(10, 50, "calms down", 9)
    then = Text(10 + width("calms down ", 9), 50, "→ 5", 9, bold=True, language="en")
    below = Text(10, 60, "and more", 9)

    assert [["calms down → 5", "and more"]] == words(first, then, below)
    [block] = paragraphs((first, then, below))
    assert [False, True] == [text.bold for text in block.lines[0]]
    assert width("calms down ", 9) + width("→ 5", 9, bold=True) + 1 == block.width


def test_what_stands_farther_away_does_not() -> None:
    first = Text(10, 50, "calms down", 9)
    x = 10 + width("calms down ", 9)

    for other in (
        Text(x + 1, 50, "→ 5", 9),
        Text(x, 51, "→ 5", 9),
        Text(x, 50, "→ 5", 8),
        Text(x, 50, "→ 5", 9, anchor="end"),
    ):
        assert [["calms down"], ["→ 5"]] == words(first, other)


def test_no_paragraph_goes_on_from_one_group_to_another() -> None:
    first, second, third = column(10, 22, 34)

    assert [["10"], ["22"], ["34"]] == words(first, Group("note", "n", (second,)), third)
    assert [["10", "22"]] == words(first, Rect(0, 0, 9, 9), second)


def test_the_bounds_hold_all_lines_wherever_they_are_anchored() -> None:
    places: dict[Anchor, float] = {"start": 50, "middle": 50 - 6.06, "end": 50 - 12.12}
    for anchor, left in places.items():
        [block] = paragraphs(column(10, 22, anchor=anchor))

        x, top, right, bottom = block.bounds
        assert (round(left, 1), 12.1, 0.9, 24.1) == (
            round(x, 1),
            round(right - x, 1),
            round(top, 1),
            round(bottom, 1),
        )
        assert 12 == block.leading
