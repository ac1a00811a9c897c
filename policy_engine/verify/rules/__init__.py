"""Lint: what no proof forbids and nobody means. One rule, one file; `registry` lists them."""
