"""What is generated loads, passes, and leaves nothing open that can be reached."""

from __future__ import annotations

import json
from collections import deque
from datetime import datetime
from itertools import combinations
from random import Random
from typing import Any

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import Policy, parse_policy
from policy_engine.scenarios.coverage.coverage import Coverage, covered_by
from policy_engine.scenarios.coverage.gaps import Gaps, gaps_of
from policy_engine.scenarios.coverage.points import Points
from policy_engine.scenarios.generation.generate import generate
from policy_engine.scenarios.generation.write import write
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from policy_engine.scenarios.time import START
from tests.diagrams.random_policies import policy as random_protocol
from tests.scenarios.coverage.desk import policy as desk
from tests.verify.test_brute_force import random_policy

SMALL = range(12)
LARGE = range(4)


def small(seed: int) -> Policy:
    return parse_policy(json.dumps(random_policy(Random(seed))))


def gaps(policy: Policy) -> Gaps:
    """The gaps of a policy without any tests."""
    return gaps_of(policy, covered_by(policy, ()))


def text_of(policy: Policy, language: str = "en") -> str:
    found = gaps(policy)
    lost = [found.coverage.points[id] for id in sorted(found.coverage.unreachable)]
    return write(policy.automaton.chart, generate(found, ()), lost, language)


def coverage_of(policy: Policy, text: str) -> Coverage:
    """What a file of scenarios covers, all of which must pass."""
    sink = Diagnostics()
    file = load_scenarios(text, "generated.yaml", sink, policy.chart)
    assert [] == [item.one_line() for item in sink]
    assert file is not None
    results = [run_scenario(policy, scenario) for scenario in file.scenarios.values()]
    assert all(result.passed for result in results)
    return covered_by(policy, results)


def timeless(snapshot: dict[str, Any]) -> str:
    """A snapshot without its moments: whoever only waits for what is due finds each timer whole or gone."""
    timers = [{**timer, "due": None} for timer in snapshot["timers"]]
    return json.dumps({**snapshot, "now": None, "timers": timers})


def reachable(policy: Policy) -> set[str]:
    """Every point that a session comes past, found by playing every call, with facts told at any time, and
    with waiting until what is due next (no two timers run at once here, so that no wait in between matters).
    """
    points = Points(policy.automaton.chart)
    begun = [policy.start(facts={"k": value}, now=START) for value in (False, True)]
    found = set[str]().union(*[points.of_decision(session.opening) for session in begun])
    waiting = deque(session.snapshot() for session in begun)
    seen = {timeless(here) for here in waiting}
    while waiting:
        here = waiting.popleft()
        now = datetime.fromisoformat(here["now"])
        told: list[str | bool | None] = [*policy.chart.events, False, True, None]
        for one in told:
            session = policy.resume(here)
            if one is None:
                fired = session.advance(session.deadline or now)
                found |= set[str]().union(*[points.of_decision(item.decision) for item in fired])
            elif isinstance(one, bool):
                found |= points.of_decision(session.learn({"k": one}, now=now))
            else:
                found |= points.of_decision(session.send(one, now=now))
            there = session.snapshot()
            if timeless(there) not in seen:
                seen.add(timeless(there))
                waiting.append(there)
    return found & points.all.keys()


@pytest.mark.parametrize("seed", SMALL)
def test_all_that_any_session_can_come_past_is_covered_and_the_rest_is_named(seed: int) -> None:
    policy = small(seed)

    coverage = coverage_of(policy, text_of(policy))

    assert reachable(policy) == set(coverage.by)
    assert {point.id for point in coverage.missing} == gaps(policy).coverage.unreachable


@pytest.mark.parametrize("seed", LARGE)
def test_policies_with_timers_regions_and_two_languages_are_covered_too(seed: int) -> None:
    policy = parse_policy(random_protocol(seed, 8))
    found = gaps(policy)

    coverage = coverage_of(policy, text_of(policy))

    without_way = {gap.point.id for gap in found.gaps if gap.result is None}
    assert {point.id for point in coverage.missing} == found.coverage.unreachable | without_way
    # In this one a timer of five days stands in a state that another timer leaves after 30 s.
    assert ({"state_7.after.5 working_days.0"} if seed == 0 else set()) == without_way


