"""The script of a play, written from a scenario."""

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagrams.roleplay.writer import caller_of, script_of
from policy_engine.policy import parse_policy
from policy_engine.scenarios.load import load_scenarios
from policy_engine.scenarios.run import run_scenario
from tests.diagrams.examples import chart_of
from tests.diagrams.plays import play_of
from tests.diagrams.roleplay.samples import PLAY, played, script


def test_a_turn_says_who_does_what_and_where_it_leads() -> None:
    second = script("third_warning_ignored").turns[1]

    assert (2, "Klant", "scheldt of beledigt", "Stelletje prutsers!") == (
        second.number,
        second.who,
        second.happening,
        second.line,
    )
    assert ("boundary",) == second.states
    assert second.ours


def test_whoever_reports_what_anybody_may_report_has_done_it() -> None:
    turns = script("help_after_the_announcement").turns

    assert ("Leidinggevende", "gesprek beëindigd") == (turns[7].who, turns[7].happening)
    assert "Politie" == script("help_in_time", "nl", "call_and_watch").turns[4].who


def test_a_turn_has_the_phrase_that_applies_then() -> None:
    phrases = [turn.spoken.say[:1] for turn in script("third_warning_ignored").turns[4:7]]

    assert [
        ("Ik ben er om u te helpen. Op deze toon lukt dat niet.",),
        ("Dit is mijn laatste verzoek: past u uw toon aan.",),
        ("Ik heb u 3 keer gewaarschuwd. Ik beëindig nu het gesprek.",),
    ] == phrases


def test_phrases_are_filled_with_the_scenarios_facts() -> None:
    assert "Anna de Boer, ik hoor hoe boos u bent." == script("third_warning_ignored").turns[0].spoken.say[0]


def test_what_was_not_allowed_says_why() -> None:
    refused = script("third_warning_ignored").turns[3]

    assert "Eerst waarschuwen, dan pas beëindigen." == refused.refused
    assert not refused.idle


def test_time_is_said_in_words() -> None:
    assert "na 2 minuten" == script("long_silence").turns[2].happening


def test_what_is_told_to_another_policy_is_said_without_its_key() -> None:
    telling = PLAY.replace(
        "[{inform: {fast: true, floor: 2}}]", "[{tell: {policy: p, key: name, event: was_loud}}]"
    )
    (_, turn) = script_of(*play_of(telling, played("[shouts]")), "").turns

    assert ("pass on: was loud",) == turn.actions


def test_actions_say_what_is_told_with_them() -> None:
    (_, turn) = script_of(*play_of(PLAY, played("[shouts]")), "").turns

    assert ("tell the guard (at once, floor: 2)",) == turn.actions
    assert not turn.refused
    assert not turn.idle


def test_an_event_that_changes_nothing_is_idle() -> None:
    (_, turn) = script_of(*play_of(PLAY, played("[{event: sits_down, verdict: ignored}]")), "").turns

    assert turn.idle


def test_a_state_without_words_has_those_of_what_is_around_it() -> None:
    (first, second) = script_of(*play_of(PLAY, played("[spits]", "{name: Ann}")), "").turns

    assert ("Hello Ann.",) == first.spoken.say
    assert () == first.spoken.avoid
    assert ("Get out.",) == second.spoken.avoid


def test_an_event_that_is_sent_later_is_named_and_nobody_does_it() -> None:
    policy = """
policy: later
format: 1
version: "1"
events: {ring: {label: "the bell rings"}}
initial: one
states:
  one: {entry: [{send: {event: ring, delay: 1 min}}], on: {ring: two}}
  two: {type: final}
"""
    (_, turn) = script_of(
        *play_of(policy, "policy: later\nscenarios: {one: {steps: [{wait: 1 min}]}}"), ""
    ).turns

    assert ("the bell rings", "", False) == (turn.happening, turn.who, turn.ours)


def test_news_is_said_in_words() -> None:
    policy = """
policy: news
format: 1
version: "1"
facts: {flagged: {flag: false, label: "flagged before"}, name: {text: ""}}
events: {go: {}}
initial: one
states:
  one: {always: {when: flagged, target: two}, on: {go: two}}
  two: {type: final}
"""
    news = "policy: news\nscenarios: {one: {steps: [{learn: {flagged: true, name: Ann}}]}}"
    (_, turn) = script_of(*play_of(policy, news), "").turns

    assert "it turns out: flagged before and name: Ann" == turn.happening


