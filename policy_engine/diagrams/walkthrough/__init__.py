"""The walk-through: a call played in a browser, by the same compiled table."""
