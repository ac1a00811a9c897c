"""What the scenarios of a policy come past, what they leave out, and what it would take."""
