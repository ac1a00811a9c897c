"""Rules of lint in words: a line of the list, or all that is to be known of one."""

from __future__ import annotations

from collections.abc import Iterable

from policy_engine.authoring.rule_pages import examples_of
from policy_engine.cli.failure import CallError
from policy_engine.diagnostics.catalogue import abouts, messages, outline
from policy_engine.diagnostics.printing import severity_word
from policy_engine.diagnostics.suggest import closest
from policy_engine.verify.rules.registry import rules
from policy_engine.verify.rules.rule import Rule

_WORDS = {
    "en": {
        "more": "`policy-engine rules CODE` explains one",
        "wrong": "Wrong:",
        "right": "Right:",
        "allow": "To let it be, with a reason, on its line or the one above:",
        "fixed": "It cannot be let be.",
        "because": "because ...",
    },
    "nl": {
        "more": "`policy-engine rules CODE` legt er een uit",
        "wrong": "Fout:",
        "right": "Goed:",
        "allow": "Toelaten kan met een reden, op de regel zelf of die erboven:",
        "fixed": "Het is niet toe te laten.",
        "because": "omdat ...",
    },
}


def rule_of(code: str, language: str) -> Rule:
    """A rule by its code. Raises CallError where there is none."""
    rule = rules().get(code)
    if rule is not None:
        return rule
    if code in messages():
        raise CallError("code-is-no-rule", language, name=code)
    raise CallError("no-such-rule", language, name=code, suggestion=closest(code, rules()))


def listed(known: Iterable[Rule], language: str) -> str:
    """All rules, a line each."""
    rows = [(rule.code, severity_word(rule.severity, language), _about(rule, language)) for rule in known]
    first, second = (max(len(row[place]) for row in rows) for place in (0, 1))
    lines = [f"{code:<{first}}  {severity:<{second}}  {about}" for code, severity, about in rows]
    return "\n".join([*lines, "", _WORDS[language]["more"]])


def explained(rule: Rule, language: str) -> str:
    """A rule, why it is one, and how it looks."""
    words = _WORDS[language]
    about = _about(rule, language)
    wrong, right = examples_of(rule.code)
    parts = [
        f"{rule.code} ({severity_word(rule.severity, language)})",
        about[0].upper() + about[1:] + ".",
        _why(rule, language),
        f"{words['wrong']}\n\n{_indented(wrong)}",
        f"{words['right']}\n\n{_indented(right)}",
        f"{words['allow']}\n\n    # policy-engine: allow {rule.code} - {words['because']}"
        if rule.can_be_allowed
        else words["fixed"],
    ]
    return "\n\n".join(parts)


def object_of(rule: Rule, language: str) -> dict[str, object]:
    """A rule for programs."""
    message, advice = outline(rule.code, language)
    wrong, right = examples_of(rule.code)
    return {
        "code": rule.code,
        "severity": rule.severity,
        "about": _about(rule, language),
        "why": _why(rule, language),
        "message": message,
        "help": advice,
        "wrong": wrong,
        "right": right,
        "can_be_allowed": rule.can_be_allowed,
    }


def _about(rule: Rule, language: str) -> str:
    about = abouts()[rule.code]
    return about.nl if language == "nl" else about.en


def _why(rule: Rule, language: str) -> str:
    about = abouts()[rule.code]
    return about.why_nl if language == "nl" else about.why_en


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip().split("\n"))
