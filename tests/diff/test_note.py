"""A change note: what changes, in whole sentences, for each role, on one page."""

from __future__ import annotations

import policy_engine as pe
from policy_engine.diff.comparison import compare_policies
from policy_engine.diff.note import MOST_SENTENCES, ChangeNote, change_note, note_text
from policy_engine.diff.note_words import ANSWERS, KINDS, NOTE

OLD = """
policy: talk
format: 1
version: "1"
languages: [en, nl]
title: {en: Difficult talk, nl: Moeilijk gesprek}
owner: The desk
date: 2026-11-21
parameters: {most: {range: 1..3, default: 2, label: {en: number of warnings, nl: aantal waarschuwingen}}}
facts: {name: {text: ""}}
roles:
  agent: {label: {en: Agent, nl: Medewerker}}
  manager: {label: {en: Manager, nl: Leidinggevende}}
  caller: {label: {en: Caller, nl: Beller}}
events:
  insult: {actor: caller, label: {en: swears, nl: scheldt}}
  threat: {actor: caller, label: {en: threatens, nl: bedreigt}}
  takes_over: {by: [manager], label: {en: takes over, nl: neemt over}}
actions:
  tell: {}
  inform:
    to: manager
    label: {en: inform the manager, nl: leidinggevende inlichten}
    params: {urgent: {flag: false}}
  letter: {label: {en: letter, nl: brief}, letter: {en: ["Dear you."], nl: ["Beste u."]}}
context: {warnings: {counter: 0..3}}
initial: calm
states:
  calm:
    label: {en: Calm, nl: Rustig}
    say: {en: "{name|Sir}, hello.", nl: "{name|Meneer}, hallo."}
    how: {en: Listen., nl: Luister.}
    on: {insult: warn, threat: danger}
  warn:
    label: {en: Warn, nl: Waarschuwen}
    forbid: {takes_over: {en: "Not yet.", nl: "Nog niet."}}
    on: {insult: over, threat: danger}
    after: {2 min: calm}
  danger: {label: {en: Danger, nl: Gevaar}, entry: [inform], on: {takes_over: over}}
  over: {type: final, label: {en: Over, nl: Voorbij}}
""".replace("  tell: {}\n", "")


def note(*changes: tuple[str, str], language: str = "en") -> ChangeNote:
    new = OLD.replace('version: "1"', 'version: "2"')
    for before, after in changes:
        assert before in new
        new = new.replace(before, after)
    return change_note(compare_policies(pe.parse_policy(OLD), pe.parse_policy(new)), language)


def sentences(found: ChangeNote) -> dict[str, tuple[str, ...]]:
    return {section.heading: section.sentences for section in found.sections}


def test_top_says_what_it_is_who_keeps_it_and_who_approved() -> None:
    found = note(
        ("owner: The desk", "approved: [{by: The board, on: 2026-11-20}]\nowner: The desk"), language="nl"
    )

    assert ("Moeilijk gesprek", "Wijzigingsnotitie", "Versie 2, na versie 1") == found[1:4]
    assert (
        ("Beheer", "The desk"),
        ("Datum van deze versie", "21 november 2026"),
        ("Goedgekeurd door", "The board, op 20 november 2026"),
    ) == found.facts
    assert ("Goedgekeurd door (naam en handtekening)", "Datum") == found.signature


def test_version_that_changes_words_only_says_that_nothing_else_changes() -> None:
    found = note(("{name|Sir}, hello.", "{name|Sir}, good day."))

    assert {
        "For: Agent": ("At “Calm” this is said from now on: “Sir, good day.”",),
        "For everyone": (NOTE["en"]["equal"],),
    } == sentences(found)
    assert (NOTE["en"]["sessions"],) == found.closing


