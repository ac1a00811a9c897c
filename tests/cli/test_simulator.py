"""The simulator: where the call stands, what may happen, and what is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy_engine.policy import parse_policy
from tests.cli.simulating import simulate

OPENING = """\
Visit at the desk  visit 1.2
Type a number or a name; `help` shows what else. Time stands still until you `wait`.

● At the desk
    How      Stay behind the glass.
● Listening
    Say      Visitor, please tell me.
    Avoid    What now?
             Next!
"""


MENU = """
What may happen
   1  complains
   2  says thank you (thanks)
   4  bell
Not allowed now
   ×  is sent away (sent_away): Hear the visitor out.
Running
   …  Listening, 10 min: 10 min left
> """


def test_the_opening_shows_what_is_told_what_may_happen_and_what_runs() -> None:
    assert [OPENING + MENU, ""] == simulate()


def test_everything_is_shown_in_dutch_too() -> None:
    shown = simulate(language="nl")[0]

    assert "Typ een nummer of een naam" in shown
    assert (
        """
Wat er kan gebeuren
   1  klaagt (complains)
   2  bedankt (thanks)
   4  bell
Mag nu niet
   ×  wordt weggestuurd (sent_away): Laat de bezoeker uitpraten.
Loopt
   …  Luisteren, 10 min: nog 10 min
