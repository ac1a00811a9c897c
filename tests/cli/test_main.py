"""The process as a whole: its version, its help, its exit statuses, and never a traceback."""

from __future__ import annotations

import errno
import io
import os
import runpy
import signal
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest
import typer

from policy_engine import __version__
from policy_engine.cli import check
from policy_engine.cli.guard import guarded
from policy_engine.cli.main import main
from tests.cli.conftest import Runs

ROOT = Path(__file__).parents[2]
PROGRAM = "import sys; from policy_engine.cli.main import main; sys.exit(main())"
COMMANDS = (
    *("new", "check", "fmt", "run", "test", "why", "diff", "lsp", "preview"),
    *("rules", "sources", "draw", "demo", "schema", "compile"),
)


def process(*arguments: str, program: str = PROGRAM) -> subprocess.Popen[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env=environment,
        # Whoever runs the tests in the background ignores ctrl-c, and would pass that on.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == __version__


def test_version_is_answered_without_importing_anything_heavy() -> None:
    program = (
        "import sys; from policy_engine.cli.main import main; main(['--version']);"
        "print(sorted({'pydantic', 'transitions', 'typer', 'rich', 'yaml', 'json', 'importlib.metadata'}"
        " & set(sys.modules)))"
    )

    out, _ = process(program=program).communicate()

    assert f"policy-engine {__version__}\n[]\n" == out


def test_loading_all_commands_imports_nothing_heavy() -> None:
    program = (
        "import sys, policy_engine.cli.app;"
        "print(sorted({'pydantic', 'transitions', 'yaml', 'policy_engine.policy', 'rich.console'}"
        " & set(sys.modules)))"
    )

    out, _ = process(program=program).communicate()

    assert out == "[]\n"


def test_version_among_other_arguments_is_answered_too(run: Runs) -> None:
    assert run("--version", "check").out == f"policy-engine {__version__}\n"


def test_version_alone_is_answered_at_once(run: Runs) -> None:
    ran = run("--version")

    assert (0, f"policy-engine {__version__}\n", "") == (ran.status, ran.out, ran.err)


def test_without_a_command_the_help_is_shown(run: Runs) -> None:
    out = run().out

    assert [] == [name for name in COMMANDS if name not in out]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_examples(run: Runs, command: str) -> None:
    ran = run(command, "--help")

    assert ran.status == 0
    assert f"policy-engine {command}" in ran.out.split("Examples", 1)[1]


@pytest.mark.parametrize(
    "arguments",
    [("chek",), ("check",), ("check", "--format", "xml", "starter"), ("run",), ("schema", "--kind", "table")],
)
def test_a_wrong_call_ends_with_status_2(run: Runs, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)

    assert (2, "") == (ran.status, ran.out)
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("command", ["check", "run", "test", "compile"])
@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_a_wrong_call(run: Runs, command: str, name: str) -> None:
    ran = run(command, name)

    assert (2, "") == (ran.status, ran.out)
    assert "the name of the policy is empty; name its file, or the id of a ready policy\n" in ran.err


def test_a_parameter_that_is_set_twice_is_a_wrong_call(run: Runs, visit: Path) -> None:
    ran = run("run", visit, "-p", "patience=2", "-p", "patience=1")

    assert (2, "") == (ran.status, ran.out)
    assert "`patience` is set twice; leave one of them out" in ran.err


def test_python_runs_the_package_as_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["policy_engine", "check", "nowhere.yaml"])

    with pytest.raises(SystemExit) as caught:
        runpy.run_module("policy_engine", run_name="__main__")

    assert 2 == caught.value.code


def test_shell_completion_can_be_shown() -> None:
    out, _ = process(
        program="import os; os.environ['_POLICY_ENGINE_COMPLETE'] = 'source_bash';" + PROGRAM
    ).communicate()

    assert "_policy_engine_completion" in out


