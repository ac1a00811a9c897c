"""Near misses of the rules about what a step does, asks for and waits for."""

from __future__ import annotations

from tests.verify.rules.near_misses.common import NearMiss

STEPS: tuple[NearMiss, ...] = (
    (
        "timer-never-fires",
        "the longer of two that only remind",
        """
events: {hangs_up: {}}
actions: {remind: {}}
initial: talk
states:
  talk:
    on: {hangs_up: closed}
    after: {2 min: {do: [remind]}, 5 min: closed}
  closed: {type: final}
""",
    ),
    (
        "timer-never-fires",
        "the one around it is due earlier under a condition only",
        """
facts: {hurry: {flag: false}}
events: {hangs_up: {}}
actions: {remind: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {hangs_up: closed}
    after: {5 min: {when: hurry, target: closed}}
    states: {listen: {after: {10 min: {do: [remind]}}}}
  closed: {type: final}
""",
    ),
    (
        "timer-restarts",
        "who leads back to the state itself means it",
        """
events: {insults: {}, hangs_up: {}}
actions: {note: {}}
initial: talk
states:
  talk: {on: {insults: {target: talk, do: [note]}, hangs_up: closed}, after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "timer-restarts",
        "who comes from outside is there already",
        """
events: {insults: {}, calms_down: {}, hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {insults: {target: warn, internal: true}, hangs_up: closed}
    states:
      listen: {}
      warn: {after: {30 s: listen}, on: {calms_down: listen}}
  closed: {type: final}
""",
    ),
    (
        "timer-restarts",
        "it comes back at another event",
        """
events: {pause: {}, go_on: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {pause: away, hangs_up: closed}, after: {20 min: closed}}
  away: {on: {go_on: talk, hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "self-transition",
        "a time that starts itself anew does something again and again",
        """
events: {hangs_up: {}}
actions: {remind: {}}
initial: talk
states:
  talk: {on: {hangs_up: closed}, after: {5 min: {target: talk, do: [remind]}}}
  closed: {type: final}
""",
    ),
    (
        "self-transition",
        "there is no timer to start again",
        """
events: {insults: {}, hangs_up: {}}
actions: {note: {}}
initial: talk
states:
  talk: {entry: [note], on: {insults: talk, hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "history-counts-again",
        "it is set anew, not counted on",
        """
context: {step: {range: 0..3, default: 0}}
events: {next: {}, pause: {}, go_on: {}, hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {pause: away, hangs_up: [{when: step > 0, target: closed}, {else: closed}]}
    states:
      listen: {on: {next: help}}
      help: {entry: [{set: {step: 1}}]}
      last: {type: history}
  away: {on: {go_on: last}}
  closed: {type: final}
""",
    ),
    (
        "forbid-never-refuses",
        "it refuses what the policy sends",
        """
events: {remind: {}, hangs_up: {}}
actions: {note: {}}
initial: talk
states:
  talk:
    entry: [{send: {event: remind, delay: 1 min}}]
    forbid: {remind: "Not now."}
    on: {hangs_up: closed}
  closed: {type: final}
""",
    ),
    (
        "action-asked-twice",
        "with other parameters",
        """
events: {threat: {}, hangs_up: {}}
actions: {inform: {params: {urgent: {flag: false}}}}
initial: talk
states:
  talk: {on: {threat: {target: danger, do: [inform]}, hangs_up: closed}}
  danger: {entry: [{inform: {urgent: true}}], on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "cancel-in-vain",
        "on some ways something is on its way",
        """
events: {asks: {}, remind: {}, hangs_up: {}}
actions: {note: {}}
initial: talk
states:
  talk:
    on:
      asks: {do: [{send: {event: remind, delay: 5 min, id: reminder}}]}
      remind: {do: [note]}
      hangs_up: {target: closed, do: [{cancel: reminder}]}
  closed: {type: final}
""",
    ),
    (
        "own-event-refused",
        "it is refused elsewhere only",
        """
events: {enough: {}, insults: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {insults: {do: [{raise: enough}]}, enough: warn, hangs_up: closed}}
  warn: {forbid: {enough: "Warn first."}, on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "sent-unhandled",
        "what must be done waits for it",
        """
events: {answered: {}, insults: {}, hangs_up: {}}
initial: talk
states:
  talk:
    must: {event: answered, within: 1 h, until: closed}
    on: {insults: {do: [{raise: answered}]}, hangs_up: closed}
  closed: {type: final}
""",
    ),
    (
        "must-never-met",
        "an event that no state handles is heard for it alone",
        """
events: {answered: {}, hangs_up: {}}
initial: talk
states:
  talk:
    must: {event: answered, within: 1 h, until: closed}
    on: {hangs_up: closed}
  closed: {type: final}
""",
    ),
    (
        "property-vacuous",
        "what may never happen at all never does",
        """
events: {hangs_up: {}}
actions: {call_police: {}, note: {}}
initial: talk
states:
  talk: {on: {hangs_up: {target: closed, do: [note]}}}
  closed: {type: final}
properties:
  no_police: {never: {action: call_police}}
""",
    ),
    (
        "condition-constant",
        "it depends on a state",
        """
events: {call_ended: {}, insults: {}, hangs_up: {}}
guards: {not_yet: not in_state('warn')}
initial: talk
states:
  talk:
    initial: listen
    forbid: {call_ended: {when: not_yet, text: "Warn first."}}
    on: {call_ended: closed, hangs_up: closed}
    states:
      listen: {on: {insults: warn}}
      warn: {}
  closed: {type: final}
""",
    ),
    (
        "condition-constant",
        "`true` is written on purpose",
        """
events: {hangs_up: {}}
initial: talk
states:
  talk: {say: [{when: true, text: "Good morning."}], on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
)
