"""Policies that look like a fault of a rule and are none: its right example is one more."""

from __future__ import annotations

# Rule → what it is about, and a policy in which it finds nothing.
NEAR_MISSES: tuple[tuple[str, str, str], ...] = (
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
    (
        "safety-event-hidden",
        "it stands where the event leads to",
        """
emergency: "Call 112."
events: {threat: {safety: true}, hangs_up: {}}
actions: {call_police: {}}
initial: call
states:
  call:
    initial: talk
    on: {threat: {target: danger, internal: true}, hangs_up: rest}
    states:
      talk: {}
      danger: {entry: [call_police], on: {threat: {}}}
  rest: {phase: aftercare, after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "safety-event-hidden",
        "it asks for help in another way",
        """
emergency: "Call 112."
events: {threat: {safety: true}, hangs_up: {}}
actions: {call_police: {}, call_guard: {}}
initial: call
states:
  call:
    initial: talk
    on: {threat: {target: rest, do: [call_police]}, hangs_up: rest}
    states: {talk: {on: {threat: {do: [call_guard]}}}}
  rest: {phase: aftercare, after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "safety-event-ignored",
        "nobody is on the line any more",
        """
emergency: "Call 112."
events: {threat: {safety: true}, hangs_up: {}, reported: {}}
actions: {call_police: {}}
initial: talk
states:
  talk:
    say: "Good morning."
    on: {threat: {target: rest, do: [call_police]}, hangs_up: off_the_line}
  off_the_line: {how: "Write down what was said.", on: {reported: rest}}
  rest: {phase: aftercare, after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "no-aftercare",
        "the aftercare is called by its name",
        """
emergency: "Call 112."
events: {threat: {safety: true}, hangs_up: {}}
actions: {call_police: {}}
initial: talk
states:
  talk: {on: {threat: {target: nazorg, do: [call_police]}, hangs_up: closed}}
  nazorg: {after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "no-aftercare",
        "an end without anything having happened",
        """
emergency: "Call 112."
events: {threat: {safety: true}, hangs_up: {}}
actions: {call_police: {}}
initial: talk
states:
  talk: {on: {threat: {target: rest, do: [call_police]}, hangs_up: closed}}
  rest: {phase: aftercare, after: {5 min: closed}}
  closed: {type: final}
""",
    ),
    (
        "ends-without-warning",
        "they calmed down before",
        """
roles: {agent: {}, caller: {}}
events:
  insults: {actor: caller, tone: escalates}
  calms_down: {actor: caller, tone: calms}
  call_ended: {actor: agent, tone: ends}
initial: talk
states:
  talk: {say: "Good morning.", on: {insults: angry, call_ended: closed}}
  angry: {say: "I hear you.", on: {calms_down: talk}}
  closed: {type: final}
""",
    ),
    (
        "ends-without-warning",
        "the caller hangs up",
        """
roles: {agent: {}, caller: {}}
events:
  insults: {actor: caller, tone: escalates}
  hangs_up: {actor: caller, tone: ends}
initial: talk
states:
  talk: {say: "Good morning.", on: {insults: {}, hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "ends-without-warning",
        "the state that warns is called by its name",
        """
roles: {agent: {}, caller: {}}
events:
  insults: {actor: caller, tone: escalates}
  call_ended: {actor: agent, tone: ends}
initial: talk
states:
  talk: {say: "Good morning.", on: {insults: warn}}
  warn: {say: "If you go on I will end this call.", on: {call_ended: closed}}
  closed: {type: final}
""",
    ),
    (
        "promise-cannot-follow",
        "it follows two steps later",
        """
events: {insults: {}, calms_down: {}, hangs_up: {}}
initial: warn
states:
  warn:
    say: {text: "If you go on I will end this call.", promises: {enter: end_call}}
    on: {calms_down: talk, hangs_up: closed}
  talk: {on: {insults: end_call, hangs_up: closed}}
  end_call: {on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "phrase-never-shown",
        "a fact that only the phrase reads",
        """
facts: {known: {flag: false}}
events: {hangs_up: {}}
initial: talk
states:
  talk:
    say: [{when: known, text: "Good to hear from you."}, {when: not known, text: "Good morning."}]
    on: {hangs_up: closed}
  closed: {type: final}
""",
    ),
    (
        "nothing-to-say",
        "the state around it has something to say",
        """
facts: {known: {flag: false}}
events: {hangs_up: {}}
initial: talk
states:
  talk:
    initial: listen
    how: "Let them finish."
    on: {hangs_up: closed}
    states: {listen: {say: [{when: known, text: "Good to hear from you."}]}}
  closed: {type: final}
""",
    ),
    (
        "nothing-to-say",
        "a state that tells nobody anything",
        """
events: {hangs_up: {}, filed: {}}
initial: talk
states:
  talk: {say: "Good morning.", on: {hangs_up: filing}}
  filing: {on: {filed: closed}}
  closed: {type: final}
""",
    ),
    (
        "role-without-phrase",
        "the states inside have the words",
        """
roles: {agent: {}, manager: {}}
events: {asks: {}, hangs_up: {}}
initial: talk
states:
  talk: {say: "Good morning.", on: {asks: manager_phase, hangs_up: closed}}
  manager_phase:
    role: manager
    initial: manager_talks
    on: {hangs_up: closed}
    states: {manager_talks: {say: "I am taking over."}}
  closed: {type: final}
""",
    ),
    (
        "say-contains-avoid",
        "a word that only begins alike",
        """
events: {hangs_up: {}}
initial: talk
states:
  talk: {say: "I will calmly look it up.", avoid: "Calm", on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "informal-dutch",
        "a policy that says `je` throughout",
        """
languages: [nl]
events: {hangt_op: {}}
initial: gesprek
states:
  gesprek: {say: {nl: "Waarmee kan ik je helpen?"}, on: {hangt_op: klaar}}
  klaar: {type: final}
""",
    ),
    (
        "languages-equal",
        "a variant of the same language",
        """
languages: [nl, nl-BE, en]
events: {hangs_up: {}}
initial: talk
states:
  talk: {say: {nl: "Waarmee kan ik u helpen?", en: "How can I help you?"}, on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "unused-event",
        "it is only forbidden, so that the agent is told",
        """
events: {transferred: {}, hangs_up: {}}
initial: talk
states:
  talk: {forbid: {transferred: "Stay on the line."}, on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "unused-action",
        "what must be done waits for it",
        """
events: {hangs_up: {}}
actions: {write_report: {}}
initial: talk
states:
  talk:
    must: {action: write_report, within: 1 h, until: closed}
    on: {hangs_up: {target: closed, do: [write_report]}}
  closed: {type: final}
""",
    ),
    (
        "unused-guard",
        "another guard uses it",
        """
context: {warnings: {counter: 0..3}}
events: {insults: {}, hangs_up: {}}
guards: {warned: warnings >= 1, not_warned: not warned}
initial: talk
states:
  talk: {on: {insults: {when: not_warned, do: [{add: {warnings: 1}}]}, hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "variable-never-read",
        "a text shows it",
        """
context: {warnings: {counter: 0..3}}
events: {insults: {}, hangs_up: {}}
initial: talk
states:
  talk: {on: {insults: {target: warned, do: [{add: {warnings: 1}}]}, hangs_up: closed}}
  warned: {say: "I have warned you {warnings} times.", on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "variable-never-read",
        "others may read it",
        """
context: {contacts: {counter: 0..3}}
events: {abuse: {}}
exports: [contacts]
initial: open
states: {open: {on: {abuse: {target: closed_off, do: [{add: {contacts: 1}}]}}}, closed_off: {}}
""",
    ),
    (
        "unused-parameter",
        "a timer counts with it",
        """
parameters: {patience: {range: 1..5, default: 2}}
events: {hangs_up: {}}
initial: talk
states:
  talk: {on: {hangs_up: closed}, after: {patience min: closed}}
  closed: {type: final}
""",
    ),
    (
        "unused-fact",
        "it is the key of what is told",
        """
facts: {customer_id: {text: ""}}
events: {insults: {}, hangs_up: {}}
initial: talk
states:
  talk:
    on:
      insults: {do: {tell: {policy: conduct, key: customer_id, event: abuse}}}
      hangs_up: closed
  closed: {type: final}
""",
    ),
    (
        "unused-role",
        "a condition asks for it",
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
        "unused-statement",
        "a phrase asks whether it was said",
        """
statements: {explained: {label: explained}}
events: {hangs_up: {}}
initial: talk
states:
  talk: {say: [{when: not explained, text: "Let me explain."}], how: "Listen.", on: {hangs_up: closed}}
  closed: {type: final}
""",
    ),
    (
        "unused-datum",
        "a refusal asks for it",
        """
events: {refunded: {data: {amount: {range: 0..500}}}, hangs_up: {}}
initial: talk
states:
  talk:
    forbid: {refunded: {when: event.amount > 50, text: "Ask the manager first."}}
    on: {refunded: {}, hangs_up: closed}
  closed: {type: final}
""",
    ),
)