def test_each_change_stands_under_the_role_that_it_concerns() -> None:
    found = note(
        ("on: {insult: warn, threat: danger}", "on: {insult: warn, threat: over}"),
        ("entry: [inform]", "entry: [letter]"),
        ("2 min: calm", "3 min: calm"),
        ("range: 1..3, default: 2", "range: 1..2, default: 1"),
    )

    assert {
        "For: Agent": (
            "At “Danger” this is asked from now on: letter.",
            "At “Warn” the time until the next step changes. Until now: 2 minutes. From now on: 3 minutes.",
        ),
        "For: Manager": ("At “Danger” this is no longer asked: inform the manager.",),
        "For: Caller": (
            "At “Calm”: “threatens”. Until now: it goes to “Danger”, what is asked is: inform the "
            "manager (urgent = false) (for: Manager). From now on: it goes to “Over”, and that is the end.",
        ),
        "For everyone": (
            "What can be chosen for “number of warnings” changes. Until now: 1 to 3. From now on: 1 to 2.",
            "What “number of warnings” is unless somebody says otherwise changes. "
            "Until now: 2. From now on: 1.",
        ),
    } == {
        heading: tuple(sorted(said)) if heading == "For: Agent" else said
        for heading, said in sentences(found).items()
    }
    assert (NOTE["en"]["no sessions"],) == found.closing


def test_states_of_two_versions_that_are_called_the_same_are_told_apart() -> None:
    found = note(
        ("danger: {label", "peril: {label"),
        ("insult: warn, threat: danger", "insult: warn, threat: peril"),
        ("insult: over, threat: danger", "insult: over, threat: peril"),
    )

    said = [sentence for part in found.sections for sentence in part.sentences]
    assert "There is a new step: “Danger (peril)”." in said
    assert any("goes to “Danger (danger)”" in one and "goes to “Danger (peril)”" in one for one in said)


def test_actions_with_other_details_are_told_as_such() -> None:
    found = note(("entry: [inform]", "entry: [{inform: {urgent: true}}]"))

    assert ("At “Danger” what is asked has other details, or comes in another order.",) == sentences(found)[
        "For: Agent"
    ]


def test_steps_and_timers_that_come_and_go_are_told() -> None:
    found = note(
        ("after: {2 min: calm}", "must: {}"),
        ("must: {}", "role: agent"),
        (
            "danger: {label: {en: Danger, nl: Gevaar}",
            "danger: {after: {1 h: over}, label: {en: Danger, nl: Gevaar}",
        ),
        ("  over: {type", "  rest: {label: {en: Rest, nl: Rust}}\n  over: {type"),
        ("threat: danger}\n    role", "threat: rest}\n    role"),
    )

    said = [sentence for part in found.sections for sentence in part.sentences]
    assert "There is a new step: “Rest”." in said
    assert "At “Warn” nothing follows by itself any more after 2 minutes." in said
    gone = change_note(
        compare_policies(
            pe.parse_policy(OLD.replace("  over: {type", "  rest: {}\n  over: {type")), pe.parse_policy(OLD)
        ),
        "nl",
    )
    assert "De stap “rest” is er niet meer." in [one for part in gone.sections for one in part.sentences]


def test_texts_are_told_where_they_are_said_and_counted_where_not() -> None:
    found = note(
        ("    how: {en: Listen., nl: Luister.}\n", ""),
        ("Not yet.", "Please wait."),
        ("Dear you.", "Dear reader."),
        ("en: swears", "en: curses"),
    )

    said = [sentence for part in found.sections for sentence in part.sentences]
    assert "At “Calm” this is no longer written: “Listen.”" in said
    assert "Whoever is refused at “Warn” reads from now on: “Please wait.”" in said
    assert "The letter “letter” has other words." in said
    assert "“swears” is called “curses” from now on." in said


