"""`policy-engine rules`: what lint looks for, all rules or one."""

from __future__ import annotations

from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import Format, FormatOption, WordsOption
from policy_engine.cli.status import FINE

NAME = "rules"
EXAMPLES = """
Examples:

* `policy-engine rules` lists all of them

* `policy-engine rules unused-event --lang nl` explains one, with an example
"""


def complete_rule(incomplete: str) -> list[str]:
    """The codes of rules that begin like this."""
    from policy_engine.verify.rules.registry import rules

    return [code for code in rules() if code.startswith(incomplete)]


def command(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="CODE",
            help="The code of a finding, as `check` shows it; left out: all rules.",
            show_default=False,
            autocompletion=complete_rule,
        ),
    ] = None,
    output: FormatOption = Format.TEXT,
    lang: WordsOption = None,
) -> int:
    """List the rules of lint, or explain one: what it finds, why it matters, and how to write it instead."""
    from policy_engine.cli.encode import encode
    from policy_engine.cli.rule_words import explained, listed, object_of, rule_of
    from policy_engine.verify.rules.registry import rules

    language = of_words(lang)
    if code is None:
        known = rules().values()
        if output is Format.JSON:
            print(encode({"rules": [object_of(rule, language) for rule in known]}))
        else:
            print(listed(known, language))
        return FINE
    rule = rule_of(code, language)
    print(encode(object_of(rule, language)) if output is Format.JSON else explained(rule, language))
    return FINE
