"""Which function knows the answer to which finding."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from policy_engine.authoring.mending.conditions import member, quoted_text, word
from policy_engine.authoring.mending.entries import else_to_the_end, left_out
from policy_engine.authoring.mending.syntax import (
    hard_spaces,
    sentence,
    space_after_colon,
    tabs,
    text_of_line,
)
from policy_engine.authoring.mending.values import date, quoted, suggested, typed
from policy_engine.authoring.source import Source
from policy_engine.diagnostics.diagnostic import Diagnostic
from policy_engine.diagnostics.fix import Fix

Mend = Callable[[Diagnostic, Source], Fix | None]

MENDING: Mapping[str, Mend] = {
    # What YAML cannot read as it was meant.
    "quote-sentence": sentence,
    "start-character": text_of_line,
    "tab-indentation": tabs,
    "hard-space-indentation": hard_spaces,
    "space-after-colon": space_after_colon,
    # Values that can only have meant one thing.
    "unquoted-version": quoted,
    "wrong-type": typed,
    "invalid-date": date,
    "invalid-duration": suggested,
    "invalid-delay": suggested,
    "invalid-event-list": suggested,
    "invalid-hours": suggested,
    "invalid-range": suggested,
    # Signs and words of other languages in conditions.
    "foreign-sign": word,
    "foreign-word": word,
    "capital-word": word,
    "double-quotes": quoted_text,
    "member-without-quotes": member,
    "state-as-condition": member,
    # What means nothing, or stands in the wrong place.
    "duplicate-language": left_out,
    "duplicate-member": left_out,
    "internal-misuse": left_out,
    "requires-itself": left_out,
    "else-not-last": else_to_the_end,
    # Of what is declared and not used only what no host knows of: an event may be sent, a fact told.
    "unused-guard": left_out,
    "unused-variable": left_out,
}
