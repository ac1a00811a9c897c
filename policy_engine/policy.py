"""The facade: a policy that was loaded, checked and compiled, ready to start sessions."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import FileIO
from itertools import product
from typing import TYPE_CHECKING, Any

from policy_engine.automaton.automaton import EDGE_LIMIT, Automaton
from policy_engine.automaton.table_json import read_table, to_table
from policy_engine.errors import InvalidDataError, PolicyError, SnapshotError, TableError
from policy_engine.model.types import defaults_of
from policy_engine.session.beginning import begin, resumed
from policy_engine.session.rows import Table
from policy_engine.session.values import complete

if TYPE_CHECKING:
    from datetime import datetime
    from os import PathLike

    from policy_engine.automaton.automaton import Progress
    from policy_engine.diagnostics.diagnostic import Diagnostic, Diagnostics
    from policy_engine.model.chart import Chart
    from policy_engine.model.types import Value
    from policy_engine.session.decision import Decision
    from policy_engine.session.live import Session
    from policy_engine.session.moment import Clock
    from policy_engine.session.values import By

# What reads, compiles and checks is imported where it is used: a session from a table does without.

# `check` compiles a policy for every choice of its parameters, up to so many.
MOST_CHOICES = 64
# So many other choices of parameters stay compiled; a session holds on to its own.
MOST_VARIANTS = 64
# How far `check` goes with a table that is too large to be made whole at load.
PROOF_NODES = 200_000
PROOF_EDGES = 2_000_000


class Policy:
    """A policy. Immutable; may be shared by threads. Made by `load_policy`, `parse_policy` and
    `load_table`.
    """

    def __init__(
        self,
        chart: Chart,
        automaton: Automaton,
        warnings: tuple[Diagnostic, ...] = (),
        variants: Variants | None = None,
    ) -> None:
        self._chart = chart
        self._digest = chart.digest  # asked for now, so that a chart lets go of the file it was read from
        self._automaton = automaton
        self._table = Table(automaton)
        self._warnings = warnings
        self._variants = Variants(chart) if variants is None else variants
        self._variants.add(self)

    @property
    def id(self) -> str:
        """The policy's id."""
        return self._chart.id

    @property
    def version(self) -> str:
        """The version that its author gave it."""
        return self._chart.version

    @property
    def digest(self) -> str:
        """SHA-256 of its content; comments and layout do not count."""
        return self._digest

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of its texts, the default first; ("",) for a policy with plain texts."""
        return self._chart.languages

    @property
    def chart(self) -> Chart:
        """The policy with every name resolved."""
        return self._chart

    @property
    def automaton(self) -> Automaton:
        """The table it compiles to, with these parameters."""
        return self._automaton

    @property
    def parameters(self) -> Mapping[str, Value]:
        """The parameters' values, defaults included."""
        return dict(self._automaton.parameters)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What was noticed while it was loaded and does not stop it."""
        return self._warnings

    def with_parameters(self, **values: object) -> Policy:
        """The same policy with other parameters; compiled once for each choice.

        Raises InvalidDataError for an unknown or unfit value, and PolicyError where the policy is wrong for
        it.
        """
        return self._variant(
            complete(values, self._chart.parameters, "parameter", self._automaton.parameters)
        )

    def _variant(self, parameters: Mapping[str, Value]) -> Policy:
        with self._variants.lock:
            found = self._variants.find(parameters)
            if found is None:
                from policy_engine.diagnostics.diagnostic import Diagnostics

                sink = Diagnostics()
                automaton = self._automaton.with_parameters(self._variants.ordered(parameters))
                expand(automaton, sink)
                if sink.has_errors:
                    raise PolicyError(sink.sorted())
                found = Policy(self._chart, automaton, self._warnings, self._variants)
            return found

    def start(
        self,
        facts: Mapping[str, object] | None = None,
        now: datetime | None = None,
        remember: int = 0,
        clock: Clock | None = None,
        journal: bool = False,
    ) -> Session:
        """Starts a session.

        facts: what the host knows; the rest has its defaults. now: an aware datetime; a session that is
        given one asks for it at every later call. remember: how many event ids to keep, so that a repeated
        one is answered `duplicate`. clock: read instead of the system's clock, in nanoseconds since 1970
        UTC. journal: whether to keep every call, so that an event can be retracted; every event id is
        remembered then.

        Raises InvalidDataError and ClockError.
        """
        return begin(self._table, facts, now, remember, clock, journal)

    def resume(
        self,
        snapshot: Mapping[str, Any],
        clock: Clock | None = None,
        migrate_from: Policy | None = None,
        now: datetime | None = None,
    ) -> Session:
        """A session as it was when `snapshot` was taken, with the parameters that it had.

        migrate_from: the version that a session may have begun with; it goes on under this one, as
        `migrate` says. now: an aware datetime, when it is taken over; only read then.

        Raises SnapshotError for a snapshot of another policy or version, or a damaged one, and what `migrate`
        raises.
        """
        from policy_engine.session.snapshot import belongs, restore

        if migrate_from is not None and _digest(snapshot) == migrate_from.digest:
            snapshot = self.migrate(snapshot, migrate_from, now)
        found = belongs(snapshot, self.id, self.digest)
        table = self._for(found)._table
        return resumed(table, restore(table, found), clock)

    def migrate(
        self, snapshot: Mapping[str, Any], old: Policy, now: datetime | None = None
    ) -> dict[str, Any]:
        """The snapshot of a session that began with the version `old`, as one of this version.

        Versions that differ in words only take each other's sessions as they are; any other has to say so
        under `migrate`. now: when what is new begins to run, an aware datetime; left out: when the session
        was last told something. The given snapshot stays as it is.

        Raises MigrationError, a SnapshotError, where the session can't go on under this version,
        SnapshotError where the snapshot is none of `old` or damaged, and ClockError for a `now` without a
        time zone.
        """
        from policy_engine.session.migrating import migrated, parameters_for, plan_for
        from policy_engine.session.moment import to_nanoseconds
        from policy_engine.session.snapshot import belongs, restore

        found = belongs(snapshot, old.id, old.digest)
        table = old._for(found)._table
        restore(table, found)  # a damaged one is told as what it is
        if old.digest == self.digest:
            return dict(found)
        plan = plan_for(old._automaton.chart, self._automaton.chart)
        own = self._for({"parameters": parameters_for(found, self._chart)})
        return migrated(found, table, own._table, plan, None if now is None else to_nanoseconds(now))

    def step(
        self,
        snapshot: Mapping[str, Any],
        event: str,
        now: datetime,
        data: Mapping[str, object] | None = None,
        by: By | None = None,
        facts: Mapping[str, object] | None = None,
        event_id: str | None = None,
        at: datetime | None = None,
    ) -> tuple[dict[str, Any], Decision]:
        """One event as a pure function: a snapshot in, the next snapshot and the decision out.

        Reads no clock, keeps nothing, and the given snapshot stays as it is. Raises what `resume` and
        `Session.send` raise.
        """
        session = self.resume(snapshot)
        decision = session.send(event, data, by, facts, now, event_id, at)
        return session.snapshot(), decision

    def _for(self, snapshot: Mapping[str, Any]) -> Policy:
        given = snapshot.get("parameters")
        if not isinstance(given, Mapping):
            raise SnapshotError("the snapshot is damaged: `parameters` is missing")
        try:
            return self._variant(complete(given, self._chart.parameters, "parameter", {}))
        except InvalidDataError as problem:
            raise SnapshotError(f"the snapshot is damaged: {problem}") from None

    def to_table(self) -> dict[str, Any]:
        """The compiled policy as JSON-ready data; `load_table` starts sessions from it without YAML or
        pydantic.
        """
        return to_table(self._automaton)

    def __repr__(self) -> str:
        return f"<Policy {self.id} {self.version}>"


def _digest(snapshot: object) -> object:
    return snapshot.get("digest") if isinstance(snapshot, Mapping) else None


class Variants:
    """One chart's policies by their parameters: the first for good, of the others the latest ones."""

    def __init__(self, chart: Chart) -> None:
        self.lock = threading.RLock()
        self._names = tuple(chart.parameters)
        self._found: dict[tuple[Value, ...], Policy] = {}

    def ordered(self, parameters: Mapping[str, Value]) -> dict[str, Value]:
        """The parameters in the order of their declaration."""
        return {name: parameters[name] for name in self._names}

    def find(self, parameters: Mapping[str, Value]) -> Policy | None:
        """The policy with these parameters, if it is still kept."""
        return self._found.get(tuple(parameters[name] for name in self._names))

    def add(self, policy: Policy) -> None:
        """Keeps a policy under its parameters; the oldest but the first goes where there are too many."""
        with self.lock:
            if len(self._found) > MOST_VARIANTS:
                del self._found[list(self._found)[1]]
            self._found.setdefault(tuple(self.ordered(policy.parameters).values()), policy)


