"""Which posters one A4 page is enough for. Agents print at their desk, so outgrowing it must be told."""

from __future__ import annotations

import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.paper import Paper
from policy_engine.policy import load_policy
from policy_engine.ready import ready_policies
from tests.diagrams.fitting import fitting

ON_A3 = {"abusive_messages"}


@pytest.mark.no_cover
@pytest.mark.parametrize("policy", ready_policies())
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_poster_of_a_ready_policy_keeps_to_its_sheet(policy: str, language: str) -> None:
    figure = figure_of(load_policy(ready_policies()[policy]).chart)

    scene = fitting(figure, (language,))

    wanted = Paper("a3") if policy in ON_A3 else Paper("a4")
    assert (wanted.width, wanted.height) == (scene.width, scene.height)
