from policy_engine.diagrams.graph.plantuml import to_plantuml
from policy_engine.diagrams.overlay import Overlay, Stamp
from tests.diagrams import examples


def test_a_small_policy_is_a_short_state_diagram() -> None:
    assert [
        "@startuml",
        "hide empty description",
        "skinparam shadowing false",
        "title Starter\\nversie 0.1.0",
        'state "1 Luisteren" as s_listen #FFFFFF ##[bold]1F6DB3',
        "s_listen : “Vertelt u mij wat er is gebeurd.”",
        'state "2 Helpen" as s_help #FFFFFF ##[bold]1F6DB3',
        "s_help : “Ik zoek dit nu voor u uit.”",
        'state "3 Afgesloten" as s_closed #F4FBF8 ##[dashed]006B4A',
        "s_closed : einde",
        "[*] --> s_listen",
        "s_listen -[#1A1A1A]-> s_help : klaagt",
        "s_listen -[#1A1A1A]-> s_closed : hangt op",
        "s_help -[#1A1A1A]-> s_closed : wordt rustig of hangt op",
        "@enduml",
    ] == to_plantuml(examples.figure("starter"), "nl").splitlines()


def test_boxes_hold_their_cards_and_say_what_holds_in_them() -> None:
    lines = to_plantuml(examples.figure("call_and_watch"), "en").splitlines()

    head = 'state "At a threat <U+0028>at the same time<U+0029>" as s_alert #F4F6F8 ##[dashed]6B7884 {'
    begin = lines.index(head)
    assert '  state "On the line" as s_talk #E9EDF1 ##[bold]6B7884 {' == lines[begin + 1]
    assert '    state "3 Keep talking" as s_keep_talking #FFFFFF ##[bold]1F6DB3' == lines[begin + 2]
    assert "s_alert : not allowed<U+003A> calms down <U+0028>while “Calling 112” is going" in lines


def test_a_history_is_a_state_that_leads_on_the_first_time() -> None:
    text = to_plantuml(examples.figure("hold_the_line"), "en")

    assert '  state "H" as s_resumed' in text
    assert "s_on_hold -[#1A1A1A]-> s_resumed : comes back" in text
    assert "s_resumed -[dashed]-> s_listening : the first time" in text


def test_what_stays_is_written_in_its_state() -> None:
    lines = to_plantuml(examples.figure("access_ban"), "nl").splitlines()

    assert "s_in_force : herinnering<U+003B> bezoeker bellen → blijf hier" in lines


def test_what_splits_leads_to_both_and_long_words_are_wrapped() -> None:
    text = to_plantuml(examples.figure("many_endings"), "nl")
    long = to_plantuml(examples.figure("long_words"), "nl")

    assert "s_tense_part -[#8A1A14,dashed]-> s_two_agents : vraagt collega erbij" in text
    assert "s_tense_part -[#8A1A14,dashed]-> s_observer_steps_in : vraagt collega erbij" in text
    assert " : verheft de stem en onderbreekt u\\nvoortdurend" in long


def test_what_is_stamped_is_thick_and_numbered_and_the_rest_pale() -> None:
    overlay = Overlay({"closed": Stamp("path", "zet 3")}, {"listen.on.complains.0": Stamp("path", "zet 2")})

    text = to_plantuml(examples.figure("starter"), "nl", overlay=overlay)

    assert ",thickness=3.6]-> s_help : klaagt · zet 2" in text
    assert "s_listen -[#C9CDD2]-> s_closed : hangt op" in text
    assert 'state "3 Afgesloten · zet 3" as s_closed #F4FBF8 ##[bold]006B4A' in text
