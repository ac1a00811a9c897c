"""Near misses of the rules about what is declared and never needed."""

from __future__ import annotations

from tests.verify.rules.near_misses.common import NearMiss

UNUSED: tuple[NearMiss, ...] = (
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
