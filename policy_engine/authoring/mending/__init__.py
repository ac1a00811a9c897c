"""The one right answer to each finding that has one."""
