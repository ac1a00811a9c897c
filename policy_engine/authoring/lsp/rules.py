"""Which names stand where in a policy and in its scenarios: what JSON Schema can't say of them.

A rule says what a scalar is at a place, what stands behind its keys and in its lists. Every key of the schema
is here; a test compares the two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """What may stand at a place.

    `leaf`: what a scalar is: the name space of a name, or one of the sorts of text below. `key`: the name
    space of a key that is none of `keys`, which `declares` says are declared here. `keys`, `other` and
    `items` name the rules of what stands behind. `events` are the keys whose events a condition here is
    about.
    """

    leaf: str = ""
    keys: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    declares: bool = False
    other: str = ""
    items: str = ""
    events: tuple[str, ...] = ()


# Sorts of text that are no names themselves but may hold some.
EXPRESSION: Final = "expression"
VALUE: Final = "value of a variable"  # a literal, or an unquoted expression
LITERAL: Final = "literal"
DURATION: Final = "duration"
SAID: Final = "said"  # with placeholders
LETTER: Final = "letter"  # with placeholders for its own parameters too

_REMARKS = {"label": "", "note": "", "why": "", "source": "Source"}
_TYPE = {
    **_REMARKS,
    **dict.fromkeys(("flag", "counter", "range", "text", "number", "person"), ""),
    "enum": "Members",
    "default": "member",
    "in_doubt": "member",
}
_BRANCH = {
    **_REMARKS,
    "target": "state",
    "when": EXPRESSION,
    "by": "role",
    "requires": "value",
    "do": "Steps",
    "internal": "",
}
_DUTY = {
    **_REMARKS,
    "event": "event",
    "action": "action",
    "within": DURATION,
    "overdue": "event",
    "until": "state",
}
_HEAD = ("format", "version", "title", "subtitle", "owner", "date", "approved", "emergency", "languages")

# A list of names is a rule of its own kind: a name, or a list of them.
_NAMES = (
    "state",
    "event",
    "action",
    "role",
    "value",
    "timer",
    "member",
    "duty",
    "outcome",
    EXPRESSION,
    DURATION,
)

RULES: Final[Mapping[str, Rule]] = {
    "": Rule(),
    **{name: Rule(leaf=name, items=name) for name in _NAMES},
    "Policy": Rule(
        keys={
            **_REMARKS,
            **dict.fromkeys((*_HEAD, "policy", "subject", "calendar"), ""),
            "sources": "Rows",
            "parameters": "Parameters",
            "facts": "Facts",
            "context": "Context",
            "exports": "Exports",
            "roles": "Roles",
            "events": "Events",
            "actions": "Actions",
            "guards": "Guards",
            "statements": "Statements",
            "initial": "state",
            "states": "States",
            "properties": "Properties",
            "migrate": "Migrate",
        }
    ),
    # Names of an earlier version are not this policy's: only those of now are.
    "Migrate": Rule(
        keys={
            **dict.fromkeys(("from", "drop", "timers"), ""),
            "states": "MovedStates",
            "context": "MovedValues",
            "set": "Begun",
        }
    ),
    "MovedStates": Rule(other="state"),
    "MovedValues": Rule(other="value"),
    "Begun": Rule(key="value", other="Literal"),
    "Parameters": Rule(key="value", declares=True, other="Type"),
    "Facts": Rule(key="value", declares=True, other="Fact"),
    "Context": Rule(key="value", declares=True, other="Variable"),
    "Type": Rule(keys=_TYPE),
    "Fact": Rule(keys={**_TYPE, "from": "", "key": "value"}),
    "Variable": Rule(keys={**_TYPE, "lapse": "Lapse"}),
    "Lapse": Rule(leaf=DURATION, keys={"after": DURATION, "when": ""}),
    "Members": Rule(leaf="member", key="member", declares=True, items="Members"),
    "Roles": Rule(key="role", declares=True, other="Role"),
    "Role": Rule(keys=dict(list(_REMARKS.items()))),
    "Events": Rule(key="event", declares=True, other="Event"),
    "Event": Rule(
        keys={
            **_REMARKS,
            "actor": "role",
            "by": "role",
            "tone": "",
            "safety": "",
            "settle": DURATION,
            "data": "Data",
        }
    ),
    "Data": Rule(key="datum", declares=True, other="Type"),
    "Actions": Rule(key="action", declares=True, other="Action"),
    "Action": Rule(
        keys={
            **_REMARKS,
            "to": "role",
            "params": "Params",
            "record": "Record",
            "within": DURATION,
            "letter": "Letter",
        }
    ),
    "Params": Rule(key="param", declares=True, other="Type"),
    "Record": Rule(leaf="field", key="field", declares=True, other="Field", items="Record"),
    "Field": Rule(keys={**_TYPE, "by": "role", "required": ""}),
    "Letter": Rule(leaf=LETTER, items="Letter", other="Letter"),
    "Guards": Rule(key="value", declares=True, other="Guard"),
    "Guard": Rule(leaf=EXPRESSION, keys={**_REMARKS, "when": EXPRESSION}),
    "Statements": Rule(key="value", declares=True, other="Statement"),
    "Statement": Rule(keys={**_REMARKS, "by": "role"}),
    "Exports": Rule(key="export", declares=True, other="Export", items="value"),
    "Export": Rule(leaf=EXPRESSION, items="Choice"),
    "Choice": Rule(keys={"when": EXPRESSION, "value": "Literal", "else": "Literal"}),
    "Rows": Rule(leaf="row", key="row", declares=True, items="Rows"),
    "Source": Rule(leaf="row", items="Source"),
    "States": Rule(key="state", declares=True, other="State"),
    "State": Rule(
        keys={
            **_REMARKS,
            "label": "Said",
            "say": "Phrases",
            "avoid": "Phrases",
            "how": "Phrases",
            "type": "",
            "phase": "",
            "initial": "state",
            "role": "role",
            "entry": "Steps",
            "exit": "Steps",
            "forbid": "Forbids",
            "must": "Must",
            "on": "On",
            "always": "Transition",
            "done": "Transition",
            "after": "After",
            "states": "States",
            "deep": "",
            "target": "state",
            "outcome": "Outcome",
        }
    ),
    "Outcome": Rule(leaf="outcome", declares=True),
    "Said": Rule(leaf=SAID, items="Said", other="Said"),
    "Phrases": Rule(
        leaf=SAID,
        keys={"when": EXPRESSION, "text": "Said", "promises": "Promise", "source": "Source"},
        other="Said",
        items="Phrases",
    ),
    "Promise": Rule(keys={"enter": "state", "action": "action", "event": "event"}),
    "Forbids": Rule(key="event", other="Forbid"),
    "Forbid": Rule(
        leaf=SAID,
        keys={"when": EXPRESSION, "text": "Said", "source": "Source"},
        other="Said",
        items="Forbid",
    ),
    "Must": Rule(key="obligation", declares=True, other="Duty", items="Duty"),
    "Duty": Rule(keys=_DUTY),
    "On": Rule(key="event", other="Transition"),
    "After": Rule(key=DURATION, other="Transition"),
    "Transition": Rule(leaf="state", keys=_BRANCH, items="Branch"),
    "Branch": Rule(keys={**_BRANCH, "else": "Else"}),
    "Else": Rule(leaf="state", keys={key: rule for key, rule in _BRANCH.items() if key != "when"}),
    "Steps": Rule(
        leaf="action",
        keys={
            "set": "Set",
            "add": "Add",
            "remember": "Remember",
            "raise": "event",
            "send": "Send",
            "cancel": "timer",
            "tell": "Tell",
        },
        key="action",
        other="Given",
        items="Steps",
    ),
    "Set": Rule(key="value", other="Value"),
    "Value": Rule(leaf=VALUE, keys={"expr": EXPRESSION}),
    "Add": Rule(key="value", other=EXPRESSION),
    "Remember": Rule(key="value"),
    "Send": Rule(keys={"event": "event", "delay": DURATION, "id": "Timer"}),
    "Timer": Rule(leaf="timer", declares=True),
    "Tell": Rule(keys={"policy": "", "key": EXPRESSION, "event": "", "data": "Told"}),
    "Told": Rule(other="Literal"),
    "Given": Rule(key="param", other="Literal"),
    "Literal": Rule(leaf=LITERAL, keys={"expr": EXPRESSION}),
    "Properties": Rule(key="property", declares=True, other="Property"),
    "Property": Rule(
        keys={
            **_REMARKS,
            "always": EXPRESSION,
            "never": "Never",
            "whenever": "Whenever",
            "then": "Then",
            "within": DURATION,
            "in": "state",
            "accepts": "event",
            "forbids": "event",
            "reachable": "state",
            "from": "state",
            "when": EXPRESSION,
        },
        events=("accepts", "forbids"),
    ),
    "Never": Rule(
        keys={
            "enter": "state",
            "exit": "state",
            "event": "event",
            "action": "action",
            "change": "value",
            "when": EXPRESSION,
            "unless": "event",
        },
        events=("event",),
    ),
    "Whenever": Rule(
        keys={"event": "event", "enter": "state", "action": "action", "in": "state", "when": EXPRESSION},
        events=("event",),
    ),
    "Then": Rule(keys={"action": "action", "enter": "state"}),
    "Scenarios": Rule(keys={"policy": "", "scenarios": "Cases"}),
    "Cases": Rule(key="scenario", declares=True, other="Case"),
    "Case": Rule(
        keys={
            **dict.fromkeys(("title", "story", "goals", "questions"), ""),
            "parameters": "Values",
            "facts": "Values",
            "steps": "Play",
            "expect": "Expect",
        }
    ),
    "Values": Rule(key="value", other=LITERAL),
    LITERAL: Rule(leaf=LITERAL),
    "Play": Rule(
        leaf="event",
        keys={
            "event": "event",
            "data": "Reported",
            "by": "Reporter",
            "facts": "Values",
            "line": "",
            "verdict": "",
            "expect": "Expect",
            "wait": DURATION,
            "learn": "Values",
            "fill": "Fill",
        },
        items="Play",
        events=("event",),
    ),
    "Reported": Rule(key="datum", other=LITERAL),
    "Reporter": Rule(leaf="role", items="role"),
    "Expect": Rule(
        keys={
            "states": "state",
            "context": "Values",
            "actions": "Asked",
            "never": "action",
            "allowed": "event",
            "forbidden": "event",
            "obligations": "duty",
            "overdue": "duty",
            "done": "",
            "outcome": "outcome",
        }
    ),
    "Asked": Rule(leaf="action", key="action", other="Given", items="Asked"),
    "Fill": Rule(key="action", other="Filled"),
    "Filled": Rule(key="field", other=LITERAL),
}
