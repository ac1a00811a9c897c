"""Near misses of the rules about the safety of people, and about what they are promised."""

from __future__ import annotations

from tests.verify.rules.near_misses.common import NearMiss

CARE: tuple[NearMiss, ...] = (
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
)
