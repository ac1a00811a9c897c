"""A message of the catalogue: the same sentence in English and Dutch, with fields to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from policy_engine.records import record

_LONGEST: Final = 300  # characters of one field: a hostile name must not fill the screen


@record
class Message:
    """Templates with `{field}`s; a field may be a mapping from "en" and "nl" to words.

    `en`/`nl` say what is wrong; `help_en`/`help_nl` say what to do. `hint_en`/`hint_nl` stand before the
    help when `suggestion` is among the fields and is not None ("did you mean ..."). `none_en`/`none_nl` take
    the place of the help where a list that it shows has nothing in it; without them there is no help then.
    """

    en: str
    nl: str
    help_en: str | None = None
    help_nl: str | None = None
    hint_en: str = "did you mean `{suggestion}`?"
    hint_nl: str = "bedoelt u `{suggestion}`?"
    none_en: str | None = None
    none_nl: str | None = None

    def render(self, fields: Mapping[str, object], language: str) -> str:
        """What is wrong, in `language` (English where it is neither "en" nor "nl")."""
        return (self.nl if language == "nl" else self.en).format_map(_words(fields, language))

    def render_help(self, fields: Mapping[str, object], language: str) -> str | None:
        """What to do, in `language`, or None where there is nothing to add."""
        dutch = language == "nl"
        parts = []
        if fields.get("suggestion") is not None:
            parts.append(self.hint_nl if dutch else self.hint_en)
        advice = self.help_nl if dutch else self.help_en
        if advice is not None and _shows_nothing(advice, fields):
            advice = self.none_nl if dutch else self.none_en
        if advice is not None:
            parts.append(advice)
        return " ".join(parts).format_map(_words(fields, language)) if parts else None

    def outline(self, language: str) -> tuple[str, str | None]:
        """The message and the help without fields: `…` stands for each."""
        dutch = language == "nl"
        advice = self.help_nl if dutch else self.help_en
        message = (self.nl if dutch else self.en).format_map(_Gaps())
        return message, None if advice is None else advice.format_map(_Gaps())


class _Gaps(dict[str, str]):
    """Every field as `…`."""

    def __missing__(self, name: str) -> str:
        return "…"


def _shows_nothing(advice: str, fields: Mapping[str, object]) -> bool:
    """Whether a list that the help shows is empty: "it has one of " helps nobody."""
    return any(
        isinstance(value, (list, tuple)) and not value and f"{{{name}}}" in advice
        for name, value in fields.items()
    )


def _words(fields: Mapping[str, object], language: str) -> dict[str, str]:
    return {name: _word(value, language) for name, value in fields.items()}


def _word(value: object, language: str) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(f"`{item}`" for item in value)
    if isinstance(value, Mapping):
        # Words of our own, not of the author: they come in every language.
        return str(value["nl" if language == "nl" else "en"])
    text = str(value)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
