from __future__ import annotations

import pytest

from policy_engine.desk.links import check_links
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import parse_policy

TELLER = """policy: call
format: 1
version: "1"
facts: {customer: {text: ""}, standing: {%s, from: %s}}
context: {n: {counter: 0..3}, mood: {enum: [calm, angry], default: calm}}
roles: {agent: {}, manager: {}}
events: {insult: {data: {amount: {range: 0..5}}}, other: {data: {amount: {range: 0..5}}}}
initial: talk
states:
  talk:
    on:
      insult or other: {do: {tell: {policy: %s, key: customer, event: %s, data: {%s}}}}
"""
LEDGER = """policy: conduct
format: 1
version: "1"
context: {n: {counter: 0..3}}
events:
  abuse: {data: {times: {range: 0..5}, mood: {enum: [calm, angry], default: calm}, note: {text: ""}}}
  quiet: {}
exports: {n: n, standing: [{when: n > 1, value: banned}, {else: good}]}
initial: good
states: {good: {}}
"""


def found(
    fact: str = "enum: [good, banned], default: good",
    link: str = "conduct.standing",
    policy: str = "conduct",
    event: str = "abuse",
    data: str = "times: 1",
    *,
    complete: bool = True,
) -> list[tuple[str, int, int]]:
    teller = parse_policy(TELLER % (fact, link, policy, event, data)).chart
    sink = Diagnostics()
    check_links({"call": teller, "conduct": parse_policy(LEDGER).chart}, sink, complete=complete)
    return [(item.code, item.line, item.column) for item in sink.sorted()]


@pytest.mark.parametrize(
    "data",
    [
        "times: {expr: event.amount}, mood: angry",
        "times: {expr: n + 2}, note: hard",
        "times: {expr: 3 - n}, mood: {expr: mood}, note: {expr: mood}",
        "times: 5, note: {expr: customer}",
    ],
)
def test_what_fits_is_no_mistake(data: str) -> None:
    assert [] == found(data=data)


@pytest.mark.parametrize(
    ("data", "code", "column"),
    [
        ("times: 6", "told-datum-differs", 97),
        ("times: {expr: n + 3}", "told-datum-differs", 104),
        ("times: true", "told-datum-differs", 97),
        ("times: 1, mood: sad", "told-datum-differs", 106),
        ("times: 1, mood: {expr: customer}", "told-datum-differs", 113),
        ("times: 1, nite: x", "told-unknown-datum", 106),
        ("mood: calm", "told-datum-missing", 76),
    ],
)
def test_data_that_do_not_fit_are_shown_at_their_place(data: str, code: str, column: int) -> None:
    assert [(code, 12, column)] == found(data=data)


def test_an_event_that_the_other_does_not_know_is_shown_with_the_nearest() -> None:
    assert [("told-unknown-event", 12, 76)] == found(event="abuze")


def test_who_reports_is_a_word_that_can_be_told() -> None:
    assert [("told-datum-differs", 12, 113)] == found(data="times: 1, mood: {expr: by}")


@pytest.mark.parametrize("link", ["conduct.stending", "conduct.abuse"])
def test_an_export_that_is_not_there_is_shown(link: str) -> None:
    assert [("unknown-export", 4, 85)] == found(link=link)


@pytest.mark.parametrize(
    "fact", ["enum: [good, warned], default: good", "flag: false      ,    label: standing"]
)
def test_a_fact_that_has_not_every_exported_value_is_shown(fact: str) -> None:
    ((code, line, _),) = found(fact=fact)

    assert ("export-differs", 4) == (code, line)


def test_a_fact_may_have_more_values() -> None:
    assert [] == found(fact="enum: [good, warned, banned], default: warned")
    assert [] == found(fact="range: 0..5, default: 0", link="conduct.n")
    assert [] == found(fact='text: ""')


def test_a_policy_that_is_not_there_is_a_mistake_only_where_all_should_be() -> None:
    assert [("policy-not-here", 12, 45)] == found(policy="condact")
    assert [] == found(policy="condact", complete=False)
    assert [] == found(link="condact.standing", complete=False)


def test_the_nearest_name_is_offered() -> None:
    sink = Diagnostics()
    teller = parse_policy(
        TELLER % ("enum: [good, banned], default: good", "conduct.standin", "conduct", "abuze", "tims: 1")
    )
    check_links({"call": teller.chart, "conduct": parse_policy(LEDGER).chart}, sink, complete=True)

    assert [
        "did you mean `conduct.standing`? it exports `n`, `standing`",
        "did you mean `abuse`? it has `abuse`, `quiet`",
    ] == [item.help for item in sink.sorted()]


def test_what_is_told_on_entering_is_looked_at_too() -> None:
    text = TELLER.replace(
        "  talk:\n", "  talk:\n    entry: {tell: {policy: conduct, key: customer, event: quite}}\n"
    )
    sink = Diagnostics()
    teller = parse_policy(text % ("flag: false", "call.none", "conduct", "abuse", "times: 1"))

    check_links({"call": teller.chart, "conduct": parse_policy(LEDGER).chart}, sink, complete=True)

    assert ["unknown-export", "told-unknown-event"] == [item.code for item in sink.sorted()]
