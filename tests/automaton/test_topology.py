"""The masks of a chart, and which masks are legal configurations."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from policy_engine.automaton.topology import Topology, bits, bits_down
from tests.small import small_policy

CHART = """
initial: p
states:
  p:
    type: parallel
    states:
      l: {initial: l1, states: {l1: {}, l2: {}, h: {type: history}}}
      r: {initial: r1, states: {r1: {}, r2: {}}}
  out: {}
"""


@given(st.integers(0, 2**70))
def test_bits_are_the_indices_of_a_mask_both_ways(mask: int) -> None:
    assert sum(1 << index for index in bits(mask)) == mask
    assert list(bits(mask)) == sorted(bits(mask))
    assert list(bits_down(mask)) == list(bits(mask))[::-1]


def test_a_configuration_is_legal_only_whole() -> None:
    chart = small_policy(CHART).chart
    topology = Topology(chart)
    bit = {state.id: 1 << state.index for state in chart.states}

    def legal(*names: str) -> bool:
        return topology.is_legal(sum(bit[name] for name in names))

    assert legal("p", "l", "l1", "r", "r2")
    assert legal("out")
    assert not legal("p", "l", "l1", "r")
    assert not legal("p", "l", "l1")
    assert not legal("p", "l", "l1", "l2", "r", "r1")
    assert not legal("l", "l1", "r", "r1")
    assert not legal("out", "p", "l", "l1", "r", "r1")
    assert not legal("out", "h")
    assert not legal()


def test_leaves_and_ids_are_in_document_order() -> None:
    policy = small_policy(CHART)

    session = policy.start()

    assert session.states == ("l1", "r1")
    assert session.configuration == ("p", "l", "l1", "r", "r1")


HISTORIES = """
initial: p
states:
  p:
    type: parallel
    states:
      l: {initial: l1, states: {l1: {}, l2: {initial: l3, states: {l3: {}, l4: {}}}, h: {type: history}}}
      r: {initial: r1, states: {r1: {}, r2: {}, hr: {type: history, deep: true}}}
      hp: {type: history}
      dp: {type: history, deep: true}
  out: {}
"""


def test_a_history_state_can_only_have_stored_what_was_active() -> None:
    chart = small_policy(HISTORIES).chart
    topology = Topology(chart)
    index = {state.id: state.index for state in chart.states}

    def fits(history: str, *stored: str) -> bool:
        return topology.may_remember(index[history], sum(1 << index[name] for name in stored))

    assert fits("h", "l1")
    assert fits("h", "l2")
    assert not fits("h")
    assert not fits("h", "l3")
    assert not fits("h", "l1", "l2")
    assert not fits("h", "h")
    assert fits("hr", "r2")
    assert not fits("hr", "r1", "r2")
    assert fits("hp", "l", "r")
    assert not fits("hp", "l")
    assert not fits("hp", "l", "r", "l1")
    assert fits("dp", "l4", "r1")
    assert not fits("dp", "l4")
    assert not fits("dp", "l2", "r1")
    assert not fits("dp", "l3", "l4", "r1")
    assert not fits("dp", "l1", "l3", "r1")
    assert not fits("dp", "l1", "r1", "out")
