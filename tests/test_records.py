"""Records behave like frozen dataclasses with slots."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

from policy_engine.records import FEW, changed, field, fields_of, is_default, record


@record
class Point:
    """A record with a default, a made default and a field that does not count."""

    x: int
    y: int = 2
    tags: list[str] = field(default_factory=list)


@record
class Placed:
    place: str = field(compare=False)
    value: int


@record
class Single:
    value: int


@record(frozen=False, eq=False)
class Counter:
    count: int = 0

    def up(self) -> int:
        self.count += 1
        return self.count


@record
class Empty:
    pass


def test_a_record_has_its_fields_by_place_and_by_name() -> None:
    assert (Point(1).x, Point(1).y, Point(1, 5).y, Point(x=1, y=6).y) == (1, 2, 5, 6)
    with pytest.raises(TypeError):
        Point()  # type: ignore[call-arg]  # this is the test
    with pytest.raises(TypeError):
        Point(1, z=2)  # type: ignore[call-arg]  # this is the test


def test_a_record_is_the_same_before_and_after_its_constructor_is_compiled() -> None:
    @record
    class Made:
        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list)

    made = [(Made(1), Made(1, 5, ["a"]), Made(y=6, x=3)) for _ in range(FEW)]

    for plain, placed, named in made:
        assert (plain.x, plain.y, plain.tags) == (1, 2, [])
        assert (placed.x, placed.y, placed.tags) == (1, 5, ["a"])
        assert (named.x, named.y, named.tags) == (3, 6, [])
    assert len({id(plain.tags) for plain, _, _ in made}) == FEW


@pytest.mark.parametrize("arguments", [((), {}), ((1, 2, [], 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})])
def test_wrong_arguments_are_refused_from_the_first_record_on(arguments: Any) -> None:
    @record
    class Made:
        x: int
        y: int = 2
        tags: list[str] = field(default_factory=list)

    for _ in range(2):
        with pytest.raises(TypeError, match=r"__init__\(\)"):
            Made(*arguments[0], **arguments[1])


def test_a_made_default_is_new_for_each_record() -> None:
    first, second = Point(1), Point(1)

    first.tags.append("a")

    assert second.tags == []
    assert Point(1, tags=["b"]).tags == ["b"]


def test_records_are_equal_by_class_and_compared_fields() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(2)
    assert Single(1).__eq__(Placed("a", 1)) is NotImplemented
    assert Single(1).__eq__(1) is NotImplemented
    assert Placed("a", 1) == Placed("b", 1)
    assert hash(Placed("a", 1)) == hash(Placed("b", 1))
    assert Empty() == Empty()


def test_a_frozen_record_can_not_be_changed() -> None:
    with pytest.raises(AttributeError, match="a Single can't be changed: value"):
        Single(1).value = 2  # type: ignore[misc]  # this is the test
    with pytest.raises(AttributeError):
        del Single(1).value
    with pytest.raises(AttributeError):
        Single(1).other = 2  # type: ignore[attr-defined]  # this is the test


def test_a_record_that_is_not_frozen_can_and_is_compared_by_identity() -> None:
    counter = Counter()

    assert (counter.up(), counter.up()) == (1, 2)
    assert Counter() != Counter()


def test_a_record_matches_by_place_and_says_what_it_is() -> None:
    match Point(3):
        case Point(x, y):
            assert (x, y) == (3, 2)
    assert repr(Point(3)) == "Point(x=3, y=2, tags=[])"


def test_changed_gives_a_copy() -> None:
    original = Point(1)

    assert changed(original, y=9) == Point(1, 9)
    assert original == Point(1)


def test_copies_and_pickles_are_equal() -> None:
    original = Placed("a", 1)

    pickled = pickle.loads(pickle.dumps(original))  # noqa: S301 - what was pickled a moment ago

    for other in (copy.copy(original), copy.deepcopy(original), pickled):
        assert other == original
        assert other.place == "a"


def test_fields_and_defaults_can_be_asked_for() -> None:
    assert fields_of(Point) == ("x", "y", "tags")
    assert is_default(Point, "y", 2)
    assert is_default(Point, "tags", [])
    assert not is_default(Point, "y", 3)
    assert not is_default(Point, "x", 1)
