from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.graph.content import (
    head_of,
    histories_of,
    notes_of,
    phrase_of,
    pill_of,
    reference_of,
    side_of,
    stroke_of,
)
from policy_engine.diagrams.theme import Look, line_stroke, wide_stroke
from tests.diagrams import examples


def link(figure: Figure, id: str) -> Link:
    """A link by its id."""
    return next(link for link in figure.links if link.id == id)


def test_the_head_says_what_where_and_of_when() -> None:
    assert (
        "Bedreiging: samen handelen",
        "Direct gevaar? Bel 112",
        "Voorbeeldgemeente · versie 1.2.0 · 2026-03-02",
    ) == head_of(examples.figure("call_and_watch").chart, "nl")


def test_a_policy_without_a_title_is_called_by_its_id() -> None:
    assert ("bare", "version 0.1") == head_of(examples.figure("bare").chart, "en")


def test_beside_a_label_stands_the_role_and_whether_it_is_an_end() -> None:
    figure = examples.figure("call_and_watch")

    assert ["Medewerker", "einde", ""] == [
        side_of(figure, state, "nl") for state in ("warn_off", "help_there", "intake")
    ]


def test_a_card_shows_the_first_thing_to_say_with_its_condition() -> None:
    figure = examples.figure("refund_dispute")

    assert "naam van de klant bekend: “(naam van de klant), ik kijk het voor u na.”" == phrase_of(
        figure, "assess", "nl"
    )
    assert ("“I cannot do more than this.”", "") == (
        phrase_of(figure, "insist", "en"),
        phrase_of(figure, "closed", "en"),
    )


def test_notes_are_what_is_done_and_what_is_not_allowed() -> None:
    figure = examples.figure("access_ban")
    alert = examples.figure("call_and_watch")

    assert ("bij aankomst: herinnering over 10 dagen", "bij vertrek: herinnering vervalt") == notes_of(
        figure, figure.cards["in_force"].state, "nl"
    )
    assert ("niet toegestaan: wordt rustig (zolang “112 bellen” loopt)",) == notes_of(
        alert, alert.boxes["alert"].state, "nl"
    )


def test_a_pill_says_when_and_what_is_done() -> None:
    figure = examples.figure("many_endings")

    assert "valt aan; alarm slaan" == pill_of(figure, link(figure, "visit.on.attacks.0"), "nl")


def test_a_reference_says_where_to_by_number() -> None:
    figure = examples.figure("hold_the_line")
    endings = examples.figure("many_endings")

    assert "wordt rustig → 2" == reference_of(figure, link(figure, "answer.on.calms_down.0"), "nl")
    assert "komt terug → terug in Gesprek (de eerste keer 1)" == reference_of(
        figure, link(figure, "on_hold.on.comes_back.0"), "nl"
    )
    assert "neemt pauze (als genomen pauzes minder dan 1); genomen pauzes + 1 → blijf hier" == reference_of(
        endings, link(endings, "contact.on.takes_break.0"), "nl"
    )


def test_histories_are_found_with_where_they_lead_the_first_time() -> None:
    assert {
        "conversation": {"resumed": ("listening",)},
        "exploring": {"last_question": ("question",)},
    } == histories_of(examples.figure("hold_the_line"))


def test_what_may_happen_at_any_moment_has_a_line_of_its_own_but_done_has_not() -> None:
    figure = examples.figure("many_endings")
    look = Look()

    lines = [
        stroke_of(link(figure, id), look)
        for id in ("visit.on.attacks.0", "visit.done.0", "tense.on.tension_drops.0")
    ]
    assert [wide_stroke(look), line_stroke("plain", look), line_stroke("calms", look)] == lines
