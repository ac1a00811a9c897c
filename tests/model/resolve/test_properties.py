from __future__ import annotations

import pytest

from tests.model.reading import chart_of, findings, suggestion

HEAD = """events: {e: {}, f: {}}
facts: {risk: {enum: [no, yes], default: no}}
context: {n: {counter: 0..3}}
actions: {call: {}}
initial: a
states: {a: {initial: c, states: {c: {}, h: {type: history}}}, b: {type: final}}
"""


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("{always: n <= 3}", "always"),
        ("{never: {enter: b, when: n < 2}}", "never"),
        ("{never: {exit: [a, c], unless: e}}", "never"),
        ("{never: {event: e, when: risk == 'yes'}}", "never"),
        ("{never: {action: call}}", "never"),
        ("{never: {change: n, unless: [e, f]}}", "never"),
        ("{whenever: {event: e, in: [a, c], when: n > 1}, then: {action: call}}", "whenever"),
        ("{whenever: {enter: a}, then: {enter: b}, within: 5 min}", "whenever"),
        ("{whenever: {action: call}, then: {enter: [b]}}", "whenever"),
        ("{in: a, accepts: e}", "in"),
        ("{in: [a, b], forbids: [e, f], when: n > 1}", "in"),
        ("{reachable: final, from: any}", "reachable"),
        ("{reachable: b, from: a, label: x, note: y, why: z, source: art. 1}", "reachable"),
        ("{always: in_state('a') or n == 0}", "always"),
    ],
)
def test_every_pattern_is_read(text: str, pattern: str) -> None:
    rule = chart_of(f"{HEAD}properties: {{rule: {text}}}\n").properties["rule"]

    assert ("rule", pattern) == (rule.name, rule.pattern)


def test_a_property_is_kept_as_it_was_written() -> None:
    rule = chart_of(f"{HEAD}properties: {{rule: {{never: {{enter: b, when: n < 2}}}}}}\n").properties["rule"]

    assert {"never": {"enter": "b", "when": "n < 2"}} == rule.body


@pytest.mark.parametrize(
    ("text", "code", "column"),
    [
        ("{}", "empty-property", 20),
        ("{label: x}", "empty-property", 20),
        ("5", "wrong-type", 20),
        ("{awlays: n < 3}", "unknown-key", 21),
        ("{always: n < 3, never: {enter: b}}", "two-patterns", 36),
        ("{always: n < 3, never: 5}", "wrong-type", 43),
        ("{always: n < 3, when: n < 2}", "key-of-other-pattern", 36),
        ("{always: nn < 3}", "undeclared-name", 29),
        ("{always: in_state('h')}", "unknown-state-in-expression", 38),
        ("{always: [n]}", "wrong-type", 29),
        ("{never: {}}", "missing-moment", 21),
        ("{never: {when: n < 3}}", "missing-moment", 21),
        ("{never: {enter: b, exit: a}}", "two-patterns", 39),
        ("{never: {enter: bb}}", "undeclared-state", 36),
        ("{never: {enter: h}}", "history-never-active", 36),
        ("{never: {exit: x}}", "undeclared-state", 35),
        ("{never: {event: ee}}", "undeclared-event", 36),
        ("{never: {action: cal}}", "undeclared-action", 37),
        ("{never: {change: risk}}", "undeclared-variable", 37),
        ("{never: {enter: b, unless: [ee]}}", "undeclared-event", 48),
        ("{never: {enter: b, when: nn}}", "undeclared-name", 45),
        ("{whenever: {event: e}}", "missing-then", 21),
        ("{whenever: {when: n < 3}, then: {enter: b}}", "missing-moment", 21),
        ("{whenever: {event: e, enter: a}, then: {enter: b}}", "two-patterns", 42),
        ("{whenever: {event: e, in: x}, then: {enter: b}}", "undeclared-state", 46),
        ("{whenever: {event: e, when: nn}, then: {enter: b}}", "undeclared-name", 48),
        ("{whenever: {event: e}, then: {}}", "missing-moment", 43),
        ("{whenever: {event: e}, then: {enter: x}}", "undeclared-state", 57),
        ("{whenever: {event: e}, then: {enter: b}, within: 5}", "invalid-duration", 69),
        ("{whenever: {event: e}, then: 5}", "wrong-type", 49),
        ("{in: a, accepts: 5}", "wrong-type", 37),
        ("{reachable: b, from: 5}", "wrong-type", 41),
        ("{whenever: 5, then: {enter: b}}", "wrong-type", 31),
        ("{in: a}", "missing-verdict", 21),
        ("{in: a, accepts: e, forbids: f}", "two-patterns", 40),
        ("{in: x, accepts: e}", "undeclared-state", 25),
        ("{in: a, accepts: ee}", "undeclared-event", 37),
        ("{in: a, forbids: ee}", "undeclared-event", 37),
        ("{in: a, accepts: {}}", "wrong-type", 37),
        ("{in: a, accepts: e, when: nn}", "undeclared-name", 46),
        ("{reachable: x, from: any}", "undeclared-state", 32),
        ("{reachable: final, from: x}", "undeclared-state", 45),
        ("{reachable: final}", "missing-key", 21),
    ],
)
def test_a_wrong_property_is_told_at_its_place(text: str, code: str, column: int) -> None:
    assert [(code, 7, column)] == findings(f"{HEAD}properties: {{rule: {text}}}\n")


def test_the_name_that_was_meant_is_suggested() -> None:
    assert "call" == suggestion(f"{HEAD}properties: {{rule: {{never: {{action: cal}}}}}}\n")


def test_the_conditions_of_a_property_are_kept_with_their_types_checked() -> None:
    written = {
        "one": "{always: n <= 3}",
        "two": "{never: {enter: b, when: n < 2}}",
        "three": "{whenever: {event: e, when: n > 1}, then: {action: call}}",
        "four": "{in: a, forbids: e, when: risk == 'yes'}",
        "five": "{reachable: b, from: any}",
    }
    chart = chart_of(
        HEAD + "properties:\n" + "".join(f"  {name}: {text}\n" for name, text in written.items())
    )

    kept = {
        name: {place: str(expr) for place, expr in item.conditions.items()}
        for name, item in chart.properties.items()
    }

    assert {
        "one": {"always": "n <= 3"},
        "two": {"never.when": "n < 2"},
        "three": {"whenever.when": "n > 1"},
        "four": {"when": "risk == 'yes'"},
        "five": {},
    } == kept
