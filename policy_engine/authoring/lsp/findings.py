"""What is wrong with a text: its mistakes at once while it is typed, everything else a while later."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from policy_engine.authoring.beside import policy_of
from policy_engine.authoring.checking import check_policy_text
from policy_engine.authoring.lsp.documents import Documents
from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.read import read_document
from policy_engine.model.load import load_chart
from policy_engine.model.resolve.sheets import is_sheet, read_sheet
from policy_engine.ready import ready_policies
from policy_engine.scenarios.load import read_scenarios
from policy_engine.scenarios.recognise import is_scenario_file

LONGEST = 20.0  # seconds that a whole check may take


class StoppedError(Exception):
    """nobody waits for this check any more, or it took too long"""


def mistakes(documents: Documents, path: Path, text: str) -> Sequence[Diagnostic]:
    """What can be told without trying any session: of a policy, of scenarios or of a sheet."""
    sink = Diagnostics()
    if is_scenario_file(text):
        _scenarios(documents, path, text, sink)
    elif is_sheet(text.encode("utf-8", "replace")):
        read_sheet(text, str(path), sink)
    else:
        document = read_document(text, str(path), sink)
        if document is not None:
            load_chart(document, sink)
    return sink.sorted()


def everything(
    documents: Documents,
    path: Path,
    text: str,
    stopped: Callable[[], bool],
    clock: Callable[[], float] = time.monotonic,
) -> Sequence[Diagnostic] | None:
    """What `policy-engine check` finds in a policy. None for what is no policy, and where it was stopped.

    stopped: asked now and then whether anybody still waits. clock: in seconds.
    """
    if is_scenario_file(text) or is_sheet(text.encode("utf-8", "replace")):
        return None
    until = clock() + LONGEST

    def progress(_tried: int) -> None:
        if stopped() or clock() > until:
            raise StoppedError

    sink = Diagnostics()
    try:
        check_policy_text(path, text, sink, documents.read, progress)
    except StoppedError:
        return None
    return None if stopped() else sink.sorted()


def _scenarios(documents: Documents, path: Path, text: str, sink: Diagnostics) -> None:
    written = read_scenarios(text, str(path), sink)
    if written is None:
        return
    policy = policy_of(path, written.policy)
    found = None if policy is None else documents.text(policy)
    if policy is None or found is None:
        suggestion = closest(written.policy, sorted(ready_policies()))
        sink.error(
            "scenarios-policy-unknown", written.policy_span, policy=written.policy, suggestion=suggestion
        )
        return
    own = Diagnostics()
    document = read_document(found, str(policy), own)
    chart = None if document is None else load_chart(document, own)
    if chart is None:
        # What is wrong with the policy is told where the policy itself is open.
        sink.error("scenarios-policy-broken", written.policy_span, policy=written.policy, file=policy)
        return
    written.resolve(chart, sink)
