"""What a near miss is."""

from __future__ import annotations

# A rule, what the policy is about, and a policy in which the rule finds nothing.
NearMiss = tuple[str, str, str]
