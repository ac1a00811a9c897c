"""The patterns of properties: one file for each."""