def test_what_to_do_in_danger_is_told_in_old_and_new_words_before_all_else() -> None:
    given = ("owner: The desk", "owner: The desk\nemergency: {en: Call 112., nl: Bel 112.}")
    added = sentences(note(given))["For everyone"]
    other = compare_policies(
        pe.parse_policy(OLD.replace(*given)), pe.parse_policy(OLD.replace(*given).replace("Bel 112", "Weg!"))
    )

    assert (
        NOTE["en"]["equal"],
        "What to do in danger changes. Until now: nothing. From now on: “Call 112.”",
        "(nl) What to do in danger changes. Until now: nothing. From now on: “Bel 112.”",
    ) == added
    assert (
        NOTE["nl"]["equal"],
        "Wat u doet bij gevaar, verandert. Tot nu toe: “Bel 112.” Voortaan: “Weg!.”",
    ) == sentences(change_note(other, "nl"))["Voor iedereen"]


def test_closing_sentences_stand_apart() -> None:
    text = note_text(note(("title: {en: Difficult talk", "title: {en: Hard talk")))

    assert f"\n\n{NOTE['en']['texts'].format(count=1)}\n\n{NOTE['en']['sessions']}\n\n" in text


def test_note_stays_on_its_page_and_says_how_much_is_left_out() -> None:
    events = "".join(f"  extra_{number}: {{}}\n" for number in range(40))

    found = note(("  takes_over:", f"{events}  takes_over:"))

    assert MOST_SENTENCES == sum(len(part.sentences) for part in found.sections)
    assert (
        "There are 16 more changes. The full comparison of the two versions lists them." == found.closing[0]
    )


def test_text_has_a_line_for_each_sentence_and_lines_to_sign() -> None:
    text = note_text(note(("2 min: calm", "3 min: calm")))

    assert [
        "Difficult talk: change note",
        "Version 2, after version 1",
        "",
        "Kept by               The desk",
        "Date of this version  21 November 2026",
        "Approved by           not yet",
        "",
        "For: Agent",
        "- At “Warn” the time until the next step changes. Until now: 2 minutes. From now on: 3 minutes.",
        "",
        "What has begun already is finished under the old version.",
        "",
        "Approved by (name and signature): ______________________________",
        "Date: ______________________________",
    ] == text.splitlines()


PARTS = """
policy: desk
format: 1
version: "1"
roles: {agent: {}, lead: {label: Team lead}}
facts: {risk: {enum: {no: "no", yes: at risk}, default: no, label: danger}}
events: {joins: {actor: lead, by: [lead], label: the lead joins}, swears: {}, opens: {}}
actions: {call: {to: lead, label: call the lead}}
context: {n: {counter: 0..2, lapse: 3 months, label: warnings}}
exports: [n]
initial: work
states:
  work:
    type: parallel
    states:
      tone:
        initial: calm
        states:
          calm: {label: Calm, on: {swears: {target: warned, when: n < 2, do: [{add: {n: 1}}]}}}
          warned: {label: Warned, on: {swears: calm}, always: {when: risk == 'yes', target: calm}}
      lead:
        initial: late
        states: {late: {label: Late, on: {joins: there}}, there: {label: There, on: {opens: late}}}
"""


def parts(before: str, after: str, language: str = "en") -> list[str]:
    assert before in PARTS
    versions = pe.parse_policy(PARTS), pe.parse_policy(PARTS.replace(before, after))
    found = change_note(compare_policies(*versions), language)
    return [sentence for section in found.sections for sentence in section.sentences]


def test_of_parts_that_run_together_only_the_one_that_changes_is_named() -> None:
    assert ["At “Late”: “the lead joins”. From now on this is asked as well: call the lead."] == parts(
        "{joins: there}", "{joins: {target: there, do: [call]}}"
    )
    assert ["At “There”: “opens”. Until now: it goes to “Late”. From now on: nothing happens."] == parts(
        "on: {opens: late}", "on: {}"
    )


