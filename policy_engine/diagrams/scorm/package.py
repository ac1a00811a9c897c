"""The walk-through as a SCORM 1.2 package: one lesson in which the learner plays the agent, with a score.

The package holds one page and the manifest that learning platforms read. Everything in it has a fixed date
and is stored as it is, so that the same policy and scenarios give the same bytes on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from policy_engine.diagrams.printed import scorm
from policy_engine.diagrams.scorm.lesson import Call, Move, calls_of
from policy_engine.diagrams.walkthrough.page import COMMON, fill, languages_of, page_html, page_title
from policy_engine.diagrams.walkthrough.terms import Json, duration_json, value_json
from policy_engine.errors import PrintError
from policy_engine.model.scenarios import Scenario
from policy_engine.model.types import Value
from policy_engine.policy import Policy

MASTERY = 80  # points of 100
MOST_QUESTIONS = 4_000  # SCORM 1.2 keeps 4,096 characters between visits: one for each answer
_HERE = Path(__file__).parent
_SCRIPTS = (
    *COMMON,
    *(_HERE / f"{name}.js" for name in ("platform", "attempt", "happening", "cards", "quiz")),
)
_ON_DISK = (1980, 1, 1, 0, 0, 0)  # the first date that a zip file knows


def scorm_zip(
    policy: Policy, scenarios: Sequence[Scenario], *, languages: tuple[str, ...] | None = None
) -> bytes:
    """The package for a learning platform. The scenarios must have been loaded for this policy.

    languages: those that the page can be read in, shown in this order; left out, all that there are.
    Raises PrintError for a language that the policy lacks, a policy that is too large, and scenarios with
    nothing to ask or too much of it.
    """
    wanted = languages_of(policy, languages)
    page = lesson_html(policy, scenarios, wanted)
    manifest = fill(
        (_HERE / "imsmanifest.xml").read_text("utf-8"),
        {
            "identifier": f"policy-{policy.id}-{policy.digest[:12]}",
            "version": escape(policy.version),
            "title": escape(page_title(policy, wanted[0], scorm.WORDS)),
            "mastery": str(MASTERY),
        },
    )
    return _zip({"imsmanifest.xml": manifest, "index.html": page})


def lesson_html(policy: Policy, scenarios: Sequence[Scenario], languages: tuple[str, ...]) -> str:
    """The lesson's page. Without a learning platform around it, it says that no score is kept."""
    calls = calls_of(policy, scenarios, languages)
    questions = sum(call.questions for call in calls)
    if not questions:
        raise PrintError("lesson-empty", policy=policy.id)
    if questions > MOST_QUESTIONS:
        raise PrintError("lesson-too-long", questions=questions, most=MOST_QUESTIONS)
    policies = tuple(dict.fromkeys(call.policy for call in calls))
    lesson = {
        "mastery": MASTERY,
        "digest": policy.digest[:8],
        "calls": [_call(call, policies.index(call.policy)) for call in calls],
    }
    return page_html(policies, languages, scorm.WORDS, {"lesson": lesson}, _SCRIPTS)


def _call(call: Call, variant: int) -> Json:
    scenario = call.scenario
    return {
        "name": scenario.name,
        "title": scenario.title,
        "story": scenario.story,
        "goals": scenario.goals,
        "variant": variant,
        "facts": _values(scenario.facts),
        "moves": [_move(move) for move in call.moves],
    }


def _move(move: Move) -> Json:
    question = move.question
    return {
        "event": move.event,
        "data": _values(move.data),
        "by": move.by,
        "facts": None if move.facts is None else _values(move.facts),
        "wait": None if move.wait is None else duration_json(move.wait),
        "line": move.line,
        "question": None
        if question is None
        else {
            "kind": question.kind,
            "options": question.options,
            "right": question.right,
            "because": question.because,
        },
    }


def _values(values: Mapping[str, Value]) -> Json:
    return {name: value_json(value) for name, value in values.items()}


def _zip(files: dict[str, str]) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        for name, text in files.items():
            entry = ZipInfo(name, _ON_DISK)
            entry.create_system = 3  # else it names the system that it was made on
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, text.encode())
    return made.getvalue()
