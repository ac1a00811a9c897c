"""Stage 2: a document becomes a typed policy: models, expressions, durations, the chart."""
