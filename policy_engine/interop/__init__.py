"""A policy in the words of other state-machine software."""
