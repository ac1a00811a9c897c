"""The phrases of a step as they are in one play: those that may be said, with what is known filled in."""

from __future__ import annotations

from policy_engine.diagrams.phrasing import guard_words, words_of
from policy_engine.diagrams.roleplay.known import filled, opposite, possible
from policy_engine.diagrams.roleplay.script import Script
from policy_engine.diagrams.sheets.model import Block, line
from policy_engine.model.chart import Phrase


def phrase_blocks(script: Script, state: str) -> tuple[Block, ...]:
    """What is said in a step; what is done, where nothing is said."""
    own = script.figure.cards[state].state
    if own.say:
        return _blocks(script, state, own.say, quoted=True)
    return _blocks(script, state, own.how, quoted=False)


def _blocks(script: Script, state: str, phrases: tuple[Phrase, ...], quoted: bool) -> tuple[Block, ...]:
    chart, language = script.figure.chart, script.language
    known = {**script.known, **script.met.get(state, {})}
    blocks: list[Block] = []
    before = None
    for phrase in possible(phrases, script.known):
        if phrase.when is not None:
            other = before is not None and opposite(before, phrase.when)
            condition = guard_words(chart, phrase.when, language)
            words = script.word("otherwise") if other else script.word("if", condition)
            blocks.append(line(words, size="small"))
        before = phrase.when
        texts = (filled(chart, text, known, language) for text in words_of(phrase.words, language))
        blocks += [line(script.quoted(text) if quoted else text) for text in texts]
    return tuple(blocks)
