"""Texts as they stand in a file, in the languages of a policy."""

from __future__ import annotations

from policy_engine.authoring.beginning.answers import LANGUAGES, Answers
from policy_engine.authoring.beginning.texts import CHANNEL, TEXTS


class Writer:
    """Writes texts in one language, or as a mapping of both."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self._channel = CHANNEL[answers.channel]

    def text(self, key: str) -> str:
        """A text: `"..."`, or `{nl: "...", en: "..."}`."""
        return self._written(key, "{}")

    def list(self, key: str) -> str:
        """A list with one text."""
        return self._written(key, "[{}]")

    def _written(self, key: str, form: str) -> str:
        languages = self.answers.languages
        said = {language: form.format(f'"{self._in(key, language)}"') for language in languages}
        if len(languages) == 1:
            return said[languages[0]]
        return f"{{{', '.join(f'{language}: {text}' for language, text in said.items())}}}"

    def _in(self, key: str, language: str) -> str:
        place = LANGUAGES.index(language)
        text = (self._channel.get(key) or TEXTS[key])[place]
        return text.format(contact=self._channel["contact"][place], count=self.answers.warnings)
