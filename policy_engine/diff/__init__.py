"""Two versions of a policy: what changes for whoever deals with it, and which live sessions can move."""
