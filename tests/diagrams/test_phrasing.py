import pytest

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.phrasing import (
    action_words,
    change_words,
    condition_words,
    forbid_words,
    link_words,
    phrases_of,
    step_words,
    trigger_words,
)
from tests.model.reading import chart_of

POLICY = """
languages: [nl, en]
facts: {known: {flag: false, label: {nl: "bekende klant", en: "known customer"}}}
context:
  given: {counter: 0..9, label: {nl: waarschuwingen, en: warnings}}
  mood:
    enum: {calm: {nl: rustig, en: calm}, angry: {nl: boos, en: angry}}
    default: calm
    label: {nl: stemming, en: mood}
roles: {agent: {label: {nl: Medewerker, en: Agent}}, manager: {label: {nl: Chef, en: Boss}}}
events:
  shouts: {label: {nl: schreeuwt, en: shouts}}
  insults: {label: {nl: "scheldt of beledigt", en: "swears or insults"}}
  hangs_up: {label: {nl: "hangt op", en: "hangs up"}}
  reported: {by: [manager], label: {nl: "melding gedaan", en: "report filed"}}
  joined: {by: [manager, agent], label: {nl: "komt erbij", en: joins}}
actions:
  inform:
    label: {nl: inlichten, en: inform}
    params:
      urgent: {flag: false, label: {nl: "met spoed", en: urgent}}
      loud: {flag: true, label: {nl: luid, en: loud}}
      count: {range: 0..9, default: 0, label: {nl: aantal, en: number}}
      mood: {enum: {calm: {nl: rustig, en: calm}, angry: {nl: boos, en: angry}}, default: calm}
  write: {}
initial: one
states:
  one:
    forbid:
      hangs_up: {nl: "Blijf {given} keer.", en: "Stay {given} times."}
      insults or shouts: [{when: known, text: {nl: "Niet doen.", en: "Do not."}}]
    say:
      - {when: known, text: {nl: ["Dag {given|u}."], en: ["Hello {given|you}."]}}
      - {nl: ["Een.", "Twee."], en: ["One.", "Two."]}
    entry:
      - {inform: {urgent: true, loud: false, count: {expr: given}, mood: angry}}
      - inform
      - write
      - {set: {mood: angry, given: {expr: given - 1}}}
      - {add: {given: 1}}
      - {add: {given: -1}}
      - {add: {given: {expr: -given}}}
      - {raise: shouts}
      - {send: {event: hangs_up, delay: 5 min, id: later}}
      - {send: {event: insults, id: later}}
      - {cancel: later}
    on:
      shouts or hangs_up:
        - {when: known, target: two}
        - {when: not known and given < 2, by: manager, target: two}
        - else: two
      insults: {target: two, label: {nl: "gaat te ver", en: "goes too far"}}
      reported: two
      joined: {by: agent, target: two}
    after: {1 h: two}
    always: {when: known, target: two}
  two:
    initial: three
    done: one
    on: {insults or shouts: one, reported or joined: one}
    states: {three: {type: final}}
"""


@pytest.fixture(scope="module")
def figure() -> Figure:
    return figure_of(chart_of(POLICY))


@pytest.mark.parametrize(
    ("link", "trigger", "condition", "whole"),
    [
        (
            "one.on.shouts|hangs_up.0",
            "schreeuwt of hangt op",
            "bekende klant",
            "schreeuwt of hangt op (als bekende klant)",
        ),
        (
            "one.on.shouts|hangs_up.1",
            "schreeuwt of hangt op",
            "bekende klant = nee en minder dan 2 waarschuwingen, door Chef",
            "schreeuwt of hangt op (als bekende klant = nee en minder dan 2 waarschuwingen, door Chef)",
        ),
        ("one.on.shouts|hangs_up.2", "schreeuwt of hangt op", "anders", "schreeuwt of hangt op (anders)"),
        ("one.on.insults.0", "gaat te ver", "", "gaat te ver"),
        ("one.on.reported.0", "melding gedaan", "", "melding gedaan (door Chef)"),
        ("one.on.joined.0", "komt erbij", "door Medewerker", "komt erbij (door Medewerker)"),
        ("one.after.1 h.0", "na 1 uur", "", "na 1 uur"),
        ("one.always.0", "vanzelf", "bekende klant", "vanzelf (als bekende klant)"),
        ("two.done.0", "klaar", "", "klaar"),
        (
            "two.on.insults|shouts.0",
            "scheldt of beledigt, of schreeuwt",
            "",
            "scheldt of beledigt, of schreeuwt",
        ),
        (
            "two.on.reported|joined.0",
            "melding gedaan of komt erbij",
            "",
            "melding gedaan of komt erbij (melding gedaan door Chef, komt erbij door Medewerker/Chef)",
        ),
    ],
)
def test_a_transition_is_said_in_words(
    figure: Figure, link: str, trigger: str, condition: str, whole: str
) -> None:
    found = next(item for item in figure.links if item.id == link)

    assert (trigger, condition, whole) == (
        link_words(figure, found, "nl"),
        condition_words(figure, found, "nl"),
        trigger_words(figure, found, "nl"),
    )


