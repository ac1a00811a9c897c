"""The page's engine does what the software does: the same calls, compared after every one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from random import Random
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page

from policy_engine.diagrams.walkthrough.content import BEGIN, calendar_json
from policy_engine.diagrams.walkthrough.terms import duration_json
from policy_engine.errors import PolicyError, TooMuchDueError
from policy_engine.model.calendar import Calendar
from policy_engine.model.duration import DAYS as ON_DAYS
from policy_engine.model.duration import Duration, Unit
from policy_engine.policy import Policy, load_policy, parse_policy
from policy_engine.session.timers import MOST_PENDING
from tests.diagrams.examples import READY, ROOT, TEN
from tests.diagrams.walkthrough.agreement import ENGINE, PLAYER, Course, content_of, moment
from tests.oracle.charts import random_policy
from tests.oracle.shapes import RICH

# What takes seconds is not measured for coverage as well.
pytestmark = pytest.mark.no_cover
COURSES, LENGTH = 4, 25
SMALL = 800  # edges: larger tables are not other ones
MINUTES, HALF_SECONDS, DAYS = (1, 30_000, 120_000), (1, 500, 2_000), (1, 86_400_000, 2_000_000_000)
CALENDAR = """
policy: calendar
format: 1
version: "1"
parameters: {notice: {range: 2..3, default: 2}}
facts:
  name: {text: ""}
  score: {number: 1.0}
  level: {range: 0..3, default: 1}
  pause: {range: 1..3, default: 1}
context: {last: {number: 0.0}, said: {text: ""}, count: {counter: 0..4}}
roles: {agent: {}}
guards: {busy: count >= 2}
events:
  go: {data: {amount: {number: 1}, word: {text: "x"}, size: {range: "-2..2", default: 0}}}
  stop: {}
  ask: {}
actions: {note_it: {params: {what: {text: ""}, how_much: {number: 0}, level: {range: "-9..9", default: 0}}}}
initial: a
states:
  a:
    say: "{name|niemand} {{letterlijk}} {score} {last} {said|niets} {count}"
    how:
      - {when: busy or -count < level - 3, text: "Al {count} keer."}
      - {when: "in_state('a') and not level in [1, 2] and last != 2.5", text: "Nog {level}."}
    forbid:
      ask: {when: level + count > 3 or name == 'nobody', text: "{name|u} al {count} keer, {last}"}
    on:
      go:
        - when: event.amount > 2.5 and last < 12345.678 and -event.size < level - 1
          target: b
          do:
            - set: {last: event.amount, said: event.word}
            - note_it: {what: {expr: said}, how_much: {expr: last}}
        - else:
            target: a
            do: [{set: {last: -1.0}}, {note_it: {what: {expr: name}, level: {expr: level + event.size}}}]
      ask:
        when: count < 4
        do: [{add: {count: 1}}, {send: {event: stop, delay: count months - 1 weeks, id: late}}]
      stop: {do: [{cancel: late}]}
    after: {pause months - 2 days: b, 3 working_days: {target: a}, 7 weeks: b}
  b:
    on: {go: a, stop: c}
    always: {when: "score in [2.5, 3.0] and name != ''", target: a}
    after: {notice years - 3 working_days at 09:00: a, 4 days: {do: [note_it]}, 9 working_days: a}
  c: {type: final}
"""
MUSTS = """
policy: musts
format: 1
version: "1"
calendar: {country: NL}
context: {count: {counter: 0..4}, said: {text: "x"}}
events: {ask: {}, answer: {}, denied: {}, drop: {}, back: {}, late: {}}
actions: {report: {}, warn: {}}
initial: idle
states:
  idle: {on: {ask: busy, drop: dropped}}
  busy:
    must:
      answering: {event: answer or denied, within: 3 working_days, overdue: late, until: [dropped]}
      reporting: {action: report, within: 2 weeks, until: dropped}
    on: {ask: busy, drop: dropped, back or denied: idle, late: {do: [warn]}}
  dropped: {on: {ask: busy, back: {target: idle, do: [report]}}}
