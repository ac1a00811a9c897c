"""Everything that can be said of a policy's text: its mistakes, its proofs, what the rules of lint find, and
whether its sources agree.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from policy_engine.authoring.beside import Read, check_with_sheets
from policy_engine.authoring.collecting import collecting_seldom
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.policy import Policy, check_policy
from policy_engine.verify.allowing import let_be
from policy_engine.verify.linting import Linting
from policy_engine.verify.proofs import Proofs
from policy_engine.verify.proving import Proving


def check_policy_text(
    path: Path,
    source: str | bytes,
    sink: Diagnostics,
    read: Read,
    progress: Callable[[int], None] | None = None,
) -> tuple[Policy | None, Proofs]:
    """Checks a policy whole; all findings go to `sink`, under its path. None where it has mistakes.

    progress: told now and then how many situations were tried; what it raises ends the check. Raises what
    `read` raises for a sheet beside the policy.
    """
    linting = Linting(source, str(path))
    proving = Proving(linting.see, progress)
    with collecting_seldom():
        policy = check_policy(source, str(path), sink, progress, proving)
        proofs = Proofs()
        if policy is not None:
            proving.tell(sink)
            linting.tell(sink)
            proofs = Proofs(len(policy.chart.properties), len(proving.proved), proving.situations)
            check_with_sheets(path, source, sink, read)
    sink.items = list(let_be(sink.sorted(), source, str(path), whole=policy is not None))
    return policy, proofs
