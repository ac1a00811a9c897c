from __future__ import annotations

import pytest

from policy_engine.model.chart import Ask
from policy_engine.model.expressions.tree import Constant
from policy_engine.model.types import Type
from tests.model.reading import chart_of, codes

HEAD = """
facts: {customer_id: {text: ""}, team: {enum: [red, blue], default: red}}
context: {n: {counter: 0..3}, note: {text: ""}}
roles: {agent: {}, manager: {}}
events: {insult: {data: {who: {text: ""}, hard: {flag: false}}}, threat: {}}
initial: talk
"""


def told(step: str) -> Ask:
    chart = chart_of(f"{HEAD}states: {{talk: {{on: {{insult: {{do: {step}}}}}}}}}\n")
    (found,) = chart.states[1].on["insult"][0].steps
    assert isinstance(found, Ask)
    return found


def test_a_tell_is_an_action_with_flat_parameters() -> None:
    step = told(
        "{tell: {policy: conduct, key: customer_id, event: bad, data: {by: phone, n: {expr: n + 1}}}}"
    )

    assert ("tell", None) == (step.action, step.to)
    assert ["policy", "key", "event", "data.by", "data.n"] == [name for name, _ in step.params]
    assert ["'conduct'", "customer_id", "'bad'", "'phone'", "n + 1"] == [str(expr) for _, expr in step.params]


@pytest.mark.parametrize("key", ["customer_id", "note", "team", "event.who", "\"'front_desk'\""])
def test_a_key_is_any_expression_that_gives_a_text(key: str) -> None:
    step = told(f"{{tell: {{policy: conduct, key: {key}, event: bad}}}}")

    assert key.strip('"') == str(dict(step.params)["key"])


@pytest.mark.parametrize("key", ["n", "event.hard", "n > 1", "3", "true"])
def test_a_key_that_is_no_text_is_a_mistake(key: str) -> None:
    step = f"{{tell: {{policy: conduct, key: {key}, event: bad}}}}"

    assert ["key-not-text"] == codes(f"{HEAD}states: {{talk: {{on: {{insult: {{do: {step}}}}}}}}}\n")


def test_the_action_is_declared_with_everything_that_is_told_anywhere() -> None:
    tell = "{tell: {policy: conduct, key: customer_id, event: bad, data: {%s}}}"
    steps = [tell % item for item in ("a: x, b: 1, c: true", "a: y, b: {expr: n}", "a: {expr: note}, c: 1")]
    chart = chart_of(f"{HEAD}states: {{talk: {{entry: [{', '.join(steps)}]}}}}\n")

    params = chart.actions["tell"].params
    assert ["policy", "key", "event", "data.a", "data.b", "data.c"] == list(params)
    assert (Type("text"), Type("range", 0, 3)) == (params["data.a"].type, params["data.b"].type)
    assert Type("text") == params["data.c"].type  # of two kinds: what fits both is a text


def test_a_policy_that_tells_nothing_has_no_such_action() -> None:
    assert {} == chart_of(f"{HEAD}states: {{talk: {{}}}}\n").actions


def test_the_words_of_the_action_are_in_the_languages_of_the_policy() -> None:
    step = "{tell: {policy: conduct, key: customer_id, event: bad}}"
    chart = chart_of(f"languages: [nl-BE, de]\n{HEAD}states: {{talk: {{entry: {step}}}}}\n")

    assert {"nl-BE": ("doorgeven",), "de": ("pass on",)} == chart.actions["tell"].label


def test_a_property_can_speak_of_it_where_it_is_used() -> None:
    step = "{tell: {policy: conduct, key: customer_id, event: bad}}"
    text = "properties: {told: {whenever: {enter: talk}, then: {action: tell}}}\n"

    assert [] == codes(f"{HEAD}states: {{talk: {{entry: {step}}}}}\n{text}")
    assert ["undeclared-action"] == codes(f"{HEAD}states: {{talk: {{}}}}\n{text}")


@pytest.mark.parametrize(
    ("tell", "code"),
    [
        ("{policy: Conduct, key: customer_id, event: bad}", "invalid-id"),
        ("{policy: any, key: customer_id, event: bad}", "reserved-name"),
        ("{policy: conduct, key: customer_id, event: bad, data: {x: {expr: m}}}", "undeclared-name"),
        ("{policy: conduct, key: customer_id, event: bad, data: {x: }}", "value-wanted"),
        ("{policy: conduct, key: , event: bad}", "wrong-type"),
        ("{key: customer_id, event: bad}", "missing-key"),
    ],
)
def test_a_wrong_tell_is_told_once(tell: str, code: str) -> None:
    assert [code] == codes(f"{HEAD}states: {{talk: {{entry: {{tell: {tell}}}}}}}\n")


def test_a_literal_key_is_a_text() -> None:
    step = told("{tell: {policy: conduct, key: \"'front_desk'\", event: bad}}")

    key = dict(step.params)["key"]
    assert isinstance(key, Constant)
    assert "front_desk" == key.value
