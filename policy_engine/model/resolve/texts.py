"""Texts: each in every language of the policy, with placeholders that are declared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Word
from policy_engine.languages import fallbacks, nearest
from policy_engine.model.chart import PLAIN, Words
from policy_engine.model.expressions.place import Place
from policy_engine.model.files.texts import TextFile
from policy_engine.model.placeholders import placeholders
from policy_engine.model.resolve.names import Names


@dataclass(slots=True)
class Texts:
    """Reads texts. `languages` is None where the list of languages itself could not be read."""

    languages: tuple[str, ...] | None
    names: Names
    sink: Diagnostics

    def words(self, text: TextFile | None, *, template: bool = False, own: Names | None = None) -> Words:
        """The texts per language; with `template` their placeholders are checked too. `own`: names that only
        this text can use, besides those of all.
        """
        if text is None:
            return {}
        words = text.words
        if self.languages is not None and (*words,) != self.languages:
            self._check_languages(text, self.languages)
            words = _filled(words, self.languages)
        if template:
            names = self.names if own is None else own.joined(self.names)
            for word in text.with_gaps():
                self._check_placeholders(word, names)
        return words

    def name(self, text: TextFile | None) -> Words:
        """The same of a name, which may be one in all languages: `owner: Woonbedrijf Vechtstad`."""
        if text is None or self.languages is None or not text.is_plain:
            return self.words(text)
        return {language: next(iter(text.words.values())) for language in self.languages}

    def _check_languages(self, text: TextFile, languages: Sequence[str]) -> None:
        if languages == (PLAIN,):
            self.sink.error("no-languages-declared", text.start, languages=[*text.words])
            return
        if text.is_plain:
            self.sink.error("text-needs-languages", text.start, languages=list(languages))
            return
        written = {*text.words, *text.broken}
        missing = [one for one in languages if one not in written and not _is_variant(one, languages)]
        strange = [language for language in text.words if language not in languages]
        for language in strange:
            near = closest(language, missing) or (missing[0] if len(missing) == len(strange) == 1 else None)
            self.sink.error(
                "unknown-language",
                text.language(language).span,
                language=language,
                suggestion=near,
                known=list(languages),
            )
        # A language under a wrong name is one mistake, not two.
        under_a_wrong_name = len(strange) + len([name for name in text.broken if name not in languages])
        for name in missing[under_a_wrong_name:]:
            self.sink.error("missing-language", text.start, language=name)

    def _check_placeholders(self, word: Word, names: Names) -> None:
        place = None
        for gap in placeholders(word):
            if self.sink.full:
                return
            if gap.name is not None and (names.open or gap.name in names):
                continue
            place = place or Place.of(word)
            span = place.span(gap.start, gap.end)
            if gap.name is None:
                self.sink.error("invalid-placeholder", span, text=word[gap.start : gap.end])
            else:
                self.sink.error(
                    "undeclared-placeholder",
                    span,
                    name=gap.name,
                    suggestion=closest(gap.name, names.all),
                    known=names.all,
                )


def references(source: Sequence[Word] | None) -> tuple[str, ...]:
    """What a `source` names."""
    return tuple(map(str, source)) if source else ()


def _filled(words: Words, languages: Sequence[str]) -> Words:
    """The texts in the order of the languages, each variant that was left out as what it falls back to."""
    found = {language: nearest(language, words) for language in languages}
    return {language: words[name] for language, name in found.items() if name is not None}


def _is_variant(language: str, languages: Sequence[str]) -> bool:
    """Whether a language falls back to another one of the policy."""
    return any(base in languages for base in islice(fallbacks(language), 1, None))
