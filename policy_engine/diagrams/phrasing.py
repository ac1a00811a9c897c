"""What stands on pills, references and steps: triggers, conditions, actions and what is not allowed, in the
reader's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policy_engine.diagrams.conditions import expression_words, guard_words
from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.phrasing import WORDS
from policy_engine.diagrams.reporting import by_words, reporters_words
from policy_engine.diagrams.wording import (
    NO_VALUES,
    duration_words,
    either,
    event_words,
    label_of,
    lapse_words,
    listed,
    literal_words,
    named,
    phrase_words,
    readable,
    role_words,
    sentence,
    state_words,
    value_words,
    words_of,
)
from policy_engine.model.chart import (
    Add,
    Ask,
    Assign,
    Cancel,
    Chart,
    Forbid,
    Phrase,
    Raise,
    Send,
    Step,
)
from policy_engine.model.expressions.tree import Constant, Expr, Negative, Not
from policy_engine.model.tell import TELL
from policy_engine.model.types import Declaration, Value

__all__ = [
    "action_words",
    "by_words",
    "change_words",
    "condition_words",
    "duration_words",
    "either",
    "event_words",
    "events_words",
    "expression_words",
    "forbid_words",
    "guard_words",
    "label_of",
    "lapse_words",
    "link_words",
    "listed",
    "literal_words",
    "named",
    "phrase_words",
    "phrases_of",
    "readable",
    "required_words",
    "role_words",
    "sentence",
    "state_words",
    "step_words",
    "terms_words",
    "trigger_words",
    "value_words",
    "words_of",
]


def link_words(
    figure: Figure, link: Link, language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> str:
    """What sets a transition off: its own label, or its events, its time, "at once" or "done". A time that
    stands in a parameter whose value is given is said as that value.
    """
    own = words_of(link.transition.label, language)
    if own:
        return " ".join(own)
    if link.duration is not None:
        words = duration_words(figure.chart, link.duration, language, parameters)
        return words if link.duration.minus is not None else word(WORDS, "after", language, words)
    if link.kind == "event":
        return events_words(figure.chart, link.events, language)
    return word(WORDS, "done" if link.kind == "done" else "at once", language)


def events_words(chart: Chart, events: Iterable[str], language: str) -> str:
    """Events of which one is enough, as `either` joins them."""
    return either((event_words(chart, event, language) for event in events), language)


def condition_words(
    figure: Figure, link: Link, language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> str:
    """Under which condition a transition is taken, and by whose report; empty where there is none.

    Parameters whose value is given are said as that value.
    """
    transition = link.transition
    parts = []
    if transition.is_else:
        parts.append(word(WORDS, "else", language))
    elif link.guard is not None:
        parts.append(guard_words(figure.chart, link.guard, language, link.events, parameters))
    if transition.by is not None:
        parts.append(by_words(figure.chart, transition.by, language))
    if transition.requires:
        parts.append(required_words(figure.chart, transition.requires, language))
    return ", ".join(parts)


def trigger_words(figure: Figure, link: Link, language: str) -> str:
    """When a transition is taken: what sets it off, with its condition and who may report it in brackets."""
    trigger = link_words(figure, link, language)
    condition = terms_words(figure, link, language)
    if link.guard is not None and not link.transition.is_else:
        return word(WORDS, "if", language, trigger, condition)
    return f"{trigger} ({condition})" if condition else trigger


def terms_words(figure: Figure, link: Link, language: str) -> str:
    """Under which condition a transition is taken, and who may report it, whether the branch or its events
    say so.
    """
    condition = condition_words(figure, link, language)
    who = "" if link.transition.by is not None else reporters_words(figure.chart, link.events, language)
    return ", ".join(part for part in (condition, who) if part)


def required_words(chart: Chart, requires: Iterable[str], language: str) -> str:
    """What must have been said or done first."""
    names = ", ".join(named(chart.context[name].label, name, language) for name in requires)
    return word(WORDS, "first", language, names)


def action_words(chart: Chart, steps: Iterable[Step], language: str) -> tuple[str, ...]:
    """What the steps ask people or machines to do, with what is told beside."""
    return tuple(_ask(chart, step, language) for step in steps if isinstance(step, Ask))


def step_words(
    chart: Chart, steps: Iterable[Step], language: str, parameters: Mapping[str, Value | None] = NO_VALUES
) -> tuple[str, ...]:
    """Everything that the steps do, in order."""
    return tuple(words for step in steps for words in _step(chart, step, language, parameters))


def change_words(chart: Chart, steps: Iterable[Step], language: str) -> tuple[str, ...]:
    """What the steps set and count, in order, without what they ask people or machines to do."""
    return step_words(chart, (step for step in steps if isinstance(step, Assign | Add)), language)


def forbid_words(chart: Chart, forbid: Forbid, language: str, *, headed: bool = False) -> str:
    """Which events are not allowed, and while what holds. What the agent is told is `forbid.words`. `headed`
    says that it stands under a heading that says "not allowed" already.
    """
    events = events_words(chart, forbid.events, language)
    if isinstance(forbid.when, Not):
        condition = guard_words(chart, forbid.when.operand, language, forbid.events)
        return word(WORDS, "only if", language, events, condition)
    words = events if headed else word(WORDS, "forbidden", language, events)
    if forbid.when is None:
        return words
    condition = word(WORDS, "as long as", language, guard_words(chart, forbid.when, language, forbid.events))
    return f"{words} ({condition})"


def phrases_of(
    chart: Chart,
    phrases: Iterable[Phrase],
    language: str,
    parameters: Mapping[str, Value | None] = NO_VALUES,
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each phrase's condition in words (empty: always) and its texts as they are printed."""
    return tuple(
        (
            "" if phrase.when is None else guard_words(chart, phrase.when, language),
            tuple(
                phrase_words(chart, text, language, parameters) for text in words_of(phrase.words, language)
            ),
        )
        for phrase in phrases
    )


