"""Renaming: every place of a name in both files, and a clear refusal where a name can't be given."""

from __future__ import annotations

from pathlib import Path

import pytest

from policy_engine.authoring.lsp.index import Index
from policy_engine.authoring.lsp.pair import Pair, Place
from policy_engine.authoring.lsp.rename import RefusedError, rename, written
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.chart import KNOWN_FIELDS, Chart
from policy_engine.model.load import load_chart
from policy_engine.ready import ready_policies
from policy_engine.scenarios.load import load_scenarios
from tests.authoring.lsp.texts import DESK, SCENARIOS, desk
from tests.model.reading import examples_of, whole

LANGUAGE = Path(__file__).parents[3] / "docs" / "language.md"


def renamed(needle: str, name: str, pair: Pair | None = None, *, scenarios: bool = False) -> dict[str, str]:
    """Both files after the word that begins with a needle was renamed."""
    pair = pair or desk()
    index = pair.scenarios if scenarios else pair.policy
    assert index is not None
    renaming = rename(pair, index.use_at(index.text.index(needle)), name)
    return {file: written(one.text, renaming.places, file, renaming.name) for file, one in pair.files()}


def loaded(text: str) -> Chart:
    sink = Diagnostics()
    document = read_document(text, "p", sink)
    chart = None if document is None else load_chart(document, sink)
    assert chart is not None, [item.one_line() for item in sink]
    return chart


def lines(before: str, after: str) -> list[str]:
    """What stands on the lines that changed."""
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [now.strip() for then, now in pairs if then != now]


def everything(pair: Pair) -> list[Place]:
    """Every place of a declared name that can be given another."""
    return [
        Place(file, use.start, use.end, use.declares)
        for file, index in pair.files()
        for use in index.uses
        if use.space not in ("member", "row")
        and not (use.space == "field" and use.name in KNOWN_FIELDS)
        and all(pair.declared(symbol) is not None for symbol in pair.meant(use))
    ]


def all_renamed(pair: Pair, file: str, text: str) -> str:
    parts, at = [], 0
    for place in sorted(place for place in everything(pair) if place.file == file):
        parts += [text[at : place.start], f"zz_{text[place.start : place.end]}"]
        at = place.end
    return "".join([*parts, text[at:]])


def as_before(pair: Pair, policy: str, scenarios: str | None) -> None:
    """With every name changed everywhere the policy has no mistake, and its states are what they were."""
    before, after = loaded(policy), loaded(all_renamed(pair, "policy", policy))
    bare = [repr(state).replace("zz_", "").partition("kind=")[2].split("span=")[0] for state in after.states]

    assert bare == [repr(state).partition("kind=")[2].split("span=")[0] for state in before.states]
    if scenarios is not None:
        sink = Diagnostics()
        load_scenarios(all_renamed(pair, "scenarios", scenarios), "s", sink, after)
        assert [] == [item.one_line() for item in sink]


@pytest.mark.parametrize("name", ["aggressive_caller", "customer_conduct", "helpline"])
def test_all_names_of_a_ready_policy_can_be_changed_at_once(name: str) -> None:
    policy = ready_policies()[name]
    text = policy.read_text(encoding="utf-8")
    beside = policy.parent / "scenarios" / policy.name
    scenarios = beside.read_text(encoding="utf-8") if beside.is_file() else None

    as_before(Pair(Index(text), None if scenarios is None else Index(scenarios)), text, scenarios)


def test_all_names_of_the_examples_of_the_language_can_be_changed_at_once() -> None:
    for example in examples_of(LANGUAGE.read_text(encoding="utf-8")):
        text = whole(example)
        if "scenarios:" not in text:
            as_before(Pair(Index(text), None), text, None)


def test_all_names_of_a_small_policy_can_be_changed_at_once() -> None:
    as_before(desk(), DESK, SCENARIOS)


@pytest.mark.parametrize(
    ("needle", "policy", "scenarios"),
    [
        ("listen:", 5, 1),  # a state
        ("insults: {lab", 3, 1),  # an event, in a comment too
        ("name: {text", 6, 0),  # a fact, in texts and in an expression
        ("most: {range", 3, 1),  # a parameter
        ("warnings: {counter", 4, 1),
        ("manager: {}", 2, 1),  # a role
        ("agent: {}", 3, 1),  # a role, but not the person of that name
        ("explained: {lab", 2, 1),  # a statement: an event and a value
        ("note: {params", 2, 3),  # an action, its record among what must be done
        ("call_back: {}", 3, 2),  # an action after which an obligation is called
        ("what: {text", 2, 1),  # a parameter of an action
        ("place]", 1, 2),  # a field
        ("soon}", 2, 0),  # what is sent
        ("wait: {range", 3, 0),  # a number of a duration
        ("warned: warn", 3, 0),  # a guard
        ("closed: {type", 4, 1),  # a final state, and the outcome that is called after it
        ("warned_first", 1, 0),
        ("decided_by: {", 2, 0),
    ],
)
def test_every_place_of_a_name_is_changed(needle: str, policy: int, scenarios: int) -> None:
    after = renamed(needle, "zz")

    assert (policy, scenarios) == (after["policy"].count("zz"), after["scenarios"].count("zz"))
    sink = Diagnostics()
    load_scenarios(after["scenarios"], "s", sink, loaded(after["policy"]))
    assert [] == [item.one_line() for item in sink]


