"""The letters and notices that actions are."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.suggest import closest
from policy_engine.errors import InvalidDataError
from policy_engine.languages import nearest
from policy_engine.model.chart import PLAIN, ActionType, Chart
from policy_engine.model.types import Declaration, Type, Value
from policy_engine.session.decision import Action
from policy_engine.session.values import complete
from policy_engine.session.words import fill


def letter(chart: Chart, action: Action, values: Mapping[str, Value], language: str | None) -> str | None:
    """The letter that an action is, filled in, or None where it is none. `values` are those of the session:
    a parameter of the action that has the name of one of them comes first, and `to` comes last.

    Raises InvalidDataError.
    """
    kind = chart.actions.get(action.name)
    if kind is None:
        raise _unknown(chart, action.name)
    if not kind.letter:
        return None
    usual = {name: item.default for name, item in kind.params.items() if item.default is not None}
    params = complete(action.params, kind.params, "parameter", usual)
    wanted = nearest(language, chart.languages) or chart.languages[0]
    addressee = _addressee(chart, kind)
    own = {**kind.params} if "to" in values else {**addressee, **kind.params}
    known = {"to": action.to or kind.to or "", **values, **params}
    texts = kind.letter.get(wanted) or kind.letter[PLAIN]
    return "\n\n".join(fill(text, chart, known, wanted, own) for text in texts)


def _addressee(chart: Chart, kind: ActionType) -> dict[str, Declaration]:
    """`to`, as a value whose members are the roles; nothing where the action is for nobody."""
    if kind.to is None:
        return {}
    labels = {
        name: {language: " ".join(texts) for language, texts in role.label.items()}
        for name, role in chart.roles.items()
    }
    return {"to": Declaration("to", Type("text"), None, {}, labels)}


def _unknown(chart: Chart, name: str) -> InvalidDataError:
    from policy_engine.diagnostics.catalogue import render_message

    fields = {"name": name, "suggestion": closest(name, chart.actions), "known": [*chart.actions]}
    problem = {"code": "undeclared-action", **fields}
    return InvalidDataError(render_message("undeclared-action", fields, "en"), name=name, problem=problem)