COUNTS = """
policy: counts
format: 1
version: "1"
languages: [en, nl]
facts: {known: {flag: false, label: {en: a known caller, nl: bekende beller}}}
roles: {agent: {}, caller: {label: {en: Caller, nl: Beller}}}
events:
  insult: {actor: caller, label: {en: swears, nl: scheldt}}
  calms: {label: {en: calms down, nl: wordt kalm}}
  offers: {data: {sum: {range: 0..9}}, label: {en: offers, nl: biedt}}
context: {n: {counter: 0..2}}
initial: talk
states:
  talk:
    initial: listen
    on:
      insult: [{when: n < 2, target: warn, do: [{add: {n: 1}}]}, {else: {target: over}}]
      calms: listen
      offers: {when: event.sum > 5 and known, target: over}
    states: {listen: {label: {en: Listen, nl: Hoor}}, warn: {label: {en: Warn, nl: Waarschuw}}}
  over: {type: final, label: {en: Over, nl: Voorbij}}
"""


def counts(before: str, after: str, language: str = "en") -> list[str]:
    assert before in COUNTS
    versions = pe.parse_policy(COUNTS), pe.parse_policy(COUNTS.replace(before, after))
    found = change_note(compare_policies(*versions), language)
    return [sentence for section in found.sections for sentence in section.sentences]


def test_what_is_said_holds_in_each_place_and_a_condition_is_shown_by_an_instance() -> None:
    assert [
        "Bij “Waarschuw”: “scheldt”. Tot nu toe: het blijft daar. Voortaan: het gaat naar “Voorbij”, "
        "en dan is het afgelopen. Bijvoorbeeld: “scheldt” (2 keer).",
        "Bij “Hoor”: “scheldt”. Tot nu toe: het gaat naar “Waarschuw”. Voortaan: het gaat naar “Voorbij”, "
        "en dan is het afgelopen. Bijvoorbeeld: “scheldt”, dan “wordt kalm”, dan “scheldt”.",
    ] == counts("n < 2", "n < 1", "nl")


def test_places_that_are_answered_alike_are_named_one_by_one() -> None:
    (told,) = counts("event.sum > 5 and known", "event.sum > 6 and known")

    assert told.startswith("At “Listen” and “Warn”: “offers”. Until now: it goes to “Over”")
    assert told.endswith("For instance: with a known caller: yes, then “offers” (sum: 6).")


def test_sentence_is_whole_in_dutch_whatever_comes_after_the_colon() -> None:
    assert ["Bij “There”: “opens”. Tot nu toe: het gaat naar “Late”. Voortaan: er gebeurt niets."] == parts(
        "on: {opens: late}", "on: {}", "nl"
    )
    assert [
        "Bij “Late”: “the lead joins” door agent. Tot nu toe: agent mag dit niet melden. "
        "Voortaan: het gaat naar “There”."
    ] == parts("by: [lead], label", "label", "nl")


def test_new_facts_and_what_lapses_are_told_by_their_labels() -> None:
    told = parts("target: calm}}\n      lead", "target: calm, do: [call]}}\n      lead")
    lapsing = parts("lapse: 3 months", "lapse: 4 months", "nl")

    asked = "From now on this is asked as well: call the lead."
    assert (
        f"At “Warned”: when this becomes known: danger: at risk. {asked} "
        "For instance: “swears”, then when this becomes known: danger: at risk." in told
    )
    assert "er vervalt iets van warnings (na 3 maanden)" in lapsing[0]


def test_what_can_be_read_off_has_a_sentence_of_its_own() -> None:
    assert "At “Calm”: “swears”. What others can read about it changes." in parts(
        "when: n < 2, do: [{add: {n: 1}}]", "when: n < 1, do: [{add: {n: 2}}]"
    )


def test_both_languages_have_every_sentence() -> None:
    assert NOTE["en"].keys() == NOTE["nl"].keys()
    assert ANSWERS["en"].keys() == ANSWERS["nl"].keys()
    assert KINDS["en"].keys() == KINDS["nl"].keys()
