"""JUnit's XML: what is written comes back, whatever it is made of."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from policy_engine.cli.formats.cases import suites_of
from policy_engine.cli.formats.junit import Case, Problem, Suite, junit_text
from tests.cli.conftest import Runs
from tests.cli.formats.conftest import Finds

TEXTS = st.text(st.characters(blacklist_categories=[]), max_size=20)

HELD = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


SCHEMA = etree.XMLSchema(file=str(Path(__file__).with_name("junit.xsd")))


def held(text: str) -> str:
    """What an XML document makes of a text."""
    return "".join(one if HELD.match(one) else "\ufffd" for one in text)


def ends(text: str) -> str:
    """A text with the ends of its lines as XML reads them."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def suites(out: str) -> list[Element]:
    """The suites of a document, which is as the usual schemas have it."""
    SCHEMA.assertValid(etree.fromstring(out.encode()))
    return list(fromstring(out.encode()).iter("testsuite"))


def test_there_is_a_suite_a_file_and_a_case_a_code(finds: Finds) -> None:
    found = suites(junit_text(suites_of(finds())))

    assert ["desk.yaml", "proof.yaml", "fine.yaml", "policy-engine"] == [suite.get("name") for suite in found]
    assert [
        ["undeclared-event", "duplicate-key"],
        ["never-enter", "text-lost-as-comment"],
        ["check"],
        ["file-not-found"],
    ] == [[case.get("name") for case in suite] for suite in found]
    assert [("2", "2", "0"), ("2", "1", "0"), ("1", "0", "0"), ("1", "0", "1")] == [
        (suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in found
    ]


@pytest.mark.usefixtures("files")
def test_a_failure_shows_the_line_and_the_course(run: Runs) -> None:
    failure = suites(run("check", "proof.yaml", "--format", "junit").out)[0][0][0]

    assert "the property `never_closed` does not hold: `closed` can be entered" == failure.get("message")
    assert "3. `leaves` → `closed`" in (failure.text or "")


def test_a_warning_fails_only_where_it_counts(finds: Finds) -> None:
    mild = suites(junit_text(suites_of(finds())))[1][1]
    strict = suites(junit_text(suites_of(finds(strict=True))))[1][1]

    assert (["system-out"], ["failure"]) == ([part.tag for part in mild], [part.tag for part in strict])


def test_a_file_that_cannot_be_read_is_an_error(run: Runs) -> None:
    ran = run("check", "gone.yaml", "--format", "junit")

    (suite,) = suites(ran.out)
    assert (2, "1") == (ran.status, suite.get("errors"))


def test_hostile_names_and_texts_stay_data(run: Runs, hostile: str) -> None:
    (suite,) = suites(run("check", hostile, "--format", "junit").out)

    assert hostile == suite.get("name")


@settings(max_examples=60, deadline=None)
@given(name=TEXTS, message=TEXTS, text=TEXTS, output=TEXTS)
def test_any_text_makes_a_document_that_can_be_read(name: str, message: str, text: str, output: str) -> None:
    case = Case(name, "c", Problem("failure", "t", message, text), output)

    (suite,) = suites(junit_text([Suite(name, [case])]))

    failure = suite[0][0]
    assert (held(name), held(message)) == (suite.get("name"), failure.get("message"))
    assert ends(held(text)) == ends(failure.text or "")
