from policy_engine.diagrams.figure import figure_of
from tests.diagrams.random_policies import LARGEST, SMALLEST, policy, thirty


def test_thirty_policies_are_of_every_size_and_of_every_kind() -> None:
    charts = thirty()

    sizes = [len(chart.states) - 1 for chart in charts]
    kinds = {state.kind for chart in charts for state in chart.states}
    assert (SMALLEST, LARGEST, 30) == (min(sizes), max(sizes), len(charts))
    assert {"atomic", "compound", "parallel", "final", "history"} == kinds


def test_the_same_seed_gives_the_same_policy() -> None:
    assert policy(7, 20) == policy(7, 20)


def test_every_one_of_them_has_a_spine() -> None:
    figures = [figure_of(chart) for chart in thirty()]

    assert all(figure.spine for figure in figures)
