"""Which engines are compared, in the order of the table. A peer is imported only when it is asked for."""

from __future__ import annotations

from importlib import import_module

from benchmarks.engine import Engine

BOUND = "bound:Bound"
OURS = ("policy:LadderFlat", "policy:LadderNested")
FLAGSHIP = "policy:Flagship"
PEERS = (
    "automaton_unrolled:AutomatonUnrolled",
    "hat_stc:HatStc",
    "automat_unrolled:AutomatUnrolled",
    "transitions_flat:TransitionsFlat",
    "transitions_nested:TransitionsNested",
    "xstate:XState",
    "harel_dsl:Harel",
    "pystator_yaml:Pystator",
    "sismic_yaml:Sismic",
    "statemachine_class:StatemachineClass",
    "statemachine_yaml:StatemachineYaml",
)


def engine_class(place: str) -> type[Engine]:
    """The class at `module:class` of this folder."""
    module, _, name = place.partition(":")
    found: type[Engine] = getattr(import_module(f"benchmarks.engines.{module}"), name)
    return found


def engine(place: str) -> Engine:
    """The engine at `module:class`, its definition read and compiled."""
    return engine_class(place)()
