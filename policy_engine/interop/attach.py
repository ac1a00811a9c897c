"""What a machine puts on its model, and takes away again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from weakref import WeakKeyDictionary

from policy_engine.errors import HostError
from policy_engine.interop.plain import runs_when_called, waiting


class Attachment:
    """The attributes that a model was given. `take_away` leaves the model as it was found."""

    __slots__ = ("_model", "_names", "_replaced")

    def __init__(self, model: object, names: Collection[str]) -> None:
        own = getattr(model, "__dict__", {})
        self._model = model
        self._names = names
        self._replaced = {name: own[name] for name in own.keys() & names}

    def put(self, values: Iterable[tuple[str, object]]) -> None:
        """Sets the attributes. Raises HostError for a model that can't have them, which is left as it was."""
        for name, value in values:
            try:
                setattr(self._model, name, value)
            except Exception as problem:
                self.take_away()
                raise HostError(
                    f"{_called(self._model)} can't be given the attribute `{name}`: {problem}. Use an "
                    "ordinary class, whose objects can be given any attribute"
                ) from problem

    def take_away(self) -> None:
        """Takes the attributes away, and brings back what stood in their place."""
        for name in self._names:
            if name in self._replaced:
                setattr(self._model, name, self._replaced[name])
            else:
                # One that was never set, or a property, can't be taken away.
                with suppress(AttributeError):
                    delattr(self._model, name)


class Reserved:
    """The names that a model is given, each with what it is for, and the names of callbacks that it may have.

    What a class says of them is found out once for each class, because a host makes many models of one.
    """

    def __init__(self, given: Mapping[str, str], callbacks: Iterable[str]) -> None:
        self.names = given.keys()
        self._given = given
        self._callbacks = frozenset(callbacks)
        self._of_class: WeakKeyDictionary[type, tuple[str, ...]] = WeakKeyDictionary()

    def check(self, model: object) -> None:
        """Raises HostError for a model that has one of the names for something else.

        An attribute that is None counts as free: that is how a class announces what it will get.
        """
        if isinstance(model, type):
            raise HostError(f"as_machine drives one object, not a class: pass {model.__name__}()")
        own = getattr(model, "__dict__", {})
        names = [
            *self._known(type(model)),
            *(own.keys() & self.names),
            *(own.keys() & self._callbacks),
        ]
        found = {name: value for name in names if (value := getattr(model, name, None)) is not None}
        taken = [f"`{name}` for {purpose}" for name, purpose in self._given.items() if name in found]
        if taken:
            raise HostError(
                f"{_called(model)} already has attributes that it should be given: {', '.join(taken)}. "
                "Rename them, give the event or state another id, or pass another model_attribute= or "
                "decision_attribute="
            )
        for name, value in found.items():
            if not callable(value):
                raise HostError(f"`{name}` of {_called(model)} must be a method: it is called as a callback")
            if not runs_when_called(value):
                raise waiting(name, model)

    def _known(self, kind: type) -> tuple[str, ...]:
        """The names that a class has."""
        found = self._of_class.get(kind)
        if found is None:
            has = set(dir(kind))
            found = tuple(name for name in (*self._given, *sorted(self._callbacks)) if name in has)
            self._of_class[kind] = found
        return found


def _called(model: object) -> str:
    return f"`{type(model).__name__}`"
