"""The sessions of a desk by policy and key, and when the next of them has something due."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

from policy_engine.desk.results import Place
from policy_engine.session.live import Session


class Seat:
    """One session and where it sits. `deadline` is the one that the shelf knows of."""

    __slots__ = ("deadline", "key", "policy", "session")

    def __init__(self, policy: str, key: str, session: Session) -> None:
        self.policy = policy
        self.key = key
        self.session = session
        self.deadline: datetime | None = None

    @property
    def place(self) -> Place:
        """The policy and the key."""
        return self.policy, self.key


class Shelf:
    """Invariant: every seat's deadline is among the entries of the heap; an entry whose time is no longer
    that of its seat is left until it comes up. So nothing is searched through, however many there are.
    """

    def __init__(self, policies: Iterable[str]) -> None:
        self._seats: dict[str, dict[str, Seat]] = {policy: {} for policy in policies}
        self._heap: list[tuple[datetime, int, Seat]] = []
        self._order = count()

    def find(self, policy: str, key: str) -> Seat | None:
        """The seat of a session, if there is one."""
        return self._seats[policy].get(key)

    def of(self, policy: str) -> tuple[Seat, ...]:
        """All seats of a policy, in the order in which they were taken."""
        return tuple(self._seats[policy].values())

    def __iter__(self) -> Iterator[Seat]:
        for seats in self._seats.values():
            yield from seats.values()

    def put(self, seat: Seat) -> Seat | None:
        """Seats a session, and gives the one that sat there."""
        seats = self._seats[seat.policy]
        before = seats.get(seat.key)
        seats[seat.key] = seat
        self.note(seat)
        return before

    def take_away(self, seat: Seat) -> None:
        """Empties a seat."""
        del self._seats[seat.policy][seat.key]

    def note(self, seat: Seat) -> None:
        """Takes notice of when a session has something due."""
        deadline = seat.session.deadline
        if deadline != seat.deadline:
            seat.deadline = deadline
            if deadline is not None:
                heappush(self._heap, (deadline, next(self._order), seat))

    def next_due(self, now: datetime) -> Seat | None:
        """The seat whose time comes first, if that is not after `now`."""
        deadline = self.deadline
        return None if deadline is None or deadline > now else self._heap[0][2]

    @property
    def deadline(self) -> datetime | None:
        """When the next session has something due."""
        heap = self._heap
        while heap:
            deadline, _, seat = heap[0]
            if seat.deadline == deadline and self.find(*seat.place) is seat:
                return deadline
            heappop(heap)
        return None
