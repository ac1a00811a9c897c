"""The registry lists every rule, and everything that is found without being a plain mistake."""

from __future__ import annotations

import re
from pathlib import Path

import policy_engine
from policy_engine.diagnostics.catalogue import messages
from policy_engine.verify.rules.registry import FILES, rules

PACKAGE = Path(policy_engine.__file__).parent
WARNED = re.compile(r"""\bwarning\(\s*"([a-z0-9-]+)",""")


def test_every_warning_is_a_rule() -> None:
    texts = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")]
    warned = {code for text in texts for code in WARNED.findall(text)}

    assert set() == warned - rules().keys()
    assert {"branch-gap", "must-left-open", "allow-in-vain"} <= warned


def test_a_rule_stands_in_the_file_of_its_name() -> None:
    known = rules()

    assert [name.replace("_", "-") for name in FILES] == list(known)[: len(FILES)]
    assert len(FILES) >= 25


def test_a_rule_that_finds_looks_at_one_thing() -> None:
    own = list(rules().values())[: len(FILES)]

    assert [1] * len(own) == [
        sum(part is not None for part in (rule.chart, rule.courses, rule.never)) for rule in own
    ]


def test_every_rule_has_its_words() -> None:
    assert rules().keys() <= messages().keys()


def test_mistakes_cannot_be_let_be() -> None:
    assert not any(rule.can_be_allowed for rule in rules().values() if rule.severity == "error")
    assert rules()["unused-event"].can_be_allowed
    assert not rules()["allow-in-vain"].can_be_allowed
