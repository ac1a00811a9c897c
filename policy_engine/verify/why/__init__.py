"""Why something was decided, and the smallest change that would have changed it."""
