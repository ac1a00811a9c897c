"""Policies made by chance, the same for the same seed: 3 to 40 states, boxes, regions, timers, conditions,
refusals and texts of all lengths in two languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import count
from random import Random
from typing import Any

import yaml

from policy_engine.model.chart import Chart
from tests.diagrams.examples import chart_of

SMALLEST, LARGEST = 3, 40
_EVENTS = {
    "insult": ("escalates", "scheldt of beledigt", "swears or insults"),
    "anger": ("escalates", "blijft boos", "stays angry"),
    "threat": (
        "escalates",
        "bedreigt een medewerker of een andere klant",
        "threatens an agent or another customer",
    ),
    "calm": ("calms", "wordt rustig", "calms down"),
    "agreed": ("calms", "stemt in", "agrees"),
    "hangs_up": ("ends", "hangt op", "hangs up"),
    "asks": (None, "vraagt leidinggevende", "asks for a manager"),
    "report": (None, "incidentenregistratieformulier ingevuld", "incident registration form filled in"),
}
_WORDS = {
    "nl": """klant wacht gesprek u ik boos rekening luisteren grens waarschuwing leidinggevende nog één keer
        kalm verontschuldiging klachtenbehandeling arbeidsongeschiktheidsverzekering beëindigen oplossing""",
    "en": """customer waits call you I angry bill listen limit warning manager once more calmly apology
        complaints department disability insurance end together solution tone responsibilities""",
}
_CONDITIONS = (
    "known",
    "not known",
    "warnings < 2",
    "mood == 'angry'",
    "mood in ['calm', 'tense'] and not known",
)
_DURATIONS = ("30 s", "2 min", "1 h", "3 days", "5 working_days")

Body = dict[str, Any]


@cache
def thirty() -> tuple[Chart, ...]:
    """Thirty charts, from the smallest size to the largest."""
    sizes = [SMALLEST + number * (LARGEST - SMALLEST) // 29 for number in range(30)]
    return tuple(chart_of(policy(seed, size), f"random_{seed}.yaml") for seed, size in enumerate(sizes))


def policy(seed: int, size: int) -> str:
    """A policy of `size` states as YAML, without mistakes and warnings."""
    return yaml.safe_dump(_Maker(seed, size).policy(), sort_keys=False, allow_unicode=True, width=1000)


class _Maker:
    def __init__(self, seed: int, size: int) -> None:
        self.chance = Random(seed)
        self.seed = seed
        self.size = size
        self.names = (f"state_{number}" for number in count(1))
        self.targets: list[str] = []  # whatever a transition may lead to, in the order of the file

    def policy(self) -> Body:
        endings = self.chance.randint(1, 1 + self.size // 12)
        states = self._level(self.size - endings, 0)
        for number in range(endings):
            states[f"end_{number}"] = {"type": "final", "label": self._text(1, 3)}
            self.targets.append(f"end_{number}")
        self._connect(states)
        return {
            "policy": f"random_{self.seed}",
            "format": 1,
            "version": "1.0.0",
            "title": self._text(1, 5),
            "languages": ["nl", "en"],
            "facts": {
                "known": {"flag": False, "label": {"nl": "eerder gebeld", "en": "called before"}},
                "mood": {
                    "enum": {
                        "calm": {"nl": "rustig", "en": "calm"},
                        "tense": {"nl": "gespannen", "en": "tense"},
                        "angry": {"nl": "boos", "en": "angry"},
                    },
                    "default": "calm",
                    "label": {"nl": "stemming", "en": "mood"},
                },
            },
            "context": {"warnings": {"counter": "0..2", "label": {"nl": "waarschuwingen", "en": "warnings"}}},
            "roles": {
                "agent": {"label": {"nl": "Medewerker", "en": "Agent"}},
                "manager": {"label": {"nl": "Leidinggevende", "en": "Manager"}},
                "police": {"label": {"nl": "Politie", "en": "Police"}},
                "customer": {"label": {"nl": "Klant", "en": "Customer"}},
            },
            "events": {
                name: {**({"tone": tone} if tone else {}), "label": {"nl": dutch, "en": english}}
                for name, (tone, dutch, english) in _EVENTS.items()
            },
            "actions": {"inform": {"to": "manager", "label": {"nl": "inlichten", "en": "inform"}}},
            "initial": next(iter(states)),
            "states": states,
        }

    def _level(self, size: int, depth: int) -> dict[str, Body]:
        """States of one level; `size` counts those inside them, too."""
        states: dict[str, Body] = {}
        while size > 0:
            name = next(self.names)
            kind = self.chance.random()
            if size >= 5 and depth < 2 and kind < 0.12:
                inside = self.chance.randint(4, min(size - 1, 12))
                self.targets.append(name)
                states[name] = self._parallel(inside, depth)
            elif size >= 3 and depth < 3 and kind < 0.35:
                inside = self.chance.randint(2, min(size - 1, 12))
                self.targets.append(name)
                states[name] = self._box(inside, depth)
            else:
                inside = 0
                self.targets.append(name)
                states[name] = self._card()
            size -= inside + 1
        return states

    def _box(self, inside: int, depth: int) -> Body:
        remembered = f"{next(self.names)}_back" if inside > 3 and self.chance.random() < 0.3 else None
        states = self._level(inside - (remembered is not None), depth + 1)
        first = next(iter(states))
        if remembered:
            states[remembered] = {"type": "history", "deep": self.chance.random() < 0.5}
            self.targets.append(remembered)
        return {"label": self._text(1, 4), "initial": first, "states": states}

    def _parallel(self, inside: int, depth: int) -> Body:
        regions = 3 if inside >= 6 and self.chance.random() < 0.5 else 2
        sizes = [inside // regions] * (regions - 1)
        states: dict[str, Body] = {}
        for size in (*sizes, inside - sum(sizes)):
            name = next(self.names)
            self.targets.append(name)
            states[name] = self._box(size - 1, depth + 1)
        return {"type": "parallel", "label": self._text(1, 3), "states": states}

    def _card(self) -> Body:
        body: Body = {"label": self._text(1, 4)}
        if self.chance.random() < 0.3:
            body["role"] = self.chance.choice(["agent", "manager", "police", "customer"])
        if self.chance.random() < 0.8:
            body["say"] = self._text(2, 24)
        if self.chance.random() < 0.2:
            body["avoid"] = self._text(1, 8)
        if self.chance.random() < 0.2:
            body["entry"] = ["inform"]
        return body

    def _connect(self, states: dict[str, Body]) -> None:
        written = [
            (name, body)
            for name, body in _all(states)
            if body.get("type") not in ("final", "history", "parallel")
        ]
        for name, body in written:
            place = self.targets.index(name)
            free = list(_EVENTS)
            self.chance.shuffle(free)
            on: Body = {}
            if place + 1 < len(self.targets) and "states" not in body:
                on["anger"] = self._branches(self.targets[place + 1])
                free.remove("anger")
            for event in free[: self.chance.choice((0, 1, 1, 2, 3)) if "states" not in body else 1]:
                on[event] = self._branches(self.chance.choice(self.targets))
            if self.chance.random() < 0.15:
                refused = next(event for event in free if event not in on)
                body["forbid"] = {refused: self._text(2, 8)}
            if self.chance.random() < 0.25:
                body["after"] = {self.chance.choice(_DURATIONS): self.chance.choice(self.targets)}
            if on:
                body["on"] = on

    def _branches(self, target: str) -> Any:
        kind = self.chance.random()
        if kind < 0.6:
            return target
        if kind < 0.7:
            return {"do": ["inform"]}
        if kind < 0.8:
            return {"target": target, "when": self.chance.choice(_CONDITIONS), "do": ["inform"]}
        return [
            {"when": self.chance.choice(_CONDITIONS), "target": target},
            {"else": self.chance.choice(self.targets)},
        ]

    def _text(self, least: int, most: int) -> dict[str, str]:
        length = self.chance.randint(least, most)
        return {
            language: " ".join(self.chance.choice(words.split()) for _ in range(length)).capitalize()
            for language, words in _WORDS.items()
        }


def _all(states: dict[str, Body]) -> Iterator[tuple[str, Body]]:
    for name, body in states.items():
        yield name, body
        yield from _all(body.get("states", {}))
