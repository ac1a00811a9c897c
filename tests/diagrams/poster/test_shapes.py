"""Policies of unusual shapes, each small enough to say what is where."""

from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.overlay import NOTHING, Overlay, Stamp
from policy_engine.diagrams.paper import Paper
from policy_engine.diagrams.poster import poster
from policy_engine.diagrams.poster.content import Content
from policy_engine.diagrams.poster.legend import legend_rows
from policy_engine.diagrams.poster.press import Press
from policy_engine.diagrams.poster.shown import Shown
from policy_engine.diagrams.poster.sizes import Sizes
from policy_engine.diagrams.scene import Line, Scene, Text
from policy_engine.diagrams.theme import Look
from tests.diagrams.poster.geometry import drawn, groups, texts, wrong
from tests.small import small_policy


def shaped(body: str) -> Figure:
    """The figure of a small policy in which `a` leads up the ladder, `b` down and `e` to the end."""
    events = "events: {a: {tone: escalates}, b: {tone: calms}, c: {}, d: {}, e: {tone: ends}}\n"
    return figure_of(small_policy(events + body.lstrip()).chart)


def page(figure: Figure, overlay: Overlay | None = None) -> Scene:
    languages = figure.chart.languages
    paper = Paper("a4")
    if overlay is None:
        [scene] = poster(figure, languages=languages, paper=paper, look=Look())
    else:
        [scene] = poster(figure, languages=languages, paper=paper, look=Look(), overlay=overlay)
    assert [] == wrong(scene)
    there = {group.id for group in groups(scene)}
    assert all({f"pill-{link.id}", f"ref-{link.id}"} & there for link in figure.links)
    return scene


def box(scene: Scene, id: str) -> tuple[float, float, float, float]:
    return next(one.box for one in drawn(scene) if one.group == id and one.kind == "rect")


def test_a_box_whose_side_holds_most_reaches_over_both_columns() -> None:
    scene = page(
        shaped(
            """
initial: outer
states:
  outer:
    initial: inner
    on: {e: away}
    states:
      inner:
        initial: one
        on: {c: help, d: rest}
        states:
          one: {on: {a: two}}
          two: {on: {a: one}}
          help: {on: {b: one}}
          rest: {on: {b: one}}
  away: {type: final}
"""
        )
    )

    left, _, right, _ = box(scene, "box-inner")
    assert right > box(scene, "state-help")[2] > box(scene, "state-help")[0] > box(scene, "state-two")[2]
    assert left > box(scene, "box-outer")[0]


def test_a_ladder_that_enters_a_box_with_a_side_goes_on_in_one_line() -> None:
    scene = page(
        shaped(
            """
initial: start
states:
  start: {on: {a: talk}}
  talk:
    initial: one
    on: {c: help, d: rest}
    states:
      one: {on: {e: over}}
      over: {type: final}
      help: {on: {b: one}}
      rest: {on: {b: one}}
"""
        )
    )

    assert box(scene, "state-start")[0] == box(scene, "state-one")[0]
    assert box(scene, "state-help")[1] > box(scene, "box-talk")[1] > box(scene, "state-start")[3]


def test_what_is_beside_nothing_stands_below() -> None:
    scene = page(
        shaped(
            """
initial: talk
states:
  talk:
    initial: one
    on: {c: help, d: rest}
    states:
      one: {on: {a: two}}
      two: {on: {e: over}}
      over: {type: final}
      help: {on: {b: one}}
      rest: {on: {b: one}}
  aside: {on: {b: talk}}
"""
        )
    )

    assert box(scene, "state-aside")[1] > box(scene, "box-talk")[3]


def test_regions_off_the_ladder_stand_beside_its_line() -> None:
    figure = shaped(
        """
initial: talk
states:
  talk:
    initial: one
    states:
      one: {on: {a: two, c: both}}
      two: {on: {a: three}}
      three: {on: {a: over}}
      both:
        type: parallel
        on: {d: one}
        states:
          left: {initial: l, states: {l: {}}}
          right: {initial: r, states: {r: {}}}
  alone: {on: {a: one}}
  lonely: {on: {a: one}}
  lost: {on: {a: one}}
  over: {type: final}
"""
    )

    scene = page(figure)

    assert box(scene, "box-both")[0] > box(scene, "state-one")[0]


def test_a_policy_without_an_end_has_none_in_its_legend() -> None:
    scene = page(shaped("initial: one\nstates: {one: {on: {a: two}}, two: {on: {a: one}}}"))

    assert "end" not in [text.words for text in texts(scene)]


