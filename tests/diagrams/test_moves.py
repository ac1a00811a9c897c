"""The moves of a call."""

from policy_engine.diagrams.moves import moves_of
from tests.diagrams.plays import play, play_of

LEARNING = """
policy: learning
format: 1
version: "1"
facts: {angry: {flag: false}}
events: {hi: {}}
initial: one
states:
  one: {on: {hi: two}, always: {when: angry, target: two}, after: {1 min: two}}
  two: {type: final}
"""


def test_moves_are_numbered_from_the_start_and_waiting_is_none() -> None:
    _, _, course = play("aggressive_caller", "long_silence")
    moves = [(move.number, move.moment.kind, move.moment.name) for move in moves_of(course)]

    assert [
        (1, "start", ""),
        (2, "event", "anger_persists"),
        (3, "timer", "acknowledge.after.2 min"),
        (4, "event", "shouting"),
        (5, "event", "calms_down"),
        (6, "event", "accepts_solution"),
        (7, "timer", "aftercare.after.5 min"),
    ] == moves


def test_news_is_a_move_only_where_it_leads_somewhere() -> None:
    steps = "[{learn: {angry: false}}, {learn: {angry: true}}]"
    _, _, course = play_of(LEARNING, f"policy: learning\nscenarios: {{one: {{steps: {steps}}}}}")
    moves = [(move.number, move.moment.kind, move.moment.states) for move in moves_of(course)]

    assert [(1, "start", ("one",)), (2, "learn", ("two",))] == moves
