"""Stage 1: text to nodes with places. YAML 1.2 scalars, limits, no tags, no merge keys."""
