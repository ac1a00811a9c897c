"""What is written instead, finding by finding, and where nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.authoring.checking import check_policy_text
from policy_engine.authoring.fixing import fix_of
from policy_engine.authoring.mending.table import MENDING
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.fix import edited
from tests.authoring.test_fixing import CASES, fixed
from tests.model.reading import HEAD

TALK = "events: {a: {}, b: {}}\ninitial: talk\nstates:\n  talk: {on: {a: {when: %s}}}\n  away: {}\n"
VALUES = "facts: {mood: {enum: [calm, angry], default: calm}, known: {flag: false}}\n"
TALKS = "initial: talk\nstates: {talk: {}}\n"
ON = "events: {a: {}}\ninitial: talk\nstates:\n  talk:\n    on:\n      a:\n"
OTHER = [
    (
        "hard-space-indentation",
        "initial: a\nstates:\n\u00a0\u00a0a: {}\n",
        "initial: a\nstates:\n  a: {}\n",
    ),
    (
        "tab-indentation",
        "initial: talk\nstates:\n\ttalk:\n\t\tlabel: one\n\n\taway: {}\n",
        "initial: talk\nstates:\n  talk:\n    label: one\n\n  away: {}\n",
    ),
    ("double-quotes", VALUES + TALK % 'mood == "calm"', VALUES + TALK % "mood == 'calm'"),
    ("double-quotes", VALUES + TALK % '"mood == \\"calm\\""', None),
    ("member-without-quotes", VALUES + TALK % "'mood == calm'", VALUES + TALK % "'mood == ''calm'''"),
    ("member-without-quotes", VALUES + TALK % "calm == mood", VALUES + TALK % "\"'calm' == mood\""),
    ("state-as-condition", VALUES + TALK % "away", VALUES + TALK % "in_state('away')"),
    ("foreign-sign", VALUES + TALK % "known&&known", VALUES + TALK % "known and known"),
    ("foreign-sign", VALUES + TALK % '"!known"', VALUES + TALK % '"not known"'),
    ("start-character", "owner: @us # here\n" + TALKS, 'owner: "@us" # here\n' + TALKS),
    ("start-character", "roles: {a: {label: @us}}\n" + TALKS, None),
    ("internal-misuse", ON + "        target: talk\n        internal: true\n", ON + "        target: talk\n"),
    ("internal-misuse", ON + "        - internal: true\n          target: talk\n", None),
    (
        "unused-variable",
        "context: {n: {counter: 0..3}, idle: {flag: false}}\nevents: {a: {}}\ninitial: talk\n"
        "states: {talk: {on: {a: {when: n < 1, do: [{add: {n: 1}}]}}}}\n",
        "context: {n: {counter: 0..3}}\nevents: {a: {}}\ninitial: talk\n"
        "states: {talk: {on: {a: {when: n < 1, do: [{add: {n: 1}}]}}}}\n",
    ),
    (
        "unused-guard",
        "facts: {k: {flag: false}}\nguards:\n  used: k\n  idle: not k\n" + TALK % "used",
        "facts: {k: {flag: false}}\nguards:\n  used: k\n" + TALK % "used",
    ),
    ("unused-guard", "facts: {k: {flag: false}}\nguards: {idle: not k}\n" + TALK % "k", None),
    (
        "requires-itself",
        "statements: {s: {}, t: {}}\ninitial: talk\nstates: {talk: {on: {s: {requires: [s, t]}}}}\n",
        "statements: {s: {}, t: {}}\ninitial: talk\nstates: {talk: {on: {s: {requires: [t]}}}}\n",
    ),
    (
        "internal-misuse",
        "events: {a: {}}\ninitial: talk\nstates: {talk: {on: {a: {internal: true}}}}\n",
        None,
    ),
    (
        "duplicate-member",
        "facts: {a: {enum: [b, c, b], default: b}}\n" + TALKS,
        "facts: {a: {enum: [b, c], default: b}}\n" + TALKS,
    ),
    (
        "duplicate-language",
        "languages:\n  - nl\n  - en\n  - nl\n" + TALKS,
        "languages:\n  - nl\n  - en\n" + TALKS,
    ),
    (
        "else-not-last",
        VALUES + ON + "        - else: talk  # why\n        - {when: known, target: talk}\n",
        None,
    ),
    ("invalid-date", "date: 03-04-2026\n" + TALKS, None),
    ("invalid-date", "date: '13-04-2026'\n" + TALKS, "date: '2026-04-13'\n" + TALKS),
    ("invalid-duration", "initial: talk\nstates: {talk: {after: {soon: talk}}}\n", None),
    ("wrong-type", "owner: [a]\n" + TALKS, None),
    ("wrong-type", "approved: [{by: {Let op: stop}, on: 2026-11-21}]\n" + TALKS, None),
]


@pytest.mark.parametrize(("code", "text", "wanted"), OTHER)
def test_it_is_written_as_it_was_meant_or_left_alone(code: str, text: str, wanted: str | None) -> None:
    sink = Diagnostics()
    check_policy_text(Path("a.yaml"), HEAD + text, sink, Path.read_bytes)

    fixes = [fix_of(item, HEAD + text) for item in sink if item.code == code]

    assert fixes
    assert wanted == (None if fixes[0] is None else edited(HEAD + text, fixes[0].edits).removeprefix(HEAD))


def test_a_format_that_is_written_as_a_fraction_is_one() -> None:
    text = 'policy: example\nformat: 1.0\nversion: "1"\ninitial: talk\nstates: {talk: {}}\n'
    sink = Diagnostics()
    check_policy_text(Path("a.yaml"), text, sink, Path.read_bytes)

    (fix,) = [fix_of(item, text) for item in sink]

    assert fix is not None
    assert text.replace("1.0", "1") == edited(text, fix.edits)


def test_every_answer_of_the_table_is_tried() -> None:
    cases = [case for case in CASES if any(code in MENDING for code, _, _ in case.expected)]
    tried = {finding.code for case in cases for finding, _ in fixed(case)} | {code for code, _, _ in OTHER}

    assert set() == set(MENDING) - tried
