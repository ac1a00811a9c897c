"""Constructs of the language, written out in the terms that the kernel knows: one file for each."""
