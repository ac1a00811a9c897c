from policy_engine.diagrams.figure import Figure, Link
from policy_engine.diagrams.graph.content import (
    dressed,
    head_of,
    histories_of,
    ink_of,
    name_of,
    notes_of,
    phrase_of,
    pill_of,
    reference_of,
    side_of,
    stroke_of,
)
from policy_engine.diagrams.overlay import NOTHING, Overlay, Stamp
from policy_engine.diagrams.theme import (
    FADED,
    INK,
    PALE,
    PALE_CELL,
    Look,
    dress_of,
    line_stroke,
    wide_stroke,
)
from tests.diagrams import examples


def link(figure: Figure, id: str) -> Link:
    """A link by its id."""
    return next(link for link in figure.links if link.id == id)


def test_the_head_says_what_where_and_of_when() -> None:
    assert (
        "Bedreiging: samen handelen",
        "Direct gevaar? Bel 112",
        "Voorbeeldgemeente · versie 1.2.0 · 2 maart 2026",
    ) == head_of(examples.figure("call_and_watch").chart, "nl")


def test_a_policy_without_a_title_is_called_by_its_id() -> None:
    assert ("Bare", "version 0.1") == head_of(examples.figure("bare").chart, "en")


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
        stroke_of((link(figure, id),), look)
        for id in ("visit.on.attacks.0", "visit.done.0", "tense.on.tension_drops.0")
    ]
    assert [wide_stroke(look), line_stroke("plain", look), line_stroke("calms", look)] == lines


MARKED = Overlay({"tense": Stamp("path", "zet 2")}, {"tense.on.tension_drops.0": Stamp("path", "zet 3")})


def test_a_stamp_stands_behind_a_label_and_behind_a_trigger() -> None:
    figure = examples.figure("many_endings")
    calmed = link(figure, "tense.on.tension_drops.0")

    assert "Spanning · zet 2" == name_of(figure, "tense", "nl", MARKED)
    assert "Bezoek" == name_of(figure, "visit", "nl", MARKED)
    assert pill_of(figure, calmed, "nl", MARKED) == pill_of(figure, calmed, "nl") + " · zet 3"


def test_what_is_stamped_is_thick_and_the_rest_pale() -> None:
    figure = examples.figure("many_endings")
    calmed, attacks = link(figure, "tense.on.tension_drops.0"), link(figure, "visit.on.attacks.0")
    look = Look()

    thick = stroke_of((calmed,), look, MARKED)
    assert thick.width == 3 * line_stroke("calms", look).width
    assert thick.color == line_stroke("calms", look).color
    assert PALE == stroke_of((attacks,), look, MARKED).color
    assert (PALE_CELL, FADED) == (
        (plain := dressed(figure, "opening", look, MARKED)).cell,
        plain.ink,
    )
    assert dressed(figure, "tense", look, MARKED).cell == dress_of(figure, "tense", look).cell


def test_without_an_overlay_nothing_is_pale() -> None:
    figure = examples.figure("many_endings")

    assert dress_of(figure, "tense", Look()) == dressed(figure, "tense", Look(), NOTHING)
    assert (INK, FADED) == (ink_of(None, NOTHING), ink_of(None, MARKED))


def test_what_is_laid_over_is_said_in_the_head() -> None:
    head = head_of(examples.figure("starter").chart, "nl", Overlay(caption="De weg van “Geholpen”."))

    assert "De weg van “Geholpen”." in head
