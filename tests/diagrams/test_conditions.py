from collections.abc import Mapping

import pytest

from policy_engine.diagrams.conditions import expression_words, guard_words
from policy_engine.diagrams.wording import NO_VALUES
from policy_engine.model.chart import Assign
from policy_engine.model.types import Value
from tests.model.reading import chart_of

HEAD = """
languages: [nl, en]
facts:
  risk:
    enum: {no: {nl: nee, en: "no"}, yes: {nl: ja, en: "yes"}, unknown: {nl: onbekend, en: unknown}}
    default: no
    label: {nl: "beller in gevaar", en: "caller at risk"}
  size: {enum: [a, b, c, d, e, f], default: a, label: {nl: maat, en: size}}
  other: {enum: [a, b, c, d, e, f], default: a, label: {nl: andere maat, en: other size}}
  who: {enum: [agent, manager], default: agent, label: {nl: beslisser, en: who decides}}
  caller: {text: "", label: {nl: naam, en: name}}
  amount: {number: 0.0, label: {nl: bedrag, en: amount}}
parameters:
  most: {range: 1..3, default: 2, label: {nl: maximum, en: maximum}}
  strict: {flag: true, label: {nl: streng, en: strict}}
context:
  given: {counter: 0..3, label: {nl: waarschuwingen, en: warnings}}
  worried: {flag: false, label: {nl: zorg, en: worry}}
  calm: {flag: false, label: {nl: rust, en: calm}}
  decider: {person: , label: {nl: wie besloot, en: who decided}}
roles: {agent: {label: {nl: Medewerker, en: Agent}}, manager: {label: {nl: Chef, en: Boss}}}
events:
  offer: {data: {percent: {range: 0..9, label: {nl: procent, en: percent}}}}
  plain: {}
guards:
  enough: given >= most
  free: risk == 'no' and not worried
  lengthy: >-
    risk != 'no' and worried and calm and given == 1 and caller == 'Een lange naam die niet op een pil past'
    and amount > 1000.5
  named: {when: "worried or calm", label: {nl: "het zit hoog", en: it weighs}}
  silent: {when: calm, why: {nl: "Een reden.", en: A reason.}}
initial: s
states:
  t: {label: {nl: Praten, en: Talking}}
"""


def said(condition: str, language: str = "nl", parameters: Mapping[str, Value | None] = NO_VALUES) -> str:
    """A condition of a transition in words."""
    chart = chart_of(f'{HEAD}  s: {{on: {{offer: {{when: "{condition}"}}}}}}\n')
    guard = chart.transitions[0].guard
    assert guard is not None
    return guard_words(chart, guard, language, ("plain", "offer"), parameters)