def compile_chart(chart: Chart, parameters: Mapping[str, Value], sink: Diagnostics) -> Automaton:
    """The automaton of a chart, whole if it is small enough; its faults go to the sink."""
    from policy_engine.model.weave.weave import weave

    automaton = Automaton(weave(chart), parameters)
    expand(automaton, sink)
    return automaton


def expand(automaton: Automaton, sink: Diagnostics) -> None:
    """Makes an automaton whole if it is small enough; its faults go to the sink."""
    from policy_engine.automaton.faults import report_faults

    automaton.expand()
    report_faults(automaton, sink)


def compile_policy(policy: Policy) -> Automaton:
    """The automaton of a policy: `.nodes` and `.edges`, as far as they were met; `.whole` says whether that
    is all.
    """
    return policy.automaton


def check_policy(
    source: str | bytes,
    name: str,
    sink: Diagnostics,
    progress: Progress | None = None,
    compiled: Callable[[Chart, Automaton], None] | None = None,
) -> Policy | None:
    """Everything that can be said of a policy's text; None where it has mistakes.

    Compiles it for every choice of its parameters, so that a mistake which only one choice shows is found.
    progress: told now and then how many situations of a large policy were tried.
    compiled: told of each automaton that it compiles to.
    """
    from policy_engine.automaton.faults import report_faults
    from policy_engine.automaton.widest import widest
    from policy_engine.model.weave.weave import weave

    chart = _read(source, name, sink)
    if chart is None:
        return None
    default = None
    edges = PROOF_EDGES
    woven = weave(chart)
    for tried, parameters in enumerate(choices_of(chart)):
        if tried == MOST_CHOICES:
            _warn_not_proved(chart, tuple(chart.parameters), sink)
            break
        automaton = Automaton(woven, parameters)
        if not automaton.expand() and not automaton.expand(PROOF_NODES, edges, progress):
            _warn_not_proved(chart, widest(automaton), sink)
        edges = max(EDGE_LIMIT, edges - len(automaton.edges))
        report_faults(automaton, sink)
        if compiled is not None:
            compiled(chart, automaton)
        default = default or automaton
    if sink.has_errors or default is None:
        return None
    return Policy(chart, default, sink.sorted())


