"""Faults against the rules of lint, in policies that are otherwise without findings.

Each rule has a fault of its own on its page too, docs/rules; these are slips as they happen in a larger
policy.
"""

from __future__ import annotations

from tests.verify.seeded.seeds import Fault


def _desk(name: str, code: str, at: str, *edits: tuple[str, str]) -> Fault:
    return Fault(name, "desk", edits, code, at)


def _caller(name: str, code: str, at: str, *edits: tuple[str, str]) -> Fault:
    return Fault(name, "aggressive_caller", edits, code, at)


RULES = (
    _desk(
        "a target that is another state",
        "unreachable-state",
        "  waiting:",
        ("always: {when: at_risk != 'no', target: waiting", "always: {when: at_risk != 'no', target: danger"),
        ("asks_for_manager: {target: waiting", "asks_for_manager: {target: with_manager"),
    ),
    _desk(
        "a role that may not report it",
        "transition-never-taken",
        "joined: {by: agent",
        ("joined: with_manager", "joined: {by: agent, target: with_manager}"),
    ),
    _desk(
        "an end that is forgotten",
        "dead-end",
        "  aftercare:",
        ("    on: {debriefed: closed, pressed: {do: [ring]}}\n    after: {24 h: closed}\n", ""),
        ("on: {ended: aftercare, threat: danger}\n  danger", "on: {ended: closed, threat: danger}\n  danger"),
    ),
    _desk(
        "two states that lead to each other",
        "livelock",
        "  aftercare:",
        ("    after: {24 h: closed}", "    after: {24 h: resting}\n  resting: {after: {1 h: aftercare}}"),
        ("on: {debriefed: closed, pressed", "on: {debriefed: {}, pressed"),
        ("on: {ended: aftercare, threat: danger}\n  danger", "on: {ended: closed, threat: danger}\n  danger"),
    ),
    _desk(
        "a manager who never comes",
        "waits-without-end",
        "  waiting:",
        (
            "      calm: {do: [greet]}\n      threat: danger\n      ended: aftercare\n"
            "    after: {5 min: with_manager}",
            "      calm: {do: [greet]}",
        ),
    ),
    _desk(
        "a timer that is longer than the one around it",
        "timer-never-fires",
        "after: {6 min: calmed}",
        (
            "      warned:\n",
            "      calmed: {on: {calm: listen}}\n      waited:\n        after: {6 min: calmed}\n"
            "        on: {calm: listen}\n      warned:\n",
        ),
        ("listen, do: [{set: {warnings: 0}}]}", "waited, do: [{set: {warnings: 0}}]}"),
        ("    states:\n      listen:", "    after: {6 min: aftercare}\n    states:\n      listen:"),
    ),
    _desk(
        "a timer that begins anew at every insult",
        "timer-restarts",
        "threat: warned",
        ("      threat: danger\n      asks", "      threat: warned\n      asks"),
        ("    states:\n      listen:", "    after: {20 min: aftercare}\n    states:\n      listen:"),
    ),
    Fault(
        "a call without any end",
        "starter",
        [("closed: {type: final, label", "closed: {label")],
        "dead-end",
        "  closed: {label",
    ),
    _desk(
        "a timer that begins anew on a way round",
        "timer-restarts",
        "calm: around",
        ("calm: {do: [greet]}", "calm: around"),
        ("  closed:", "  around: {always: {when: warnings >= 0, target: waiting}}\n  closed:"),
    ),
    _desk(
        "a timer that begins anew where its state is named",
        "self-transition",
        "calm: {target: waiting",
        ("calm: {do: [greet]}", "calm: {target: waiting, do: [greet]}"),
    ),
    _desk(
        "a refusal that the state inside makes already",
        "forbid-never-refuses",
        'ended: "Not yet."',
        ("      listen:\n", '      listen:\n        forbid: {ended: "Not now."}\n'),
        ("      warned:\n", '      warned:\n        forbid: {ended: "Not now."}\n'),
        ('ended: "Warn first, then end it."', 'ended: "Not yet."'),
    ),
    _desk(
        "a report that is asked for on the way and on entry",
        "action-asked-twice",
        "entry: [report]",
        ("warnings >= most, target: ending}", "warnings >= most, target: ending, do: [report]}"),
    ),
    _desk(
        "a reminder with another id",
        "cancel-in-vain",
        "exit: [{cancel: other}]",
        ("exit: [{cancel: again}]", "exit: [{cancel: other}]"),
        ("entry: [hand_over]", "entry: [hand_over, {send: {event: reminder, delay: 1 h, id: other}}]"),
    ),
    _desk(
        "an event that nobody handles any more",
        "sent-unhandled",
        "- else: {do: [{raise: escalated}]}",
        ("          escalated: {when: warnings >= most, target: ending}\n", ""),
    ),
    _desk(
        "a property of a state that is gone",
        "property-vacuous",
        "worry_is_rung:",
        (
            "escalated: {when: warnings >= most, target: ending}",
            "escalated: {when: warnings >= most, target: waiting}",
        ),
    ),
    _desk(
        "an action nobody asks for",
        "unused-action",
        "greet: {}",
        ("entry: [greet]", "entry: []"),
        ("do: [greet]", "do: []"),
    ),
    _caller(
        "a threat that is let pass in one state",
        "safety-event-hidden",
        "threat: {}",
        (
            "              anger_persists or calms_down: explore\n",
            "              anger_persists or calms_down: explore\n              threat: {}\n",
        ),
    ),
    _caller(
        "a warning that announces what cannot be",
        "promise-cannot-follow",
        '- "Ik ben er om u te helpen.',
        ("- when: may_hang_up and not warned_enough", "- when: not warned_enough"),
    ),
    _caller(
        "an apology in one language only",
        "languages-equal",
        'en: "Laat de beller uitpraten',
        (
            'en: "Let the caller finish and let off steam. Do not interrupt."',
            'en: "Laat de beller uitpraten en stoom afblazen. Val niet in de rede."',
        ),
    ),
    _caller(
        "a name that one language leaves out",
        "placeholder-in-one-language",
        '- "{customer_name|Meneer of mevrouw}',
        ('"{customer_name|Sir or madam}, I can hear how angry you are."', '"I can hear how angry you are."'),
    ),
    _caller(
        "a word too familiar",
        "informal-dutch",
        "Wat is er precies met je gebeurd?",
        ('nl: "Wat is er precies gebeurd?"', 'nl: "Wat is er precies met je gebeurd?"'),
    ),
    _caller(
        "a soothing word that is to be avoided",
        "say-contains-avoid",
        "Rustig maar, ik luister.",
        ('- "Vertelt u mij wat er aan de hand is. Ik luister."', '- "Rustig maar, ik luister."'),
    ),
)
