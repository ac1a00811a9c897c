"""The libraries of the `print` extra, which a program that only runs policies does without."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from policy_engine.errors import PrintError


@contextmanager
def print_extra(package: str, form: str) -> Iterator[None]:
    """Around the import of a package that writing a form, such as "PDF", needs.

    Raises PrintError, which says what to install, where it is missing.
    """
    try:
        yield
    except ImportError:
        raise PrintError("print-extra-missing", package=package, format=form) from None
