"""JUnit's XML, as Jenkins, GitLab and most other servers read it: suites, cases, and what was wrong in them.

There is no standard; this is the common part of what Ant writes and what those servers read. Some of them
refuse a report for an attribute that they do not know, so the lines stand in the texts. No times are written,
so that the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple
from xml.etree.ElementTree import Element, SubElement, indent, tostring

# What may not stand in XML 1.0, not even escaped: https://www.w3.org/TR/xml/#charsets
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Problem(NamedTuple):
    """Why a case is not fine: a `failure` of what is tested, or an `error` that kept it from being tested."""

    kind: Literal["failure", "error"]
    type: str
    message: str
    text: str


class Case(NamedTuple):
    """One thing that was tested; `output` is said besides."""

    name: str
    classname: str
    problem: Problem | None = None
    output: str = ""


class Suite(NamedTuple):
    """What was tested of one thing, which mostly stands in a `file`."""

    name: str
    cases: Sequence[Case]
    file: str = ""


def junit_text(suites: Sequence[Suite]) -> str:
    """The suites as an XML document. Characters that XML can't hold become `�`."""
    root = Element("testsuites", {"name": "policy-engine", **_counts(suites)})
    for suite in suites:
        place = {"file": _legal(suite.file)} if suite.file else {}
        element = SubElement(root, "testsuite", {"name": _legal(suite.name), **place, **_counts([suite])})
        for case in suite.cases:
            _add(element, case)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _counts(suites: Sequence[Suite]) -> dict[str, str]:
    cases = [case for suite in suites for case in suite.cases]
    kinds = [case.problem.kind for case in cases if case.problem is not None]
    return {
        "tests": str(len(cases)),
        "failures": str(kinds.count("failure")),
        "errors": str(kinds.count("error")),
    }


def _add(suite: Element, case: Case) -> None:
    where = {"name": case.name, "classname": case.classname}
    element = SubElement(suite, "testcase", {name: _legal(value) for name, value in where.items()})
    if case.problem is not None:
        kind, type_, message, text = case.problem
        told = SubElement(element, kind, {"type": _legal(type_), "message": _legal(message)})
        told.text = _legal(text)
    if case.output:
        SubElement(element, "system-out").text = _legal(case.output)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\N{REPLACEMENT CHARACTER}", text)
