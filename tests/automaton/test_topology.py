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
