import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.overlay import Overlay, Stamp
from policy_engine.diagrams.paper import SAFE, Paper
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.scene import Circle, Line, Rect, Scene, Text
from policy_engine.diagrams.steps import steps_of
from policy_engine.diagrams.theme import Look
from policy_engine.errors import PrintError
from tests.diagrams.contrast import faint, grey
from tests.diagrams.examples import READY, TEN, chart, figure
from tests.diagrams.fitting import fitting
from tests.diagrams.poster.geometry import drawn, groups, overlapping, texts, wrong
from tests.diagrams.random_policies import thirty

A4, A3 = Paper("a4"), Paper("a3")
EVERY = [(path, language) for path in (*TEN, *READY) for language in chart(path).languages]
NAMES = [f"{path.stem}-{language}" for path, language in EVERY]


@cache
def plain(path: Path, language: str) -> Scene:
    """The page of a test policy or a ready one: it is looked at from many sides, and drawn once."""
    return fitting(figure_of(chart(path)), (language,))


def named(name: str) -> Scene:
    """The Dutch page of one of them, by its id."""
    return plain(next(path for path in (*TEN, *READY) if path.stem == name), "nl")


def page(figure: Figure, language: str = "nl", paper: Paper = A4, look: Look | None = None) -> Scene:
    [scene] = poster(figure, languages=(language,), paper=paper, look=look or Look())
    return scene


def ids(*scenes: Scene) -> list[str]:
    return [group.id for scene in scenes for group in groups(scene)]


def told(figure: Figure, *scenes: Scene) -> bool:
    """Whether every transition is a pill or a reference."""
    there = set(ids(*scenes))
    return all({f"pill-{link.id}", f"ref-{link.id}"} & there for link in figure.links)


def colors(scene: Scene) -> Iterator[str]:
    items = [item for group in groups(scene) for item in group.items]
    for item in (*scene.items, *items):
        if isinstance(item, Text):
            yield item.color
        if isinstance(item, Rect | Circle) and item.fill is not None:
            yield item.fill
        if isinstance(item, Rect | Circle | Line) and item.stroke is not None:
            yield item.stroke.color


def words(scene: Scene) -> str:
    return " ".join(text.words for text in texts(scene))


@pytest.mark.no_cover
@pytest.mark.parametrize(("path", "language"), EVERY, ids=NAMES)
def test_a_policy_fits_one_page_with_everything_on_it_and_nothing_overlaps(path: Path, language: str) -> None:
    policy = figure_of(chart(path))

    drawing = plain(path, language)

    found = ids(drawing)
    assert [] == wrong(drawing)
    assert 9 <= min(text.size for text in texts(drawing))
    assert told(policy, drawing)
    assert {f"state-{card}" for card in policy.cards} | {f"box-{box}" for box in policy.boxes} <= set(found)
    assert len(found) == len(set(found))


def test_what_overlaps_is_found() -> None:
    assert 4 == len(wrong(overlapping()))


@pytest.mark.parametrize("name", ["aggressive_caller", "access_ban", "hold_the_line", "starter"])
def test_the_ladder_is_one_straight_column_from_top_to_bottom(name: str) -> None:
    policy = figure(name)

    boxes = {
        one.group: one.box
        for one in reversed(drawn(named(name)))
        if one.role == "card" and one.kind == "rect"
    }
    ladder = [boxes[f"state-{card}"] for card in policy.spine]
    assert 1 == len({left for left, _, _, _ in ladder})
    assert ladder == sorted(ladder, key=lambda box: box[1])


@pytest.mark.no_cover
def test_thirty_policies_made_by_chance_draw_without_overlap_and_whole() -> None:
    for number, made in enumerate(thirty()):
        policy = figure_of(made)

        drawing = page(policy, made.languages[number % 2], A3)

        assert [] == wrong(drawing)
        assert told(policy, drawing)


def test_the_same_policy_is_drawn_the_same() -> None:
    assert named("aggressive_caller") == page(figure("aggressive_caller"))


@pytest.mark.no_cover
def test_what_does_not_fit_is_told_what_it_would_fit() -> None:
    with pytest.raises(PrintError) as told:
        page(figure("aggressive_caller"), paper=Paper("a4", landscape=True))

    assert "does not fit" in str(told.value)
    assert "`--paper a4`, `--paper a3`, `--paper a3 --landscape`, `--tiled`" in str(told.value)


