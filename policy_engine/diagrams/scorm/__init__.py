"""The walk-through as a lesson with a score, for learning platforms (SCORM 1.2)."""
