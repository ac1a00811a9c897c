"""Faults against every pattern of properties, in a small policy that has one of each."""

from __future__ import annotations

from tests.verify.seeded.seeds import Fault


def _desk(name: str, code: str, at: str, *edits: tuple[str, str]) -> Fault:
    return Fault(name, "desk", edits, code, at)


PATTERNS = (
    _desk(
        "one warning too many",
        "always-broken",
        "never_too_many:",
        ("warnings < most, target: warned", "warnings <= most, target: warned"),
        ("escalated: {when: warnings >= most", "escalated: {when: warnings > most"),
    ),
    _desk(
        "a call ended before the last warning",
        "never-enter",
        "warn_first:",
        ("      asks_for_manager: {target", "      pressed: ending\n      asks_for_manager: {target"),
    ),
    _desk(
        "an ending that is not waited for",
        "never-exit",
        "an_ending_is_waited_for:",
        (
            "on: {ended: aftercare, threat: danger}\n  danger",
            "on: {ended: aftercare, threat: danger}\n    after: {1 min: aftercare}\n  danger",
        ),
    ),
    _desk(
        "an end that is let through",
        "never-event",
        "no_sudden_end:",
        (
            '      ended: "Warn first, then end it."',
            '      ended: {when: warnings < 1, text: "Warn first, then end it."}',
        ),
        ("      threat: danger\n      asks", "      threat: danger\n      ended: aftercare\n      asks"),
    ),
    _desk(
        "hanging up on somebody at risk",
        "never-event",
        "stay_on_the_line:",
        (
            "ended: {when: at_risk != 'no', text: \"Stay on the line.\"}",
            "ended: {when: at_risk == 'yes', text: \"Stay on the line.\"}",
        ),
    ),
    _desk(
        "police for an insult",
        "never-action",
        "police_for_threats_only:",
        ("- else: {do: [{raise: escalated}]}", "- else: {do: [{raise: escalated}, call_police]}"),
    ),
    _desk(
        "a warning that is forgotten",
        "never-change",
        "only_insults_count:",
        ("joined: with_manager", "joined: {target: with_manager, do: [{set: {warnings: 0}}]}"),
    ),
    _desk(
        "a name that another event overwrites",
        "never-change",
        "a_name_stays:",
        ("joined: with_manager", "joined: {target: with_manager, do: [{set: {name: 'manager'}}]}"),
    ),
    _desk(
        "a threat that nobody hears",
        "no-action",
        "police_on_a_threat:",
        ("on: {ended: aftercare, threat: danger}\n  danger", "on: {ended: aftercare, threat: {}}\n  danger"),
    ),
    _desk(
        "police without danger",
        "no-enter",
        "a_threat_is_danger:",
        ("      threat: danger\n      asks", "      threat: {do: [call_police]}\n      asks"),
    ),
    _desk(
        "an ending without its report",
        "no-action",
        "an_ending_is_reported:",
        ("    entry: [report]\n", ""),
    ),
    _desk(
        "worry that comes too late",
        "no-enter",
        "worry_is_rung:",
        (
            "always: {when: at_risk != 'no', target: waiting",
            "always: {when: at_risk == 'yes', target: waiting",
        ),
    ),
    _desk(
        "an escalation that leads nowhere",
        "no-enter",
        "escalation_is_ending:",
        ("escalated: {when: warnings >= most, target", "escalated: {when: warnings > most, target"),
    ),
    _desk(
        "a timer one second too long",
        "too-late",
        "a_manager_in_time:",
        ("after: {5 min: with_manager}", "after: {301 s: with_manager}"),
    ),
    _desk(
        "a timer that begins anew on re-entry",
        "too-late",
        "a_manager_in_time:",
        ("calm: {do: [greet]}", "calm: {target: waiting, do: [greet]}"),
    ),
    _desk(
        "a send cancelled on re-entry",
        "too-late",
        "a_reminder_in_time:",
        ("calm: {do: [greet]}", "calm: {do: [greet, {cancel: again}]}"),
    ),
    _desk(
        "a send one second too long",
        "too-late",
        "a_reminder_in_time:",
        ("delay: 3 min", "delay: 181 s"),
    ),
    # In a policy of its own: days of the calendar are tried from every day of four years.
    Fault(
        "a day of the calendar for 24 hours",
        "night",
        (("after: {24 h: closed}", "after: {1 days: closed}"),),
        "too-late",
        "aftercare_ends:",
    ),
    _desk(
        "a request that one state keeps for itself",
        "answered-otherwise",
        "a_manager_on_request:",
        (
            "- else: {do: [{raise: escalated}]}",
            "- else: {do: [{raise: escalated}]}\n"
            "          asks_for_manager: {when: warnings < 2, target: waiting, do: [ring]}",
        ),
        ("      asks_for_manager: {target: waiting, do: [ring]}\n", ""),
    ),
    _desk(
        "a button for managers only",
        "answered-otherwise",
        "a_button_that_works:",
        ("on: {debriefed: closed, pressed: {do: [ring]}}", "on: {debriefed: closed}"),
    ),
    _desk(
        "a refusal that depends on a name",
        "answered-otherwise",
        "no_end_without_warning:",
        (
            '      ended: "Warn first, then end it."',
            "      ended: {when: name != 'boss', text: \"Warn first, then end it.\"}",
        ),
    ),
    _desk(
        "a refusal that forgets doubt",
        "answered-otherwise",
        "no_end_at_risk:",
        (
            "ended: {when: at_risk != 'no', text: \"Stay on the line.\"}",
            "ended: {when: at_risk == 'yes', text: \"Stay on the line.\"}",
        ),
    ),
    _desk(
        "an aftercare without an end",
        "cannot-reach",
        "nobody_is_stuck:",
        (
            "on: {debriefed: closed, pressed: {do: [ring]}}\n    after: {24 h: closed}",
            "on: {pressed: {do: [ring]}}",
        ),
    ),
    _desk(
        "calm that is heard no more",
        "cannot-reach",
        "calm_is_possible:",
        ("calm: {target: listen, do: [{set: {warnings: 0}}]}", "calm: {do: [{set: {warnings: 0}}]}"),
    ),
)