def test_a_card_larger_than_a_page_does_not_fit_in_tiles_either() -> None:
    with pytest.raises(PrintError):
        poster(figure("aggressive_caller"), languages=("nl",), paper=Paper("a6"), look=Look(), tiled=True)


def test_tiles_are_numbered_and_say_where_to_go_on() -> None:
    policy = figure("aggressive_caller")

    scenes = poster(policy, languages=("nl",), paper=A4, look=Look(), tiled=True)

    assert len(scenes) > 1
    assert [f"{number}/{len(scenes)}" for number in range(1, len(scenes) + 1)] == [
        scene.title.split()[-1] for scene in scenes
    ]
    onward = [re.findall(r"volgend blad: stap (\d+)", words(scene)) for scene in scenes]
    first = [next(ids for ids in groups(scene) if ids.kind == "card").title.split(".")[0] for scene in scenes]
    assert [[number] for number in first[1:]] + [[]] == onward
    assert [] == [sentence for scene in scenes for sentence in wrong(scene)]
    assert told(policy, *scenes)


def test_every_page_of_a_language_has_its_ladder_in_words() -> None:
    assert steps_of(figure("starter"), "nl") == named("starter").steps


@pytest.mark.no_cover
def test_large_print_is_sixteen_points_and_more_over_more_pages() -> None:
    policy = figure("aggressive_caller")

    scenes = poster(policy, languages=("en",), paper=A4, look=Look(large=True))

    assert len(scenes) > 3
    assert 16 <= min(text.size for scene in scenes for text in texts(scene))
    assert [] == [sentence for scene in scenes for sentence in wrong(scene)]
    assert told(policy, *scenes)


@pytest.mark.no_cover
def test_two_languages_stand_on_one_page_each_marked_as_what_it_is() -> None:
    [scene] = poster(figure("aggressive_caller"), languages=("nl", "en"), paper=A3, look=Look())

    marked = {text.language for text in texts(scene)}
    assert {None, "en"} == marked
    assert "Herkennen" in words(scene)
    assert "/ Recognise" in [text.words for text in texts(scene) if text.language == "en"]
    assert [] == wrong(scene)


def test_a_page_without_colours_has_none_and_stays_readable() -> None:
    drawing = page(figure("aggressive_caller"), look=Look(grey=True))

    assert all(color == grey(color) for color in colors(drawing))
    assert [] == faint(drawing)


def test_words_stand_out_from_what_is_under_them() -> None:
    assert [] == [sentence for path, language in EVERY for sentence in faint(plain(path, language))]


def test_what_is_laid_over_a_poster_is_marked_and_the_rest_is_pale() -> None:
    overlay = Overlay(
        {"listen": Stamp("path", "zet 1"), "help": Stamp("path")},
        {"listen.on.complains.0": Stamp("path", "1")},
    )

    [scene] = poster(figure("starter"), languages=("nl",), paper=A4, look=Look(), overlay=overlay)

    classes = {group.id: group.classes for group in groups(scene)}
    assert "path" in classes["state-listen"]
    assert "path" in classes["pill-listen.on.complains.0"]
    assert "path" in classes["link-listen.on.complains.0"]
    assert "faded" in classes["state-closed"]
    assert "faded" in classes["ref-listen.on.hangs_up.0"]
    assert "zet 1" in words(scene)
    assert [] == wrong(scene)
    assert [] == faint(scene)


def test_boxes_and_references_bear_stamps_too() -> None:
    overlay = Overlay(
        {"conversation": Stamp("traffic", "12", 0.5)}, {"recognise.on.insult.0": Stamp("traffic", "7", 0.5)}
    )

    [scene] = poster(figure("aggressive_caller"), languages=("nl",), paper=A3, look=Look(), overlay=overlay)

    classes = {group.id: group.classes for group in groups(scene)}
    assert "traffic" in classes["box-conversation"]
    assert "traffic" in classes["ref-recognise.on.insult.0"]
    assert "· 12" in words(scene)
    assert [] == wrong(scene)


