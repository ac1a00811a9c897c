"""Changes a policy in every small way: what the changes are, and whether a scenario notices."""
