"""What the agent is told in the states that are active now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from policy_engine.automaton.inputs import Inputs
from policy_engine.languages import nearest
from policy_engine.model.chart import PLAIN, Chart, Phrase, State, Words
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.types import Value
from policy_engine.records import record
from policy_engine.session.words import fill


@record
class Guidance:
    """One active state: its id and label, the role it is for (an id, or None), what to say, what to avoid,
    how.
    """

    state: str
    label: str
    role: str | None
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    how: tuple[str, ...]


class Guide:
    """Reads the texts of one snapshot: its facts, variables and parameters, and the active states."""

    def __init__(
        self,
        chart: Chart,
        facts: Mapping[str, Value],
        context: Mapping[str, Value],
        parameters: Mapping[str, Value],
        states: tuple[str, ...],
    ) -> None:
        self._chart = chart
        self._values = {**parameters, **facts, **context}
        self._inputs = Inputs(facts, {}, context, None, parameters, states)
        self._active = frozenset(states)

    def read(self, language: str | None) -> tuple[Guidance, ...]:
        """For each active state, in document order, its texts in `language` (None: the policy's first).

        A language that the policy does not have gives the nearest it falls back to, or the policy's first.
        """
        chart = self._chart
        wanted = nearest(language, chart.languages) or chart.languages[0]
        return tuple(self._of(state, wanted) for state in chart.states[1:] if state.id in self._active)

    def _of(self, state: State, language: str) -> Guidance:
        return Guidance(
            state=state.id,
            label=" ".join(self._words(state.label, language)) or state.id,
            role=state.role,
            say=self._phrases(state.say, language),
            avoid=self._phrases(state.avoid, language),
            how=self._phrases(state.how, language),
        )

    def _phrases(self, phrases: Iterable[Phrase], language: str) -> tuple[str, ...]:
        return tuple(
            text
            for phrase in phrases
            if phrase.when is None or compile_expression(phrase.when)(self._inputs)
            for text in self._words(phrase.words, language)
        )

    def _words(self, words: Words, language: str) -> tuple[str, ...]:
        texts = words.get(language) or words.get(PLAIN) or ()
        return tuple(fill(text, self._chart, self._values, language) for text in texts)
