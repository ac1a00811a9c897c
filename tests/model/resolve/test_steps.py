from __future__ import annotations

import pytest

from policy_engine.model.chart import Add, Ask, Assign, Cancel, Raise, Send, Step
from policy_engine.model.duration import Duration
from tests.model.reading import chart_of, findings, state, suggestion

HEAD = """events: {e: {}, hurt: {data: {level: {range: 1..3}}},
  soft: {data: {level: {range: 1..3, default: 1}}}}
parameters: {most: {range: 1..3, default: 3}}
facts: {risk: {enum: [no, yes], default: no}}
context: {n: {counter: 0..3}, ok: {flag: false}, mood: {enum: [calm, angry], default: calm}, name: {text: ""}}
guards: {enough: n >= most}
roles: {police: {}}
actions:
  call: {to: police}
  page:
    params: {urgent: {flag: false}, level: {range: 1..3, default: 2}, mood: {enum: [calm, b], default: calm}}
  write: {params: {text: {text: }}}
initial: a
states:
"""


def steps(text: str) -> tuple[Step, ...]:
    return state(chart_of(f"{HEAD}  a: {{entry: {text}}}\n"), "a").entry


def only(text: str) -> Step:
    (step,) = steps(text)
    return step


def test_an_action_is_asked_of_its_role() -> None:
    step = only("call")

    assert isinstance(step, Ask)
    assert ("call", (), "police") == (step.action, step.params, step.to)


def test_parameters_come_in_the_order_of_their_declaration_with_defaults_filled_in() -> None:
    step = only("{page: {level: 3, urgent: true}}")

    assert isinstance(step, Ask)
    assert [("urgent", "true"), ("level", "3"), ("mood", "'calm'")] == [
        (name, str(expr)) for name, expr in step.params
    ]


def test_a_parameter_may_be_an_expression() -> None:
    step = only("{page: {level: {expr: most - 1}}}")

    assert isinstance(step, Ask)
    assert "most - 1" == str(dict(step.params)["level"])


def test_a_text_given_to_an_action_stands_for_itself() -> None:
    step = only("{write: {text: name}}")

    assert isinstance(step, Ask)
    assert "'name'" == str(step.params[0][1])


def test_variables_are_set_to_literals_and_expressions() -> None:
    step = only("{set: {ok: true, n: n + 1, mood: angry}}")

    assert isinstance(step, Assign)
    assert [("ok", "true"), ("n", "n + 1"), ("mood", "'angry'")] == [
        (name, str(expr)) for name, expr in step.values
    ]


def test_counters_are_added_to() -> None:
    step = only("{add: {n: -1}}")

    assert isinstance(step, Add)
    assert [("n", "-1")] == [(name, str(expr)) for name, expr in step.amounts]


def test_events_are_raised_sent_and_taken_back() -> None:
    raised, sent, later, taken = steps(
        "[{raise: soft}, {send: {event: e}}, {send: {event: e, delay: 5 min, id: x}}, {cancel: x}]"
    )

    assert isinstance(raised, Raise)
    assert isinstance(sent, Send)
    assert isinstance(later, Send)
    assert isinstance(taken, Cancel)
    assert ("soft", "e", None, None) == (raised.event, sent.event, sent.delay, sent.id)
    assert (Duration(5, "min"), "x", "x") == (later.delay, later.id, taken.id)


def test_a_delay_of_nothing_is_no_delay() -> None:
    step = only("{send: {event: e, delay: 0 s}}")

    assert isinstance(step, Send)
    assert step.delay is None


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("cal", "undeclared-action", 14),
        ("5", "wrong-type", 14),
        ("null", "wrong-type", 14),
        ("[[call]]", "wrong-type", 15),
        ("[{}]", "wrong-type", 15),
        ("{call: null}", "wrong-type", 21),
        ("{call: {x: 1}}", "undeclared-param", 22),
        ("{page: {urgnt: true}}", "undeclared-param", 22),
        ("{page: {level: 4}}", "value-out-of-range", 29),
        ("{page: {mood: clam}}", "unknown-member", 28),
        ("{page: {level: {expr: n + nope}}}", "undeclared-name", 40),
        ("write", "missing-param", 14),
        ("{write: {}}", "missing-param", 15),
        ("{set: {m: 1}}", "undeclared-variable", 21),
        ("{set: {risk: yes}}", "not-a-variable", 21),
        ("{set: {most: 1}}", "not-a-variable", 21),
        ("{set: {enough: true}}", "not-a-variable", 21),
        ("{set: 5}", "wrong-type", 20),
        ("{set: {ok: in_state('a')}}", "in-state-not-here", 25),
        ("{add: {ok: 1}}", "not-a-counter", 21),
        ("{add: {risk: 1}}", "not-a-variable", 21),
        ("{add: {n: nope}}", "undeclared-name", 24),
        ("{set: {ok: true}, add: {n: 1}}", "two-actions", 32),
        ("{when: ok, do: [call]}", "condition-in-actions", 15),
        ("{do: [call], if: ok}", "condition-in-actions", 27),
        ("{if: ok}", "condition-in-actions", 15),
        ("{else: {call: {}}}", "condition-in-actions", 15),
        ("{when: {x: 1}}", "undeclared-action", 15),
        ("{raise: ee}", "undeclared-event", 22),
        ("{raise: hurt}", "event-needs-data", 22),
        ("{raise: [e]}", "wrong-type", 22),
        ("{send: {event: hurt}}", "event-needs-data", 29),
        ("{send: {event: ee}}", "undeclared-event", 29),
        ("{send: {event: e, delay: 5}}", "invalid-duration", 39),
        ("{send: {event: e, delay: [5 min]}}", "wrong-type", 39),
        ("{send: {evnt: e}}", "unknown-key", 22),
        ("{send: {delay: 5 min}}", "missing-key", 15),
        ("{send: e}", "wrong-type", 21),
        ("{cancel: x}", "unknown-send", 23),
    ],
)
def test_a_wrong_step_is_told_at_its_place(text: str, code: str, column: int) -> None:
    assert [(code, 15, column)] == findings(f"{HEAD}  a: {{entry: {text}}}\n")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("cal", "call"),
        ("{page: {urgnt: true}}", "urgent"),
        ("{set: {mod: calm}}", "mood"),
        ("{raise: sfot}", "soft"),
        ("[{send: {event: e, id: reminder}}, {cancel: remindr}]", "reminder"),
    ],
)
def test_the_name_that_was_meant_is_suggested(text: str, meant: str) -> None:
    assert meant == suggestion(f"{HEAD}  a: {{entry: {text}}}\n")


def test_nothing_is_said_of_a_parameter_whose_value_is_wrong_already() -> None:
    assert ["value-wanted"] == [
        item[0] for item in findings(f"{HEAD}  a: {{entry: {{write: {{text: [a]}}}}}}\n")
    ]
