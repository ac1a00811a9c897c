"""What conditions make of a fact while it is unknown.

An enum with the member `unknown` has a careful side: `in_doubt` names the member that unknown is to count as.
A condition that tells the two apart, and takes unknown for another member instead, is told about; so is a
policy without `in_doubt` whose conditions do not agree. A condition that names `unknown` itself says what it
means and stays out of this.

Whether a condition tells members apart is decided as branches are: over all values of whatever else it reads.
Most conditions need no such look, for a member that they do not name is like any other that they do not.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.model.branches import Budget, Space
from policy_engine.model.expressions.evaluate import compile_expression
from policy_engine.model.expressions.measure import walk
from policy_engine.model.expressions.scope import Scope
from policy_engine.model.expressions.tree import Compare, Constant, Expr, In, Ref, literal
from policy_engine.model.types import UNKNOWN, Declaration, Value

Condition = tuple[Expr, Scope]
Atom = Compare | In
Spoken = tuple[Condition, list[Atom]]  # a condition, and the comparisons in it that read the fact in question


@dataclass(slots=True)
class Doubt:
    """Looks through the conditions of one policy. Two states for which `exclusive` says True are never active
    together.
    """

    exclusive: Callable[[str, str], bool]
    sink: Diagnostics
    budget: Budget = field(default_factory=Budget)
    _told: set[tuple[str, Span]] = field(default_factory=set)

    def check(
        self, facts: Mapping[str, Declaration], where: Mapping[str, Span], read: Sequence[Sequence[Condition]]
    ) -> None:
        """Tells about conditions that do not take an unknown fact as they should. `where` are the places of
        the declarations; in `read` the conditions of one list of branches stand together.
        """
        for fact in facts.values():
            if UNKNOWN not in fact.type.members:
                continue
            together = [_speaking_of(fact, group) for group in read]
            spoken = [one for group in together for one in group]
            if fact.in_doubt is not None:
                self._check_sides(fact, fact.in_doubt, spoken)
            elif not _agree(fact, spoken):
                groups = [[condition for condition, _ in group] for group in together if group]
                self._check_agreement(fact, where[fact.name], groups)

    def _check_sides(self, fact: Declaration, careful: str, spoken: Sequence[Spoken]) -> None:
        """Whether unknown counts as the careful member in each condition."""
        known: dict[Hashable, str | None] = {}
        for condition, atoms in spoken:
            culprits = [atom for atom in atoms if careful in _named(atom, fact)]
            if not culprits:
                continue
            if (key := _key(condition)) not in known:
                known[key] = self._taken_for(fact, careful, condition)
            taken = known[key]
            if taken is not None:
                self._tell_side(fact, careful, culprits, taken)

    def _taken_for(self, fact: Declaration, careful: str, condition: Condition) -> str | None:
        """The member that unknown counts as where it does not count as the careful one."""
        for answers in self._answers(fact, condition):
            if answers[UNKNOWN] != answers[careful]:
                for member in fact.type.members:
                    if member != UNKNOWN and answers[member] == answers[UNKNOWN]:
                        return member
        return None

    def _tell_side(self, fact: Declaration, careful: str, culprits: Sequence[Atom], taken: str) -> None:
        for atom in culprits:
            if (fact.name, atom.span) not in self._told:
                self._told.add((fact.name, atom.span))
                self.sink.warning(
                    "doubt-taken-for",
                    atom.span,
                    fact=fact.name,
                    member=taken,
                    careful=careful,
                    fix=_careful(atom, fact),
                )

    def _check_agreement(
        self, fact: Declaration, place: Span, together: Sequence[Sequence[Condition]]
    ) -> None:
        """Whether there is a member that unknown counts as everywhere. A list that takes it for none of them,
        be it by `else`, has said so.
        """
        seen: list[tuple[Expr, list[str]]] = []
        known: dict[Hashable, list[str]] = {}
        for group in together:
            like = [member for member in fact.type.members if member != UNKNOWN]
            for condition in group:
                if (key := _key(condition)) not in known:
                    known[key] = self._like(fact, condition)
                like = [member for member in like if member in known[key]]
            if not like:
                continue
            for other, others in seen:
                if not set(like) & set(others):
                    self.sink.warning(
                        "doubt-mixed",
                        place,
                        fact=fact.name,
                        one=others[0],
                        line=_line(other, fact),
                        other=like[0],
                        other_line=_line(group[0][0], fact),
                    )
                    return
            seen.append((group[0][0], like))

    def _like(self, fact: Declaration, condition: Condition) -> list[str]:
        """The members that a condition never tells from unknown."""
        like = [member for member in fact.type.members if member != UNKNOWN]
        for answers in self._answers(fact, condition):
            like = [member for member in like if answers[member] == answers[UNKNOWN]]
        return like

    def _answers(self, fact: Declaration, condition: Condition) -> Iterator[dict[str, bool]]:
        """For each combination of all other values, the outcome for each member; nothing if these are too
        many.
        """
        expr, scope = condition
        ref = Ref(expr.span, "fact", fact.name)
        space = Space([(expr.span, expr, None, False)], scope, self.exclusive, False)
        if not self.budget.take(space.size, 1):
            return
        holds = compile_expression(expr)
        for sample in space.samples(held=ref):
            answers = {}
            for member in fact.type.members:
                sample.put(ref, member)
                answers[member] = bool(holds(sample))
            yield answers


def _speaking_of(fact: Declaration, conditions: Sequence[Condition]) -> list[Spoken]:
    """The conditions that read a fact without naming `unknown`."""
    read = [(condition, list(_atoms(condition[0], fact))) for condition in conditions]
    return [
        (condition, atoms)
        for condition, atoms in read
        if atoms and not any(UNKNOWN in _literals(atom) for atom in atoms)
    ]


def _key(condition: Condition) -> Hashable:
    """Conditions with the same key say the same; where data are read, equal words may say something else."""
    expr, scope = condition
    return expr, id(scope) if scope.data else 0


def _agree(fact: Declaration, spoken: Sequence[Spoken]) -> bool:
    """Whether some member is like unknown in all conditions, because none of them names it."""
    named = {member for _, atoms in spoken for atom in atoms for member in _named(atom, fact)}
    return any(member not in named for member in fact.type.members if member != UNKNOWN)


def _atoms(expr: Expr, fact: Declaration) -> Iterator[Atom]:
    """The comparisons in which a fact stands."""
    for node in walk(expr):
        if isinstance(node, Compare):
            if _is_fact(node.left, fact) or _is_fact(node.right, fact):
                yield node
        elif isinstance(node, In) and _is_fact(node.operand, fact):
            yield node


def _is_fact(side: Expr, fact: Declaration) -> bool:
    return isinstance(side, Ref) and side.kind == "fact" and side.name == fact.name


def _literals(atom: Atom) -> list[Value]:
    if isinstance(atom, In):
        return list(atom.items)
    return [side.value for side in (atom.left, atom.right) if isinstance(side, Constant)]


def _named(atom: Atom, fact: Declaration) -> Sequence[Value]:
    """The members that a comparison names; every one where it compares with another variable."""
    return _literals(atom) or fact.type.members


def _careful(atom: Atom, fact: Declaration) -> str:
    """A comparison that names the careful member, rewritten so that unknown counts as that."""
    if not _literals(atom):
        return f"{fact.name} == {literal(UNKNOWN)} or {atom}"
    negated = isinstance(atom, Compare) and atom.op == "!="
    named = {*_literals(atom), UNKNOWN}
    kept = [member for member in fact.type.members if member in named]
    rest = [member for member in fact.type.members if member not in named]
    if len(rest) == 1:
        return f"{fact.name} {'==' if negated else '!='} {literal(rest[0])}"
    return f"{'not ' if negated else ''}{fact.name} in [{', '.join(map(literal, kept))}]"


def _line(expr: Expr, fact: Declaration) -> int:
    return next(_atoms(expr, fact)).span.line
