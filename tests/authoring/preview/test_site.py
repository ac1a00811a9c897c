"""The preview's server: what it answers, and to whom."""

from __future__ import annotations

import json
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import pytest

from policy_engine.authoring.preview.looking import Looking
from policy_engine.authoring.preview.site import Site
from tests.authoring.preview.texts import DESK


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    path = tmp_path / "desk.yaml"
    path.write_text(DESK, encoding="utf-8")
    looking = Looking(path, Path.read_bytes, "nl")
    looking.look()
    found = Site(looking, "secret", 0)
    thread = Thread(target=found.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield found
    looking.end()
    found.shutdown()
    found.server_close()
    thread.join()


def ask(
    site: Site, path: str, *, method: str = "GET", host: str | None = None
) -> tuple[int, dict[str, str], str]:
    """Status, headers and body of an answer."""
    connection = HTTPConnection("127.0.0.1", site.server_port, timeout=30)
    headers = {} if host is None else {"Host": host}
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def test_it_listens_on_this_machine_alone_and_on_a_free_port(site: Site) -> None:
    assert "127.0.0.1" == site.server_address[0]
    assert f"http://127.0.0.1:{site.server_port}/secret/" == site.url


def test_the_page_its_script_its_style_and_the_state_are_served(site: Site) -> None:
    kinds = {name: ask(site, f"/secret/{name}") for name in ("", "preview.js", "style.css", "state")}

    assert [200] * 4 == [status for status, _, _ in kinds.values()]
    assert ["text/html", "text/javascript", "text/css", "application/json"] == [
        headers["content-type"].split(";")[0] for _, headers, _ in kinds.values()
    ]
    assert '<html lang="nl">' in kinds[""][2]
    assert "<title>Voorbeeld: " in kinds[""][2]
    assert "desk.yaml" == json.loads(kinds["state"][2])["file"]


def test_nothing_but_its_own_scripts_may_run_and_no_page_may_hold_it(site: Site) -> None:
    headers = ask(site, "/secret/")[1]

    policy = headers["content-security-policy"]
    assert {"default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"} <= set(policy.split("; "))
    assert ("no-store", "nosniff", "no-referrer") == (
        headers["cache-control"],
        headers["x-content-type-options"],
        headers["referrer-policy"],
    )


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", ""])
def test_a_name_that_is_not_this_machines_own_is_refused(site: Site, host: str) -> None:
    assert 403 == ask(site, "/secret/", host=host)[0]


def test_localhost_is_this_machine_too(site: Site) -> None:
    assert 200 == ask(site, "/secret/", host=f"localhost:{site.server_port}")[0]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/secre/",
        "/secrets/",
        "/other/state",
        "/secret/desk.yaml",
        "/secret/../../etc/passwd",
        "/secret/é",
    ],
)
def test_whoever_does_not_know_the_secret_or_asks_for_a_file_gets_nothing(site: Site, path: str) -> None:
    assert 404 == ask(site, path.replace("é", "%C3%A9"))[0]


def test_it_is_only_read(site: Site) -> None:
    assert 501 == ask(site, "/secret/state", method="POST")[0]


@pytest.mark.parametrize("have", ["x", "-1", "9" * 30, "²"])
def test_an_odd_number_is_no_number(site: Site, have: str) -> None:
    assert json.loads(ask(site, f"/secret/state?have={have.replace('²', '%C2%B2')}")[2])["drawn"] is not None


def test_what_the_page_has_is_not_sent_again(site: Site) -> None:
    first = json.loads(ask(site, "/secret/state?have=0")[2])
    again = json.loads(ask(site, f"/secret/state?have={first['drawnNumber']}")[2])

    assert (True, None) == (first["drawn"] is not None, again["drawn"])


def test_who_listens_hears_of_every_new_state_and_of_the_end(site: Site) -> None:
    connection = HTTPConnection("127.0.0.1", site.server_port, timeout=30)
    connection.request("GET", "/secret/events")
    answer = connection.getresponse()
    first = answer.readline(), answer.readline()
    site.looking.prove()
    second = answer.readline(), answer.readline()
    site.looking.end()
    last = answer.read()
    connection.close()

    assert ((b"data: 1\n", b"\n"), (b"data: 2\n", b"\n"), b"data: end\n\n") == (first, second, last)


def test_who_hangs_up_is_not_waited_for(site: Site, capfd: pytest.CaptureFixture[str]) -> None:
    for _ in range(3):
        connection = HTTPConnection("127.0.0.1", site.server_port, timeout=30)
        connection.request("GET", "/secret/events")
        connection.close()
    site.looking.prove()

    assert 200 == ask(site, "/secret/")[0]
    assert ("", "") == capfd.readouterr()
