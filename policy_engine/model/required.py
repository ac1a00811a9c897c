"""What is told where an event must wait for what it requires."""

from __future__ import annotations

from policy_engine.languages import spoken
from policy_engine.model.chart import PLAIN, Chart, Words

OURS = ("en", "nl")  # the languages that the engine itself speaks


def missing_words(chart: Chart, missing: object) -> Words:
    """ "First: ..." in every language of the policy; where it has none, in those of the engine."""
    from policy_engine.diagnostics.catalogue import render_message

    assert isinstance(missing, tuple)
    languages = OURS if chart.languages == (PLAIN,) else chart.languages
    return {
        language: (
            render_message(
                "requires",
                {"labels": ", ".join(label_of(chart, name, language) for name in missing)},
                language.partition("-")[0],
            ),
        )
        for language in languages
    }


def label_of(chart: Chart, name: str, language: str) -> str:
    """What people call a statement or a flag."""
    label = chart.context[name].label
    return spoken(label, language, chart.languages[0]) if label else name.replace("_", " ")
