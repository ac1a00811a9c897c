"""What is written down stands on the form and in the handbook with its type and with who fills it in."""

from __future__ import annotations

from policy_engine.diagrams.handbook.tables import actions_table
from policy_engine.diagrams.incident_form import incident_form
from tests.diagrams.examples import chart_of

CHART = chart_of(
    """
policy: reports
format: 1
version: "1"
languages: [nl, en]
roles: {agent: {label: {nl: Medewerker, en: Agent}}, manager: {label: {nl: Chef, en: Manager}}}
actions:
  report:
    record:
      date:
      outcome:
      camera: {text: , by: [agent, manager], label: {nl: camerabeelden, en: camera images}}
      police: {flag: , label: {nl: politie gebeld, en: police called}}
      severity:
        enum: {low: {nl: schrik, en: a scare}, high: {nl: letsel, en: injury}}
        label: {nl: ernst, en: severity}
        by: manager
initial: talk
states: {talk: {}}
"""
)


def test_the_form_has_lines_to_write_on_and_boxes_to_tick() -> None:
    form = str(incident_form(CHART, "nl").blocks)

    assert "'Camerabeelden (Medewerker of Chef)'" in form
    assert "'Politie gebeld'" in form
    assert all(f"'{word}'" in form for word in ("nee", "ja", "schrik", "letsel"))
    assert "'Ernst (Chef)'" in form
    assert "Outcome" not in form


def test_the_handbook_says_who_fills_what_in() -> None:
    table = str([*actions_table(CHART, "en")])

    assert "date, outcome, camera images (Agent or Manager), police called and severity (Manager)" in table
