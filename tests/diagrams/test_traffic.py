"""The traffic of many calls, laid over a diagram."""

from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.traffic import count_traffic, traffic_overlay
from tests.diagrams.plays import play


def test_each_call_counts_once_at_each_place() -> None:
    calls = [play("aggressive_caller", name)[2] for name in ("third_warning_ignored", "heard_and_helped")]
    traffic = count_traffic(calls)

    assert 2 == traffic.calls
    assert (2, 1) == (traffic.states["recognise"], traffic.states["warn"])
    assert 1 == traffic.transitions["warn.on.insult|anger_persists.0"]


def test_a_place_is_drawn_as_strongly_as_its_share_of_the_calls() -> None:
    calls = [play("aggressive_caller", name)[2] for name in ("third_warning_ignored", "heard_and_helped")]
    overlay = traffic_overlay(count_traffic(calls))

    assert Stamp("traffic", "2×", 1.0) == overlay.states["recognise"]
    assert Stamp("traffic", "1×", 0.5) == overlay.states["warn"]


def test_no_calls_leave_no_traffic() -> None:
    assert Overlay() == traffic_overlay(count_traffic([]))


def test_a_caption_says_how_many_calls_there_were() -> None:
    calls = [play("aggressive_caller", name)[2] for name in ("third_warning_ignored", "heard_and_helped")]

    assert "2 gesprekken" in traffic_overlay(count_traffic(calls), "nl").caption
    assert "one call" in traffic_overlay(count_traffic(calls[:1])).caption