def test_what_changes_nothing_is_told_once_for_all_and_what_keeps_something_out_on_its_card() -> None:
    figure = shaped(
        """
initial: talk
states:
  talk:
    initial: one
    on: {c: over}
    states:
      one: {on: {a: two, b: {}}}
      two: {on: {c: {}}}
  over: {type: final}
"""
    )

    plain, full = Content(figure, ("",), "plain"), Content(figure, ("",), "full")

    assert ["one.on.b.0"] == [exit.id for exit in plain.silent()]
    assert [] == [chip.kind for chip in plain.chips("one", frozenset({"one.on.a.0"}))]
    assert ["stay"] == [chip.kind for chip in plain.chips("two", frozenset())]
    assert ["stay"] == [chip.kind for chip in full.chips("one", frozenset({"one.on.a.0"}))]


def test_two_ways_to_the_next_card_stand_side_by_side() -> None:
    scene = page(
        shaped("initial: one\nstates: {one: {on: {a: two}, after: {5 min: two}}, two: {type: final}}")
    )

    first, second = box(scene, "pill-one.on.a.0"), box(scene, "pill-one.after.5 min.0")
    assert (first[1], first[3]) == (second[1], second[3])
    assert second[0] > first[2]


def test_branches_that_all_do_the_same_are_one_without_a_condition() -> None:
    scene = page(
        shaped(
            """
context: {known: {flag: false}}
initial: one
states:
  one: {on: {a: [{when: known, target: two}, {else: two}], b: {do: [{set: {known: true}}]}}}
  two: {type: final}
"""
        )
    )

    titles = {group.id: group.title for group in groups(scene)}
    assert "a" == titles["pill-one.on.a.0"]
    assert "pill-one.on.a.1" in titles


def test_only_some_may_report_it_is_said() -> None:
    scene = page(
        shaped(
            """
roles: {agent: {}, manager: {}}
context: {known: {flag: false}}
initial: one
states:
  one: {on: {a: [{when: known, by: manager, target: two}, {else: one}]}}
  two: {type: final}
"""
        )
    )

    titles = [group.title for group in groups(scene)]
    assert "a (manager) if known" in titles


def test_a_role_that_has_no_room_beside_a_stamp_stands_below_the_label() -> None:
    figure = shaped(
        """
roles: {agent: {label: "a role of so many words that no card of any page has room for them beside a label"}}
initial: one
states: {one: {on: {a: two}}, two: {type: final}}
"""
    )

    scene = page(
        figure, Overlay({"one": Stamp("path", "move 1"), "two": Stamp("path", "move 2")}, fade=False)
    )

    said = [text.words for text in texts(scene)]
    assert "move 1" in said
    assert 2 == sum("so many words" in words for words in said)


def test_numbers_on_lines_give_way_where_the_page_is_full() -> None:
    figure = shaped("initial: one\nstates: {one: {on: {a: two}}, two: {type: final}}")
    endless = " ".join(["calls"] * 20_000)

    scene = page(figure, Overlay({}, {"one.on.a.0": Stamp("traffic", endless)}, fade=False))

    assert "calls" not in " ".join(text.words for text in texts(scene))


BRANCHES = """
context: {x: {flag: false, label: tired}, y: {flag: false, label: angry}}
initial: one
states:
  one:
    on:
      a:
        - {when: not x, target: one}
        - {when: x and y, target: two}
        - else: three
      c: [{when: x, target: three}, {else: {}}]
  two: {on: {e: three}}
  three: {type: final}
"""


def test_an_otherwise_above_the_pill_of_a_branch_before_it_is_written_out() -> None:
    titles = {group.id: group.title for group in groups(page(shaped(BRANCHES)))}

    assert "a if tired and angry" == titles["pill-one.on.a.1"]
    assert "a if tired and angry = no → 3" == plain(titles["ref-one.on.a.2"])


def test_an_otherwise_right_after_its_branch_is_short_and_says_that_nothing_happens() -> None:
    titles = {group.id: group.title for group in groups(page(shaped(BRANCHES)))}

    assert "otherwise – stay here" == titles["ref-one.on.c.1"]


def test_an_otherwise_on_a_pill_that_does_not_hang_under_its_card_is_written_out() -> None:
    scene = page(
        shaped(
            """
context: {x: {flag: false, label: tired}}
initial: talk
states:
  talk:
    initial: one
    states:
      one: {on: {a: [{when: x, target: two}, {else: three}]}}
      two: {on: {b: one}}
  three: {on: {a: over}}
  over: {type: final}
"""
        )
    )

    titles = {group.id: group.title for group in groups(scene)}
    assert "a if tired = no" == titles["pill-one.on.a.1"]


def test_an_otherwise_that_stands_for_too_much_to_read_says_in_other_cases() -> None:
    long = BRANCHES.replace("label: angry", "label: angry about the bill and about waiting")
    titles = {group.id: group.title for group in groups(page(shaped(long)))}

    assert "a in other cases → 3" == plain(titles["ref-one.on.a.2"])


def test_an_otherwise_after_a_branch_with_a_name_of_its_own_says_what_sets_it_off() -> None:
    body = BRANCHES.replace("c: [{when: x, target: three}", 'c: [{when: x, target: three, label: "a lie"}')

    titles = {group.id: group.title for group in groups(page(shaped(body)))}

    assert "c, otherwise – stay here" == titles["ref-one.on.c.1"]


