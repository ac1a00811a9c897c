"""Random policies: valid, small, and rich in everything that execution has to get right.

Everything has actions that name where they stand, so that a wrong order shows. What would make most of them
invalid is avoided by construction: branches of one list exclude each other; one guarded transition alone adds
to the counter; events stand in ranks, and what handles an event of one rank raises and sends only what ranks
below it, so that little goes round for ever. What still is refused when it is loaded is left out and counted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.oracle.shapes import Flavour, Shape
from tests.oracle.tree import ROOT, Tree

OUTSIDE = ("e1", "e2", "e3", "e4")  # from the host only; may raise and send the others
SENT, DELAYED, RAISED, NOTED = ("g1",), ("d1", "d2"), ("f1", "f2"), ("h1", "h2")
# So long as a parameter, a fact or a variable says, or a little less. Timers of no length never end.
COUNTED = ("most s", "pause s", "pause s - 500 ms")
PERHAPS_NOTHING = ("count s", "level s - 500 ms", "pause s - 2500 ms")
LAPSES: tuple[dict[str, Any], ...] = (
    {},
    {"lapse": "2 s"},
    {"lapse": "pause s"},
    {"lapse": {"after": "1500 ms", "when": "all"}},
    {"lapse": {"after": "most s", "when": "all"}},
)
MEMBERS = ("red", "green", "blue")


def random_policy(random: Random, flavour: Flavour) -> dict[str, Any]:
    """A policy as plain data."""
    states, initial = Shape(random, flavour).states()
    policy: dict[str, Any] = {
        "policy": "random",
        "format": 1,
        "version": "1.0.0",
        "parameters": {"most": {"range": "1..3", "default": 2}},
        "facts": {
            "known": {"flag": False},
            "colour": {"enum": list(MEMBERS), "default": "red"},
            "name": {"text": ""},
            "score": {"number": 1.5},
            "pause": {"range": "1..4", "default": 2},
        },
        "context": {
            "count": {"counter": "0..3"} | random.choice(LAPSES if flavour.queues else LAPSES[:1]),
            "level": {"range": "0..2", "default": 0},
            "up": {"flag": False},
            "mood": {"enum": list(MEMBERS), "default": "red"},
            "said": {"text": ""},
            "amount": {"number": 0.0},
            "who": {"person": None},
        },
        "roles": {"agent": {}, "manager": {}},
        "events": {
            **{event: {} for event in (*OUTSIDE, *SENT, *DELAYED, *RAISED, *NOTED)},
            "e3": {"data": {"size": {"range": "0..2", "default": 1}, "urgent": {"flag": False}}},
            "e4": {"by": ["manager"]} if random.random() < 0.5 else {},
        },
        **({"statements": {"t1": {}, "t2": {"by": ["manager"]}}} if flavour.queues else {}),
        "actions": {
            name: {
                "params": {
                    "of": {"text": ""},
                    "n": {"range": "0..9", "default": 0},
                    "who": {"text": "nobody"},
                }
            }
            for name in ("enter", "leave", "act")
        },
        "guards": {"ready": "known or level > 0", "often": "count >= most"},
        "initial": initial,
        "states": states,
    }
    wiring = Wiring(policy, random, flavour)
    wiring.wire()
    if flavour.queues and random.random() < 0.3:
        policy["events"][random.choice(OUTSIDE)]["settle"] = random.choice(("500 ms", "3 s"))
    if flavour.queues and random.random() < 0.3:
        wiring.ask_for_duties()
    return policy


@dataclass
class Wiring:
    """Transitions, actions, timers and refusals on a tree of states."""

    policy: dict[str, Any]
    random: Random
    flavour: Flavour
    counted: bool = False
    tree: Tree = field(init=False)

    def wire(self) -> None:
        self.tree = Tree(self.policy)
        real = [one for one in self.tree.body if one != ROOT and self.tree.kind(one) != "history"]
        for state in real:
            self.wire_state(state)
        if self.random.random() < 0.3:
            self.start_with_a_history()

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def wire_state(self, state: str) -> None:
        body, final = self.tree.body[state], self.tree.kind(state) == "final"
        body["entry"] = [self.action("enter", state), *self.note(0.12)]
        if final:
            return
        body["exit"] = [self.action("leave", state), *self.note(0.05), *self.sets(0.1, careful=True)]
        events = [event for event in OUTSIDE if self.chance(0.5)]
        if self.flavour.queues:
            events += [event for event in (*SENT, *DELAYED, *RAISED) if self.chance(0.2)]
        body["on"] = {}
        if self.finishing(state):
            body["on"]["e1"] = {"target": self.tree.children(self.tree.parent[state])[-1]}
            events = [event for event in events if event != "e1"]
        while events:
            joined = events[:2] if self.chance(0.1) and "e3" not in events[:2] else events[:1]
            events = events[len(joined) :]
            # What comes from the host stands first: a list for both can't differ by who reports it.
            body["on"][" or ".join(joined)] = self.transition(state, joined[-1])
        if self.flavour.queues:
            self.wire_queues(state, body)

    def reported(self) -> str:
        """A condition on who reports an event."""
        return self.random.choice(("by == 'manager'", "by != 'manager' and known", "by == who", "by != who"))

    def finishing(self, state: str) -> bool:
        """Whether a state is the first of a short region."""
        region = self.tree.parent[state]
        ends = [one for one in self.tree.children(region) if self.tree.kind(one) == "final"]
        return region != ROOT and len(ends) == 1 and len(self.tree.children(region)) == 2 and self.chance(0.9)

    def wire_queues(self, state: str, body: dict[str, Any]) -> None:
        for event in (*NOTED, "t1", "t2"):
            if self.chance(0.2 if event in NOTED else 0.1):
                body["on"][event] = self.forward(state, event)
        if self.chance(0.22):
            body["always"] = self.forward(state, "always") | {"when": self.guard("always")}
            if "target" not in body["always"]:
                del body["always"]
        if self.chance(0.3):
            durations = self.random.sample(
                ["1 s", "2 s", "3 s", "5 s", "1500 ms", *COUNTED], self.random.choice((1, 1, 2))
            )
            body["after"] = {duration: self.transition(state, "after") for duration in durations}
        # A region that handles its own `done` mostly leaves before all regions are done.
        parent = self.tree.parent[state]
        region = self.tree.kind(parent) == "parallel"
        if self.tree.kind(state) in ("compound", "parallel") and self.chance(0.2 if region else 0.9):
            body["done"] = self.transition(state, "done")
        if self.chance(0.12):
            key = " or ".join(
                self.random.sample([*OUTSIDE, *RAISED, *DELAYED, *SENT], self.random.choice((1, 2)))
            )
            text = f"not in {state}"
            when = self.reported() if self.chance(0.3) else self.guard("forbid")
            if key == "e3" and self.chance(0.5):
                when = f"event.size > {self.random.randint(0, 1)} or event.urgent and known"
            body["forbid"] = {key: {"when": when, "text": text} if self.chance(0.6) else text}
        if self.chance(0.3):
            # The keys of a state may stand in any order, and the document order of its timers with them.
            kept = list(body.items())
            self.random.shuffle(kept)
            body.clear()
            body.update(kept)

    def ask_for_duties(self) -> None:
        """Lets some states say what must be done."""
        real = [one for one in self.tree.body if self.is_real(one)]
        asking = [one for one in real if self.tree.kind(one) != "final"]
        for number, state in enumerate(self.random.sample(asking, min(len(asking), 2))):
            events = self.random.sample((*OUTSIDE, *DELAYED, *RAISED), self.random.choice((1, 1, 2)))
            actions = self.random.sample(("act", "enter"), self.random.choice((1, 1, 2)))
            kind, several = ("event", events) if self.chance(0.7) else ("action", actions)
            wanted = {kind: " or ".join(several) if self.chance(0.5) else several}
            must: dict[str, Any] = {**wanted, "within": self.random.choice(("1 s", "2 s", "3500 ms"))}
            if self.chance(0.6):
                must["overdue"] = self.random.choice([one for one in (*DELAYED, *NOTED) if one not in events])
            if self.chance(0.4):
                must["until"] = self.random.sample(real, min(len(real), 2))
            self.tree.body[state]["must"] = {f"duty_{number}": must}

    # ---- transitions

    def transition(self, state: str, trigger: str) -> Any:
        chance = self.random.random()
        if chance < 0.1 and not self.counted and trigger not in ("always", *NOTED):
            self.counted = True
            amount, when = ("event.size", "count + event.size <= 3") if trigger == "e3" else (1, "count < 3")
            adding = self.branch(state, trigger) | {"when": when}
            adding["do"] = [{"add": {"count": amount}}, *adding["do"]]
            return adding
        if chance < 0.14 and trigger in OUTSIDE:
            taking = self.branch(state, trigger) | {"when": "count > 0"}
            taking["do"] = [{"add": {"count": -1}}, *taking["do"]]
            return taking
        if chance < 0.15 and trigger in OUTSIDE:
            return [
                self.branch(state, trigger) | {"by": "agent"},
                self.branch(state, trigger) | {"by": ["manager"]},
            ]
        if chance < 0.45:
            return self.branch(state, trigger)
        guard = self.guard(trigger)
        if chance < 0.65:
            return self.branch(state, trigger) | {"when": guard}
        first = self.branch(state, trigger) | {"when": guard}
        second = self.branch(state, trigger)
        if chance < 0.8:
            return [first, {"else": second}]
        if chance < 0.9:
            return [first, second | {"when": f"not ({guard})"}]
        other = self.guard(trigger)
        return [
            first | {"when": f"({guard}) and ({other})"},
            second | {"when": f"({guard}) and not ({other})"},
            {"else": self.branch(state, trigger)},
        ]

    def branch(self, state: str, trigger: str) -> dict[str, Any]:
        branch: dict[str, Any] = {}
        targets = self.targets(state) if self.chance(0.85) else []
        if targets:
            branch["target"] = targets[0] if len(targets) == 1 else targets
            inside = all(self.tree.inside(one, state) for one in targets)
            if self.tree.kind(state) == "compound" and inside and self.chance(0.6):
                branch["internal"] = True
        branch["do"] = [self.action("act", f"{state}.{trigger}"), *self.sets(0.3), *self.sets(0.1)]
        if trigger == "e3" and self.chance(0.4):
            branch["do"].append({"set": {"level": "event.size"}})
        if self.flavour.queues and trigger in (*OUTSIDE, *SENT, *DELAYED, *RAISED) and self.chance(0.1):
            # Statements, and a flag that is none.
            branch["requires"] = self.random.sample(("t1", "t2", "up"), self.random.choice((1, 1, 2)))
        if self.flavour.queues and trigger in (*OUTSIDE, *DELAYED) and self.chance(0.06):
            branch["do"].append({"remember": {"who": "by"}})
        if self.flavour.queues and trigger in (*OUTSIDE, *SENT, *DELAYED, "after"):
            branch["do"] += self.queued(trigger)
        return branch

    def queued(self, trigger: str) -> list[Any]:
        found: list[Any] = []
        if self.chance(0.35):
            # Two of them show which one comes first.
            found += [{"raise": event} for event in self.random.sample(RAISED, self.random.choice((1, 2)))]
        if self.chance(0.2) and trigger not in SENT:
            found.append({"send": {"event": self.random.choice(SENT)}})
        if self.chance(0.2) and trigger in OUTSIDE:
            delay = self.random.choice(("1 s", "2 s", "3 s", "1500 ms", "0 s", *COUNTED, *PERHAPS_NOTHING))
            sent = {"event": self.random.choice(DELAYED), "delay": delay}
            found.append(
                {"send": sent | ({"id": self.random.choice(("x", "y"))} if self.chance(0.7) else {})}
            )
        if self.chance(0.1) and trigger in OUTSIDE:
            # A send in the same list, so that what is cancelled exists.
            found += [{"send": {"event": "d1", "delay": "2 s", "id": "z"}}, {"cancel": "z"}]
        self.random.shuffle(found)
        return found

    def forward(self, state: str, trigger: str) -> dict[str, Any]:
        """A branch to something written later, so that a chain of them ends; or a targetless one."""
        later: list[str] = []
        for inner, outer in zip(
            [state, *self.tree.ancestors(state)], self.tree.ancestors(state), strict=False
        ):
            if self.tree.kind(outer) == "compound":
                siblings = self.tree.children(outer)
                later += siblings[siblings.index(inner) + 1 :]
        found: dict[str, Any] = {"do": [self.action("act", f"{state}.{trigger}")]}
        if later and self.chance(0.7):
            chosen = self.random.choice(later)
            inside = [one for one in self.tree.body if one != ROOT and self.tree.inside(one, chosen)]
            found["target"] = self.random.choice([chosen, *inside])
        return found

    def targets(self, state: str) -> list[str]:
        everywhere = [one for one in self.tree.body if one != ROOT]
        if not self.flavour.into_itself:
            everywhere = [one for one in everywhere if not self.tree.inside(one, state)]
        histories = [one for one in everywhere if self.tree.kind(one) == "history"]
        parallels = [one for one in everywhere if self.tree.kind(one) == "parallel"]
        if histories and self.chance(0.35):
            return [self.random.choice(histories)]
        if parallels and self.chance(0.2):
            regions = self.tree.children(self.random.choice(parallels))
            chosen = self.random.sample(regions, self.random.randint(2, len(regions)))
            return [self.random.choice([one, *self.within(one)]) for one in chosen]
        ends = [one for one in everywhere if self.tree.kind(one) == "final"]
        if ends and self.chance(0.12):
            return [self.random.choice(ends)]
        composite = [one for one in everywhere if self.tree.kind(one) in ("compound", "parallel")]
        if composite and self.chance(0.2):
            return [self.random.choice(composite)]
        return [self.random.choice([one for one in everywhere if one not in ends])]

    def within(self, state: str) -> list[str]:
        return [one for one in self.tree.body if one != ROOT and self.tree.inside(one, state)]

    def start_with_a_history(self) -> None:
        """Lets a compound state begin with its own history."""
        for state, body in self.tree.body.items():
            histories = self.tree.histories(state)
            if self.tree.kind(state) == "compound" and histories:
                history = self.tree.body[histories[0]]
                history.setdefault("target", body["initial"])
                body["initial"] = histories[0]

    # ---- actions and guards

    def action(self, name: str, where: str) -> dict[str, Any]:
        number = self.random.choice(
            ({"expr": "count"}, {"expr": "level + 1"}, 3, {"expr": "count + level - 0"})
        )
        params = {"of": where} | ({"n": number} if self.chance(0.5) else {})
        if self.chance(0.1):
            params["who"] = {"expr": self.random.choice(("name", "said"))}
        return {name: params}

    def note(self, share: float) -> list[Any]:
        if not self.flavour.queues or not self.chance(share):
            return []
        return [{"raise": self.random.choice((*NOTED, "t1"))}]

    def sets(self, share: float, careful: bool = False) -> list[Any]:
        """Sometimes a `set`. A careful one never raises a number: it could meet the one that is added."""
        if not self.chance(share):
            return []
        choices: list[dict[str, Any]] = [
            {"up": True},
            {"up": "not up"},
            {"mood": self.random.choice(MEMBERS)},
            {"level": 0},
            # One `set` reads before it writes.
            {"level": 0, "up": "level > 0"},
            {"mood": "green", "up": "mood == 'red'"},
        ]
        if self.flavour.queues:
            choices.append({"t1": False})
        if not careful:
            choices += [
                {"level": self.random.choice((1, 2))},
                {"count": 0},
                {"count": 1},
                {"mood": {"expr": "colour"}},
                # Texts and numbers are known only when a session runs.
                {"said": {"expr": "name"}, "amount": {"expr": "score"}},
                {"said": "Jansen", "amount": 2},
                {"up": "known and not up", "level": "most - 1"},
            ]
        return [{"set": self.random.choice(choices)}]

    def guard(self, trigger: str) -> str:
        random = self.random
        atoms: list[Callable[[], str]] = [
            lambda: "up",
            lambda: "known",
            lambda: "ready",
            lambda: "often",
            lambda: f"count {random.choice(('<', '<=', '>', '>=', '==', '!='))} {random.randint(0, 3)}",
            lambda: f"level + 1 {random.choice(('<', '>='))} most",
            lambda: f"mood == '{random.choice(MEMBERS)}'",
            lambda: f"mood in ['{random.choice(MEMBERS)}', '{MEMBERS[0]}']",
            lambda: "mood != colour",
            lambda: f"colour == '{random.choice(MEMBERS)}'",
            lambda: f"{random.choice(('name', 'said'))} {random.choice(('==', '!='))} 'Jansen'",
            lambda: f"{random.choice(('score', 'amount'))} {random.choice(('<', '>='))} 2.5",
            lambda: f"in_state('{random.choice([one for one in self.tree.body if self.is_real(one)])}')",
        ]
        if trigger in OUTSIDE:
            atoms.append(lambda: "by == 'manager'")
        if self.flavour.queues and trigger in (*OUTSIDE, *DELAYED):
            atoms.append(lambda: f"by {random.choice(('==', '!='))} who")
        if trigger == "e3":
            atoms += [lambda: f"event.size > {random.randint(0, 1)}", lambda: "event.urgent"] * 2
        one, two = random.choice(atoms)(), random.choice(atoms)()
        return random.choice(
            (
                one,
                one,
                f"not {one}" if " " not in one else f"not ({one})",
                f"{one} and {two}",
                f"{one} or {two}",
            )
        )

    def is_real(self, state: str) -> bool:
        return state != ROOT and self.tree.kind(state) != "history"
