"""The poster: a policy on paper, laid out by rule. Whatever the policy, nothing on it overlaps."""

from policy_engine.diagrams.poster.draw import poster

__all__ = ["poster"]