def plain(words: str) -> str:
    return words.replace("\u00a0", " ")


PHRASES = """
context: {x: {flag: false, label: tired}, y: {flag: false, label: angry}}
initial: talk
states:
  talk:
    initial: one
    how: "Keep breathing."
    states:
      one:
        say:
          - {when: x, text: "Shall we go on tomorrow?"}
          - {when: not x, text: "Let us go on."}
        on: {a: two}
      two: {on: {e: over}}
  over: {type: final}
"""


def test_what_is_said_under_each_condition_and_in_boxes_stands_where_there_is_room() -> None:
    said = " ".join(text.words for text in texts(page(shaped(PHRASES))))

    assert "If tired: “Shall we go on tomorrow?”" in said
    assert "If tired = no: “Let us go on.”" in said
    assert "Keep breathing." in said
    assert "handbook" not in said


def test_a_page_that_shows_only_the_first_says_where_the_others_are() -> None:
    figure = shaped(PHRASES)
    said = "What you say otherwise is in the handbook."

    assert said in legend(figure, Sizes(9, every=False))
    assert said not in legend(figure, Sizes(9))
    assert said in legend(shaped(PHRASES.replace('"Keep breathing."', "{when: x, text: Breathe.}")), Sizes(9))


def legend(figure: Figure, sizes: Sizes) -> list[str]:
    """What a legend says at these sizes, before anything is drawn."""
    press = Press(Content(figure, ("",), "full"), sizes, Look(), NOTHING)
    return [swatch.text.words for row in legend_rows(press, Shown(), 9, 500) for swatch, _ in row]


def test_a_legend_explains_what_is_drawn_and_nothing_else() -> None:
    scene = page(
        shaped("initial: one\nstates: {one: {on: {a: two}, after: {5 min: two}}, two: {type: final}}")
    )

    footer = next(group for group in groups(scene) if group.kind == "footer")
    said = [item.words for item in footer.items if isinstance(item, Text)]
    assert {"next step", "time passes"} <= set(said)
    assert not {"calms down", "at any moment", "not allowed"} & set(said)
    assert [] == [words for words in said if "go on with" in words]
    assert [(2.4, 1.8)] == [
        item.stroke.dash for item in footer.items if isinstance(item, Line) and item.end and item.stroke.dash
    ]


def test_a_legend_names_a_step_that_is_there() -> None:
    scene = page(
        shaped("initial: one\nstates: {one: {on: {a: two, c: three}}, two: {}, three: {type: final}}")
    )

    assert "go on with step 3" in [text.words for text in texts(scene)]


def test_a_caption_takes_the_place_of_the_subtitle() -> None:
    figure = shaped("initial: one\nstates: {one: {on: {a: two}}, two: {type: final}}")

    scene = page(figure, Overlay(caption="The traffic of 3 calls."))

    assert "The traffic of 3 calls." in [text.words for text in texts(scene)]


def test_a_way_back_names_the_box_that_was_left() -> None:
    scene = page(
        shaped(
            """
initial: talk
states:
  talk:
    label: "The call"
    initial: one
    states:
      last: {type: history}
      one: {on: {a: two}}
      two: {on: {e: over}}
      over: {type: final}
    on: {c: hold}
  hold: {on: {d: last}}
"""
        )
    )

    titles = {group.id: group.title for group in groups(scene)}
    assert "d → The call" == titles["ref-hold.on.d.0"]


def test_short_numbers_stand_on_lines_where_long_ones_have_no_room() -> None:
    figure = shaped("initial: one\nstates: {one: {on: {a: two}}, two: {type: final}}")
    endless = " ".join(["calls"] * 20_000)
    stamp = Stamp("traffic", endless, short="7")

    scene = page(figure, Overlay({}, {"one.on.a.0": stamp}, fade=False))

    assert "· 7" in [text.words for text in texts(scene)]


def test_parameters_stand_on_the_page_with_the_values_that_are_in_force() -> None:
    figure = shaped(
        "parameters: {most: {range: 2..3, default: 3}}\ncontext: {tries: {counter: 0..3}}\n"
        "initial: one\nstates: {one: {on: {a: {when: tries < most, target: two}}}, two: {type: final}}"
    )

    [scene] = poster(figure, languages=("",), paper=Paper("a4"), look=Look(), parameters={"most": 2})

    assert "most: 2" in [text.words for text in texts(scene)]
    assert "a if fewer than 2 tries" in [group.title for group in groups(scene)]


def test_a_page_without_anything_to_explain_has_no_legend() -> None:
    scene = page(shaped("initial: one\nstates: {one: {}}"))

    footer = next(group for group in groups(scene) if group.kind == "footer")
    assert ["version 1.0.0 · source"] == [
        item.words.split("\u00a0")[0] for item in footer.items if isinstance(item, Text)
    ]
