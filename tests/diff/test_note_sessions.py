"""What a note says of what has begun already is what is found when every session is tried."""

from __future__ import annotations

import pytest

import policy_engine as pe
from policy_engine.diff.names import Names
from policy_engine.diff.note_sessions import sessions_sentence
from policy_engine.diff.note_words import ANSWERS, NOTE, STUCK
from tests.diff.test_migration import WAITS, waits
from tests.session.test_migrating import OLD


def told(
    *changes: tuple[str, str], migrate: str | None = '{from: ["1"]}', language: str = "en", old: str = OLD
) -> str:
    new = old.replace('version: "1"', 'version: "2"')
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return said(
        pe.parse_policy(old), pe.parse_policy(f"{new}migrate: {migrate}\n" if migrate else new), language
    )


def said(old: pe.Policy, new: pe.Policy, language: str = "en") -> str:
    names = Names(old.chart, new.chart, language, ids=False)
    names.words = {**names.words, **ANSWERS[language]}
    return sessions_sentence(old, new, names)


def test_all_go_on_where_only_words_differ_or_every_one_can() -> None:
    assert NOTE["en"]["sessions"] == told(("policy:", "note: Other words.\npolicy:"), migrate=None)
    assert NOTE["en"]["sessions"] == told(
        ("caution", "limit"), migrate='{from: ["1"], states: {caution: limit}}'
    )


def test_none_go_on_where_the_new_version_names_another_or_has_another_name() -> None:
    assert NOTE["en"]["no sessions"] == told(("caution", "limit"), migrate=None)
    assert NOTE["en"]["no sessions"] == told((OLD.splitlines()[1], "policy: another"))


@pytest.mark.parametrize("language", ["en", "nl"])
def test_some_go_on_and_why_the_others_do_not(language: str) -> None:
    found = told(("caution", "limit"), language=language)

    assert (
        NOTE[language]["sessions some"].format(why=STUCK[language]["migrate-state"].format("caution"))
        == found
    )


def test_every_reason_is_told_in_plain_words() -> None:
    values = told(("counter: 0..3", "counter: 0..2"), ("warnings < 3", "warnings < 2"), ("id: x", "id: y"))
    declared = told(
        ("place: {text", "place: {number: 0}, where: {text"),
        ("[none, some, much]", "[none, some]"),
        ("range: 1..3", "range: 1..2"),
    )
    place = told(
        ("9 min: over", "9 min: calm"),
        (
            "caution:\n        must",
            "caution:\n        on: {b: {target: over, when: warnings < 2}}\n        must",
        ),
    )

    assert "that for which “warnings” is 3, for the new version does not know that" in values
    assert "is still to come by itself" in values
    assert "that for which “risk” is much" in declared
    assert "that for which “most” was chosen as 3, for that can no longer be chosen" in declared
    assert "was written down, for the new version can't keep all of that" in declared
    assert "“aside”" in place
    assert "where the new version never comes" in place
    assert "`" not in values + declared + place


def test_yes_and_no_are_told_as_people_say_them() -> None:
    found = told(
        ("[none, some, much]", "[none, some]"),
        ("mood: {flag: false}", "mood: {counter: 0..2}"),
        language="nl",
    )

    assert "dat waarvoor “mood” nee is" in found


def test_none_can_go_on_although_the_new_version_names_them() -> None:
    old = "policy: p\nformat: 1\nversion: '1'\ncontext: {known: {flag: true}}\nevents: {a: {}}\ninitial: s\n"
    old += "states: {s: {on: {a: {when: known, target: t}}}, t: {type: final}}\n"

    found = said(
        pe.parse_policy(old),
        pe.parse_policy(
            old.replace("'1'", "'2'")
            .replace("known", "seen")
            .replace("format: 1", "format: 1\nmigrate: {from: ['1']}")
        ),
        "nl",
    )

    assert NOTE["nl"]["sessions none"].format(why=STUCK["nl"]["migrate-variable"].format("known")) == found


def test_where_not_all_was_tried_nothing_is_claimed_of_all() -> None:
    new = WAITS.replace('"1"', '"2"') + "migrate: {{from: ['1']}}\n"
    narrower = pe.parse_policy(new.replace("{{a: {{}}}}", "{{a: {{}}, b: {{}}}}").format(longest=9, most=90))
    without = pe.parse_policy(
        new.replace("\n  t: ", "\n  u: ")
        .replace("target: t", "target: u")
        .replace("h: t", "h: u")
        .format(longest=9, most=90)
    )

    assert NOTE["en"]["sessions open"] == said(waits(9, 90), narrower)
    assert NOTE["en"]["sessions some open"].format(why=STUCK["en"]["migrate-state"].format("t")) == said(
        waits(9, 90), without
    )


def test_both_languages_have_every_reason() -> None:
    assert STUCK["en"].keys() == STUCK["nl"].keys()
