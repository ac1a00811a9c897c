"""Near misses of the rules about what is said."""

from __future__ import annotations

from tests.verify.rules.near_misses.common import NearMiss

WORDS: tuple[NearMiss, ...] = (
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
        "curly-quotes",
        "two things are quoted, not the whole",
        """
events: {hangs_up: {}}
initial: talk
states:
  talk: {avoid: “Calm down” and “it is the rule”, on: {hangs_up: closed}}
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
)