def _step(chart: Chart, step: Step, language: str, parameters: Mapping[str, Value | None]) -> tuple[str, ...]:
    if isinstance(step, Ask):
        return (_ask(chart, step, language),)
    if isinstance(step, Assign):
        return tuple(_set(chart, chart.context[name], expr, language) for name, expr in step.values)
    if isinstance(step, Add):
        return tuple(_added(chart, chart.context[name], expr, language) for name, expr in step.amounts)
    if isinstance(step, Raise):
        return (word(WORDS, "raises", language, event_words(chart, step.event, language)),)
    if isinstance(step, Cancel):
        return (word(WORDS, "cancels", language, _sent(chart, step.id, language)),)
    return (_send(chart, step, language, parameters),)


def telling_words(chart: Chart, event: Value, language: str) -> str:
    """That something is passed on to another policy. Its id and the key are for software; the file of the
    other policy is not at hand, so its event goes by its name.
    """
    return f"{named(chart.actions[TELL].label, TELL, language)}: {readable(str(event))}"


def _ask(chart: Chart, step: Ask, language: str) -> str:
    if step.action == TELL:
        event = dict(step.params)["event"]
        assert isinstance(event, Constant)
        return telling_words(chart, event.value, language)
    action = chart.actions[step.action]
    told = [
        _told(chart, action.params[name], expr, language)
        for name, expr in step.params
        if not (isinstance(expr, Constant) and expr.value == action.params[name].default)
    ]
    words = named(action.label, step.action, language)
    return f"{words} ({', '.join(told)})" if told else words


def _told(chart: Chart, declared: Declaration, expr: Expr, language: str) -> str:
    if isinstance(expr, Constant) and expr.value is True:
        return named(declared.label, declared.name, language)
    return _set(chart, declared, expr, language)


def _set(chart: Chart, declared: Declaration, expr: Expr, language: str) -> str:
    label = named(declared.label, declared.name, language)
    if isinstance(expr, Constant):
        return f"{label}: {value_words(declared, expr.value, language)}"
    value = expression_words(chart, expr, language)
    return label if value == label else f"{label}: {value}"


def _added(chart: Chart, declared: Declaration, expr: Expr, language: str) -> str:
    label = named(declared.label, declared.name, language)
    if isinstance(expr, Negative):
        return f"{label} − {expression_words(chart, expr.operand, language)}"
    amount = expression_words(chart, expr, language)
    if amount.startswith("-"):
        return f"{label} − {amount[1:]}"
    return lapse_words(chart, declared, f"{label} + {amount}", language)


def _send(chart: Chart, step: Send, language: str, parameters: Mapping[str, Value | None]) -> str:
    event = event_words(chart, step.event, language)
    if step.delay is None:
        return word(WORDS, "sends", language, event)
    words = duration_words(chart, step.delay, language, parameters)
    if step.delay.minus is not None:
        return f"{event} {words}"
    return word(WORDS, "sends later", language, event, words)


def _sent(chart: Chart, id: str, language: str) -> str:
    """The events that are sent under an id."""
    lists = [steps for state in chart.states for steps in (state.entry, state.exit)]
    lists += [transition.steps for transition in chart.transitions]
    sends = (step for steps in lists for step in steps if isinstance(step, Send))
    return events_words(chart, dict.fromkeys(send.event for send in sends if send.id == id), language)
