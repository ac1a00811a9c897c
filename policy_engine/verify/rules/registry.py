"""Every rule of lint, in the order in which they are listed."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from policy_engine.verify.rules.rule import Rule

# What can happen, what is said, what is named; then what is found by others.
FILES = (
    "unreachable_state",
    "transition_never_taken",
    "shadowed_handler",
    "handler_always_forbidden",
    "dead_end",
    "livelock",
    "waits_without_end",
    "timer_never_fires",
    "timer_restarts",
    "self_transition",
    "history_counts_again",
    "forbid_never_refuses",
    "action_asked_twice",
    "cancel_in_vain",
    "own_event_refused",
    "sent_unhandled",
    "must_never_met",
    "property_vacuous",
    "condition_constant",
    "safety_event_hidden",
    "safety_event_ignored",
    "safety_event_forbidden",
    "no_emergency",
    "no_aftercare",
    "ends_without_warning",
    "promise_cannot_follow",
    "phrase_never_shown",
    "nothing_to_say",
    "role_without_phrase",
    "say_contains_avoid",
    "curly_quotes",
    "phrase_too_long",
    "informal_dutch",
    "languages_equal",
    "placeholder_in_one_language",
    "duplicate_label",
    "missing_label",
    "requires_without_label",
    "unused_event",
    "unused_action",
    "unused_guard",
    "unused_variable",
    "variable_never_read",
    "variable_never_changes",
    "unused_parameter",
    "unused_fact",
    "unused_role",
    "unused_statement",
    "unused_datum",
)


@cache
def rules() -> dict[str, Rule]:
    """Every rule, by its code."""
    from policy_engine.verify.rules.elsewhere import RULES

    own: list[Rule] = [import_module(f"policy_engine.verify.rules.{name}").RULE for name in FILES]
    return {rule.code: rule for rule in (*own, *RULES)}
