"""Shares in words."""

from __future__ import annotations


def decimal(value: float, language: str) -> str:
    """A percentage with one decimal, or none where it is whole."""
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language == "nl" else text
