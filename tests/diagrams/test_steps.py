import pytest

from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.phrasing import step_words, trigger_words
from policy_engine.diagrams.steps import steps_of
from tests.diagrams import examples
from tests.diagrams.random_policies import thirty
from tests.model.reading import chart_of


def test_a_small_policy_is_told_from_beginning_to_end() -> None:
    assert (
        "Begin bij 1 Luisteren.",
        "1. Luisteren. Zeg: “Vertelt u mij wat er is gebeurd.” Klaagt: naar 2 Helpen."
        " Hangt op: naar 3 Afgesloten.",
        "2. Helpen. Zeg: “Ik zoek dit nu voor u uit.” Vermijd: “Dat kan niet.”"
        " Wordt rustig of hangt op: naar 3 Afgesloten.",
        "3. Afgesloten. Einde.",
    ) == steps_of(examples.figure("starter"), "nl")


def test_it_is_told_in_english_too() -> None:
    first, second, *_ = steps_of(examples.figure("starter"), "en")

    assert "Begin at 1 Listen." == first
    assert (
        "1. Listen. Say: “Please tell me what happened.” Complains: to 2 Help. Hangs up: to 3 Closed."
        == second
    )


EVERYTHING = """
parameters: {most: {range: 1..3, default: 2, label: maximum}}
facts: {risk: {enum: {no: nee, yes: ja}, default: no, label: gevaar}, name: {text: "", label: naam}}
context: {given: {counter: 0..3, label: waarschuwingen}}
roles: {agent: {label: Medewerker}, manager: {label: Chef}}
events: {a: {label: alfa}, b: {label: beta, by: manager}}
actions: {inform: {label: inlichten}}
initial: box
states:
  box:
    label: Doos
    initial: one
    entry: [inform, {add: {given: 1}}]
    exit: [inform]
    forbid: {b: "Nog niet, {name|u}."}
    on: {a: {do: [inform]}}
    done: both
    states:
      one:
        label: Een
        role: agent
        say: [{when: "risk == 'yes'", text: Pas op.}, Dag.]
        avoid: [Nee., Nooit.]
        how: [Rustig., Langzaam.]
        on: {b: {target: two, do: [inform]}}
        after: {2 min: two}
      two: {type: final, label: Twee}
      again: {type: history, deep: true}
  both:
    type: parallel
    label: Samen
    on: {b: again}
    states: {three: {label: Drie}, region: {label: Gebied, initial: four, states: {four: {label: Vier}}}}
  over: {type: final}
"""


def test_everything_that_a_policy_has_is_told() -> None:
    assert (
        "Begin bij 1 Een. Vooraf afgesproken: maximum (1 tot en met 3). Bekend over de zaak: gevaar (nee of"
        " ja), naam. Bijgehouden: waarschuwingen (0 tot en met 3).",
        "Doos (1, 2), op elk moment. Bij aankomst: inlichten; waarschuwingen + 1. Bij vertrek: inlichten."
        " Niet toegestaan: beta: “Nog niet, u.” Alfa: blijf hier; inlichten. Klaar: naar 3 Drie en 4 Vier.",
        "1. Een (Medewerker). Zeg (als gevaar = ja): “Pas op.” Zeg: “Dag.” Vermijd: “Nee.” “Nooit.”"
        " Hoe: Rustig. Langzaam. Beta (door Chef): naar 2 Twee; inlichten. Na 2 minuten: naar 2 Twee.",
        "2. Twee. Einde van Doos.",
        "Samen (3, 4), alle onderdelen tegelijk. Beta (door Chef): terug naar waar u was in Doos"
        " (de eerste keer: 1 Een).",
        "3. Drie.",
        "Gebied (4), op elk moment.",
        "4. Vier.",
        "5. Over. Einde.",
    ) == steps_of(figure_of(chart_of(EVERYTHING)), "nl")


@pytest.mark.no_cover
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_card_box_or_transition_is_left_out(language: str) -> None:
    for chart in (*map(examples.chart, examples.TEN), *thirty()):
        figure = figure_of(chart)
        told = "\n".join(steps_of(figure, language)).lower()

        missing = [
            link.id for link in figure.links if trigger_words(figure, link, language).lower() not in told
        ]
        missing += [
            words
            for link in figure.links
            for words in step_words(chart, link.transition.steps, language)
            if words.lower() not in told
        ]
        assert [] == missing
        assert len(figure.cards) + len(figure.boxes) + 1 == len(told.splitlines())


def test_a_box_that_begins_with_a_history_is_told_as_where_you_were() -> None:
    fourth = next(step for step in steps_of(examples.figure("hold_the_line"), "nl") if step.startswith("4."))

    assert fourth.endswith("Wordt rustig: terug naar waar u was in Verkennen (de eerste keer: 2 Vragen).")
