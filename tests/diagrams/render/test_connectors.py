"""Lines with corners as chains of connectors."""

import pytest

from policy_engine.diagrams.render.connectors import Connector, connector_of, pieces_of
from policy_engine.diagrams.scene import Point


def drawn(way: Connector) -> list[Point]:
    """The points of a connector, as a program that reads it works them out."""
    points = (
        [(0.0, 0.0), (way.width, 0.0), (way.width, way.height)]
        if way.bent
        else [(0.0, 0.0), (way.width, way.height)]
    )
    middlex, middley = way.x + way.width / 2, way.y + way.height / 2
    found = []
    for x, y in points:
        right = way.width / 2 - x if way.flipped else x - way.width / 2
        down = way.height / 2 - y if way.upended else y - way.height / 2
        found.append((middlex - down, middley + right) if way.turned else (middlex + right, middley + down))
    return found


@pytest.mark.parametrize("dx", [-30, 0, 30])
@pytest.mark.parametrize("dy", [-20, 0, 20])
def test_a_straight_line_runs_from_its_begin_to_its_end(dx: float, dy: float) -> None:
    piece = ((100.0, 100.0), (100.0 + dx, 100.0 + dy))

    assert list(piece) == drawn(connector_of(piece))


@pytest.mark.parametrize("dx", [-30, 30])
@pytest.mark.parametrize("dy", [-20, 20])
@pytest.mark.parametrize("down_first", [False, True])
def test_a_line_with_a_corner_has_it_where_it_was(dx: float, dy: float, down_first: bool) -> None:
    corner = (100.0, 100.0 + dy) if down_first else (100.0 + dx, 100.0)
    piece = ((100.0, 100.0), corner, (100.0 + dx, 100.0 + dy))

    assert list(piece) == drawn(connector_of(piece))


def test_a_line_with_two_corners_is_parted_half_way_between_them() -> None:
    pieces = pieces_of(((0, 0), (10, 0), (10, 50), (40, 50)))

    assert (((0, 0), (10, 0), (10, 25)), ((10, 25), (10, 50), (40, 50))) == pieces


def test_what_lies_on_a_straight_part_is_no_corner() -> None:
    assert (((0, 0), (0, 60)),) == pieces_of(((0, 0), (0, 20), (0, 20), (0, 60)))
    assert (((0, 0), (60, 0), (60, 9)),) == pieces_of(((0, 0), (20, 0), (60, 0), (60, 9)))
