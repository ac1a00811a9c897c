"""Whether policies fit together: what one tells is an event of the other, what one reads the other exports.

Every mistake is found on the file that tells or reads; what the other file has stands in its message.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.model.chart import Ask, Chart, Event, Link
from policy_engine.model.expressions.result import Declared, contains, type_of
from policy_engine.model.expressions.tree import Constant, Expr
from policy_engine.model.hidden import is_hidden, shown_only
from policy_engine.model.tell import DATA, TELL
from policy_engine.model.types import Declaration
from policy_engine.session.values import describe


def check_links(charts: Mapping[str, Chart], sink: Diagnostics, *, complete: bool) -> None:
    """Checks everything that these policies tell each other and read from each other.

    complete: whether a policy that is not among them is a mistake; else what is told to it is left alone.
    """
    for chart in charts.values():
        for ask, declared in _tells(chart):
            _check_tell(ask, chart, declared, charts, sink, complete)
        for fact, link in chart.links.items():
            _check_link(chart.facts[fact], link, charts, sink, complete)


def _tells(chart: Chart) -> Iterator[tuple[Ask, Declared]]:
    """Every `tell` of a policy, with what its values may read."""
    for state in chart.states:
        for step in (*state.entry, *state.exit):
            if isinstance(step, Ask) and step.action == TELL:
                yield step, _declared(chart, {})
    for transition in chart.transitions:
        for step in transition.steps:
            if isinstance(step, Ask) and step.action == TELL:
                data = {
                    name: item
                    for event in transition.events
                    for name, item in chart.events[event].data.items()
                }
                yield step, _declared(chart, data)


def _declared(chart: Chart, data: Mapping[str, Declaration]) -> Declared:
    return {"context": chart.context, "fact": chart.facts, "parameter": chart.parameters, "data": data}


def _check_tell(
    ask: Ask,
    chart: Chart,
    declared: Declared,
    charts: Mapping[str, Chart],
    sink: Diagnostics,
    complete: bool,
) -> None:
    params = dict(ask.params)
    policy, event = params["policy"], params["event"]
    assert isinstance(policy, Constant)
    assert isinstance(event, Constant)
    other = _other(str(policy.value), policy, charts, sink, complete)
    if other is None:
        return
    found = None if is_hidden(str(event.value)) else other.events.get(str(event.value))
    if found is None:
        known = shown_only(other.events)
        suggestion = closest(str(event.value), known)
        sink.error(
            "told-unknown-event",
            event.span,
            policy=other.id,
            name=event.value,
            suggestion=suggestion,
            known=list(known),
        )
        return
    data = {name.removeprefix(DATA): expr for name, expr in params.items() if name.startswith(DATA)}
    _check_data(found, event, data, chart, declared, sink)


def _check_data(
    event: Event,
    place: Constant,
    data: Mapping[str, Expr],
    chart: Chart,
    declared: Declared,
    sink: Diagnostics,
) -> None:
    for name, expr in data.items():
        datum = event.data.get(name)
        if datum is None:
            suggestion = closest(name, event.data)
            sink.error(
                "told-unknown-datum",
                expr.span,
                event=event.name,
                name=name,
                suggestion=suggestion,
                known=list(event.data),
            )
            continue
        narrow = type_of(expr, declared, tuple(chart.roles))
        if not contains(datum.type, narrow):
            sink.error(
                "told-datum-differs",
                expr.span,
                event=event.name,
                name=name,
                wanted=describe(datum.type),
                found=describe(narrow),
            )
    for name, datum in event.data.items():
        if datum.default is None and name not in data:
            sink.error("told-datum-missing", place.span, event=event.name, name=name)


def _check_link(
    fact: Declaration, link: Link, charts: Mapping[str, Chart], sink: Diagnostics, complete: bool
) -> None:
    other = _other(link.policy, link, charts, sink, complete)
    if other is None:
        return
    export = other.exports.get(link.export)
    if export is None:
        suggestion = closest(link.export, other.exports)
        known = list(other.exports)
        sink.error(
            "unknown-export",
            link.span,
            policy=other.id,
            name=link.export,
            suggestion=suggestion and f"{other.id}.{suggestion}",
            known=known,
        )
    elif not contains(fact.type, export.type):
        sink.error(
            "export-differs",
            link.span,
            policy=other.id,
            name=fact.name,
            wanted=describe(fact.type),
            found=describe(export.type),
        )


def _other(
    policy: str, place: Constant | Link, charts: Mapping[str, Chart], sink: Diagnostics, complete: bool
) -> Chart | None:
    other = charts.get(policy)
    if other is None and complete:
        sink.error(
            "policy-not-here", place.span, name=policy, suggestion=closest(policy, charts), known=list(charts)
        )
    return other
