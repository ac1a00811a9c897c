"""The ladder on the card, row by row."""

from policy_engine.diagrams.card.tracks import Head, ending_of, rows_of, tracks_around
from policy_engine.diagrams.figure import figure_of
from tests.diagrams.examples import chart_of, figure

# A parallel state in a track of another one; a track that is a single step.
NESTED = """
policy: nested
format: 1
version: "1"
events: {go: {}}
initial: both
states:
  both:
    type: parallel
    done: over
    states:
      lone: {on: {go: {}}}
      deep:
        initial: inner
        states:
          inner:
            type: parallel
            done: rest
            states:
              left: {initial: one, states: {one: {on: {go: two}}, two: {type: final}}}
              right: {initial: three, states: {three: {on: {go: four}}, four: {type: final}}}
          rest: {type: final}
  over: {type: final}
"""


def rows(text: str) -> list[str]:
    found = figure_of(chart_of(text))
    return [
        f"{'  ' * row.depth}{row.words if isinstance(row, Head) else row.state}"
        for row in rows_of(found, "en")
    ]


def test_a_ladder_without_tracks_has_no_heads() -> None:
    found = figure("twelve_steps")

    assert list(found.spine) == [getattr(row, "state", None) for row in rows_of(found, "nl")]


def test_each_track_begins_with_its_name() -> None:
    assert [
        "Both: at the same time",
        "  Track: Lone",
        "  lone",
        "  Track: Deep",
        "  Inner: at the same time",
        "    Track: Left",
        "    one",
        "    two",
        "    Track: Right",
        "    three",
        "    four",
        "  rest",
        "over",
    ] == rows(NESTED)


def test_an_ending_ends_everything_a_track_or_the_steps_in_a_box() -> None:
    endings = {
        name: ending_of(found, found.cards[name])
        for found, names in (
            (figure("call_and_watch"), ("closed", "hung_up")),
            (figure("many_endings"), ("good_end",)),
        )
        for name in names
    }

    assert {"closed": "end", "hung_up": "track done", "good_end": "part done"} == endings


def test_the_tracks_around_a_card_are_the_children_of_parallel_states() -> None:
    assert ["help"] == tracks_around(figure("call_and_watch"), "calling")
    assert [] == tracks_around(figure("call_and_watch"), "closed")