def test_an_answer_names_what_calms_and_what_escalates_there_but_nothing_that_is_not_played() -> None:
    answer = script("third_warning_ignored").answers[0]

    assert (2,) == answer.moves
    assert ("wordt rustig", "gaat akkoord") == answer.calming
    assert ("scheldt of beledigt",) == answer.escalating


def test_without_anything_fierce_in_the_play_the_mildest_is_offered() -> None:
    answer = script("call_back_agreed").answers[0]

    assert ("blijft boos",) == answer.escalating


def test_an_event_that_only_some_may_report_counts() -> None:
    [answer] = script_of(*play_of(PLAY, played("[spits]")), "").answers

    assert ("spits",) == answer.escalating


def test_the_caller_is_who_makes_most_calls_worse() -> None:
    assert "visitor" == caller_of(chart_of(PLAY))
    assert "visitor" == script_of(*play_of(PLAY, played("[shouts]")), "").caller


def test_where_nobody_is_said_to_do_anything_the_caller_plays_every_event() -> None:
    found = script("straight_up", "", "bare")

    assert found.caller is None
    assert [False, *[True] * 6] == [turn.ours for turn in found.turns]


def test_whoever_says_a_line_of_another_role_is_not_the_caller() -> None:
    found = script("all_three_done", "nl", "three_tracks")

    assert "Ik slaap er slecht van." == found.turns[1].line
    assert not any(turn.ours for turn in found.turns)


def test_where_the_caller_moves_again_in_one_place_the_answer_is_the_same() -> None:
    moves = [answer.moves for answer in script("third_warning_ignored").answers]

    assert [(2,), (3,), (5, 6, 7)] == moves


def test_a_caller_who_never_moves_can_still_answer_at_the_beginning() -> None:
    [answer] = script("a_fair_offer", "nl", "refund_dispute").answers

    assert (2,) == answer.moves
    assert ("eist geld terug",) == answer.escalating


def test_an_answer_that_is_the_same_either_way_is_left_out() -> None:
    policy = """
policy: shrug
format: 1
version: "1"
roles: {agent: {}, visitor: {}}
events: {shouts: {actor: visitor, tone: escalates}, goes: {actor: visitor, tone: ends}}
initial: one
states:
  one: {on: {shouts: two}}
  two: {on: {goes: three}}
  three: {type: final}
"""
    found = script_of(*play_of(policy, "policy: shrug\nscenarios: {one: {steps: [shouts, goes]}}"), "")

    assert [(2,)] == [answer.moves for answer in found.answers]


def test_a_turn_tells_what_the_caller_now_hears_for_the_first_time() -> None:
    heard = [turn.heard[:1] for turn in script("manager_solves_it").turns[1:4]]

    assert [
        ("Ik haal mijn leidinggevende erbij. Blijft u alstublieft aan de lijn.",),
        ("U spreekt met de leidinggevende. Ik neem het gesprek van mijn collega over.",),
        (),
    ] == heard


def test_what_a_variable_is_at_every_visit_is_known_there() -> None:
    met = script("third_warning_ignored").met

    assert 3 == met["end_call"]["warnings"]
    assert "warnings" not in met["warn"]


def test_what_is_said_at_several_visits_begins_with_the_first_text_of_each() -> None:
    said = script("third_warning_ignored").said["warn"]

    assert (
        "Ik ben er om u te helpen. Op deze toon lukt dat niet.",
        "Dit is mijn laatste verzoek: past u uw toon aan.",
    ) == said[:2]


def test_what_becomes_overdue_or_lapses_is_said() -> None:
    policy = parse_policy(
        """
policy: letters
format: 1
version: "1"
context: {warnings: {counter: 0..2, lapse: 2 days}}
events: {warned: {}, answered: {label: the answer}}
initial: open
states:
  open:
    must: {event: answered, within: 1 days}
    on: {warned: {when: warnings < 2, do: [{add: {warnings: 1}}]}}
"""
    )
    steps = "policy: letters\nscenarios: {one: {steps: [warned, {wait: 3 days}]}}\n"
    file = load_scenarios(steps, "s.yaml", Diagnostics(), policy.chart)
    assert file is not None
    result = run_scenario(policy, file.scenarios["one"])

    assert [
        ("overdue: the answer", "te laat: the answer"),
        ("warnings: something has lapsed", "warnings: er is iets vervallen"),
    ] == list(
        zip(
            *(
                [
                    turn.happening
                    for turn in script_of(policy, result.scenario, result.course, language).turns[2:]
                ]
                for language in ("en", "nl")
            ),
            strict=True,
        )
    )