> """
        in shown
    )


@pytest.mark.parametrize("typed", ["2", "thanks", "  thanks  "])
def test_a_number_or_a_name_sends_the_event(typed: str) -> None:
    assert "\n    Action   note_visit\n● Leaving\n" in simulate(typed)[1]


def test_an_event_for_another_role_is_offered_as_that_role() -> None:
    shown = simulate("complains grade=grave", "5")

    assert "   5  is walked out (escorted), as Guard\n" in shown[1]
    assert "● Left\n" in shown[2]


def test_an_event_keeps_its_number_however_the_call_goes() -> None:
    shown = simulate("learn armed=true", "4", "3")

    assert ("   4  bell\n" in shown[0], "   4  bell\n" in shown[1]) == (True, False)
    assert "    not allowed\n    Because  No noise now.\n" in shown[2]
    assert "    not allowed\n    Because  Hear the visitor out.\n" in shown[3]


def test_a_name_alone_is_reported_by_the_role_that_may() -> None:
    assert "● Left\n" in simulate("complains grade=grave", "escorted")[2]


def test_a_role_may_be_named() -> None:
    assert "    refused\n" in simulate("complains grade=grave", "escorted by=clerk")[2]
    assert "no role `gard`; did you mean `guard`?" in simulate("thanks by=gard")[1]


def test_data_are_typed_behind_the_event() -> None:
    assert "● Listening" in simulate('1 grade=mild note="as agreed, later"')[1]


def test_data_that_an_event_needs_are_asked_for() -> None:
    shown = simulate("complains", "huge", "grave")

    assert ["\nhow grave (mild, grave): ", "how grave (mild, grave): "] == shown[1:3]
    assert "● Waiting for the guard" in shown[3]


@pytest.mark.parametrize("answers", [("",), ()])
def test_whoever_gives_no_data_sends_nothing(answers: tuple[str, ...]) -> None:
    shown = simulate("complains", *answers)

    assert shown[2].endswith(MENU)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("thank", "the policy declares no event `thank`; did you mean `thanks`?"),
        ("9", "there is no number 9"),
        ("0", "there is no number 0"),
        ("complains grade=huge", "`huge` is no value of `grade`; it takes: mild, grave"),
        ("complains grad=mild", "the policy declares no `grad` here; did you mean `grade`?"),
        ("thanks now", "`now` is no setting; write it as `name=value`"),
        ("wait", "say how long to wait; write for example `wait 5 min`"),
        ("learn", "say what is learned; write `learn name=value`, with one of `name`, `armed`, `queue`"),
        ("learn armed=true armed=false", "`armed` is set twice; leave one of them out"),
        ("wait a while", "`a while` is no duration; write for example `wait 5 min`"),
        (
            "wait 3 month",
            "`3 month` is no duration; did you mean `3 months`? write for example `wait 5 min`",
        ),
        ("learn armed=perhaps", "`perhaps` is no value of `armed`; it takes: true, false"),
        ("undo", "there is nothing to take back"),
    ],
)
def test_what_means_nothing_is_answered_and_changes_nothing(typed: str, answer: str) -> None:
    shown = simulate(typed)[1]

    assert answer in " ".join(shown.split())
    assert shown.endswith(MENU)


def test_waiting_beyond_the_calendar_is_refused() -> None:
    assert "the time would pass the year 9000" in simulate(*["wait 200 years"] * 40)[40]


def test_nothing_typed_shows_the_menu_again() -> None:
    assert f"\n{MENU}" == simulate("")[1]


def test_waiting_lets_timers_fire() -> None:
    shown = simulate("wait 9 min", "wait 70 s", "wait 20 s")

    assert "   …  Listening, 10 min: 1 min left\n" in shown[1]
    assert "● Leaving\n" in shown[2]
    assert "   …  Leaving, 30 s: 20 s left\n" in shown[2]
    assert "The session is over: Left\n" in shown[3]


def test_new_facts_change_what_is_said_and_what_is_forbidden() -> None:
    shown = simulate('learn name="Mr Jansen" armed=true')[1]

    assert "    Say      Mr Jansen, please tell me.\n" in shown
    assert "   ×  bell: No noise now.\n" in shown


@pytest.mark.parametrize(
    ("language", "learned", "waited"),
    [
        ("en", "    new facts: people waiting = 3.5\n", "    it is now 2026-01-05 09:02:00\n"),
        ("nl", "    nieuwe feiten: aantal wachtenden = 3.5\n", "    het is nu 2026-01-05 09:02:00\n"),
    ],
)
def test_what_changes_nothing_to_be_seen_is_acknowledged(language: str, learned: str, waited: str) -> None:
    shown = simulate("learn queue=3.5", "wait 2 min", language=language)

    assert learned in shown[1]
    assert waited in shown[2]


def test_what_is_learned_after_the_end_is_not_acknowledged() -> None:
    shown = simulate("thanks", "wait 30 s", "learn queue=3", "facts")

    assert "    the session is already over\n" in shown[3]
    assert "(queue) = 0\n" in shown[4]


def test_asking_for_the_form_is_no_step_to_take_back() -> None:
    assert "nothing to take back" in simulate("learn", "wait", "undo")[3]


LABELLED = parse_policy(
    "policy: p\nformat: 1\nversion: '1'\nlanguages: [en, nl]\n"
    "facts: {risk: {enum: {no: {en: none, nl: geen}, yes: {en: much, nl: veel}}, default: no}}\n"
    "events: {go: {label: {en: go, nl: ga}, "
    "data: {how: {enum: {a: {en: slow, nl: traag}, b: {en: b, nl: b}}}}}}\n"
    "initial: x\nstates: {x: {on: {go: {when: risk == 'yes' and event.how == 'a', target: y}}},"
    " y: {type: final}}\n"
)


@pytest.mark.parametrize("typed", ["learn risk=yes", "learn risk=veel", "learn risk=Much"])
def test_a_member_is_named_by_its_id_or_its_label(typed: str) -> None:
    shown = simulate(typed, "facts", "go", "Traag", policy=LABELLED)

    assert "    new facts: risk = much (yes)\n" in shown[1]
    assert "    risk = much (yes)\n" in shown[2]
    assert "The session is over" in shown[4]


def test_a_policy_without_facts_says_so() -> None:
    policy = parse_policy("policy: p\nformat: 1\nversion: '1'\ninitial: a\nstates: {a: {}}\n")

    assert "say what is learned; the policy declares no facts" in simulate("learn", policy=policy)[1]


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_help_fits_a_terminal_of_80_columns(language: str) -> None:
    assert 80 >= max(map(len, simulate("help", language=language)[1].splitlines()))


def test_a_forbidden_event_is_answered_with_its_reason() -> None:
    assert "    not allowed\n    Because  Hear the visitor out.\n" in simulate("sent_away")[1]


def test_undo_takes_back_step_by_step() -> None:
    shown = simulate("wait 1 min", "thanks", "undo", "undo", "undo")

    assert shown[3].endswith(MENU.replace("10 min left", "9 min left"))
    assert shown[4].endswith(MENU)
    assert "nothing to take back" in shown[5]


def test_undo_works_after_the_end_too() -> None:
    shown = simulate("thanks", "wait 30 s", "undo")

    assert shown[2].endswith("\nThe session is over: Left\n> ")
    assert "● Leaving\n" in shown[3]


def test_facts_shows_what_is_known_and_remembered() -> None:
    shown = simulate("learn armed=true", "facts")[2]

    assert (
        "    patience = 1\n    visitor's name (name) =\n    armed = true\n"
        "    people waiting (queue) = 0\n    complaints = 0\n"
    ) in shown


@pytest.mark.parametrize("typed", ["help", "?"])
def test_help_shows_what_can_be_typed(typed: str) -> None:
    assert "  wait 2 min           lets time go by\n" in simulate(typed)[1]


@pytest.mark.parametrize("typed", ["quit", "exit", "q"])
def test_quit_ends(typed: str) -> None:
    assert 2 == len(simulate(typed, "thanks"))


def test_what_was_sent_for_later_is_shown_as_running() -> None:
    policy = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {ring: {label: rings}, go: {}}\ninitial: a\n"
        "states:\n  a: {on: {go: {do: [{send: {event: ring, delay: 1 days}}]}}}\n"
    )

    assert "   …  rings (ring): 1 days left\n" in simulate("go", policy=policy)[1]


def test_a_policy_without_labels_shows_its_ids() -> None:
    policy = parse_policy(
        "policy: p\nformat: 1\nversion: '1'\nevents: {go: {}}\ninitial: a\n"
        "states: {a: {on: {go: b}}, b: {type: final}}\n"
    )

    shown = simulate("go", policy=policy)

    assert shown[0].startswith("p 1\n")
    assert "● a\n" in shown[0]
    assert "The session is over: b\n" in shown[1]


WORDS = ("1", "2", "complains", "escorted", "wait", "learn", "undo", "facts", "help", "=")


REST = ("grade=grave", "by=guard", "by=", "9 min", "1 years", "armed=true", 'name="')


TYPED = st.one_of(st.text(max_size=12), st.lists(st.sampled_from(WORDS + REST), max_size=3).map(" ".join))


@pytest.mark.no_cover
@given(st.lists(TYPED, max_size=6))
def test_whatever_is_typed_is_answered(typed: list[str]) -> None:
    assert simulate(*typed)[0] == OPENING + MENU
