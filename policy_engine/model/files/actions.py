"""Actions: what the host is asked to do, and what is written down of it."""

from __future__ import annotations

from typing import ClassVar

from policy_engine.model.files.declarations import TypeFile
from policy_engine.model.files.leaves import DurationText, Id, NewId, Sources
from policy_engine.model.files.part import Part, key
from policy_engine.model.files.record import RecordFields
from policy_engine.model.files.texts import OneText, Texts


class ActionFile(Part):
    """Something the host can be asked to do."""

    blank: ClassVar[bool] = True

    to: Id | None = key(
        "The role that it is for.",
        "De rol voor wie het is.",
    )
    label: OneText | None = key(
        "The short name that people read.",
        "De korte naam die mensen lezen.",
    )
    params: dict[NewId, TypeFile] | None = key(
        "What the host is told with it, each with its type; what has no default must be given.",
        "Wat erbij wordt doorgegeven, elk met een type; wat geen beginwaarde heeft moet worden gegeven.",
    )
    record: RecordFields | None = key(
        "What must be written down: a list of names, or fields with their types and who fills them in.",
        "Wat moet worden vastgelegd: een lijst van namen, of velden met hun type en wie ze invult.",
    )
    within: DurationText | None = key(
        "How soon what is written down must be complete: `24 h`.",
        "Hoe snel wat wordt vastgelegd compleet moet zijn: `24 h`.",
    )
    letter: Texts | None = key(
        "The letter or notice that it is: a text for each paragraph, with `{names}` of values.",
        "De brief of het bericht dat het is: een tekst per alinea, met `{namen}` van waarden.",
    )
    note: Texts | None = key(
        "A remark for whoever reads the policy.",
        "Een opmerking voor wie het protocol leest.",
    )
    why: Texts | None = key(
        "The reason behind it.",
        "De reden erachter.",
    )
    source: Sources | None = key(
        "Where it comes from: the article of a protocol, a law, a page.",
        "Waar het vandaan komt: het artikel van een protocol, een wet, een pagina.",
    )