@pytest.mark.parametrize("seed", SMALL)
def test_no_fewer_of_the_shortest_courses_would_do(seed: int) -> None:
    found = gaps(small(seed))
    made = generate(found, ())
    wanted = {gap.point.id for gap in found.gaps}
    sets = [frozenset(gap.passed & wanted) for gap in found.gaps]

    fewer = combinations(sets, len(made) - 1) if len(made) <= 4 else ()

    assert not any(frozenset().union(*some) == wanted for some in fewer)
    assert [gap.point for gap in found.gaps] == sorted(
        (point for one in made for point in one.closes), key=lambda point: point.span.order
    )


def test_generated_scenarios_have_titles_labels_expectations_and_places_to_fill_in() -> None:
    text = text_of(desk())

    assert text.startswith(
        "# scenarios that close the gaps in the tests of `desk`\n"
        "# finish the stories and the lines, and look at what is expected: it is what the policy does\n"
        "# no session can come to these\n"
        "#   in `noted`, `after 5 min`: never taken (desk.yaml:28)\n"
        "policy: desk\n"
        "scenarios:\n"
    )
    assert (
        "  # in `listen`, `note`: never refused for want of what it requires (desk.yaml:27)\n"
        "  note_in_listen:\n"
        '    title: "listen: note"\n'
        '    story: "(write here who it is about, and why)"\n'
        "    steps:\n"
        "      - {event: note, verdict: forbidden}\n"
        "    expect: {states: [listen], actions: []}\n"
    ) in text


def test_names_are_unlike_those_that_others_have() -> None:
    made = generate(gaps(desk()), ("note_in_listen",))
    names = [one.scenario.name for one in made]

    assert "note_in_listen_2" in names
    assert len(names) == len(set(names))


def test_what_people_say_is_left_to_them_in_every_language_of_the_policy() -> None:
    policy = parse_policy(
        """
policy: two
format: 1
version: "1"
languages: [nl, fr]
parameters: {limit: {range: 1..2, default: 2}}
facts: {risk: {flag: false}}
roles: {agent: {label: {nl: Medewerker, fr: Agent}}, caller: {}}
context: {by_whom: {person: }}
events:
  asks: {actor: caller, data: {about: {text: }}}
  answers: {actor: agent, by: [agent], label: {nl: antwoordt, fr: répond}}
actions: {note: {params: {urgent: {flag: false}, of: {text: ""}}}}
initial: a
states:
  a:
    label: {nl: Begin, fr: Début}
    always: {when: risk, target: safe}
    on: {asks: [{when: limit == 1, target: safe}, else: b]}
  b:
    entry: [{note: {of: 'een "vraag"'}}]
    on: {answers: {target: c, do: [{remember: {by_whom: by}}]}}
    always: {when: risk, target: a}
  c: {after: {1 min: end}}
  safe: {}
  end: {type: final, outcome: well}
"""
    )
    text = text_of(policy, "nl")

    assert 100.0 == coverage_of(policy, text).percent
    assert '      - event: answers\n        by: [agent, "persoon 1"]\n        line: {nl: ' in text
    assert '"(schrijf hier wat er wordt gezegd: Medewerker)", fr: "(write here what is said: Agent)"}' in text
    assert '    title: {nl: "c: na 1 min", fr: "c: after 1 min"}\n' in text
    assert '    expect: {outcome: well, actions: [{note: {urgent: false, of: "een \\"vraag\\""}}]}\n' in text
    assert "    parameters: {limit: 1}\n    steps:\n      - event: asks\n" in text
    assert "      - {learn: {risk: true}}\n" in text
    assert 'title: {nl: "b: er wordt iets bekend", fr: "b: something becomes known"}' in text
