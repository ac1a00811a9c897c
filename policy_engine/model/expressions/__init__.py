"""The small language of guards and assignments: parser, type checker, evaluator."""
