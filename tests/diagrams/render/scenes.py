"""Scenes that hold everything a scene can hold, drawn by hand."""

from policy_engine.diagrams.scene import Circle, Group, Line, Rect, Scene, Stroke, Text

BLUE = Stroke("#1F6FB5", 1.2)


def card(identity: str, x: float, y: float, number: str, label: str, phrase: str) -> Group:
    """A card of 160 by 40 points: a number, a label in bold, a phrase in English."""
    return Group(
        "card",
        identity,
        (
            Rect(x, y, 160, 40, "#FFFFFF", BLUE, 3),
            Rect(x, y, 24, 40, "#1F6FB5"),
            Text(x + 12, y + 26, number, 14, bold=True, color="#FFFFFF", anchor="middle"),
            Text(x + 30, y + 15, label, 11, bold=True),
            Text(x + 30, y + 32, phrase, 9, language="en"),
        ),
        classes=("agent",),
        title=f"{number}. {label}",
    )


def page() -> Scene:
    """Two cards, a pill between them, and a dashed line back with heads at both ends."""
    link = Group(
        "link",
        "link-insult",
        (Line(((120, 60), (120, 120)), Stroke("#1A1A1A"), end=True),),
        title="insult",
        source="card-listen",
        target="card-warn",
    )
    pill = Group(
        "pill",
        "pill-insult",
        (
            Rect(85, 80, 70, 16, "#FFFFFF", Stroke("#1A1A1A", 0.8), 6),
            Text(120, 91.5, "scheldt – “é” →", 9, anchor="middle"),
        ),
    )
    back = Group(
        "link",
        "link-calm",
        (Line(((180, 140), (240, 140), (240, 40), (180, 40)), Stroke("#006B45", 1.5, (4, 2)), True, True),),
        source="card-warn",
        target="card-listen",
    )
    items = (
        Text(20, 14, 'Ladder <&> "één"', 10, bold=True),
        Circle(290, 10, 4, "#1A1A1A"),
        card("card-listen", 20, 20, "1", "Herkennen", "“I hear you are angry.”"),
        card("card-warn", 20, 120, "2", "Waarschuwen", "“Please stop.”"),
        link,
        pill,
        back,
        Text(295, 190, "versie 1.0", 9, anchor="end", color="#444444"),
    )
    return Scene(300, 200, items, "Ladder & meer", "nl", ("1. Herkennen", "2. Waarschuwen"))
