import threading
from importlib.metadata import distribution
from pathlib import Path
from xml.etree import ElementTree

import pytest
from graphviz.backend import dot_command  # type: ignore[import-untyped]  # it comes without types

from policy_engine.diagrams.graph.dot import to_dot
from policy_engine.diagrams.graph.engine import draw_dot, program
from policy_engine.errors import PrintError
from tests.diagrams import examples

SMALL = 'digraph "g" {\ngraph [splines=ortho]\na -> b\n}\n'


def pure() -> Path:
    """The program of graphviz-pure."""
    files = distribution("graphviz-pure").files or []
    return Path(str(next(file.locate() for file in files if file.stem == "graphviz-pure"))).resolve()


def stand_in(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called `dot`, the only one that is found."""
    path = folder / "dot"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return path


def ids(svg: str) -> set[str]:
    """The ids in a picture."""
    return {item.get("id", "") for item in ElementTree.fromstring(svg).iter()}


def test_a_picture_is_svg_in_the_shipped_font_and_says_what_it_shows() -> None:
    dot = to_dot(examples.figure("starter"), "nl")

    svg = draw_dot(dot, "svg", title="Beginnen & <leren>", steps=("Een.", "Twee."), language="nl").decode()
    assert 'role="img" lang="nl"><title>Beginnen &amp; &lt;leren&gt;</title><desc>Een.\nTwee.</desc>' in svg
    assert 'font-family="Liberation Sans, Arial, sans-serif"' in svg
    assert "state-listen" in ids(svg)
    assert "Luisteren" in svg


def test_a_picture_without_words_is_called_by_a_dash() -> None:
    assert 'lang="en"><title>-</title><desc>-</desc>' in draw_dot(SMALL, "svg").decode()


def test_pdf_and_png_are_made_of_it_and_are_the_same_each_time() -> None:
    pdf = draw_dot(SMALL, "pdf", title="Proef", date="2026-11-21")
    png = draw_dot(SMALL, "png")

    assert (b"%PDF", b"\x89PNG") == (pdf[:4], png[:4])
    assert pdf == draw_dot(SMALL, "pdf", title="Proef", date="2026-11-21")


def test_graphviz_s_own_program_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = stand_in(tmp_path, "exit 1", monkeypatch)

    assert path == program()


def test_without_it_graphviz_pure_draws(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert pure() == program()


def test_where_there_is_neither_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    # Metadata is looked for where modules are: without that path the package is as good as gone.
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.path", [])

    with pytest.raises(PrintError) as caught:
        program()
    assert "`apt install graphviz`" in str(caught.value)
    assert "`pip install graphviz-pure`" in caught.value.text("nl")


def test_where_its_files_are_gone_it_says_so_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    info = tmp_path / "graphviz_pure-0.2.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: graphviz-pure\nVersion: 0.2.2\n", "utf-8")
    (info / "RECORD").write_text("graphviz_pure-0.2.2.dist-info/METADATA,,\n", "utf-8")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.path", [str(tmp_path)])

    with pytest.raises(PrintError):
        program()


def test_where_orthogonal_edges_fail_others_are_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = f'text=$(cat)\ncase "$text" in *splines=ortho*) exit 134;; esac\necho "$text" | "{pure()}" "$@"'
    stand_in(tmp_path, script, monkeypatch)

    assert b"<svg" in draw_dot(SMALL, "svg")


def test_what_graphviz_says_is_passed_on() -> None:
    with pytest.raises(PrintError) as caught:
        draw_dot("digraph {", "svg")
    assert "syntax error" in str(caught.value)


def test_a_program_that_fails_in_silence_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, "cat > /dev/null\nexit 3", monkeypatch)

    with pytest.raises(PrintError) as caught:
        draw_dot(SMALL, "svg")
    assert "returned non-zero exit status 3" in str(caught.value)


def test_the_program_that_others_draw_with_stays_theirs() -> None:
    before = dot_command.DOT_BINARY

    draw_dot(SMALL, "svg")
    assert before == dot_command.DOT_BINARY


def test_threads_draw_one_after_the_other() -> None:
    drawn: list[bytes] = []
    threads = [threading.Thread(target=lambda: drawn.append(draw_dot(SMALL, "svg"))) for _ in range(4)]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [drawn[0]] * 4 == drawn


def test_every_policy_is_drawn() -> None:
    for path in examples.TEN:
        figure = examples.figure(path.stem)

        svg = draw_dot(to_dot(figure, "nl"), "svg").decode()
        assert {f"state-{card}" for card in figure.cards} <= ids(svg)
