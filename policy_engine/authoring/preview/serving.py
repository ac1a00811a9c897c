"""Runs a preview: looks at the file whenever it is saved, and serves what there is until it is stopped."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from watchfiles import Change, watch

from policy_engine.authoring.beside import SHEETS
from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.site import Site

_PATIENCE = 3.0  # seconds that a thread has to end; a proof looks up only now and then
_QUIET = 60  # milliseconds of quiet after which a save is looked at


class Serving:
    """A preview that runs in threads of its own. `with` begins and ends it."""

    def __init__(self, looking: Looking, token: str, port: int) -> None:
        self._looking = looking
        self._stop = Event()
        self._site = Site(looking, token, port)
        self._threads = [
            Thread(target=self._site.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True),
            Thread(target=self._watch, daemon=True),
            Thread(target=self._prove, daemon=True),
        ]

    @property
    def url(self) -> str:
        """The address of the page."""
        return self._site.url

    def __enter__(self) -> Serving:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._looking.end()
        self._site.shutdown()
        self._site.server_close()
        for thread in self._threads:
            thread.join(timeout=_PATIENCE)

    def wait(self) -> None:
        """Until ctrl-c."""
        while not self._stop.wait(1.0):
            pass

    def _watch(self) -> None:
        self._looking.look()
        path = self._looking.path.resolve()
        folders = [path.parent, *(folder for folder in [path.parent / SHEETS] if folder.is_dir())]
        for _ in watch(
            *folders,
            watch_filter=_Ours(path),
            stop_event=self._stop,
            recursive=False,
            debounce=400,
            step=_QUIET,
            rust_timeout=500,
            raise_interrupt=False,
        ):
            self._looking.look()

    def _prove(self) -> None:
        while self._looking.prove():
            pass


class _Ours:
    """Whether a change is of the policy, or of a sheet beside it."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __call__(self, _change: Change, changed: str) -> bool:
        path = Path(changed)
        return path.name == self._path.name or path.parent.name == SHEETS
