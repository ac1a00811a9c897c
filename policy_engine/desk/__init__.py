"""Sessions that know each other: what one tells, another is told; what one exports, another reads."""