def test_completion_offers_the_commands() -> None:
    program = (
        "import os; os.environ.update(_POLICY_ENGINE_COMPLETE='complete_bash', COMP_WORDS='policy-engine ',"
        " COMP_CWORD='1');" + PROGRAM
    )

    out, _ = process(program=program).communicate()

    assert list(COMMANDS) == [name for name in COMMANDS if name in out.split()]


def test_ctrl_c_ends_quietly_with_130() -> None:
    started = process("run", "starter")
    assert started.stdout is not None
    assert '"start"' in started.stdout.readline()

    started.send_signal(signal.SIGINT)

    _, err = started.communicate()
    assert (130, "") == (started.returncode, err)


def test_ctrl_c_while_still_importing_ends_quietly_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("policy_engine.cli.app.run", interrupted)

    assert main(["check", "starter"]) == 130


def test_a_closed_pipe_ends_quietly() -> None:
    command = f"{sys.executable} -c '{PROGRAM}' run starter 2>errors | head -n 1; echo ${{PIPESTATUS[0]}}"

    done = subprocess.run(
        ["bash", "-c", command],
        input='{"event": "complains"}\n' * 10_000,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert (["141"], "") == (done.stdout.splitlines()[1:], Path("errors").read_text())


@pytest.mark.parametrize("arguments", [["demo"], ["--help"]])
def test_a_reader_who_goes_away_ends_what_is_laid_out_for_a_screen_too(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)

    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        stdout=writer,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        encoding="utf-8",
        check=False,
    )
    os.close(writer)

    assert (141, "") == (done.returncode, done.stderr)


def test_a_mistake_of_the_program_itself_is_one_sentence(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_language: str | None) -> str:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(check, "of_words", broken)

    ran = run("check", "starter")

    assert (70, "") == (ran.status, ran.out)
    assert (
        "policy-engine: this should not have happened, the mistake is in policy-engine itself: "
        "ZeroDivisionError: oops; set POLICY_ENGINE_TRACEBACK=1 to see where, and report it\n"
    ) == ran.err


def test_whoever_asks_for_the_traceback_gets_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> int:
        raise ZeroDivisionError

    monkeypatch.setenv("POLICY_ENGINE_TRACEBACK", "1")

    with pytest.raises(ZeroDivisionError):
        guarded(broken)()


def test_an_output_that_lacks_a_character_gets_its_number() -> None:
    program = "import os; os.environ['PYTHONIOENCODING'] = 'ascii';" + PROGRAM
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}

    done = subprocess.run(
        [sys.executable, "-c", program, "demo", "--lang", "nl"],
        env=environment,
        capture_output=True,
        check=True,
    )

    assert rb"\u25cf Erkennen" in done.stdout


def test_an_output_that_is_no_stream_of_bytes_is_left_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(sys, "stdout", out)

    assert (0, "1 file checked, 0 mistakes, 0 warnings\n") == (main(["check", "starter"]), out.getvalue())


def test_a_pipe_that_closes_while_a_command_runs_is_no_mistake_of_the_program() -> None:
    def closed() -> int:
        raise BrokenPipeError

    with open_pipe() as writer, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", writer)
        with pytest.raises(typer.Exit) as caught:
            guarded(closed)()

    assert 141 == caught.value.exit_code


@contextmanager
def open_pipe() -> Iterator[TextIO]:
    """A stream into a pipe that nobody reads any more."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        stream.write("lost")
        yield stream


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_told() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "check", "starter"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )

    assert (2, "policy-engine: the output can't be written: the disk is full\n") == (
        done.returncode,
        done.stderr,
    )


def test_an_output_that_breaks_is_no_mistake_of_the_program(capfd: pytest.CaptureFixture[str]) -> None:
    def full() -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with open_pipe() as writer, pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", writer)
        with pytest.raises(typer.Exit) as caught:
            guarded(full)()

    assert (2, "policy-engine: the output can't be written: the disk is full\n") == (
        caught.value.exit_code,
        capfd.readouterr().err,
    )


def test_streams_that_were_closed_are_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert [0, 0, 2] == [main(["run", "starter"]), main(["demo"]), main(["check", "none.yaml"])]
