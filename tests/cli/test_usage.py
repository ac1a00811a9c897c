"""A call that can't be read is answered with one sentence, in both languages."""

from __future__ import annotations

import pytest
from typer.core import TyperGroup
from typer.exceptions import TyperException
from typer.main import get_command

from policy_engine.cli.app import app
from policy_engine.cli.usage import tell_usage
from tests.cli.conftest import Runs

CALLS = {
    "chek": (
        "there is no command `chek`; did you mean `check`?",
        "er is geen opdracht `chek`; bedoelt u `check`?",
    ),
    "check": (
        "`POLICY` is missing: Files of policies or scenarios, folders of them, or ids of ready policies",
        "`POLICY` ontbreekt: Bestanden met protocollen of scenario's, mappen daarvan, of namen van "
        "kant-en-klare protocollen",
    ),
    "check --strct x": (
        "there is no option `--strct` here; did you mean `--strict`?",
        "hier is geen optie `--strct`; bedoelt u `--strict`?",
    ),
    "check -lang nl x": (
        "there is no option `-l` here; did you mean `--lang`?",
        "hier is geen optie `-l`; bedoelt u `--lang`?",
    ),
    "--fail-under 9 x": (
        "the option `--fail-under` belongs to a command; write it behind the command, as in "
        "`policy-engine test --fail-under`",
        "de optie `--fail-under` hoort bij een opdracht; schrijf haar achter de opdracht, zoals in "
        "`policy-engine test --fail-under`",
    ),
    "--strct": ("there is no option `--strct` here", "hier is geen optie `--strct`"),
    "check x --format jason": (
        "`jason` is no value of `--format`; did you mean `json`? choose from `text`, `json`, `sarif`, "
        "`github`, `junit`",
        "`jason` is geen waarde van `--format`; bedoelt u `json`? kies uit `text`, `json`, `sarif`, "
        "`github`, `junit`",
    ),
    "check x --format": (
        "the option `--format` needs a value behind it",
        "achter de optie `--format` hoort een waarde",
    ),
    "check --strict=yes x": (
        "the option `--strict` takes no value; leave out what stands behind the `=`",
        "achter de optie `--strict` hoort geen waarde; laat weg wat er achter de `=` staat",
    ),
    "demo my call": (
        "this is too much: `my call`; put a name with a space in it between quotes",
        "dit is te veel: `my call`; zet een naam met een spatie erin tussen aanhalingstekens",
    ),
    "new --warnings many": (
        "what stands behind `--warnings` is no whole number; write digits only",
        "wat er achter `--warnings` staat is geen geheel getal; schrijf alleen cijfers",
    ),
    "new --warnings 0": (
        "the number behind `--warnings` is too small; it is 1 at the least",
        "het getal achter `--warnings` is te klein; het is op zijn minst 1",
    ),
    "new --warnings 6": (
        "the number behind `--warnings` is too large; it is 5 at the most",
        "het getal achter `--warnings` is te groot; het is hoogstens 5",
    ),
}


@pytest.mark.parametrize("call", CALLS)
def test_what_is_wrong_is_said_in_one_sentence(run: Runs, call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run(*call.split())
    monkeypatch.setenv("LANG", "nl_NL.UTF-8")
    dutch = run(*call.split())

    assert [(2, ""), (2, "")] == [(ran.status, ran.out) for ran in (english, dutch)]
    assert CALLS[call] == tuple(
        ran.err.splitlines()[0].removeprefix("policy-engine: ") for ran in (english, dutch)
    )


def test_the_command_is_shown_and_where_it_is_explained(run: Runs) -> None:
    assert (
        "policy-engine: er is geen opdracht `chek`; bedoelt u `check`?\n"
        "Gebruik: policy-engine [OPTIES] OPDRACHT [...]\n"
        "`policy-engine --help` legt het uit, met voorbeelden\n"
    ) == run("chek", "--lang", "nl").err
    assert (
        "Usage: policy-engine check [OPTIONS] {POLICY}...\n"
        "`policy-engine check --help` explains it, with examples\n"
    ) == run("check", "--lang=en").err.partition("\n")[2]


def test_a_sentence_of_the_parser_that_is_not_known_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    group = get_command(app)
    assert isinstance(group, TyperGroup)

    assert 1 == tell_usage(TyperException("Odd."), group, ["demo"], "nl")
    assert (
        "policy-engine: de aanroep klopt niet: Odd.\n"
        "`policy-engine demo --help` legt het uit, met voorbeelden\n"
    ) == capsys.readouterr().err
