"""Every course that a session can take, told as a call: what proofs, lint, tests and comparisons search."""