@pytest.mark.parametrize(
    ("condition", "dutch"),
    [
        ("worried", "zorg"),
        ("not worried", "zorg = nee"),
        ("not not worried", "zorg"),
        ("worried == false", "zorg = nee"),
        ("worried != false", "zorg"),
        ("true == worried", "zorg"),
        ("worried == calm", "zorg = rust"),
        ("not (worried == calm)", "zorg anders dan rust"),
        ("true", "altijd"),
        ("not true", "nooit"),
        ("false", "nooit"),
        ("given < most", "waarschuwingen minder dan maximum"),
        ("not (given < most)", "waarschuwingen minstens maximum"),
        ("given < 2", "minder dan 2 waarschuwingen"),
        ("not (given > 1)", "waarschuwingen hoogstens 1"),
        ("given >= 3", "minstens 3 waarschuwingen"),
        ("given <= 2", "hoogstens 2 waarschuwingen"),
        ("2 < given", "meer dan 2 waarschuwingen"),
        ("given == 1", "waarschuwingen = 1"),
        ("given + 1 > most", "waarschuwingen plus 1 meer dan maximum"),
        ("given - 1 >= 0", "waarschuwingen min 1 minstens 0"),
        ("-given < 0", "min waarschuwingen minder dan 0"),
        ("amount > 2.5", "bedrag meer dan 2,5"),
        ("amount > 100.0", "bedrag meer dan 100"),
        ("risk == 'no'", "beller in gevaar = nee"),
        ("'no' == risk", "beller in gevaar = nee"),
        ("risk != 'no'", "beller in gevaar = ja/onbekend"),
        ("risk in ['yes', 'unknown']", "beller in gevaar = ja/onbekend"),
        ("not (risk in ['yes', 'unknown'])", "beller in gevaar = nee"),
        ("risk in ['no', 'yes', 'unknown']", "beller in gevaar = nee/ja/onbekend"),
        ("not (risk in ['no', 'yes', 'unknown'])", "beller in gevaar anders dan nee/ja/onbekend"),
        ("size != 'a'", "maat anders dan a"),
        ("size == other", "maat = andere maat"),
        ("given in [1, 2]", "waarschuwingen = 1/2"),
        ("given + 1 in [1, 2]", "waarschuwingen plus 1 = 1/2"),
        ("not (given + 1 in [1, 2])", "waarschuwingen plus 1 anders dan 1/2"),
        ("caller == ''", "naam onbekend"),
        ("caller != ''", "naam bekend"),
        ("caller == 'Jan'", "naam = “Jan”"),
        ("caller != 'Jan'", "naam anders dan “Jan”"),
        ("by == 'manager'", "door Chef"),
        ("by != 'manager'", "niet door Chef"),
        ("by in ['agent', 'manager']", "door Medewerker/Chef"),
        ("by == who", "wie het meldt = beslisser"),
        ("event.percent > 5", "procent meer dan 5"),
        ("in_state('t')", "“Praten” loopt"),
        ("not in_state('t')", "“Praten” niet loopt"),
        ("enough", "waarschuwingen minstens maximum"),
        ("not enough", "waarschuwingen minder dan maximum"),
        ("free", "beller in gevaar = nee en zorg = nee"),
        ("not free", "beller in gevaar = ja/onbekend of zorg"),
        ("not free and calm", "(beller in gevaar = ja/onbekend of zorg) en rust"),
        ("free and calm", "beller in gevaar = nee en zorg = nee en rust"),
        ("named", "het zit hoog"),
        ("named and enough", "het zit hoog en waarschuwingen minstens maximum"),
        ("not named", "zorg = nee en rust = nee"),
        ("not named or enough", "(zorg = nee en rust = nee) of waarschuwingen minstens maximum"),
        ("silent", "rust"),
        ("not (worried or calm)", "zorg = nee en rust = nee"),
        ("worried and calm or enough", "(zorg en rust) of waarschuwingen minstens maximum"),
        (
            "lengthy",
            "beller in gevaar = ja/onbekend en zorg en rust en waarschuwingen = 1"
            " en naam = “Een lange naam die niet op een pil past” en bedrag meer dan 1000,5",
        ),
    ],
)
def test_a_condition_is_said_with_the_declared_labels(condition: str, dutch: str) -> None:
    assert dutch == said(condition)


@pytest.mark.parametrize(
    ("condition", "dutch"),
    [
        ("enough", "minstens 3 waarschuwingen"),
        ("not enough", "minder dan 3 waarschuwingen"),
        ("given == most", "waarschuwingen = 3"),
        ("given != most", "waarschuwingen anders dan 3"),
    ],
)
def test_a_parameter_whose_value_is_given_is_said_as_that_value(condition: str, dutch: str) -> None:
    assert dutch == said(condition, parameters={"most": 3})


def test_a_parameter_that_holds_or_not_is_said_by_its_name_whatever_its_value() -> None:
    assert "streng" == said("strict", parameters={"strict": True})
    assert "streng = nee en zorg" == said("not strict and worried", parameters={"strict": True})


def test_of_one_a_counter_is_named_first() -> None:
    assert "waarschuwingen minstens 1" == said("enough", parameters={"most": 1})
    assert "waarschuwingen minstens maximum" == said("enough", parameters={"most": None})


def test_conditions_are_said_in_english_too() -> None:
    assert "(caller at risk = yes/unknown or worry) and warnings less than maximum" == said(
        "not free and not enough", "en"
    )


def test_an_expression_that_is_set_is_said_like_a_condition() -> None:
    chart = chart_of(HEAD + "  s: {on: {plain: {do: [{set: {worried: {expr: not worried}}}]}}}\n")
    [step] = chart.transitions[0].steps
    assert isinstance(step, Assign)

    assert "zorg = nee" == expression_words(chart, step.values[0][1], "nl")


@pytest.mark.parametrize(
    ("condition", "nl", "en"),
    [
        ("by != decider", "een ander dan wie besloot", "another person than who decided"),
        ("decider == by", "dezelfde persoon als wie besloot", "same person as who decided"),
        ("not (by == decider)", "een ander dan wie besloot", "another person than who decided"),
    ],
)
def test_persons_are_said_as_persons(condition: str, nl: str, en: str) -> None:
    assert (nl, en) == (said(condition), said(condition, "en"))
