"""Writes the scenarios that are missing, for a person to finish."""
