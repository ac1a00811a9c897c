"""Stage 4: one live session in memory, and the decisions that it gives."""
