"""The poster: a policy on paper, laid out by rule. Whatever the policy, nothing on it overlaps."""

from policy_engine.diagrams.poster.draw import poster, poster_if_it_fits

__all__ = ["poster", "poster_if_it_fits"]
