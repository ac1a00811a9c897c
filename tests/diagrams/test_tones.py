import pytest

from policy_engine.diagrams.tones import Tone, tone_of, tones_of
from tests.model.reading import chart_of


@pytest.mark.parametrize("tone", ["escalates", "calms", "ends"])
def test_a_declared_tone_is_kept(tone: Tone) -> None:
    chart = chart_of(f"events: {{a: {{tone: {tone}}}}}\ninitial: x\nstates: {{x: {{on: {{a: x}}}}}}\n")

    assert tone == tone_of(chart, "a")


def test_where_some_events_have_a_tone_the_others_are_plain() -> None:
    chart = chart_of("events: {a: {tone: calms}, b: {}}\ninitial: x\nstates: {x: {on: {b: y}}, y: {}}\n")

    assert "plain" == tone_of(chart, "b")


def test_without_any_tone_nothing_is_guessed_from_where_an_event_leads() -> None:
    chart = chart_of(
        "events: {up: {}, down: {}}\n"
        "initial: one\n"
        "states: {one: {on: {up: two}}, two: {on: {down: one, up: three}}, three: {}}\n"
    )

    assert {"plain"} == {tone_of(chart, event) for event in chart.events}
    assert {"plain"} == set(tones_of(chart).values())


def test_a_transition_of_several_events_has_the_strongest_tone() -> None:
    chart = chart_of(
        "events: {a: {tone: calms}, b: {tone: ends}, c: {tone: escalates}}\n"
        "initial: x\n"
        "states: {x: {on: {a or b: y}}, y: {on: {a or b or c: x}, after: {1 min: x}}}\n"
    )

    assert ["ends", "escalates", "plain"] == list(tones_of(chart).values())