def test_a_name_is_renamed_from_the_scenarios_too() -> None:
    assert renamed("insults: {lab", "zz") == renamed("insults", "zz", scenarios=True)
    assert "  zz:" in renamed("rude", "zz", scenarios=True)["scenarios"]


def test_a_datum_is_renamed_with_that_of_the_events_it_is_read_with() -> None:
    after = renamed("amount: {range", "zz")

    assert [
        "pays: {data: {zz: {range: 0..9, default: 0}}}",
        "settles: {data: {zz: {range: 0..9, default: 0}}}",
        "pays or settles: {when: event.zz > 3 and by == 'agent', target: listen}",
    ] == lines(DESK, after["policy"])


def test_a_comment_is_changed_only_where_one_thing_has_that_name() -> None:
    twice = desk(DESK.replace("  call_back: {}\n", "  call_back: {}\n  insults: {}\n"))

    assert "# The desk. A caller who `zz` is warned." in renamed("insults: {lab", "zz")["policy"]
    assert "# The desk. A caller who `insults` is warned." in renamed("insults: {lab", "zz", twice)["policy"]


def test_the_same_name_again_changes_nothing() -> None:
    assert {"policy": DESK, "scenarios": SCENARIOS} == renamed("listen:", "listen")


@pytest.mark.parametrize(
    ("needle", "name", "code"),
    [
        ("listen:", "warn", "rename-taken"),
        ("insults: {lab", "explained", "rename-taken"),  # a statement is an event
        ("explained: {lab", "calms", "rename-taken"),
        ("warnings: {counter", "warned", "rename-taken"),  # values and conditions share their names
        ("listen:", "Één", "invalid-id"),
        ("listen:", "", "invalid-id"),
        ("insults: {lab", "event", "reserved-name"),
        ("note: {params", "tell", "reserved-name"),
        ("calm: {nl", "quiet", "rename-fixed"),
        ("date, place", "day", "rename-fixed"),
        ("desk\n", "shop", "rename-nothing"),
    ],
)
def test_what_cannot_be_is_refused(needle: str, name: str, code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        renamed(needle, name)

    assert code == refused.value.code
    assert all(len(refused.value.text(language)) > 20 for language in ("en", "nl"))


def test_a_name_that_is_used_and_not_declared_is_refused() -> None:
    with pytest.raises(RefusedError, match="rename-undeclared"):
        renamed("lissen", "zz", desk(DESK.replace("initial: listen", "initial: lissen")))


def test_a_name_that_would_be_read_as_something_else_is_refused() -> None:
    # In `set`, a bare word is a member where the enum has it: `limit` there would no longer be the parameter.
    kinds = "  kind: {enum: [one, two], default: one}\n  last: {enum: [one, two], default: one}\n"
    policy = DESK.replace("  decided_by:", f"{kinds}  decided_by:")
    policy = policy.replace("exit: [{cancel: soon}]", "exit: [{cancel: soon}, {set: {kind: last}}]")
    loaded(policy)

    with pytest.raises(RefusedError, match="rename-mistaken"):
        renamed("last: {enum", "two", desk(policy))


def test_a_name_that_would_break_the_policy_is_refused() -> None:
    # A condition has a longest length, and a name may be long.
    long = " and ".join(["most > 0"] * 40)
    policy = DESK.replace("warned: warnings > 0 and most > 0", f"warned: {long}")
    loaded(policy)

    with pytest.raises(RefusedError) as refused:
        renamed("most: {range", "most_warnings_that_there_may_be_at_all", desk(policy))

    assert "rename-breaks" == refused.value.code


def test_scenarios_without_their_policy_rename_their_own_names() -> None:
    alone = Pair(None, Index(SCENARIOS))

    assert "zz:" in renamed("rude", "zz", alone, scenarios=True)["scenarios"]
    with pytest.raises(RefusedError, match="rename-undeclared"):
        renamed("insults", "zz", alone, scenarios=True)
