import re

import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.graph.dot import to_dot
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.theme import Look
from tests.diagrams import examples
from tests.diagrams.graph.reading import expected, labels, read
from tests.diagrams.random_policies import thirty
from tests.model.reading import chart_of


@pytest.mark.no_cover
def test_graphviz_reads_every_card_box_and_pill() -> None:
    for chart in (*map(examples.chart, (*examples.TEN, *examples.READY)), *thirty()[::3]):
        figure = figure_of(chart)

        found = read(to_dot(figure, "nl"))
        assert expected(figure)["clusters"] == found["clusters"]
        assert expected(figure)["nodes"] == found["nodes"]


def test_the_same_figure_gives_the_same_text() -> None:
    assert to_dot(examples.figure("bare"), "nl") == to_dot(examples.figure("bare"), "nl")


def test_cards_and_pills_have_stable_ids_and_classes() -> None:
    dot = to_dot(examples.figure("call_and_watch"), "nl")

    assert '"intake" [id="state-intake" class="state" group=spine' in dot
    assert 'id="event-warn_off.on.hangs_up.0" class="event ends" group=spine' in dot
    assert 'id="event-aftercare.after.10 min.0" class="event plain timer" group=spine' in dot
    assert 'id="event-alert.done.0" class="event plain wide"' in dot


def test_what_calms_is_written_forwards_and_drawn_back() -> None:
    dot = to_dot(examples.figure("call_and_watch"), "nl")

    assert '"intake" -> "event-boundary.on.calms_down.0" [dir=back' in dot
    assert '"event-boundary.on.calms_down.0" -> "boundary" [arrowhead=none' in dot


def test_lines_begin_and_end_at_the_borders_of_boxes_that_are_left_and_entered_as_a_whole() -> None:
    dot = to_dot(examples.figure("call_and_watch"), "nl")
    held = to_dot(examples.figure("hold_the_line"), "nl")

    assert '"keep_talking" -> "event-alert.done.0" [arrowhead=none weight=2' in dot
    assert 'ltail="cluster_alert"]' in dot
    assert 'lhead="cluster_alert" id="edge-boundary.on.threatens.0"]' in dot
    assert '"begin-here" -> "listening" [weight=100 lhead="cluster_conversation"]' in held


def test_a_card_in_another_box_is_entered_through_its_border() -> None:
    dot = to_dot(examples.figure("many_endings"), "nl")

    assert '"event-opening.on.tension_rises.0" -> "tense" [weight=1000 color="#1A1A1A" style=solid id=' in dot


def test_regions_begin_at_the_same_height() -> None:
    assert '{ rank=same "keep_talking" "calling" }' in to_dot(examples.figure("call_and_watch"), "nl")


def test_every_text_of_a_card_stands_in_it() -> None:
    words = ["".join(label.itertext()) for label in labels(to_dot(examples.figure("call_and_watch"), "nl"))]

    assert "4AfwijzenMedewerker“Hiervan wordt melding gedaan.”" in words
    assert "1Aannemen“Waarmee kan ik u helpen?”bedreigt → 3, 6hangt op → 10" in words


def test_a_picture_for_a_printer_without_colours_has_none() -> None:
    dot = to_dot(examples.figure("call_and_watch"), "nl", Look(grey=True))

    colours = set(re.findall(r"#([0-9A-F]{6})", dot)) - {"6B7884"}
    assert all(found[:2] == found[2:4] == found[4:] for found in colours)


def test_only_boxes_have_borders_where_lines_begin_and_end() -> None:
    for path in examples.TEN:
        figure = examples.figure(path.stem)

        borders = set(re.findall(r'l(?:tail|head)="cluster_(\w+)"', to_dot(figure, "nl")))
        assert borders <= set(figure.boxes)


def test_a_line_inside_a_box_does_not_end_at_its_border() -> None:
    chart = chart_of(
        "events: {up: {tone: escalates}, again: {}}\n"
        "initial: box\n"
        "states:\n"
        "  box: {initial: b, states: {a: {}, b: {on: {up: c}}, c: {on: {again: other}}}}\n"
        "  other: {on: {again: d}}\n"
        "  outer: {initial: inner, states: {d: {on: {up: outer}}, inner: {initial: e, states: {e: {}}}}}\n"
    )

    dot = to_dot(figure_of(chart), "nl")
    assert '"event-d.on.up.0" -> "e" [' in dot
    assert 'lhead="cluster_outer"' not in dot


def test_what_is_stamped_has_a_class_a_number_and_thick_lines_and_the_rest_is_pale() -> None:
    overlay = Overlay(
        {"help": Stamp("path", "zet 2"), "listen": Stamp("path")},
        {"listen.on.complains.0": Stamp("path", "zet 2")},
    )

    dot = to_dot(examples.figure("starter"), "nl", overlay=overlay)

    assert '"help" [id="state-help" class="state path"' in dot
    assert "Helpen · zet 2<BR" in dot
    assert 'id="event-listen.on.complains.0" class="event escalates path"' in dot
    assert "klaagt · zet 2<BR" in dot
    assert 'style=solid penwidth=3.6 class="path"' in dot
    assert '"closed" [id="state-closed" class="state" ' in dot
    assert '<FONT POINT-SIZE="9" COLOR="#666666">einde' in dot
    assert '<FONT POINT-SIZE="13" COLOR="#666666"><B>Afgesloten' in dot
    assert (
        '"help" -> "event-help.on.calms_down|hangs_up.0" [arrowhead=none weight=1000 color="#C9CDD2"' in dot
    )