"""
FULL = """
policy: full
format: 1
version: "1"
events: {go: {}, late: {}}
initial: a
states: {a: {on: {go: {do: [{send: {event: late, delay: 1 h}}]}}}}
"""

PERSONS = """
policy: persons
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {decided: {by: manager}, checked: {}, taken_back: {}, lapsed: {}}
statements: {told: {label: "told {why}"}, asked_first: {by: manager}}
context: {who: {person: }, said: {text: ""}}
actions: {inform: {params: {person: {text: ""}}}}
initial: open
states:
  open:
    say: "{who|niemand}"
    forbid: {checked: {when: by == 'agent' and said == '', text: "Niet door u."}}
    on:
      decided: {target: taken, do: [{remember: {who: by}}, {send: {event: lapsed, delay: 4 days}}]}
      checked: {when: by == who, do: [{inform: {person: {expr: who}}}]}
  taken:
    on:
      checked: [{when: by != who and by == 'manager', target: open}, {else: {do: [{raise: lapsed}]}}]
      taken_back: {target: open, requires: [told, asked_first], do: [{set: {told: false}}]}
      lapsed: {target: open, do: [{remember: {who: by}}]}
"""

CLOSED = tuple(
    date(year, 12, 25).toordinal() for year in range(1990, 2101) if date(year, 12, 25).weekday() < 5
)


LAPSING = """
policy: lapsing
format: 1
version: "1"
parameters: {keep: {range: 1..2, default: 2}}
context:
  warnings: {counter: 0..3, lapse: keep weeks}
  calls: {counter: 0..5, lapse: {after: 10 days, when: all}}
roles: {agent: {}}
events:
  warn: {data: {points: {range: -2..3, default: 1}}}
  anew: {data: {points: {range: 0..3, default: 2}}}
  call: {data: {points: {range: -2..2, default: 1}}}
  leave: {}
initial: fine
states:
  fine:
    on:
      warn:
        when: warnings + event.points <= 3 and warnings + event.points >= 0
        do: [{add: {warnings: event.points}}]
      anew: {do: [{set: {warnings: event.points}}]}
      call:
        when: calls + event.points <= 5 and calls + event.points >= 0
        do: [{add: {calls: event.points}}]
    always: {when: warnings >= 3, target: banned}
  banned: {always: {when: warnings < 2 or calls > 3, target: out}, on: {leave: fine}}
  out: {after: {1 days: fine}}
"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.add_script_tag(content=ENGINE)
    yield page
    page.close()


def played(page: Page, policy: Policy, variant: int, courses: list[Course]) -> list[object]:
    """What the page's engine says of each course."""
    given = {"content": content_of(policy), "variant": variant}
    wanted = [{"facts": course.facts, "calls": course.calls} for course in courses]
    text = json.dumps([given, wanted])
    reports: list[object] = page.evaluate(
        f"text => {{ const [given, wanted] = JSON.parse(text); const play = {PLAYER};"
        "return wanted.map((one) => play({...given, ...one})); }",
        text,
    )
    return reports


def agree(page: Page, policy: Policy, seed: int, leaps: tuple[int, ...], courses: int = COURSES) -> int:
    """Compares random courses; gives the number of decisions that were not the same for all of them."""
    made = [Course(policy, Random(seed + number), LENGTH, leaps) for number in range(courses)]
    answers = played(page, policy, 0, made)
    for course, answer in zip(made, answers, strict=True):
        # Through JSON, as the page gets its own: there 1.0 and 1 are one number.
        assert json.loads(json.dumps(course.reports)) == answer, course.calls
    return len({json.dumps(report["decisions"]) for course in made for report in course.reports})


@pytest.mark.parametrize("path", [*READY, *TEN], ids=lambda path: path.stem)
def test_a_page_answers_as_the_software_does(page: Page, path: object) -> None:
    policy = load_policy(str(path))

    assert agree(page, policy, 1, MINUTES) > 3


def test_what_must_be_done_is_what_the_software_says(page: Page) -> None:
    assert agree(page, parse_policy(MUSTS), 11, DAYS, courses=12) > 20


def test_every_choice_of_the_parameters_has_its_table(page: Page) -> None:
    policy = load_policy(str(ROOT / "policies" / "aggressive_caller.yaml"))
    other = policy.with_parameters(max_warnings=2)

    content = content_of(policy)

    assert [3, 2] == [one["parameters"]["max_warnings"] for one in content["table"]["variants"]]
    made = [Course(other, Random(seed), LENGTH, MINUTES) for seed in range(COURSES)]
    assert [one.reports for one in made] == played(page, policy, 1, made)


