"""What is in the package, and which questions a lesson asks."""

from __future__ import annotations

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from policy_engine.diagrams.scorm import package
from policy_engine.diagrams.scorm.lesson import Move, calls_of
from policy_engine.diagrams.scorm.package import scorm_zip
from policy_engine.errors import PrintError
from policy_engine.policy import Policy, load_policy, parse_policy
from tests.diagrams.examples import ROOT
from tests.diagrams.scorm.scenarios import scenarios_of, written

_IMS = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
_ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
PLAIN = """
policy: plain
format: 1
version: "1 & 2"
title: "Vragen & <antwoorden>"
facts: {late: {flag: false}}
roles: {agent: {}, manager: {}, customer: {}}
events:
  asks: {actor: customer}
  shouts: {actor: customer, data: {loud: {flag: false}, words: {text: ""}, times: {counter: 0..9}}}
  leaves: {actor: customer}
  signs: {actor: manager, by: [manager]}
  sighs: {actor: customer}
initial: a
states:
  a:
    say: Goedendag.
    on: {asks: b, shouts: {when: event.loud, target: c}, signs: c}
    always: {when: late, target: c}
    after: {2 min: b}
  b: {label: Tweede, on: {asks: a, leaves: end}}
  c: {say: Rustig., avoid: Stil!, on: {asks: end}}
  end: {type: final}
"""


@pytest.fixture(scope="module")
def starter() -> Policy:
    return load_policy(str(ROOT / "policies" / "starter.yaml"))


def moves(steps: str) -> tuple[Move, ...]:
    """The moves of one scenario of the plain policy."""
    policy = parse_policy(PLAIN)
    scenarios = written(policy, f"policy: plain\nscenarios: {{one: {{steps: {steps}}}}}")
    (call,) = calls_of(policy, scenarios.values(), ("",))
    return call.moves


def kinds(steps: str) -> list[str | None]:
    """The kinds of its questions."""
    return [None if move.question is None else move.question.kind for move in moves(steps)]


def test_the_manifest_names_one_lesson_with_a_score(starter: Policy) -> None:
    archive = ZipFile(BytesIO(scorm_zip(starter, list(scenarios_of(starter).values()), languages=("en",))))

    manifest = ElementTree.fromstring(archive.read("imsmanifest.xml"))

    assert archive.namelist() == ["imsmanifest.xml", "index.html"]
    assert manifest.findtext(f"{_IMS}metadata/{_IMS}schemaversion") == "1.2"
    item = manifest.find(f"{_IMS}organizations/{_IMS}organization/{_IMS}item")
    resource = manifest.find(f"{_IMS}resources/{_IMS}resource")
    assert item is not None
    assert resource is not None
    assert item.findtext(f"{_IMS}title") == "Test: starter"
    assert item.findtext(f"{_ADL}masteryscore") == "80"
    assert item.get("identifierref") == resource.get("identifier")
    assert resource.get(f"{_ADL}scormtype") == "sco"
    assert resource.get("href") == "index.html"


def test_the_same_scenarios_give_the_same_bytes(starter: Policy) -> None:
    scenarios = list(scenarios_of(starter).values())

    made = scorm_zip(starter, scenarios)

    assert made == scorm_zip(starter, scenarios)
    assert {entry.date_time for entry in ZipFile(BytesIO(made)).infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_policys_texts_are_no_markup_in_the_manifest() -> None:
    policy = parse_policy(PLAIN)
    scenarios = written(policy, "policy: plain\nscenarios: {one: {steps: [asks]}}")

    manifest = ElementTree.fromstring(
        ZipFile(BytesIO(scorm_zip(policy, list(scenarios.values())))).read("imsmanifest.xml")
    )

    assert manifest.get("version") == "1 & 2"
    assert (
        manifest.findtext(f"{_IMS}organizations/{_IMS}organization/{_IMS}title")
        == "Test: Vragen & <antwoorden>"
    )


def test_right_is_what_the_protocol_does() -> None:
    question = moves("[asks]")[0].question

    assert question is not None
    assert [option[""] for option in question.options] == ["1 a", "2 Tweede", "3 end", "4 c"]
    assert question.right == 1


def test_a_question_is_about_the_step_then_about_what_is_said() -> None:
    assert kinds("[asks, asks, {event: shouts, data: {loud: true, times: 2}}]") == ["step", "step", "say"]


def test_wrong_phrases_are_those_the_policy_says_to_avoid() -> None:
    question = moves("[asks, asks, {event: shouts, data: {loud: true, times: 2}}]")[2].question

    assert question is not None
    assert {option[""] for option in question.options} == {"Rustig.", "Stil!", "Goedendag."}
    assert question.options[question.right] == {"": "Rustig."}


def test_time_and_news_ask_only_where_they_lead_somewhere() -> None:
    assert kinds("[{wait: 1 min}, {wait: 1 min}]") == [None, "step"]
    assert kinds("[asks, {learn: {late: true}}, asks, {learn: {late: false}}]") == ["step", None, "say", None]
    assert kinds("[{learn: {late: true}}]") == ["step"]


def test_what_happens_after_the_end_is_not_asked() -> None:
    assert kinds("[asks, leaves, {event: asks, verdict: closed}]") == ["step", "step", None]


def test_the_first_role_that_may_reports() -> None:
    assert [move.by for move in moves("[signs, asks]")] == ["manager", None]


def test_scenarios_without_a_question_are_refused(starter: Policy) -> None:
    with pytest.raises(PrintError, match="nothing to ask about `starter`"):
        scorm_zip(starter, [])


def test_more_answers_than_a_platform_keeps_are_refused(
    starter: Policy, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "MOST_QUESTIONS", 2)

    with pytest.raises(PrintError, match="a lesson of 3 questions is too long"):
        scorm_zip(starter, list(scenarios_of(starter).values()))
