"""The pages of the rules, docs/rules: everything on them but the examples comes from the catalogue and from
what `check` says of the examples.

`python -m tests.verify.rules.pages` writes them anew; the examples, and what is said below them, stay.
"""

from __future__ import annotations

import re
from pathlib import Path

from policy_engine.diagnostics.catalogue import abouts, outline
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.printing import render, severity_word
from policy_engine.verify.rules.registry import rules
from policy_engine.verify.rules.rule import Rule
from tests.verify.linting import HEAD, linted

FOLDER = Path(__file__).parents[3] / "docs" / "rules"
_EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NEW = "initial: talk\nstates:\n  talk: {after: {5 min: closed}}\n  closed: {type: final}\n"


def findings(example: str) -> tuple[Diagnostic, ...]:
    """What `check` finds in an example."""
    return linted(HEAD + example)


def examples(code: str) -> tuple[str, str]:
    """The examples that stand on a page: the wrong one and the right one. A new page has none yet."""
    path = FOLDER / f"{code}.md"
    found = _EXAMPLE.findall(path.read_text(encoding="utf-8")) if path.is_file() else [NEW, NEW]
    return found[0], found[1]


def page(rule: Rule, wrong: str, right: str) -> str:
    """The page of a rule."""
    about = abouts()[rule.code]
    # The lines of the example are counted without the three that every policy begins with.
    said = render(findings(wrong), {}, language="en", colour=False)
    said = re.sub(
        r"^nowhere/example.yaml:(\d+):", lambda match: f"{int(match[1]) - 3}:", said, flags=re.MULTILINE
    )
    advice = outline(rule.code, "nl")[1]
    parts = [
        f"# {rule.code}",
        f"*{_begun(severity_word(rule.severity, 'en'))}.* {_begun(about.en)}.",
        about.why_en,
        "## Wrong",
        f"```yaml\n{wrong}```",
        f"```\n{said}```",
        "## Right",
        f"```yaml\n{right}```",
        *_allowing(rule),
        "## In het Nederlands",
        f"*{_begun(severity_word(rule.severity, 'nl'))}.* {_begun(about.nl)}. {about.why_nl}",
        *([f"Wat te doen: {advice}."] if advice else []),
    ]
    return "\n\n".join(parts) + "\n"


def _allowing(rule: Rule) -> list[str]:
    if not rule.can_be_allowed:
        return []
    comment = f"# policy-engine: allow {rule.code} - why it is meant"
    return ["## To let it be", f"On the line of the finding, or on the line above it:\n\n```\n{comment}\n```"]


def _begun(text: str) -> str:
    """A sentence with a capital."""
    return text[0].upper() + text[1:]


def index() -> str:
    """The list of all rules."""
    rows = [
        f"| [{rule.code}]({rule.code}.md) | {severity_word(rule.severity, 'en')} | {abouts()[rule.code].en} |"
        for rule in rules().values()
    ]
    head = (
        "# The rules of lint\n\n"
        "What `policy-engine check` finds besides plain mistakes. An error keeps a policy from running, a\n"
        "warning counts as a mistake under `--strict`, a remark never does. How a finding is let be, with a\n"
        "reason, stands in [For authors of policies](../authoring.md#rules).\n\n"
        "| rule | severity | what is found |\n| --- | --- | --- |\n"
    )
    return head + "\n".join(rows) + "\n"


def main() -> None:
    """Writes all pages."""
    for rule in rules().values():
        (FOLDER / f"{rule.code}.md").write_text(page(rule, *examples(rule.code)), encoding="utf-8")
    (FOLDER / "README.md").write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    main()