def test_a_line_joins_groups_that_are_there() -> None:
    for path in (*TEN, *READY):
        scene = plain(path, chart(path).languages[0])
        there = set(ids(scene))
        ends = {
            end for group in groups(scene) if group.kind == "link" for end in (group.source, group.target)
        }
        assert ends - {None} <= there


@pytest.mark.no_cover
def test_a_wall_has_columns_one_after_the_other_where_these_tell_more() -> None:
    wall = [Paper("a3", landscape=True)]

    columns = fitting(figure("helpline"), ("nl",), papers=wall)
    ladder = fitting(figure("aggressive_caller"), ("nl",), papers=wall)

    assert "volgende kolom: stap" in words(columns)
    assert "volgende kolom" not in words(ladder)
    assert 11 == min(text.size for text in texts(columns) if text.words.startswith("“"))


def test_pages_bear_title_emergency_version_and_owner() -> None:
    text = words(named("aggressive_caller"))

    assert "Agressieve beller" in text
    assert "Direct gevaar? Bel\u00a0112" in text
    assert "versie 1.0.0 · 21 november 2026 · Klantenservice" in text


def test_a_way_back_is_a_dashed_line_where_there_is_room() -> None:
    lines = [group for group in groups(named("hold_the_line")) if group.id == "link-answer.on.calms_down.0"]

    assert ["state-question"] == [line.target for line in lines]
    assert all(isinstance(item, Line) and item.stroke.dash for line in lines for item in line.items)


def test_what_may_happen_at_any_moment_comes_from_the_edge_of_its_box() -> None:
    [line] = [
        group for group in groups(named("aggressive_caller")) if group.id == "link-on_the_line.on.threat.0"
    ]

    assert ("box-on_the_line", "pill-on_the_line.on.threat.0") == (line.source, line.target)


def test_groups_of_cards_say_their_number_and_name() -> None:
    titles = [group.title for group in groups(named("starter")) if group.kind == "card"]

    assert ["1. Luisteren", "2. Helpen", "3. Afgesloten"] == titles


def test_a_long_word_of_a_title_is_never_broken_and_no_smaller_than_the_names_of_cards() -> None:
    policy = figure("long_words")

    plain_page = page(policy)
    large = poster(policy, languages=("nl",), paper=A4, look=Look(large=True))

    for scene in (plain_page, *large):
        [header] = [group for group in groups(scene) if group.kind == "header"]
        said = [item.words for item in header.items if isinstance(item, Text)]
        assert "Arbeidsongeschiktheidsverzekering:" in said
    sizes = {
        level: {text.size for scene in large for text in texts(scene) if text.level == level}
        for level in (1, 2)
    }
    assert max(sizes[2]) <= min(sizes[1])


def test_each_language_of_an_emergency_has_a_line_of_its_own() -> None:
    [scene] = poster(figure("aggressive_caller"), languages=("nl", "en"), paper=A3, look=Look())

    said = [text.words for text in texts(scene)]
    assert "Direct gevaar? Bel\u00a0112" in said
    assert "Immediate danger? Call\u00a0112" in said


def test_in_two_languages_what_is_the_same_stands_there_once() -> None:
    [scene] = poster(figure("front_desk"), languages=("nl", "en"), paper=A4, look=Look())

    said = [text.words for text in texts(scene)]
    assert 1 == said.count("“Wilt u wat zachter praten?”")


def test_a3_has_larger_letters_before_it_tells_details() -> None:
    drawing = page(figure("aggressive_caller"), paper=A3)

    assert 11 in {text.size for text in texts(drawing)}
    assert "noem 113 Zelfmoordpreventie" in words(drawing)


def test_cards_off_the_ladder_use_the_whole_width_of_a_page_where_no_line_passes() -> None:
    scenes = poster(figure("aggressive_caller"), languages=("nl",), paper=A4, look=Look(large=True))

    scene = next(scene for scene in scenes if "state-alarm" in ids(scene))
    shapes = [one for one in drawn(scene) if one.kind == "rect"]
    outer, around, alarm = (
        next(one.box for one in shapes if one.group.startswith(name))
        for name in ("box-on_the_line", "box-danger", "state-alarm")
    )
    assert alarm[2] - alarm[0] > 0.8 * (A4.width - 2 * SAFE)
    assert outer[0] < around[0] < alarm[0]
    assert alarm[2] < around[2] < outer[2]
