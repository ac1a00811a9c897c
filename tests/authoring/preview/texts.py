"""A small policy in two languages, for the preview."""

from __future__ import annotations

DESK = """\
policy: desk
format: 1
version: "1"
languages: [nl, en]
title: {nl: Balie, en: Desk}
parameters: {most: {range: 1..2, default: 2, label: {nl: hoogstens, en: at most}}}
facts: {known: {flag: false}, mood: {enum: [calm, angry], default: calm}}
context: {warnings: {counter: 0..2}}
roles: {agent: {label: {nl: medewerker, en: agent}}, manager: {label: {nl: chef, en: manager}}}
events:
  insults: {label: {nl: scheldt, en: insults}}
  calms: {label: {nl: kalmeert, en: calms down}}
  pays: {label: {nl: betaalt, en: pays}, data: {amount: {range: 0..9, default: 0}}}
initial: listen
states:
  listen:
    label: {nl: Luisteren, en: Listen}
    say: {nl: "Dag.", en: "Hello."}
    on: {insults: {target: warn, do: [{add: {warnings: 1}}]}, pays: done}
  warn:
    label: {nl: Waarschuwen, en: Warn}
    on: {calms: {when: warnings <= most, target: last}}
    after: {2 min: last}
  last:
    label: {nl: Laatste woord, en: Last word}
    on: {pays: done}
  done: {label: {nl: Klaar, en: Done}, type: final}
properties:
  nobody_is_stuck: {reachable: final, from: any}
"""
