"""Near misses of the rules about where a call can come and how it goes on."""

from __future__ import annotations

from tests.verify.rules.near_misses.common import NearMiss

WAYS: tuple[NearMiss, ...] = (
    (
        "unreachable-state",
        "only another choice of the parameters leads there",
        """
parameters: {strict: {flag: false}}
events: {insults: {}}
initial: talk
states:
  talk: {on: {insults: [{when: strict, target: warn}, {else: closed}]}}
  warn: {after: {1 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "unreachable-state",
        "it is only passed through, within one step",
        """
events: {insults: {}}
initial: talk
states:
  talk: {on: {insults: judge}}
  judge: {always: closed}
  closed: {type: final}
""",
    ),
    (
        "unreachable-state",
        "a history is no state of its own",
        """
events: {pause: {}, go_on: {}, hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {pause: away, hangs_up: closed}
    states: {listen: {}, last: {type: history}}
  away: {on: {go_on: last}}
  closed: {type: final}
""",
    ),
    (
        "transition-never-taken",
        "only a fact that is not usual leads there",
        """
facts: {at_risk: {enum: [no, yes, unknown], default: no}}
events: {insults: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {insults: [{when: at_risk == 'unknown', target: stay}, {else: closed}], hangs_up: closed}}
  stay: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "transition-never-taken",
        "data of the event decide",
        """
events: {complains: {data: {amount: {number: }}}, hangs_up: {}}
initial: talk
states:
  talk: {on: {complains: [{when: event.amount > 1000.0, target: stay}, {else: {}}], hangs_up: closed}}
  stay: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "transition-never-taken",
        "the policy raises the event itself",
        """
events: {insults: {}, enough: {}, hangs_up: {}}
initial: talk
states:
  talk:
    on:
      insults: {do: [{raise: enough}]}
      enough: closed
      hangs_up: closed
  closed: {type: final}
""",
    ),
    (
        "transition-never-taken",
        "an event that only obligations set apart",
        """
events: {answered: {}, refused: {}, hangs_up: {}}
initial: talk
states:
  talk:
    must: {event: answered, within: 2 days, until: closed}
    on: {answered or refused: thanks, hangs_up: closed}
  thanks: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "shadowed-handler",
        "one of the states inside leaves it to the one around",
        """
events: {insults: {}, next: {}, hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {insults: warn, hangs_up: closed}
    states:
      listen: {on: {insults: {}, next: help}}
      help: {}
  warn: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "shadowed-handler",
        "inside it is handled under a condition only",
        """
context: {warned: {flag: false}}
events: {insults: {}, hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    on: {insults: warn, hangs_up: closed}
    states:
      listen: {on: {insults: {when: not warned, do: [{set: {warned: true}}]}}}
  warn: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "handler-always-forbidden",
        "one role may",
        """
roles: {agent: {}, manager: {}}
events: {call_ended: {}, hangs_up: {}}
initial: talk
states:
  talk:
    forbid: {call_ended: {when: by != 'manager', text: "The manager ends the call."}}
    on: {call_ended: closed, hangs_up: closed}
  closed: {type: final}
""",
    ),
    (
        "dead-end",
        "new facts lead on",
        """
facts: {found: {flag: false}}
events: {asks: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {asks: search, hangs_up: closed}}
  search: {always: {when: found, target: closed}}
  closed: {type: final}
""",
    ),
    (
        "dead-end",
        "what was sent before leads on",
        """
events: {asks: {}, remind: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {asks: {target: wait, do: [{send: {event: remind, delay: 5 min}}]}, hangs_up: closed}}
  wait: {on: {remind: closed}}
  closed: {type: final}
""",
    ),
    (
        "dead-end",
        "a ledger has no end at all",
        """
events: {banned_by_court: {}}
initial: active
states:
  active: {on: {banned_by_court: banned}}
  banned: {}
""",
    ),
    (
        "livelock",
        "only a fact that becomes known leads out",
        """
facts: {found: {flag: false}}
events: {asks: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {asks: search, hangs_up: closed}}
  search: {after: {1 min: search_again}, always: {when: found, target: closed}}
  search_again: {after: {1 min: search}}
  closed: {type: final}
""",
    ),
    (
        "waits-without-end",
        "somebody is reminded again and again",
        """
roles: {agent: {}, manager: {}}
events: {asks: {}, manager_joined: {by: [manager]}, hangs_up: {}}
actions: {remind_manager: {to: manager}}
initial: talk
states:
  talk: {on: {asks: waiting, hangs_up: closed}}
  waiting:
    on: {manager_joined: closed}
    after: {5 min: {target: waiting, do: [remind_manager]}}
  closed: {type: final}
""",
    ),
    (
        "waits-without-end",
        "the one who acts there is the manager",
        """
roles: {agent: {}, manager: {}}
events: {asks: {}, decided: {by: [manager]}, hangs_up: {}}
initial: talk
states:
  talk: {on: {asks: deciding, hangs_up: closed}}
  deciding: {role: manager, on: {decided: closed}}
  closed: {type: final}
""",
    ),
)
