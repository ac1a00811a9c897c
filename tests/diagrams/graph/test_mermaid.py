from policy_engine.diagrams.graph.mermaid import to_mermaid
from policy_engine.diagrams.overlay import Overlay, Stamp
from tests.diagrams import examples


def test_a_small_policy_is_a_short_flowchart() -> None:
    assert [
        "flowchart TB",
        "accTitle: Starter",
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


def test_what_is_stamped_is_thick_and_numbered_and_the_rest_pale() -> None:
    overlay = Overlay({"help": Stamp("path", "zet 2")}, {"listen.on.complains.0": Stamp("path", "zet 2")})

    lines = to_mermaid(examples.figure("starter"), "nl", overlay=overlay).splitlines()

    assert 's_listen -->|"klaagt · zet 2"| s_help' in lines
    assert any(line.startswith('  s_help["2 Helpen · zet 2<br/>') for line in lines)
    arrows = [line for line in lines if line.startswith("linkStyle")]
    assert [line.split(" stroke:")[0] for line in arrows] == ["linkStyle 1", "linkStyle 2", "linkStyle 3"]
    assert arrows[0].endswith("stroke-width:3.6px")
    assert arrows[1].startswith("linkStyle 2 stroke:#C9CDD2")
    assert any(line.startswith("classDef") and "color:#666666" in line for line in lines)


def test_an_arrow_that_stays_counts_as_one() -> None:
    overlay = Overlay(transitions={"in_force.on.reminder.0": Stamp("path")})

    figure = examples.figure("access_ban")
    lines = to_mermaid(figure, "nl", overlay=overlay).splitlines()
    drawn = [line for line in lines if " -->|" in line or " -.->|" in line or line.startswith("begin -->")]
    thick = [line for line in lines if line.startswith("linkStyle") and "#C9CDD2" not in line]
    assert len(thick) == 1
    assert drawn[int(thick[0].split()[1])].endswith("| s_in_force")
