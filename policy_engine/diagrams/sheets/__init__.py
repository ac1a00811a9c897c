"""Printed pages of text: a small document model, written as PDF and as a Word file."""
