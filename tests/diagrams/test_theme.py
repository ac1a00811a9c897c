from policy_engine.diagrams.figure import Figure, figure_of
from policy_engine.diagrams.theme import Look, box_fill, dress_of, role_dress
from tests.small import small_policy

ROLES = [f"role_{letter}" for letter in "abcdefgh"]


def figure() -> Figure:
    roles = ", ".join(f"{role}: {{}}" for role in ROLES)
    body = f"roles: {{{roles}}}\ninitial: one\nstates: {{one: {{on: {{a: two}}}}, two: {{type: final}}}}"
    return figure_of(small_policy(body).chart)


def test_every_role_looks_different_in_colour_and_in_grey() -> None:
    for look in (Look(), Look(grey=True)):
        dresses = {repr(role_dress(figure(), role, look)) for role in ROLES}
        assert len(ROLES) == len(dresses)


def test_roles_differ_in_more_than_colour() -> None:
    strokes = [role_dress(figure(), role, Look()).stroke for role in ROLES]

    assert len(ROLES) == len({(stroke.width, stroke.dash) for stroke in strokes})


def test_a_card_without_a_role_looks_like_the_first_and_an_end_like_none() -> None:
    assert role_dress(figure(), ROLES[0], Look()) == dress_of(figure(), "one", Look())
    assert dress_of(figure(), "two", Look()) not in [role_dress(figure(), role, Look()) for role in ROLES]


def test_boxes_in_boxes_grow_darker_until_they_can_not() -> None:
    fills = [box_fill(depth, Look()) for depth in range(6)]

    assert fills[:4] == sorted(set(fills), reverse=True)
    assert fills[3] == fills[5]
