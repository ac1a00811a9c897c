"""What is told where an event must wait for what it requires."""

from __future__ import annotations

from policy_engine.languages import spoken
from policy_engine.model.chart import PLAIN, Chart, Words

# Said to the agent beside the policy's own texts, so it is a sentence like them.
_FIRST = {"en": "First: {}.", "nl": "Eerst nog: {}."}
OURS = tuple(_FIRST)


def missing_words(chart: Chart, missing: object) -> Words:
    """ "First: ..." in every language of the policy; where it has none, in those of the engine."""
    assert isinstance(missing, tuple)
    languages = OURS if chart.languages == (PLAIN,) else chart.languages
    return {
        language: (
            spoken(_FIRST, language, "en").format(
                ", ".join(label_of(chart, name, language) for name in missing)
            ),
        )
        for language in languages
    }


def label_of(chart: Chart, name: str, language: str) -> str:
    """What people call a statement or a flag."""
    label = chart.context[name].label
    return spoken(label, language, chart.languages[0]) if label else name.replace("_", " ")