def test_a_condition_is_said_with_the_parameters_that_hold() -> None:
    figure = figure_of(
        chart_of(
            "parameters: {most: {range: 2..3, default: 2, label: maximum}}\n"
            "context: {given: {counter: 0..3, label: waarschuwingen}}\n"
            "events: {go: {}}\n"
            "initial: s\n"
            "states: {s: {on: {go: {when: given < most, do: [{add: {given: 1}}]}}}}\n"
        )
    )
    (found,) = figure.links

    assert "waarschuwingen minder dan maximum" == condition_words(figure, found, "nl")
    assert "minder dan 3 waarschuwingen" == condition_words(figure, found, "nl", {"most": 3})


def test_every_step_is_said_in_order(figure: Figure) -> None:
    steps = figure.cards["one"].state.entry

    assert (
        "inlichten (met spoed, luid: nee, aantal: waarschuwingen, mood: boos)",
        "inlichten",
        "write",
        "stemming: boos",
        "waarschuwingen: waarschuwingen min 1",
        "waarschuwingen + 1",
        "waarschuwingen − 1",
        "waarschuwingen − waarschuwingen",
        "dan meteen schreeuwt",
        "hangt op over 5 minuten",
        "daarna scheldt of beledigt",
        "hangt op, of scheldt of beledigt vervalt",
    ) == step_words(figure.chart, steps, "nl")


def test_actions_are_the_steps_that_ask_for_something(figure: Figure) -> None:
    steps = figure.cards["one"].state.entry

    words = action_words(figure.chart, steps, "en")
    assert ("inform (urgent, loud: no, number: warnings, mood: angry)", "inform", "write") == words


def test_what_is_set_and_counted_is_said_without_the_actions(figure: Figure) -> None:
    steps = figure.cards["one"].state.entry

    assert (
        "stemming: boos",
        "waarschuwingen: waarschuwingen min 1",
        "waarschuwingen + 1",
        "waarschuwingen − 1",
        "waarschuwingen − waarschuwingen",
    ) == change_words(figure.chart, steps, "nl")


def test_a_setting_that_has_the_name_of_its_value_is_said_once() -> None:
    chart = chart_of(
        "events: {offer: {data: {percent: {range: 0..9, label: procent}}}}\n"
        "actions: {refund: {label: terugbetalen, params: {percent: {range: 0..9, label: procent}}}}\n"
        "initial: s\n"
        "states: {s: {on: {offer: {do: [{refund: {percent: {expr: event.percent}}}]}}}}\n"
    )

    assert ("terugbetalen (procent)",) == action_words(chart, chart.transitions[0].steps, "nl")


def test_what_is_forbidden_while_something_is_not_so_is_said_to_be_allowed_only_if_it_is() -> None:
    chart = chart_of(
        "facts: {safe: {flag: false, label: veilig}}\n"
        "events: {stop: {label: ophangen}}\n"
        "initial: s\n"
        "states: {s: {forbid: {stop: [{when: not safe, text: Blijf.}]}}}\n"
    )

    words = [forbid_words(chart, forbid, "nl") for state in chart.states for forbid in state.forbid]
    assert ["ophangen mag alleen als veilig"] == words


