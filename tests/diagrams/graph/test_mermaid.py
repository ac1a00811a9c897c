from policy_engine.diagrams.graph.mermaid import to_mermaid
from tests.diagrams import examples


def test_a_small_policy_is_a_short_flowchart() -> None:
    assert [
        "flowchart TB",
        "accTitle: starter",
        "accDescr: versie 0#46;1#46;0",
        'begin(["begin"])',
        '  s_listen["1 Luisteren<br/>“Vertelt u mij wat er is gebeurd.”"]',
        '  s_help["2 Helpen<br/>“Ik zoek dit nu voor u uit.”"]',
        '  s_closed(["3 Afgesloten<br/>einde"])',
        "begin --> s_listen",
        's_listen -->|"klaagt"| s_help',
        's_listen -->|"hangt op"| s_closed',
        's_help -->|"wordt rustig of hangt op"| s_closed',
    ] == to_mermaid(examples.figure("starter"), "nl").splitlines()[:11]


def test_boxes_stand_in_each_other_and_regions_side_by_side() -> None:
    lines = to_mermaid(examples.figure("call_and_watch"), "en").splitlines()

    begin = lines.index('  subgraph s_alert["At a threat #40;at the same time#41;"]')
    assert "    direction LR" == lines[begin + 1]
    assert '    subgraph s_talk["On the line"]' == lines[begin + 3]
    assert "      direction TB" == lines[begin + 4]


def test_what_may_happen_at_any_moment_starts_at_a_node_of_its_own() -> None:
    text = to_mermaid(examples.figure("many_endings"), "nl")

    assert '    any_visit(["op elk moment<br/>niet toegestaan#58; politie neemt mee"])' in text
    assert 'any_visit -->|"loopt weg"| s_left' in text


def test_a_history_is_a_node_that_leads_on_the_first_time() -> None:
    text = to_mermaid(examples.figure("hold_the_line"), "en")

    assert '    s_resumed(("H"))' in text
    assert 's_on_hold -.->|"comes back"| s_resumed' in text
    assert 's_resumed -.->|"the first time"| s_listening' in text


def test_what_stays_leads_to_itself_and_what_splits_leads_to_both() -> None:
    banned = to_mermaid(examples.figure("access_ban"), "nl")
    split = to_mermaid(examples.figure("many_endings"), "nl")

    reminder = '|"herinnering#59; bezoeker bellen<br/>blijf hier"|'
    assert f"s_in_force -->{reminder} s_in_force" in banned
    assert '|"vraagt collega erbij"| s_two_agents & s_observer_steps_in' in split


def test_roles_have_their_colours_and_boxes_theirs() -> None:
    lines = to_mermaid(examples.figure("call_and_watch"), "nl").splitlines()

    assert "class s_calling look2" in lines
    assert "classDef look2 fill:#FFF8E6,stroke:#7A5200,color:#1A1A1A,stroke-width:1.8px" in lines
    assert "style s_alert fill:#F4F6F8,stroke:#6B7884,stroke-dasharray:4 2" in lines
