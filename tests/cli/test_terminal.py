"""At a real terminal: the simulator, colour, and ways to end."""

from __future__ import annotations

import io
import os
import pty
import select
import signal
import sys
from pathlib import Path

import pytest

from policy_engine.cli.main import main
from policy_engine.cli.output import console
from policy_engine.cli.policies import Prepared
from policy_engine.cli.terminal import simulate
from policy_engine.policy import load_policy
from tests.cli.conftest import DATA

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from policy_engine.cli.main import main; sys.exit(main())"


class Terminal:
    """A program that runs at a terminal of its own."""

    def __init__(self, *arguments: str, **environment: str) -> None:
        known = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TERM": "xterm",
            "PYTHONIOENCODING": "utf-8",
            **environment,
        }
        command = [sys.executable, "-c", PROGRAM, *arguments]
        self.process, self._side = pty.fork()
        if self.process == 0:
            # Where this runs in the background, ctrl-c may be ignored, and a child inherits that.
            signal.signal(signal.SIGINT, signal.SIG_DFL)
            os.execve(command[0], command, known)

    def until(self, wanted: str) -> str:
        """What is shown up to and including `wanted`, or up to the end."""
        shown = b""
        while wanted.encode() not in shown:
            try:
                shown += os.read(self._side, 65_536)
            except OSError:
                break
        return shown.decode("utf-8", "replace").replace("\r\n", "\n")

    def type(self, text: str) -> None:
        os.write(self._side, text.encode())

    def interrupt(self) -> str:
        """Presses ctrl-c until the program ends, as a person would, and gives what it showed meanwhile.

        Python notices a ctrl-c that comes between its prompt and its wait for a key only at the next one.
        """
        shown = b""
        for _ in range(60):
            os.write(self._side, b"\x03")
            while select.select([self._side], [], [], 1)[0]:
                try:
                    shown += os.read(self._side, 65_536)
                except OSError:
                    return shown.decode("utf-8", "replace")
        raise AssertionError(f"ctrl-c does not end the program: {shown!r}")

    def end(self) -> int:
        """The exit status."""
        self.until("\0")
        os.close(self._side)
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])


@pytest.fixture
def visit_at_terminal() -> Terminal:
    """The simulator of the policy `visit`, at a terminal without colour."""
    return Terminal("run", str(DATA / "visit.yaml"), NO_COLOR="1")


def test_run_at_a_terminal_is_a_simulator(visit_at_terminal: Terminal) -> None:
    opening = visit_at_terminal.until("> ")

    assert "● Listening" in opening
    assert "   2  says thank you (thanks)" in opening
    visit_at_terminal.type("2\n")
    assert "● Leaving" in visit_at_terminal.until("> ")
    visit_at_terminal.type("quit\n")
    assert 0 == visit_at_terminal.end()


def test_ctrl_d_ends_the_simulator(visit_at_terminal: Terminal) -> None:
    visit_at_terminal.until("> ")
    visit_at_terminal.type("\x04")

    assert 0 == visit_at_terminal.end()


def test_ctrl_c_ends_the_simulator_quietly(visit_at_terminal: Terminal) -> None:
    visit_at_terminal.until("> ")

    assert "Traceback" not in visit_at_terminal.interrupt()
    assert 130 == visit_at_terminal.end()


def test_a_killed_terminal_leaves_nothing_running(visit_at_terminal: Terminal) -> None:
    visit_at_terminal.until("> ")
    os.kill(visit_at_terminal.process, signal.SIGTERM)

    assert -signal.SIGTERM == visit_at_terminal.end()


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_there_is_colour_at_a_terminal_that_wants_it(environment: dict[str, str], coloured: bool) -> None:
    terminal = Terminal("demo", "--lang", "en", **environment)

    shown = terminal.until("\0")

    assert coloured == ("\x1b[" in shown)
    assert 0 == terminal.end()


def test_mistakes_are_coloured_at_a_terminal(tmp_path: Path) -> None:
    (tmp_path / "p.yaml").write_text("policy: p\n")
    terminal = Terminal("check", str(tmp_path / "p.yaml"))

    assert "\x1b[" in terminal.until("\0")
    assert 1 == terminal.end()


def test_at_a_terminal_the_command_opens_the_simulator_and_ends_with_the_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Ended:
        def isatty(self) -> bool:
            return True

        def readline(self) -> str:
            return ""

    monkeypatch.setattr(sys, "stdin", Ended())

    assert 0 == main(["run", str(DATA / "visit.yaml")])
    assert "What may happen" in capsys.readouterr().out


def test_the_simulator_reads_the_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["thanks", "quit"])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))

    simulate(Prepared(load_policy(DATA / "visit.yaml"), {"name": "Jansen"}, texts="nl", words="nl"))

    assert "Jansen, vertelt u het maar." in capsys.readouterr().out


class Shown(io.StringIO):
    """An output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_colour", "system"), [("", "truecolor"), ("1", None)])
def test_the_console_of_a_terminal_is_as_wide_as_it_and_coloured_if_wanted(
    monkeypatch: pytest.MonkeyPatch, no_colour: str, system: str | None
) -> None:
    monkeypatch.setattr(sys, "stdout", Shown())
    monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("COLUMNS", "72")

    assert (72, system) == (console().width, console().color_system)
