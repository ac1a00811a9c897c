"""A comparison of two versions, as text for people and as JSON for programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from policy_engine.courses.noticed import Noticed
from policy_engine.courses.pair import Call, Difference
from policy_engine.diagnostics.catalogue import render_message
from policy_engine.diagnostics.span import Span
from policy_engine.diff.comparison import Comparison
from policy_engine.diff.declared import Declared
from policy_engine.diff.groups import Group
from policy_engine.diff.names import Names
from policy_engine.diff.telling import Teller
from policy_engine.diff.texts import TextChange
from policy_engine.diff.words import SECTIONS

_BOLD, _RED, _GREEN, _PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[0m"
# A text longer than this is cut where changes are listed.
_LONG = 90


def print_comparison(compared: Comparison, language: str, *, colour: bool) -> None:
    """Prints everything that tells the two apart."""
    for line in lines_of(compared, language):
        print(_coloured(line) if colour else line)


def _coloured(line: str) -> str:
    if not line.startswith(" "):
        return f"{_BOLD}{line}{_PLAIN}" if line else line
    mark = line.lstrip()[:2]
    tone = {"- ": _RED, "+ ": _GREEN}.get(mark)
    return f"{tone}{line}{_PLAIN}" if tone else line


def lines_of(compared: Comparison, language: str) -> Iterator[str]:
    """The report, line by line."""

    def say(code: str, **fields: object) -> str:
        return render_message(code, fields, language)

    old, new = compared.old, compared.new
    counts = {
        "groups": len(compared.groups),
        "declared": len(compared.declared),
        "texts": len(compared.texts),
    }
    title = {"old": f"{old.id} {old.version}", "new": f"{new.id} {new.version}"}
    if compared.equal:
        yield say("diff-equal", **title, texts=counts["texts"])
    elif not compared.groups and not compared.declared:
        assert compared.open is not None
        yield say(f"diff-open-{compared.open.why}", **title)
    else:
        yield say("diff-differs", **title, **counts)
    names = Names(old.chart, new.chart, language, ids=True)
    teller = Teller(old.automaton.chart, new.automaton.chart, names)
    for number, group in enumerate(compared.groups, start=1):
        yield ""
        yield from _group(number, group, teller, language)
    if compared.declared:
        yield ""
        yield _title(say("diff-declared"))
        for item in compared.declared:
            yield f"  {_declared(item, language)}{_at(item.new_line or item.old_line)}"
    if compared.texts:
        yield ""
        yield _title(say("diff-texts"))
        for change in compared.texts:
            yield from _text(change, language)
    if compared.open is not None and (compared.groups or compared.declared):
        yield ""
        yield _title(say("diff-open-rest"))
        yield say(f"diff-open-{compared.open.why}", **title)


def _group(number: int, group: Group, teller: Teller, language: str) -> Iterator[str]:
    told = teller.group(group)
    yield f"{number}. {told.title}"
    yield f"  - {told.old}{_lines(group.cause.old_lines)}"
    yield f"  + {told.new}{_lines(group.cause.new_lines)}"
    yield f"    {render_message('diff-call', {}, language)}"
    for place, line in enumerate(told.call, start=1):
        yield f"      {place}. {line}"


def _title(text: str) -> str:
    return text[0].upper() + text[1:]


def _lines(spans: Iterable[Span]) -> str:
    found = list(dict.fromkeys(f"{span.file}:{span.line}" for span in spans))
    return f"  [{', '.join(found[:3])}]" if found else ""


def _at(span: Span | None) -> str:
    return "" if span is None else f"  [{span.file}:{span.line}]"


def _declared(item: Declared, language: str) -> str:
    section = SECTIONS[language][item.section]
    fields = {"section": section, "name": item.name, "old": item.old or "–", "new": item.new or "–"}
    if item.change != "changed":
        return render_message(f"diff-{item.change}", fields, language)
    return render_message(f"diff-changed-{item.what}", fields, language)


def _text(change: TextChange, language: str) -> Iterator[str]:
    where = f"{change.name}.{change.key}" if change.section != "policy" else change.key
    spoken = f" ({change.language})" if change.language else ""
    yield f"  {where}{spoken}{_at(change.new_line or change.old_line)}"
    yield from (f"    - {_cut(text)}" for text in change.old if text not in change.new)
    yield from (f"    + {_cut(text)}" for text in change.new if text not in change.old)
    if set(change.old) == set(change.new):
        yield f"    {render_message('diff-other-order', {}, language)}"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONG else f"{line[: _LONG - 1]}…"


# -- JSON --------------------------------------------------------------------------------------------------


def comparison_json(compared: Comparison) -> dict[str, object]:
    """A comparison as JSON-ready data; the same keys whatever was found."""
    return {
        "old": _version(compared, old=True),
        "new": _version(compared, old=False),
        "equal": compared.equal,
        "undecided": None if compared.open is None else compared.open.why,
        "parameter_choices": compared.choices,
        "differences": [_group_json(group) for group in compared.groups],
        "declarations": [_declared_json(item) for item in compared.declared],
        "texts": [_text_json(change) for change in compared.texts],
    }


def _version(compared: Comparison, *, old: bool) -> dict[str, object]:
    policy = compared.old if old else compared.new
    return {
        "policy": policy.id,
        "version": policy.version,
        "digest": policy.digest,
        "file": policy.chart.file,
    }


def _group_json(group: Group) -> dict[str, object]:
    item = group.difference
    return {
        "parts": list(group.parts),
        "events": list(group.events),
        "states": list(group.states),
        "old_lines": [_span(span) for span in group.cause.old_lines],
        "new_lines": [_span(span) for span in group.cause.new_lines],
        "parameters": dict(group.parameters),
        "call": [_call(call, ways) for call, ways in zip(item.calls, _ways(item), strict=True)],
        "old": [_noticed(one) for one in item.old],
        "new": [_noticed(one) for one in item.new],
    }


def _ways(item: Difference) -> Sequence[tuple[Sequence[str], Sequence[str]]]:
    return item.ways


def _call(call: Call, ways: tuple[Sequence[str], Sequence[str]]) -> dict[str, object]:
    return {
        "call": call.kind,
        "event": call.event or None,
        "data": dict(call.data),
        "by": call.by,
        "person": call.person or None,
        "facts": dict(call.facts),
        "wait_seconds": call.wait / 1_000_000_000,
        "due": list(call.due),
        "old_states": list(ways[0]),
        "new_states": list(ways[1]),
    }


def _noticed(one: Noticed) -> dict[str, object]:
    return {
        "verdict": one.verdict,
        "event": one.event or None,
        "reason": one.code,
        "params": dict(one.params),
        "actions": [{"name": name, "to": to, "params": dict(params)} for name, to, params in one.actions],
        "after": list(one.after),
        "exited": list(one.exited),
        "entered": list(one.entered),
        "outcome": one.outcome,
        "dropped": [event for event, _, _ in one.dropped],
    }


def _span(span: Span | None) -> dict[str, object] | None:
    return None if span is None else {"file": span.file, "line": span.line, "column": span.column}


def _declared_json(item: Declared) -> dict[str, object]:
    return {
        "section": item.section,
        "name": item.name,
        "change": item.change,
        "what": item.what or None,
        "old": item.old or None,
        "new": item.new or None,
        "old_line": _span(item.old_line),
        "new_line": _span(item.new_line),
    }


def _text_json(change: TextChange) -> dict[str, object]:
    return {
        "section": change.section,
        "name": change.name,
        "key": change.key,
        "language": change.language or None,
        "old": list(change.old),
        "new": list(change.new),
        "old_line": _span(change.old_line),
        "new_line": _span(change.new_line),
    }