def test_what_is_forbidden_says_while_what_holds(figure: Figure) -> None:
    first, second = figure.cards["one"].state.forbid

    assert "niet toegestaan: hangt op" == forbid_words(figure.chart, first, "nl")
    assert "hangt op" == forbid_words(figure.chart, first, "nl", headed=True)
    assert "niet toegestaan: scheldt of beledigt, of schreeuwt (zolang bekende klant)" == forbid_words(
        figure.chart, second, "nl"
    )


def test_phrases_come_with_their_conditions(figure: Figure) -> None:
    said = phrases_of(figure.chart, figure.cards["one"].state.say, "nl")

    assert (("bekende klant", ("Dag u.",)), ("", ("Een.", "Twee."))) == said


@pytest.mark.parametrize(
    ("branch", "condition", "whole"),
    [
        (
            "{requires: [told, heard], target: b}",
            "first: policy told, heard",
            "e (first: policy told, heard)",
        ),
        (
            "{when: heard, by: boss, requires: told, target: b}",
            None,
            "e (if heard, by boss, first: policy told)",
        ),
    ],
)
def test_what_must_come_first_is_said_beside_the_condition(
    branch: str, condition: str | None, whole: str
) -> None:
    chart = chart_of(
        "roles: {boss: {}}\nevents: {e: {}}\nstatements: {told: {label: policy told}}\n"
        f"context: {{heard: {{flag: false}}}}\ninitial: a\nstates: {{a: {{on: {{e: {branch}}}}}, b: {{}}}}\n"
    )
    figure = figure_of(chart)
    (link,) = figure.leaving("a")

    assert whole == trigger_words(figure, link, "en")
    if condition is not None:
        assert condition == condition_words(figure, link, "en")


def test_what_is_told_to_another_policy_is_said_without_its_key() -> None:
    chart = chart_of(
        "languages: [nl, en]\nfacts: {who: {text: ''}}\ninitial: a\nstates:\n"
        "  a: {entry: {tell: {policy: conduct, key: who, event: abusive_contact, data: {channel: phone}}}}\n"
    )

    assert ("doorgeven: abusive contact",) == step_words(chart, chart.states[1].entry, "nl")
    assert ("pass on: abusive contact",) == action_words(chart, chart.states[1].entry, "en")


def test_a_counter_that_lapses_says_for_how_long_it_counts() -> None:
    chart = chart_of("""
languages: [nl, en]
parameters: {keep: {range: 1..12, default: 12, label: {nl: bewaartijd, en: keeping}}}
context:
  given: {counter: 0..9, lapse: keep months, label: {nl: waarschuwingen, en: warnings}}
  calls: {counter: 0..9, lapse: {after: 1 weeks, when: all}, label: {nl: gesprekken, en: calls}}
events: {shouts: {}}
initial: a
states:
  a:
    on:
      shouts: {when: given < 9 and calls < 9, do: [{add: {given: 1, calls: 1}}, {add: {given: -1}}]}
""")
    steps = chart.transitions[0].steps

    assert (
        "waarschuwingen + 1 (vervalt na (bewaartijd) maanden)",
        "gesprekken + 1 (alles vervalt 1 week na de laatste)",
        "waarschuwingen − 1",
    ) == change_words(chart, steps, "nl")
    assert "warnings + 1 (lapses after (keeping) months)" == change_words(chart, steps, "en")[0]


def test_an_end_that_is_read_is_said_with_its_name() -> None:
    figure = figure_of(
        chart_of("""
languages: [nl, en]
parameters: {ban: {range: 2..12, default: 4, label: {nl: duur, en: length}}}
events: {remind: {}}
initial: a
states:
  a:
    entry: [{send: {event: remind, delay: ban months}}, {send: {event: remind, delay: ban months - 1 weeks}}]
    after: {ban months: b, ban months - 1 months: b}
  b: {on: {remind: a}}
""")
    )

    after = [link_words(figure, link, "nl") for link in figure.links if link.duration is not None]
    assert ["na (duur) maanden", "1 maand voor het einde van (duur) maanden"] == after
    assert ("remind in (length) months", "remind 1 week before the end of (length) months") == step_words(
        figure.chart, figure.chart.states[1].entry, "en"
    )
