"""`preview` as a process: its address on one line, and its end on another."""

from __future__ import annotations

import re
import signal
import socket
import webbrowser
from pathlib import Path
from urllib.request import urlopen

import pytest

from policy_engine.authoring.preview.serving import Serving
from policy_engine.cli import preview
from tests.cli.conftest import Runs
from tests.cli.test_main import process


def test_a_missing_extra_is_told_in_one_sentence(run: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview, "find_spec", lambda _name: None)

    ran = run("preview", "starter")

    assert (2, "") == (ran.status, ran.out)
    assert "`policy-engine preview` needs `watchfiles`" in ran.err


def test_a_file_that_is_not_there_is_told(run: Runs) -> None:
    ran = run("preview", "gone.yaml", "--no-browser")

    assert (2, "policy-engine: there is no file `gone.yaml`\n") == (ran.status, ran.err)


def test_a_port_that_is_taken_is_told(run: Runs, visit: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        ran = run("preview", visit, "--no-browser", "--port", str(other.getsockname()[1]))

    assert 2 == ran.status
    assert "leave `--port` out" in ran.err


def test_a_browser_is_opened_unless_that_is_not_wanted(
    run: Runs, visit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def stop(_self: Serving) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(webbrowser, "open", opened.append)
    monkeypatch.setattr(Serving, "wait", stop)
    shown = run("preview", visit)
    hidden = run("preview", visit, "--no-browser", "--lang", "nl")

    assert (0, 0) == (shown.status, hidden.status)
    assert [shown.out.split()[3]] == opened
    assert hidden.out.endswith("\n\nHet voorbeeld is gestopt.\n")


@pytest.mark.no_cover
def test_ctrl_c_ends_it_with_one_line(tmp_path: Path) -> None:
    file = tmp_path / "visit.yaml"
    file.write_bytes((Path(__file__).parent / "data" / "visit.yaml").read_bytes())
    running = process("preview", str(file), "--no-browser", "--lang", "en")
    assert running.stdout is not None
    line = running.stdout.readline()
    url = re.search(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", line)
    assert url is not None
    with urlopen(url[0]) as answer:
        page = answer.read()
    running.send_signal(signal.SIGINT)
    out, err = running.communicate(timeout=30)

    assert b"<title>" in page
    assert (0, "\nThe preview has ended.\n", "") == (running.returncode, out, err)
