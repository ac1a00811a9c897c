"""Reads a document into its model: every mistake of shape is told once, with its place, and taken out.

What comes back holds everything that could be read, so that the checks that follow see the rest of the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.diagnostics.suggest import closest
from policy_engine.document.node import Document, Node, Scalar, copied, tie
from policy_engine.model.files.foreign import KEYS
from policy_engine.model.files.hints import mapping_meant
from policy_engine.model.files.part import LIST, MAPPING, Part, found
from policy_engine.model.files.raw import first_character, is_nothing, mark_unread, sweep, take_out

P = TypeVar("P", bound=Part)


def read_shape(
    model: type[P], document: Document, sink: Diagnostics, unread: Sequence[Span] = ()
) -> P | None:
    """The model of a document, without its broken parts; None where the root itself is broken.

    `unread` are the places that the document could not be read at: what is missing there is not told again.
    """
    if not unread:
        try:
            return model.model_validate(document.root)
        except ValidationError:
            pass  # told below, from nodes that know what they stand in
    root = copied(document.root)
    tie(root)
    for spot in unread:
        mark_unread(root, spot)
    told = False
    while True:
        try:
            return model.model_validate(root)
        except ValidationError as error:
            # What is found after the broken parts went is only their absence: it is taken out in silence.
            problems = error.errors(include_url=False)
            for problem in () if told else problems:
                if not _lost_its_value(problem["input"], unread):
                    _tell(problem, sink)
            told = True
            try:
                lists = [take_out(problem["input"]) for problem in problems]
            except LookupError:
                return None
            for listing in lists:
                if listing is not None and listing.doomed:
                    sweep(listing)


def require(part: Part, sink: Diagnostics) -> None:
    """Tells which required keys of a part were not written."""
    for key in part.required:
        if part.misses(key):
            sink.error("missing-key", part.span, key=key)


def _tell(problem: Mapping[str, Any], sink: Diagnostics) -> None:
    if sink.full:
        return
    kind: str = problem["type"]
    raw = problem["input"]
    if kind == "extra_forbidden":
        known = raw.parent.model.keys()
        elsewhere = raw.parent.model.elsewhere.get(str(raw.key))
        if elsewhere is not None:
            sink.error("misplaced-key", raw.key.span, key=str(raw.key), elsewhere=elsewhere)
            return
        free = [key for key in known if key not in raw.parent]
        near = KEYS.get(str(raw.key).lower())
        meant = near if near in free else closest(raw.key, free)
        if meant is not None:
            raw.parent.broken |= {meant}
        sink.error("unknown-key", raw.key.span, key=str(raw.key), suggestion=meant, known=list(known))
    elif kind in ("dict_type", "list_type"):
        wanted = MAPPING if kind == "dict_type" else LIST
        instead = (mapping_meant(raw) if kind == "dict_type" else None) or _instead_of_nothing(raw)
        sink.error("wrong-type", raw.span, wanted=wanted, found=found(raw), suggestion=instead)
    else:
        fields = dict(problem.get("ctx", {}))
        if kind == "wrong-type":
            fields["suggestion"] = fields["suggestion"] or _instead_of_nothing(raw)
        at = fields.pop("at", raw)
        sink.error(kind, _span(at), **{"suggestion": None, **fields})


def _lost_its_value(raw: Any, unread: Sequence[Span]) -> bool:
    """Whether it was told already that the key stands there without a value: `{nl: "Stop", please}`."""
    key = getattr(raw, "key", None)
    return key is not None and is_nothing(raw) and key.span in unread


def _instead_of_nothing(raw: Any) -> Mapping[str, str] | None:
    """What to write where nothing stands behind a key."""
    key = getattr(raw, "key", None)
    if key is None or not is_nothing(raw):
        return None
    return {
        "en": f"what belongs behind the `:`, or leave `{key}` out",
        "nl": f"wat er achter de `:` hoort, of laat `{key}` weg",
    }


def _span(raw: Node) -> Span:
    return raw.span if isinstance(raw, Scalar) else first_character(raw.span)
