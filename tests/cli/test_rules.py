"""`rules`: all rules of lint, or one."""

from __future__ import annotations

import json

from policy_engine.verify.rules.registry import rules
from tests.cli.conftest import Runs


def test_all_rules_are_listed_with_their_severity(run: Runs) -> None:
    ran = run("rules")

    assert 0 == ran.status
    lines = ran.out.splitlines()
    assert [line.split()[0] for line in lines[: len(rules())]] == list(rules())
    assert "unused-event                 warning  an event that nothing handles" in lines
    assert "`policy-engine rules CODE` explains one" == lines[-1]


def test_one_rule_is_explained_with_both_examples(run: Runs) -> None:
    out = run("rules", "dead-end", "--lang", "nl").out

    assert out.startswith("dead-end (waarschuwing)\n\nEen plek vanwaar niets verder leidt")
    assert out.index("Fout:") < out.index("Goed:") < out.index("# policy-engine: allow dead-end - omdat ...")


def test_a_rule_that_cannot_be_let_be_says_so(run: Runs) -> None:
    assert run("rules", "overlapping-branches").out.endswith("\n\nIt cannot be let be.\n")


def test_json_has_the_same(run: Runs) -> None:
    everything = json.loads(run("rules", "--format", "json").out)["rules"]
    one = json.loads(run("rules", "missing-label", "--format", "json").out)

    assert list(rules()) == [item["code"] for item in everything]
    assert one in everything
    assert {"code", "severity", "about", "why", "message", "help", "wrong", "right", "can_be_allowed"} == set(
        one
    )
    assert ("information", True) == (one["severity"], one["can_be_allowed"])


def test_a_wrong_code_is_answered_with_the_nearest(run: Runs) -> None:
    ran = run("rules", "unused-evnt")

    assert (2, "") == (ran.status, ran.out)
    assert "there is no rule `unused-evnt`; did you mean `unused-event`?" in ran.err


def test_a_mistake_is_no_rule(run: Runs) -> None:
    ran = run("rules", "undeclared-event")

    assert 2 == ran.status
    assert "`undeclared-event` is a plain mistake and no rule" in ran.err