def test_calendars_numbers_and_placeholders_are_those_of_python(page: Page) -> None:
    assert agree(page, parse_policy(CALENDAR), 7, DAYS, courses=40) > 50


def test_persons_are_remembered_and_compared_as_in_python(page: Page) -> None:
    assert agree(page, parse_policy(PERSONS), 3, DAYS, courses=20) > 9


def test_counters_lapse_as_they_do_in_the_software(page: Page) -> None:
    assert agree(page, parse_policy(LAPSING), 11, (1, 86_400_000, 500_000_000), courses=40) > 50


@pytest.mark.parametrize(
    "calendar",
    [
        Calendar(),
        Calendar("Europe/Amsterdam", closed=CLOSED, hours=((540, 1_050),) * 5 + (None, None)),
        Calendar("America/New_York", working=(0, 2, 5), hours=((0, 60), None, (600, 1_440), *(None,) * 4)),
        Calendar("Australia/Lord_Howe", working=(0, 1, 2, 3, 4, 5, 6)),
    ],
    ids=lambda calendar: calendar.zone,
)
def test_every_duration_ends_when_it_does_in_python(page: Page, calendar: Calendar) -> None:
    random = Random(3)
    durations = [Duration(random.randint(0, 70), unit) for unit in get_args(Unit) for _ in range(60)]
    durations += [
        Duration(random.randint(1, 9), unit, random.randrange(1_440)) for unit in ON_DAYS for _ in range(40)
    ]
    durations += [
        Duration(random.randint(0, 9), unit, at, minus=Duration(random.randint(1, 20), less))
        for unit in get_args(Unit)
        for less in get_args(Unit)
        for at in (None, 540)
        if at is None or {unit, less} <= set(ON_DAYS)
        for _ in range(6)
    ]
    # From 1990 to 2100, so with leap years, ends of months, weekends and clock changes.
    starts = [random.randrange(631_152_000_000, 4_102_444_800_000) for _ in durations]

    ends = page.evaluate(
        "([given, calendar]) => given.map(([duration, start]) => dueAfter(duration, start, calendar))",
        [
            [[duration_json(one), start] for one, start in zip(durations, starts, strict=True)],
            calendar_json(calendar),
        ],
    )

    expected = [
        one.due(start * 1_000_000, calendar) // 1_000_000
        for one, start in zip(durations, starts, strict=True)
    ]
    assert expected == ends


def test_the_calendar_ends_where_it_does_in_python(page: Page) -> None:
    start = 253_402_214_400_500  # the last day of the year 9999

    end = page.evaluate(
        "([start, calendar]) => dueAfter([1, 'months', null], start, calendar)",
        [start, calendar_json(Calendar())],
    )

    assert Duration(1, "months").due(start * 1_000_000) // 1_000_000 == end


def test_more_than_can_be_kept_is_refused_as_the_software_refuses_it(page: Page) -> None:
    policy = parse_policy(FULL)
    session = policy.start(now=moment(BEGIN))
    for _ in range(MOST_PENDING):
        session.send("go", now=moment(BEGIN))
    with pytest.raises(TooMuchDueError):
        session.send("go", now=moment(BEGIN))

    kept = page.evaluate(
        """content => {
            const engine = createEngine(content);
            let [session] = engine.start({now: content.begin});
            try {
                for (;;) [session] = engine.send(session, "go");
            } catch (problem) {
                if (problem instanceof TooMuchDue) return session.timers.length;
                throw problem;
            }
        }""",
        content_of(policy),
    )

    assert kept == MOST_PENDING


def test_a_page_agrees_on_policies_made_by_chance(page: Page) -> None:
    compared = 0

    for seed in range(100):
        try:
            policy = parse_policy(json.dumps(random_policy(Random(seed), RICH)))
        except PolicyError:
            continue
        if policy.automaton.whole and len(policy.automaton.edges) < SMALL:
            agree(page, policy, seed, HALF_SECONDS, courses=2)
            compared += 1
        if compared == 12:
            break

    assert compared == 12
