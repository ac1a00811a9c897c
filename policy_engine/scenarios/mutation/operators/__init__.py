"""Every kind of small change. `docs/mutation.md` explains them, each with an example."""

from __future__ import annotations

from policy_engine.scenarios.mutation.operators.actions import ACTIONS
from policy_engine.scenarios.mutation.operators.conditions import CONDITIONS
from policy_engine.scenarios.mutation.operators.durations import DURATIONS
from policy_engine.scenarios.mutation.operators.events import EVENTS
from policy_engine.scenarios.mutation.operators.orders import ORDERS
from policy_engine.scenarios.mutation.operators.records import RECORDS
from policy_engine.scenarios.mutation.operators.roles import ROLES
from policy_engine.scenarios.mutation.operators.states import STATES
from policy_engine.scenarios.mutation.operators.targets import TARGETS
from policy_engine.scenarios.mutation.operators.values import VALUES
from policy_engine.scenarios.mutation.site import Table

OPERATORS: Table = {
    **TARGETS,
    **CONDITIONS,
    **EVENTS,
    **ACTIONS,
    **VALUES,
    **DURATIONS,
    **ORDERS,
    **ROLES,
    **STATES,
    **RECORDS,
}
