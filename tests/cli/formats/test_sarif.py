"""SARIF: valid against the published schema whatever the files hold, with the places that viewers show."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft4Validator, FormatChecker

from policy_engine.diagnostics.catalogue import abouts, messages, outline
from tests.cli.conftest import Runs

SCHEMA = Path(__file__).parents[2] / "data" / "sarif" / "sarif-schema-2.1.0.json"
VALIDATOR = Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=FormatChecker())


def read(out: str) -> dict[str, Any]:
    """The only run of a log that is valid."""
    log = json.loads(out)
    assert [] == [error.message for error in VALIDATOR.iter_errors(log)]
    (found,) = log["runs"]
    assert isinstance(found, dict)
    return found


def results(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {result["ruleId"]: result for result in found["results"]}


def region(result: dict[str, Any]) -> dict[str, int]:
    place = result["locations"][0]["physicalLocation"]["region"]
    assert isinstance(place, dict)
    return place


def test_columns_are_utf_16_code_units(run: Runs, files: tuple[str, ...]) -> None:
    found = read(run("check", *files, "--format", "sarif").out)

    line = Path("desk.yaml").read_text(encoding="utf-8").splitlines()[6]
    begin = len(line[: line.index("insult:")].encode("utf-16-le")) // 2 + 1
    assert "utf16CodeUnits" == found["columnKind"]
    assert {"startLine": 7, "startColumn": begin, "endLine": 7, "endColumn": begin + 6} == region(
        results(found)["undeclared-event"]
    )


def test_a_course_is_a_code_flow(run: Runs, files: tuple[str, ...]) -> None:
    found = results(read(run("check", *files, "--format", "sarif").out))

    steps = found["never-enter"]["codeFlows"][0]["threadFlows"][0]["locations"]
    assert ["the start → `listen`", "`insults` → `warn`", "`leaves` → `closed`"] == [
        step["location"]["message"]["text"] for step in steps
    ]
    assert "codeFlows" not in found["undeclared-event"]


def test_another_line_that_a_finding_speaks_of_is_related(run: Runs, files: tuple[str, ...]) -> None:
    found = results(read(run("check", *files, "--format", "sarif", "--lang", "nl").out))

    (related,) = found["duplicate-key"]["relatedLocations"]
    assert 1 == related["physicalLocation"]["region"]["startLine"]
    assert "het gaat ook om deze regel" == related["message"]["text"]


def test_a_rule_says_in_both_languages_what_to_do(run: Runs, files: tuple[str, ...]) -> None:
    rules = read(run("check", *files, "--format", "sarif").out)["tool"]["driver"]["rules"]

    rule = next(rule for rule in rules if rule["id"] == "undeclared-event")
    assert "the event `…` is not declared" == rule["shortDescription"]["text"]
    assert "de gebeurtenis `…` is niet" in rule["help"]["text"]
    assert "add it under `events:`" in rule["help"]["text"]


def test_a_rule_of_lint_says_what_it_does_to_people(run: Runs) -> None:
    text = 'policy: u\nformat: 1\nversion: "1"\nevents: {bell: {}}\ninitial: s\nstates: {s: {type: final}}\n'
    Path("u.yaml").write_text(text, encoding="utf-8")
    rules = read(run("check", "u.yaml", "--format", "sarif").out)["tool"]["driver"]["rules"]

    told = {rule["id"]: rule for rule in rules}
    code = next(code for code in told if code in abouts())
    assert abouts()[code].why_en == told[code]["fullDescription"]["text"]
    assert abouts()[code].why_nl in told[code]["help"]["markdown"]


def test_a_finding_keeps_its_fingerprint_when_lines_come_above_it(run: Runs, files: tuple[str, ...]) -> None:
    before = results(read(run("check", *files, "--format", "sarif").out))
    path = Path("desk.yaml")
    path.write_text("# a remark\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    after = results(read(run("check", *files, "--format", "sarif").out))

    assert region(before["undeclared-event"]) != region(after["undeclared-event"])
    assert (
        before["undeclared-event"]["partialFingerprints"] == after["undeclared-event"]["partialFingerprints"]
    )


def test_the_same_finding_on_two_lines_alike_has_two_fingerprints(run: Runs) -> None:
    Path("twins.yaml").write_text(
        'policy: twins\nformat: 1\nversion: "1"\ninitial: closed\nstates:\n  closed: {type: final}\n'
        "  one:\n    on: {bell: closed}\n  two:\n    on: {bell: closed}\n",
        encoding="utf-8",
    )
    found = read(run("check", "twins.yaml", "--format", "sarif").out)["results"]

    prints = [
        item["partialFingerprints"]["primaryLocationLineHash"]
        for item in found
        if item["ruleId"] == "undeclared-event"
    ]
    assert [":1", ":2"] == [print_[-2:] for print_ in prints]
    assert 1 == len({print_[:-2] for print_ in prints})


def test_hostile_names_and_texts_stay_data(run: Runs, hostile: str) -> None:
    found = read(run("check", hostile, "--format", "sarif").out)

    (artifact,) = found["artifacts"]
    uri = "a%25b%2Cc%3Ad%5D%5D%3E%0A%3A%3Aerror%3A%3A%C3%A9%F0%9F%98%80%E2%80%AE.yaml"
    assert uri == artifact["location"]["uri"]
    said = [result["message"]["text"] for result in found["results"]]
    assert not any("](" in text or "\u202e" in text or "\u0007" in text for text in said)


def test_a_file_that_cannot_be_read_is_a_notification(run: Runs, files: tuple[str, ...]) -> None:
    ran = run("check", "gone.yaml", *files, "--format", "sarif")

    (invocation,) = read(ran.out)["invocations"]
    assert (2, False) == (ran.status, invocation["executionSuccessful"])
    (told,) = invocation["toolExecutionNotifications"]
    assert "file-not-found" == told["descriptor"]["id"]


def test_a_file_elsewhere_has_an_absolute_uri(run: Runs, files: tuple[str, ...], tmp_path: Path) -> None:
    found = read(run("check", tmp_path / files[0], "--format", "sarif").out)

    assert [{"uri": (tmp_path / files[0]).as_uri()}] == [item["location"] for item in found["artifacts"]]


def test_every_message_has_an_outline_in_both_languages() -> None:
    outlines = [outline(code, language)[0] for code in messages() for language in ("en", "nl")]

    assert 2 * len(messages()) == len([text for text in outlines if text.strip()])


def test_what_has_one_right_answer_comes_with_it(run: Runs) -> None:
    text = "policy: f\nformat: 1\nversion: 1.0\ninitial: s\nstates: {s: {type: final}}\n"
    Path("f.yaml").write_text(text, encoding="utf-8")

    found = results(read(run("check", "f.yaml", "--format", "sarif").out))

    (fix,) = found["unquoted-version"]["fixes"]
    (change,) = fix["artifactChanges"]
    place = {"startLine": 3, "startColumn": 10, "endLine": 3, "endColumn": 13}
    assert [{"deletedRegion": place, "insertedContent": {"text": '"1.0"'}}] == change["replacements"]
