"""What is read at once is what pydantic would have made of its long form."""

from __future__ import annotations

import pytest

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document.read import read_document
from policy_engine.model.files.policy import PolicyFile
from policy_engine.model.files.shape import read_shape
from policy_engine.model.files.states import StateFile
from tests.model.reading import HEAD


def _state(text: str) -> StateFile:
    sink = Diagnostics()
    document = read_document(f"{HEAD}initial: a\nstates:\n  a: {text}\n", "example.yaml", sink)
    assert document is not None
    file = read_shape(PolicyFile, document, sink)
    assert [] == list(sink)
    assert file is not None
    assert file.states is not None
    return next(iter(file.states.values()))


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("{on: {e: b}}", "{on: {e: {target: b}}}"),
        ("{on: {e: b}}", "{on: {e: [{target: b}]}}"),
        ("{always: b}", "{always: {target: [b]}}"),
        ("{entry: note}", "{entry: [{note: {}}]}"),
        ("{exit: [note, alert]}", "{exit: [{note: {}}, {alert: {}}]}"),
        ("{on: {e: {do: note}}}", "{on: {e: {do: [{note: {}}]}}}"),
    ],
)
def test_a_short_form_reads_as_its_long_form(short: str, long: str) -> None:
    at_once, by_pydantic = _state(short), _state(long)

    assert at_once.model_dump() == by_pydantic.model_dump()
    assert at_once == by_pydantic
    assert repr(at_once) == repr(by_pydantic)


def test_a_part_that_is_read_at_once_can_be_asked_for_its_keys() -> None:
    (branch,) = _state("{on: {e: b}}").on["e"]  # type: ignore[index]  # keys are Words, and they are texts

    assert branch.has("target")
    assert branch.misses("when")
    assert (None, None, None) == (branch.when, branch.by, branch.otherwise)
