"""`run` between two pipes: every line is answered by one line."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.cli.player import Player
from policy_engine.cli.stream import Stream
from policy_engine.policy import load_policy
from tests.cli.conftest import DATA, Runs

LIMITED = """\
policy: limited
format: 1
version: "1"
parameters: {limit: {range: 1..100, default: 1}}
context: {count: {counter: 0..90}}
events: {more: {}}
initial: counting
states:
  counting:
    on:
      more:
        - {when: count < limit, do: [{add: {count: 1}}]}
        - else: enough
  enough: {type: final}
"""
NINE = "2026-01-05T09:00:00+00:00"


def answers(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def lines(*written: object) -> str:
    return "".join(f"{json.dumps(line)}\n" for line in written)


def test_the_opening_comes_first_and_without_any_line(run: Runs, visit: Path) -> None:
    ran = run("run", visit)

    (opening,) = answers(ran.out)
    assert (0, "start", ["listening"]) == (ran.status, opening["cause"], opening["after"])


def test_an_event_is_answered_with_its_decision_in_the_form_of_the_library(run: Runs, visit: Path) -> None:
    ran = run("run", visit, stdin=lines({"event": "complains", "data": {"grade": "grave"}, "now": NINE}))

    decision = load_policy(visit).start().send("complains", data={"grade": "grave"})
    _, answer = answers(ran.out)
    assert {**decision.to_dict(), "deadline": None} == answer


def test_time_goes_by_with_now_and_with_advance(run: Runs, visit: Path) -> None:
    ran = run(
        "run",
        visit,
        stdin=lines(
            {"event": "bell", "now": NINE},
            {"event": "bell", "now": "2026-01-05T09:09:59+00:00"},
            {"advance": "1 s"},
            {"advance": "2026-01-05T09:11:00+00:00"},
        ),
    )

    _, first, second, later, last = answers(ran.out)
    assert ["2026-01-05T09:10:00+00:00"] * 2 == [first["deadline"], second["deadline"]]
    assert "2026-01-05T09:10:00+00:00" == later["now"]
    assert ["leaving"] == later["fired"][0]["decision"]["after"]
    assert ("2026-01-05T09:10:30+00:00", True, "left") == (
        last["fired"][0]["due"],
        last["done"],
        last["outcome"],
    )


def test_a_call_recorded_in_the_past_begins_at_its_first_time(run: Runs, visit: Path) -> None:
    ran = run("run", visit, stdin=lines({"learn": {"armed": True}, "now": "2001-01-01T00:00:00Z"}))

    assert "2001-01-01T00:10:00+00:00" == answers(ran.out)[1]["deadline"]


def test_time_never_runs_back(run: Runs, visit: Path) -> None:
    ran = run(
        "run",
        visit,
        stdin=lines(
            {"event": "bell", "now": NINE},
            {"event": "thanks", "now": "2026-01-05T08:00:00+00:00"},
            {"advance": "2020-01-01T00:00:00Z"},
        ),
    )

    assert "2026-01-05T09:00:30+00:00" == answers(ran.out)[2]["deadline"]
    assert NINE == answers(ran.out)[3]["now"]


def test_a_line_without_a_time_happens_at_the_last_one_told(run: Runs, visit: Path) -> None:
    ran = run("run", visit, stdin=lines({"event": "bell", "now": NINE}, {"event": "thanks"}))

    assert "2026-01-05T09:00:30+00:00" == answers(ran.out)[2]["deadline"]


def test_a_bad_line_is_answered_with_an_error_and_the_call_goes_on(run: Runs, visit: Path) -> None:
    ran = run(
        "run",
        visit,
        stdin=b"nonsense\n"
        + lines(
            {"event": "complain"},
            {"event": "thanks", "by": "gard"},
            {"event": "complains", "data": {"grade": "huge"}},
            {"learn": {"armd": True}},
            {"advance": "200 years", "now": "8900-01-01T00:00:00Z"},
            {"advance": "9500-01-01T00:00:00Z"},
            {"event": "thanks"},
        ).encode(),
    )

    found = answers(ran.out)
    assert 1 == ran.status
    assert [
        (1, "line-not-json"),
        (2, "event-not-declared"),
        (3, "role-not-declared"),
        (4, "wrong-value"),
        (5, "unknown-name"),
        (6, "time-too-late"),
        (7, "time-too-late"),
    ] == [(answer["error"]["line"], answer["error"]["code"]) for answer in found[1:-1]]
    assert "did you mean `complains`?" == found[2]["error"]["help"]
    assert ["leaving"] == found[-1]["after"]


def test_an_errors_words_are_in_the_language_of_the_call(run: Runs, visit: Path) -> None:
    ran = run("run", visit, "--lang", "nl", stdin=lines({"event": "complain"}))

    assert {
        "error": {
            "line": 1,
            "code": "event-not-declared",
            "message": "het protocol kent geen gebeurtenis `complain`",
            "help": "bedoelt u `complains`?",
        }
    } == answers(ran.out)[1]


def test_parameters_and_facts_are_set_by_the_call(run: Runs, visit: Path) -> None:
    mild = {"event": "complains", "data": {"grade": "mild"}}

    ran = run(
        "run", visit, "-p", "patience=2", "-f", "armed=true", stdin=lines(mild, mild, {"event": "bell"})
    )

    assert ["applied", "applied", "applied", "forbidden"] == [
        answer["verdict"] for answer in answers(ran.out)
    ]


@pytest.mark.parametrize("option", [("-p", "patience=3"), ("-f", "arms=true"), ("--lang", "fr")])
def test_a_setting_that_does_not_fit_is_a_wrong_call(run: Runs, visit: Path, option: tuple[str, str]) -> None:
    ran = run("run", visit, *option)

    assert (2, "") == (ran.status, ran.out)
    assert ran.err.startswith("policy-engine: ")


def test_remembered_event_ids_make_a_repeated_event_a_duplicate(run: Runs, visit: Path) -> None:
    event = {"event": "bell", "event_id": "1"}

    ran = run("run", visit, "--remember", "1", stdin=lines(event, event))

    assert ["applied", "applied", "duplicate"] == [answer["verdict"] for answer in answers(ran.out)]


def test_guidance_comes_with_every_line_where_it_is_asked_for(run: Runs, visit: Path) -> None:
    ran = run("run", visit, "--guidance", "--lang", "nl", stdin=lines({"learn": {"name": "Jansen"}}))

    assert {
        "state": "listening",
        "label": "Luisteren",
        "role": None,
        "say": ["Jansen, vertelt u het maar."],
        "avoid": ["Wat nu weer?", "Volgende!"],
        "how": [],
    } == answers(ran.out)[1]["guidance"][1]


def test_what_was_said_means_nothing_to_the_policy(run: Runs, visit: Path) -> None:
    with_words = run("run", visit, stdin=lines({"event": "thanks", "line": "Thank you", "now": NINE}))
    without = run("run", visit, stdin=lines({"event": "thanks", "now": NINE}))

    assert answers(with_words.out)[1:] == answers(without.out)[1:]


def test_a_policy_with_mistakes_does_not_run(run: Runs, visit: Path) -> None:
    visit.write_text(visit.read_text().replace("initial: desk", "initial: desc"))

    ran = run("run", visit)

    assert (1, "") == (ran.status, ran.out)
    assert "visit.yaml:41:10: error[undeclared-state]" in ran.err


def test_a_policy_with_warnings_runs(run: Runs, visit: Path) -> None:
    visit.write_text(
        visit.read_text().replace(
            "thanks: leaving\n",
            "thanks: [{when: armed and queue > 0, target: leaving}, {when: not armed, target: waiting}]\n",
        )
    )

    assert (0, "") == (run("run", visit).status, run("run", visit).err)


def test_a_parameter_for_which_the_policy_has_a_fault_is_told(run: Runs) -> None:
    Path("limited.yaml").write_text(LIMITED)

    fine, ran = run("run", "limited.yaml", "-p", "limit=90"), run("run", "limited.yaml", "-p", "limit=95")

    assert (0, 1, "") == (fine.status, ran.status, ran.out)
    assert "limited.yaml:12:" in ran.err
    assert "error[" in ran.err


NAMES = st.sampled_from(("bell", "complains", "thanks", "escorted", "nothing", "grade", "armed", "name", "é"))
VALUES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=4), NAMES)
OBJECTS = st.dictionaries(NAMES, VALUES, max_size=2)
TIMES = st.one_of(
    st.datetimes().map(lambda moment: moment.replace(tzinfo=UTC).isoformat()),
    st.sampled_from(("9 min", "30 s", "200 years", "1 working_days", "0001-01-01T00:00:00+23:59")),
)
LINES = st.one_of(
    st.binary(max_size=12).filter(lambda raw: b"\n" not in raw),
    st.fixed_dictionaries(
        {},
        optional={
            "event": NAMES,
            "learn": OBJECTS,
            "advance": TIMES,
            "now": TIMES,
            "data": OBJECTS,
            "facts": OBJECTS,
            "by": st.one_of(NAMES, st.lists(NAMES, max_size=2)),
            "event_id": NAMES,
            "fill": NAMES,
            "fields": OBJECTS,
            "record": VALUES,
        },
    ).map(lambda line: json.dumps(line).encode()),
)
VISIT = load_policy(DATA / "visit.yaml")


@pytest.mark.no_cover
@given(st.lists(LINES, max_size=6))
def test_whatever_comes_in_every_line_is_answered_by_one_line_of_json(written: list[bytes]) -> None:
    answered: list[str] = []
    player = Player(VISIT, {}, lambda: datetime(2026, 1, 5, tzinfo=UTC), remember=1)

    Stream(player, answered.append, texts="en", words="nl", guidance=True).play(BytesIO(b"\n".join(written)))

    assert 1 + sum(bool(line.strip()) for line in written) == len(answered)
    assert {dict} == {type(json.loads(answer)) for answer in answered}


def test_what_must_be_done_is_in_every_answer_of_a_policy_that_has_such(run: Runs, tmp_path: Path) -> None:
    path = tmp_path / "due.yaml"
    must = "{event: answered, within: 2 h, label: {nl: antwoord, en: answer}}"
    path.write_text(
        "policy: due\nformat: 1\nversion: '1'\nlanguages: [nl, en]\nevents: {answered: {}, asks: {}}\n"
        f"initial: talk\nstates: {{talk: {{must: {must}}}}}\n"
    )

    ran = run("run", path, "--lang", "en", stdin=lines({"event": "asks", "now": NINE}, {"event": "answered"}))

    _, asked, answered = answers(ran.out)
    assert asked["obligations"] == [
        {
            "id": "answered",
            "events": ["answered"],
            "actions": [],
            "field": None,
            "record": None,
            "by": [],
            "label": "answer",
            "due": "2026-01-05T11:00:00+00:00",
            "overdue": False,
        }
    ]
    assert answered["obligations"] == []


def test_an_event_is_taken_back_where_a_journal_is_kept(run: Runs, visit: Path) -> None:
    told = lines(
        {"event": "complains", "data": {"grade": "grave"}, "now": NINE, "event_id": "a"},
        {"event": "bell", "at": "2026-01-05T09:00:01+00:00", "now": "2026-01-05T09:00:02+00:00"},
        {"event": "bell", "at": "2026-01-05T09:00:03+00:00"},
        {"event": "bell", "event_id": ""},
        {"retract": "b", "why": "never said"},
        {"retract": "a", "why": "misheard"},
        {"retract": "a", "why": "misheard"},
    )
    ran = run("run", visit, "--journal", stdin=told)
    _, complained, _, late, nameless, unknown, answer, again = answers(ran.out)
    _, *without = answers(run("run", visit, stdin=told).out)

    assert ["line-at-too-late", "wrong-id", "not-in-journal", "retracted-before"] == [
        one["error"]["code"] for one in (late, nameless, unknown, again)
    ]
    assert ("a", "misheard", ["listening"]) == (answer["retracted"], answer["why"], answer["after"])
    assert complained["actions"] == answer["asked_in_vain"]
    assert (["note_visit"], False) == ([one["name"] for one in answer["missed"]], answer["done"])
    assert "no-journal" == without[-1]["error"]["code"]


REPORTS = """
policy: reports
format: 1
version: "1"
roles: {agent: {}, manager: {}}
events: {threat: {}}
actions: {report: {record: {place: {text: , by: agent}, seen: {flag: , by: manager}}}}
initial: talk
states: {talk: {on: {threat: {do: [report]}}, after: {2 h: over}}, over: {type: final}}
"""


def test_a_record_is_filled_in_by_a_line_and_time_goes_by_up_to_the_time_that_is_told(
    run: Runs, tmp_path: Path
) -> None:
    path = tmp_path / "reports.yaml"
    path.write_text(REPORTS)

    ran = run(
        "run",
        path,
        stdin=lines(
            {"event": "threat", "now": NINE},
            {"fill": "report", "fields": {"seen": True}, "by": "agent"},
            {"fill": "report", "fields": {"place": "desk 3"}, "by": ["agent", "p1"], "record": 1},
            {"advance": True, "now": "2026-01-05T12:00:00+00:00"},
        ),
    )

    _, _, refused, filled, later = answers(ran.out)
    assert refused["error"]["code"] == "field-of-others"
    assert [filled[key] for key in ("filled", "record", "fields", "missing")] == [
        "report",
        1,
        {"place": "desk 3", "seen": None},
        ["seen"],
    ]
    assert [one["id"] for one in filled["obligations"]] == ["report.seen"]
    assert (later["now"], later["done"]) == ("2026-01-05T12:00:00+00:00", True)


def test_a_recorded_call_tells_what_was_filled_in(run: Runs, tmp_path: Path) -> None:
    (tmp_path / "reports.yaml").write_text(REPORTS)
    (tmp_path / "call.jsonl").write_text(
        lines({"event": "threat", "now": NINE}, {"fill": "report", "fields": {"place": "desk 3"}})
    )

    ran = run("run", tmp_path / "reports.yaml", "--call", tmp_path / "call.jsonl", "--lang", "en")

    assert ran.status == 0
    assert "written down in report: place" in ran.out
