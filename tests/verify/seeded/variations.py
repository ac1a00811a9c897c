"""Changes that keep a policy as safe as it was: nothing is found."""

from __future__ import annotations

from tests.verify.seeded.seeds import Variation


def _desk(name: str, *edits: tuple[str, str]) -> Variation:
    return Variation(name, "desk", edits)


VARIATIONS = (
    _desk("nothing is changed"),
    _desk("a parameter with one more choice", ("most: {range: 1..2", "most: {range: 1..3")),
    _desk("a parameter with another default", ("1..2, default: 2", "1..2, default: 1")),
    _desk(
        "a parameter that nothing is chosen for",
        ("most: {range: 1..2, default: 2}", "most: {range: 2..2, default: 2}"),
    ),
    _desk("a fact that is known to be true", ("unknown], default: no", "unknown], default: yes")),
    _desk("a fact nobody is asked for", ("unknown], default: no", "unknown], default: unknown")),
    _desk("one more member of a fact", ("[no, yes, unknown]", "[no, yes, perhaps, unknown]")),
    _desk("a wider counter", ("counter: 0..3", "counter: 0..5")),
    _desk("a narrower counter", ("counter: 0..3", "counter: 0..2")),
    _desk("a counter as a range", ("{counter: 0..3}", "{range: 0..3, default: 0}")),
    _desk("a name to begin with", ('name: {text: ""}', "name: {text: caller}")),
    _desk(
        "an event that anyone may report",
        ("joined: {actor: manager, by: [manager]}", "joined: {actor: manager}"),
    ),
    _desk(
        "an event that agents may report too",
        ("debriefed: {actor: manager, by: [manager]}", "debriefed: {actor: manager, by: [manager, agent]}"),
    ),
    _desk("a branch for managers", ("joined: with_manager", "joined: {by: manager, target: with_manager}")),
    _desk(
        "a condition the other way round",
        ("warnings < most, target: warned", "most > warnings, target: warned"),
    ),
    _desk(
        "a condition that is negated",
        ("warnings < most, target: warned", "not (warnings >= most), target: warned"),
    ),
    _desk(
        "a condition with a name",
        ("when: warnings < most, target: warned", "when: more_to_come, target: warned"),
        ("initial: talk\n", "guards: {more_to_come: warnings < most}\ninitial: talk\n"),
    ),
    _desk(
        "a condition by its members",
        (
            "always: {when: at_risk != 'no', target",
            "always: {when: \"at_risk in ['yes', 'unknown']\", target",
        ),
    ),
    _desk(
        "an else that is written out",
        ("- else: {do: [{raise: escalated}]}", "- {when: warnings >= most, do: [{raise: escalated}]}"),
    ),
    _desk(
        "the other branch as the else",
        (
            "- {when: warnings < most, target: warned, do: [{add: {warnings: 1}}]}\n"
            "            - else: {do: [{raise: escalated}]}",
            "- {when: warnings >= most, do: [{raise: escalated}]}\n"
            "            - else: {target: warned, do: [{add: {warnings: 1}}]}",
        ),
    ),
    _desk(
        "the branches in another order",
        (
            "- {when: warnings < most, target: warned, do: [{add: {warnings: 1}}]}\n"
            "            - else: {do: [{raise: escalated}]}",
            "- {when: warnings >= most, do: [{raise: escalated}]}\n"
            "            - {when: warnings < most, target: warned, do: [{add: {warnings: 1}}]}",
        ),
    ),
    _desk(
        "a counter that is set, not added to",
        (
            "insult: {target: warned, do: [{add: {warnings: 1}}]}",
            "insult: {target: warned, do: [{set: {warnings: warnings + 1}}]}",
        ),
    ),
    _desk(
        "what is added in two steps",
        (
            "calm: {target: listen, do: [{set: {warnings: 0}}]}",
            "calm: {target: listen, do: [{set: {warnings: 1}}, {add: {warnings: -1}}]}",
        ),
    ),
    _desk(
        "what is counted where it is entered",
        (
            "insult: {target: warned, do: [{add: {warnings: 1}}]}",
            "insult: {target: warned, do: [{set: {warnings: 0}}, {add: {warnings: 1}}]}",
        ),
    ),
    _desk("one more action on entry", ("entry: [report]", "entry: [report, greet]")),
    _desk("actions in another order", ("entry: [report]", "entry: [greet, report]")),
    _desk(
        "an action on the way instead of on entry",
        (
            "escalated: {when: warnings >= most, target: ending}",
            "escalated: {when: warnings >= most, target: ending, do: [report]}",
        ),
        ("    entry: [report]\n", ""),
    ),
    _desk(
        "one more event that is sent at once",
        (
            "named: {do: [{set: {name: event.name}}]}",
            "named: {do: [{set: {name: event.name}}, {send: {event: reminder}}]}",
        ),
    ),
    _desk("a shorter timer", ("after: {5 min: with_manager}", "after: {299 s: with_manager}")),
    _desk("a timer in another unit", ("after: {5 min: with_manager}", "after: {300 s: with_manager}")),
    _desk(
        "one more timer before it",
        ("after: {5 min: with_manager}", "after: {1 min: {do: [greet]}, 5 min: with_manager}"),
    ),
    _desk(
        "a timer that is long where time does not matter",
        ("after: {10 min: aftercare}", "after: {3 h: aftercare}"),
    ),
    _desk("an event that leaves the timer alone", ("calm: {do: [greet]}", "calm: {do: [greet, ring]}")),
    _desk("a re-entry that leaves", ("calm: {do: [greet]}", "calm: {target: with_manager, do: [greet]}")),
    _desk("a sooner reminder", ("delay: 3 min", "delay: 2 min")),
    _desk("a reminder in another unit", ("delay: 3 min", "delay: 180 s")),
    _desk(
        "a reminder that is sent anew once it came",
        ("reminder: {do: [warn_manager]}", "reminder: {do: [{cancel: again}, warn_manager]}"),
    ),
    _desk("a day where every day has 24 hours", ("after: {24 h: closed}", "after: {1 days: closed}")),
    _desk(
        "a length that is chosen, short enough",
        ("after: {5 min: with_manager}", "after: {pause min: with_manager}"),
        ("  most: {range", "  pause: {range: 1..5, default: 3}\n  most: {range"),
    ),
    _desk(
        "a length that the host knows, short enough",
        ("after: {5 min: with_manager}", "after: {pause min: with_manager}"),
        ("facts:\n", "facts:\n  pause: {range: 1..5, default: 3}\n"),
    ),
    _desk("one more way out", ("on: {debriefed: closed,", "on: {ended: closed, debriefed: closed,")),
    _desk("one way out less", ("on: {debriefed: closed, pressed", "on: {debriefed: {}, pressed")),
    _desk(
        "a state with a state inside",
        (
            "  with_manager:\n    entry: [hand_over]",
            "  with_manager:\n"
            "    initial: manager_talks\n    states: {manager_talks: {}}\n    entry: [hand_over]",
        ),
    ),
    _desk(
        "a history of the talk",
        ("on: {debriefed: closed,", "on: {joined: before, debriefed: closed,"),
        ("    states:\n      listen:\n", "    states:\n      before: {type: history}\n      listen:\n"),
        (
            "aftercare_ends: {whenever: {enter: aftercare}, then: {enter: closed}",
            "aftercare_ends: {whenever: {enter: aftercare}, then: {enter: [closed, talk]}",
        ),
    ),
    _desk(
        "two things at once",
        (
            "  with_manager:\n    entry: [hand_over]",
            "  with_manager:\n"
            "    type: parallel\n    states: {manager_talks: {}, agent_listens: {}}\n    entry: [hand_over]",
        ),
    ),
    _desk(
        "a transition that all states share",
        (
            "    on: {ended: aftercare, threat: danger}\n  aftercare",
            "    on: {ended or calm: aftercare, threat: danger}\n  aftercare",
        ),
    ),
    _desk(
        "an event that leads nowhere",
        (
            "      asks_for_manager: {target: waiting, do: [ring]}\n",
            "      asks_for_manager: {target: waiting, do: [ring]}\n      joined: {do: [greet]}\n",
        ),
    ),
    _desk(
        "a refusal with two texts",
        (
            '      ended: "Warn first, then end it."',
            '      ended: [{when: warnings < 1, text: "Warn first."}, {when: warnings >= 1, '
            'text: "Then end it."}]',
        ),
    ),
    _desk(
        "a refusal of one more event",
        ('      ended: "Warn first, then end it."', '      ended or debriefed: "Warn first, then end it."'),
    ),
    _desk(
        "a refusal in more cases",
        (
            "ended: {when: at_risk != 'no', text: \"Stay on the line.\"}",
            "ended: {when: at_risk != 'no' or warnings > 2, text: \"Stay on the line.\"}",
        ),
    ),
    _desk(
        "a repeat that does not count",
        ("insult: {actor: caller, tone: escalates}", "insult: {actor: caller, tone: escalates, settle: 5 s}"),
    ),
    _desk(
        "a statement that must come first",
        ("on: {debriefed: closed,", "on: {debriefed: {target: closed, requires: explained},"),
        ("initial: talk\n", "statements: {explained: {label: explained}}\ninitial: talk\n"),
    ),
    _desk(
        "something that must be done",
        (
            "    after: {24 h: closed}",
            "    must: {event: debriefed, within: 12 h, until: closed}\n    after: {24 h: closed}",
        ),
    ),
)
