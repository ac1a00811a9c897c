"""What can be done about a finding."""

from __future__ import annotations

from policy_engine.authoring.lsp.actions import answers
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Edit, Fix, edited
from policy_engine.diagnostics.span import Span

TEXT = "version: 1.0\non: {insult: warn, 'help': x}\n"
PLACE = Span("p", 2, 6, 2, 12)


def titles(finding: Diagnostic, language: str = "en") -> list[tuple[str, bool, str]]:
    return [(one.title, one.sure, edited(TEXT, one.fix.edits)) for one in answers(finding, TEXT, language)]


def test_the_one_right_answer_is_sure() -> None:
    finding = Diagnostic("unquoted-version", Span("p", 1, 10, 1, 13), {"text": "1.0"})

    assert [('Write `"1.0"`', True, TEXT.replace("1.0", '"1.0"'))] == titles(finding)
    assert 'Schrijf `"1.0"`' == titles(finding, "nl")[0][0]


def test_a_name_that_was_probably_meant_is_a_guess() -> None:
    finding = Diagnostic("undeclared-event", PLACE, {"event": "insult", "suggestion": "insults_all"})

    assert [("Write `insults_all`", False, TEXT.replace("insult:", "insults_all:"))] == titles(finding)


def test_a_guess_keeps_the_quotes() -> None:
    finding = Diagnostic(
        "undeclared-event", Span("p", 2, 20, 2, 26), {"event": "help", "suggestion": "helps"}
    )

    assert ["'helps'" in text for _, _, text in titles(finding)] == [True]


def test_where_a_person_has_to_think_nothing_is_offered() -> None:
    assert [] == titles(Diagnostic("undeclared-event", PLACE, {"event": "other", "suggestion": "insults"}))
    assert [] == titles(Diagnostic("undeclared-event", PLACE, {"event": "insult", "suggestion": None}))


def test_answers_that_are_no_one_word_are_named_for_what_they_do() -> None:
    two = Fix((Edit(PLACE, "a"), Edit(Span("p", 1, 1, 1, 2), "b")))
    away = Fix((Edit(PLACE, ""),))

    found = [titles(Diagnostic("undeclared-event", PLACE, {"fix": fix})) for fix in (two, away)]

    assert [["Mend this"], ["Take this away"]] == [[title for title, _, _ in one] for one in found]
