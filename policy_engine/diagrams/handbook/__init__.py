"""The handbook: a whole policy in print, every state with its texts and rules."""
