"""Reading DOT back: by Graphviz itself, and label by label."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from xml.etree import ElementTree

from policy_engine.diagrams.figure import Figure
from policy_engine.diagrams.graph.course import course_of
from policy_engine.diagrams.graph.engine import program

TAGS = {"TABLE", "TR", "TD", "FONT", "B", "BR"}


def read(dot: str) -> dict[str, set[str]]:
    """What Graphviz reads in DOT: the names of nodes, and of clusters."""
    done = subprocess.run([program(), "-Tcanon"], input=dot.encode(), capture_output=True, check=True)
    # Labels first: what looks like a node may be a part of one.
    lines = "".join(before for before, _ in parts(done.stdout.decode())).splitlines()
    clusters = (re.match(r"\s*subgraph (cluster_\w+) \{", line) for line in lines)
    nodes = (re.match(r'\s*("[^"]*"|\w+)\s*\[', line) for line in lines)
    return {
        "clusters": {found[1] for found in clusters if found},
        "nodes": {found[1].strip('"') for found in nodes if found} - {"graph", "node", "edge"},
    }


def expected(figure: Figure) -> dict[str, set[str]]:
    """What must be read."""
    pills = {f"event-{pill.first.id}" for pill in course_of(figure).pills}
    return {
        "clusters": {f"cluster_{box}" for box in figure.boxes},
        "nodes": {"begin-here", *figure.cards, *pills},
    }


def parts(dot: str) -> Iterator[tuple[str, str]]:
    """What stands before each HTML label, and the label, which ends where its brackets are closed."""
    place = 0
    while (begin := dot.find("label=<", place)) >= 0:
        before, depth, place = dot[place:begin], 1, begin + len("label=<")
        start = place
        while depth:
            depth += {"<": 1, ">": -1}.get(dot[place], 0)
            place += 1
        yield before, dot[start : place - 1]
    yield dot[place:], ""


def labels(dot: str) -> list[ElementTree.Element]:
    """The labels, read as the XML that they must be."""
    return [ElementTree.fromstring(label) for _, label in parts(dot) if label]


def outside(dot: str) -> list[str]:
    """Everything but the labels."""
    return [before for before, _ in parts(dot)]
