"""What an editor shows of the word under the mouse: the help of a key, or what a name is and who uses it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from policy_engine.authoring.lsp.index import Declared, Index, Symbol, schema_at
from policy_engine.authoring.lsp.names import Use, tokens
from policy_engine.authoring.lsp.pair import Pair
from policy_engine.authoring.lsp.rules import EXPRESSION
from policy_engine.authoring.lsp.schemas import help_of
from policy_engine.authoring.lsp.state_summary import summary
from policy_engine.authoring.lsp.words import word

_MOST_LINES = 12  # of a declaration
_MOST_USES = 12  # lines that are listed


class Hovering:
    """Answers for one of the two files of a pair."""

    def __init__(self, pair: Pair, index: Index, language: str) -> None:
        self._pair = pair
        self._index = index
        self._language = language

    def at(self, offset: int) -> tuple[str, int, int] | None:
        """Markdown and the range that it is about; None where there is nothing to say."""
        use = self._index.use_at(offset)
        if use is not None:
            return self._name(use), use.start, use.end
        return self._word(offset) or self._key(offset)

    def _name(self, use: Use) -> str:
        parts = []
        for symbol in self._pair.meant(use):
            declared = self._pair.declared(symbol)
            kind = self._kind(symbol, declared)
            parts.append(f"**{use.name}** – {kind}")
            if declared is None:
                continue
            if symbol.space == "state" and self._pair.policy is not None:
                parts += summary(self._pair.policy, declared, self._language)
            else:
                parts.append(f"```yaml\n{self._snippet(symbol, declared)}\n```")
            parts.append(self._uses(symbol))
        return "\n\n".join(parts)

    def _kind(self, symbol: Symbol, declared: Declared | None) -> str:
        if declared is None and symbol.space not in ("member", "row"):
            return word("undeclared", self._language)
        known = declared is not None and symbol.space == "value"
        kind = declared.section if known and declared is not None else symbol.space
        return word(kind, self._language, symbol.owner)

    def _snippet(self, symbol: Symbol, declared: Declared) -> str:
        index = self._pair.scenarios if symbol.space == "scenario" else self._pair.policy
        assert index is not None  # the name is declared in it
        text = index.text
        end = declared.key.end if declared.value is None else declared.value.end
        line_end = text.find("\n", end)
        begin = text.rfind("\n", 0, declared.key.start) + 1
        flow = text[begin : declared.key.start].strip() != ""
        start = declared.key.start
        stop = end if flow else (len(text) if line_end < 0 else line_end)
        lines = text[start:stop].rstrip().split("\n")
        indent = start - begin
        shown = [lines[0], *(line[min(indent, len(line) - len(line.lstrip())) :] for line in lines[1:])]
        return "\n".join([*shown[:_MOST_LINES], *(["…"] if len(shown) > _MOST_LINES else [])])

    def _uses(self, symbol: Symbol) -> str:
        places = [place for place in self._pair.places(frozenset({symbol})) if not place.declares]
        own = [place for place in places if place.file == "policy"]
        lines: Sequence[int] = []
        if self._pair.policy is not None:
            lines = sorted({self._pair.policy.text.count("\n", 0, place.start) + 1 for place in own})
        told = [self._lines(lines)] if lines else []
        played = len(places) - len(own)
        if played:
            told.append(word("scenarios once" if played == 1 else "scenarios", self._language, played))
        return " ".join(told) or word("unused", self._language)

    def _lines(self, lines: Sequence[int]) -> str:
        shown = ", ".join(map(str, lines[:_MOST_USES])) + (" …" if len(lines) > _MOST_USES else "")
        return word("used" if len(lines) == 1 else "used lines", self._language, shown)

    def _word(self, offset: int) -> tuple[str, int, int] | None:
        """A word of the language itself inside a condition."""
        spot = self._index.spot_at(offset)
        if spot is None or spot.mapping is not None or spot.rule.leaf != EXPRESSION:
            return None
        told = {"by": "reporter", "event": "told", "in_state": "is active"}
        for token in tokens(spot.leaf):
            if token.start <= offset <= token.end and token.kind == "name" and token.text in told:
                text = f"**{token.text}** – {word(told[token.text], self._language)}"
                return text, token.start, token.end
        return None

    def _key(self, offset: int) -> tuple[str, int, int] | None:
        spot = self._index.spot_at(offset)
        if spot is None or spot.mapping is None or spot.leaf.text not in spot.rule.keys:
            return None
        said = help_of(schema_at(spot, self._index.schemas), self._language)
        return "\n\n".join(_told(spot.leaf.text, said)), spot.leaf.start, spot.leaf.end


def _told(key: str, said: str) -> Iterator[str]:
    yield f"**{key}**"
    if said:
        yield said
