"""What scenarios leave out, laid over a diagram."""

from __future__ import annotations

from policy_engine.diagrams.coverage import Untested, coverage_overlay
from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.graph.content import dressed, stroke_of
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.scene import Stroke
from policy_engine.diagrams.theme import ALARM, INK, Look, stamped_stroke
from tests.diagrams.examples import chart_of

TESTED = Untested(
    states=["b"],
    transitions=["a.on.x.0"],
    half=["a", "b"],
    lost=frozenset({"c", "c.on.x.0"}),
    covered=3,
    total=6,
    percent="50",
)


def test_what_is_missing_is_stamped_and_all_else_is_drawn_as_ever() -> None:
    overlay = coverage_overlay(TESTED)

    assert not overlay.fade
    assert {"a": "limit not tested", "b": "not tested", "c": "out of reach"} == {
        id: overlay.states[id].words for id in "abc"
    }
    assert ("not tested", "not") == (
        overlay.transitions["a.on.x.0"].words,
        overlay.transitions["a.on.x.0"].short,
    )
    assert "out of reach" == overlay.transitions["c.on.x.0"].words


def test_the_legend_explains_what_is_there_in_both_languages() -> None:
    assert (
        "Tested by scenarios: 3 of 6, 50 %. Thick, “not tested”: no scenario comes there. "
        "“Limit not tested”: what is not allowed there was not tried both ways. "
        "“Out of reach”: no call can come there."
    ) == coverage_overlay(TESTED).caption
    assert "Dik, “niet getest”: geen scenario komt daar." in coverage_overlay(TESTED, "nl").caption


def test_where_nothing_is_missing_there_is_nothing_to_explain() -> None:
    expected = Overlay(fade=False, caption="Tested by scenarios: 6 of 6, 100 %.")

    assert expected == coverage_overlay(Untested(covered=6, total=6))


def test_what_is_missing_is_red_and_in_grey_as_black_as_the_rest() -> None:
    line, missed, path = Stroke("#00704A", 1.2), Stamp("missed"), Stamp("path")

    assert [ALARM, INK, line.color] == [
        stamped_stroke(line, missed, Look()).color,
        stamped_stroke(line, missed, Look(grey=True)).color,
        stamped_stroke(line, path, Look()).color,
    ]


def test_other_programs_draw_it_so_too() -> None:
    figure = figure_of(
        chart_of(
            'policy: two\nformat: 1\nversion: "1"\nevents: {go: {}}\ninitial: a\n'
            "states: {a: {on: {go: b}}, b: {}}\n",
            "two.yaml",
        )
    )
    overlay = coverage_overlay(Untested(states=["b"], transitions=["a.on.go.0"]))

    assert ALARM == dressed(figure, "b", Look(), overlay).stroke.color
    assert ALARM != dressed(figure, "a", Look(), overlay).stroke.color
    (link,) = figure.links
    assert ALARM == stroke_of((link,), Look(), overlay).color