def parse_policy(text: str | bytes, *, name: str = "<policy>", language: str = "en") -> Policy:
    """Loads a policy from its YAML text.

    name: stands for the file in messages. language: "en" or "nl", of the diagnostics' words.
    Raises PolicyError with every mistake of the text.
    """
    from policy_engine.diagnostics.diagnostic import Diagnostics

    sink = Diagnostics()
    chart = _read(text, name, sink)
    if chart is not None:
        automaton = compile_chart(chart, defaults_of(chart.parameters), sink)
        if not automaton.whole:
            from policy_engine.automaton.widest import widest

            _warn_not_proved(chart, widest(automaton), sink)
    if chart is None or sink.has_errors:
        raise PolicyError([item.localized(language) for item in sink.sorted()])
    return Policy(chart, automaton, tuple(item.localized(language) for item in sink.sorted()))


def load_policy(path: str | PathLike[str], *, language: str = "en") -> Policy:
    """Loads a policy from a YAML file.

    Raises PolicyError with every mistake of the file, and OSError where it can't be read.
    """
    from pathlib import Path

    from policy_engine.document.limits import MAX_BYTES

    with Path(path).open("rb") as file:
        source = file.read(MAX_BYTES + 1)
    return parse_policy(source, name=str(path), language=language)


def load_table(path: str | PathLike[str]) -> Policy:
    """Loads a compiled policy from the JSON file that `policy-engine compile` wrote.

    Raises TableError for a file that is none, and OSError where it can't be read. A table is read as far as
    its sessions come: damage that its checksum does not show, because somebody wrote it so, may raise
    TableError later, from whatever is asked of the policy or a session.
    """
    with FileIO(path) as file:
        source = file.readall()
    try:
        automaton = read_table(source)
    except (ValueError, RecursionError) as problem:
        raise TableError(f"{path} is no JSON: {problem}") from None
    return Policy(automaton.chart, automaton)


def _read(source: str | bytes, name: str, sink: Diagnostics) -> Chart | None:
    # Imported here because a session from a compiled table needs neither YAML nor pydantic.
    from policy_engine.document.read import read_document
    from policy_engine.model.load import load_chart

    document = read_document(source, name, sink)
    return None if document is None else load_chart(document, sink)


def choices_of(chart: Chart) -> Iterator[dict[str, Value]]:
    """Every choice of the parameters that are read, the default first; of texts and numbers those that
    conditions tell apart. One that only says how long something takes is left as it is.
    """
    from policy_engine.courses.parameters import parameter_values, parameters_in_use

    default = defaults_of(chart.parameters)
    yield default
    used = parameters_in_use(chart)
    names = [name for name in chart.parameters if name in used]
    for choice in product(*(parameter_values(chart, name) for name in names)):
        parameters = {**default, **dict(zip(names, choice, strict=True))}
        if parameters != default:
            yield parameters


def _warn_not_proved(chart: Chart, variables: Sequence[str], sink: Diagnostics) -> None:
    """Says once that not every situation was tried."""
    if not any(item.code == "not-proved" for item in sink):
        sink.warning("not-proved", chart.states[0].span, nodes=PROOF_NODES, variables=list(variables))
