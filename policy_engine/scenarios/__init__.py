"""Scenarios: the tests of a policy, loaded from a file of their own and played against a session."""
