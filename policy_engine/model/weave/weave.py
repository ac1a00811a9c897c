"""The chart as it is run: as written, with every construct written out that the kernel does not know.

The chart as written stays what people are shown. The woven one has the same states, transitions and timers at
the same places; what is added has hidden names (see `model.hidden`), and its transitions stand behind all
others, at the root.
"""

from __future__ import annotations

from collections.abc import Callable

from policy_engine.model.chart import Chart
from policy_engine.model.weave.lapsing import weave_lapsing
from policy_engine.model.weave.loom import Loom
from policy_engine.model.weave.obligations import weave_obligations
from policy_engine.model.weave.statements import weave_statements

# Each writes out one construct; a later one sees what the earlier ones added.
PASSES: tuple[Callable[[Loom], None], ...] = (weave_lapsing, weave_statements, weave_obligations)


def weave(chart: Chart) -> Chart:
    """The chart that the kernel runs; the same chart where nothing has to be written out."""
    loom = Loom(chart)
    for weave_in in PASSES:
        weave_in(loom)
    return loom.chart()
