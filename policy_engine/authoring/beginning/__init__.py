"""A policy to begin from, made of the answers to a few questions."""
