"""`policy-engine new`: a policy to begin from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from policy_engine.cli.language import of_words
from policy_engine.cli.options import WordsOption
from policy_engine.cli.status import FINE

NAME = "new"
EXAMPLES = """
Examples:

* `policy-engine new my_protocol.yaml`
"""


def command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist yet.")],
    lang: WordsOption = None,
) -> int:
    """Write a small policy to begin from: a copy of the ready policy `starter`, under the file's name."""
    from policy_engine.cli.beginning import beginning
    from policy_engine.cli.files import create
    from policy_engine.cli.words import word

    language = of_words(lang)
    create(file, beginning(file.stem), language)
    print(word("begun", language, file))
    return FINE
