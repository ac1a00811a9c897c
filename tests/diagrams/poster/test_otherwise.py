from policy_engine.diagrams.figure import figure_of
from policy_engine.diagrams.poster.otherwise import otherwise
from tests.small import small_policy


def written_out(*branches: str) -> str:
    """What remains after branches, in the policy's own words."""
    tried = "".join(f"        - {{{branch}, target: two}}\n" for branch in branches)
    body = f"""
roles: {{agent: {{}}, manager: {{}}}}
context: {{x: {{flag: false}}, y: {{flag: false}}, z: {{flag: false}}}}
initial: one
states:
  one:
    on:
      a:
{tried}        - else: one
  two: {{type: final}}
"""
    chart = small_policy(body).chart
    links = [link for link in figure_of(chart).links if not link.transition.is_else]
    return str(otherwise(chart, links))


def test_what_remains_is_that_none_of_the_branches_holds() -> None:
    assert "not x and not y" == written_out("when: x", "when: not x and y")


def test_what_is_known_from_one_branch_shortens_what_others_leave() -> None:
    assert "x and not y" == written_out("when: not x", "when: x and y")
    assert "not x" == written_out("when: x", "when: x and not x")


def test_what_can_not_be_shortened_stays() -> None:
    assert "not x or not y" == written_out("when: x and y")
    assert "not x and not y" == written_out("when: x or y")
    assert "(not x or not y) and (x or not z)" == written_out("when: x and y", "when: not x and z")


def test_who_must_report_a_branch_belongs_to_its_condition() -> None:
    assert "not by in ['manager']" == written_out("by: manager")
    assert "not x and not by in ['agent']" == written_out("when: x", "when: not x, by: agent")
