"""The file as written: one pydantic model per mapping of format 1, every leaf with its place."""
