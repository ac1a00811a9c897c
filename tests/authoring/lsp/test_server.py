"""The language server as an editor meets it: over its streams, one request after the other."""

from __future__ import annotations

import asyncio
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from tests.authoring.lsp.texts import DESK, SCENARIOS
from tests.authoring.lsp.wire import Wire, talking

PROGRAM = (
    "import sys; from policy_engine.cli.main import main; sys.exit(main(['lsp', '--stdio', '--lang', 'nl']))"
)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "desk.yaml").write_text(DESK, encoding="utf-8")
    (tmp_path / "scenarios" / "desk.yaml").write_text(SCENARIOS, encoding="utf-8")
    return tmp_path / "desk.yaml"


def at(uri: str, text: str, needle: str) -> dict[str, Any]:
    """The place of a needle, for a request; in a text without odd letters before it on its line."""
    offset = text.index(needle)
    begin = text.rfind("\n", 0, offset) + 1
    position = {"line": text.count("\n", 0, offset), "character": offset - begin}
    return {"textDocument": {"uri": uri}, "position": position}


def begins(edit: dict[str, Any]) -> tuple[int, int]:
    start = edit["range"]["start"]
    return start["line"], start["character"]


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """A text with edits made, in UTF-16."""
    lines = text.split("\n")
    for edit in sorted(edits, key=begins, reverse=True):
        start, end = edit["range"]["start"], edit["range"]["end"]
        assert start["line"] == end["line"]
        line = lines[start["line"]].encode("utf-16-le")
        new = (
            line[: 2 * start["character"]]
            + edit["newText"].encode("utf-16-le")
            + line[2 * end["character"] :]
        )
        lines[start["line"]] = new.decode("utf-16-le")
    return "\n".join(lines)


def test_mistakes_come_at_once_and_proofs_when_it_is_quiet(desk: Path) -> None:
    uri = desk.as_uri()
    with talking() as (wire, _):
        wire.open(uri, DESK)
        wire.codes(uri, 1, [])
        wire.change(uri, DESK.replace("initial: listen", "initial: lissen"), 2)
        told = wire.codes(uri, 2, ["undeclared-state"])
        wire.change(uri, DESK.replace("when: not warned}}", "when: warned}}"), 3)
        proved = wire.codes(uri, 3, ["never-enter"])
        wire.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
        wire.codes(uri, None, [])

    mistake = next(item for item in told["diagnostics"] if item["code"] == "undeclared-state")
    assert "did you mean `listen`?" in mistake["message"]
    assert {"line": 34, "character": 13} == mistake["range"]["start"]
    proof = next(item for item in proved["diagnostics"] if item["code"] == "never-enter")
    assert "1. the start" in proof["message"]


def test_scenarios_are_looked_at_again_when_their_policy_changes(desk: Path) -> None:
    scenarios = (desk.parent / "scenarios" / "desk.yaml").as_uri()
    with talking(locale="nl-BE") as (wire, _):
        wire.open(scenarios, SCENARIOS)
        wire.codes(scenarios, 1, [])
        wire.open(desk.as_uri(), DESK.replace("insults", "swears"))
        told = wire.codes(scenarios, 1, ["undeclared-event"])

    assert "niet aangekondigd" in told["diagnostics"][0]["message"]


def test_what_was_asked_of_a_name_is_answered(desk: Path) -> None:
    uri = desk.as_uri()
    with talking() as (wire, can):
        wire.open(uri, DESK)
        hover = wire.ask("textDocument/hover", at(uri, DESK, "warned}}"))
        definition = wire.ask("textDocument/definition", at(uri, DESK, "warned}}"))
        references = wire.ask(
            "textDocument/references",
            {**at(uri, DESK, "insults: {lab"), "context": {"includeDeclaration": False}},
        )
        nowhere = {**at(uri, DESK, "format: 1"), "context": {"includeDeclaration": True}}
        nothing = [wire.ask(f"textDocument/{what}", nowhere) for what in ("definition", "references")]
        silent = wire.ask("textDocument/hover", at(uri, DESK, "1\nversion"))
        symbols = wire.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
        items = wire.ask("textDocument/completion", at(uri, DESK, "listen\n    must"))

    assert hover["contents"]["value"].startswith("**warned** – a condition with a name")
    assert at(uri, DESK, "warned: warn")["position"] == definition[0]["range"]["start"]
    assert ["desk.yaml", "desk.yaml"] == [Path(one["uri"]).name for one in references]
    assert [[], []] == nothing
    assert silent is None
    assert "states" in [one["name"] for one in symbols]
    assert {"talk", "listen", "warn", "closed"} <= {one["label"] for one in items["items"]}
    assert (1, True) == (can["textDocumentSync"]["change"], can["renameProvider"]["prepareProvider"])


@pytest.mark.parametrize(("encoding", "width"), [("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
def test_positions_count_in_the_unit_that_was_agreed_upon(desk: Path, encoding: str, width: int) -> None:
    label = '        label: {nl: "😀", '
    text = DESK.replace("        label: {nl: Luisteren", f"{label}zz: x, xx: Luisteren")
    uri = desk.as_uri()
    with talking(encodings=[encoding]) as (wire, can):
        wire.open(uri, text)
        told = wire.codes(uri, 1, ["unknown-language", "unknown-language"])

    found = [item for item in told["diagnostics"] if item["code"] == "unknown-language"]
    first, second = (item["range"]["start"]["character"] for item in found)
    assert encoding == can["positionEncoding"]
    assert len(label) - 1 + width == first
    assert second == first + len("zz: x, ")


def test_a_name_is_changed_in_both_files(desk: Path) -> None:
    uri = desk.as_uri()
    with talking() as (wire, _):
        wire.open(uri, DESK)
        place = at(uri, DESK, "insults: {lab")
        prepared = wire.ask("textDocument/prepareRename", place)
        changes = wire.ask("textDocument/rename", {**place, "newName": "swears"})["changes"]
        refused = wire.ask("textDocument/rename", {**place, "newName": "calms"})
        here_not = wire.ask("textDocument/prepareRename", at(uri, DESK, "format"))

    scenarios = (desk.parent / "scenarios" / "desk.yaml").as_uri()
    assert "insults" == prepared["placeholder"]
    assert DESK.replace("insults", "swears").replace("en: swears}", "en: insults}") == edited(
        DESK, changes[uri]
    )
    assert SCENARIOS.replace("insults", "swears") == edited(SCENARIOS, changes[scenarios])
    assert "is the name of something else already, on line 22" in refused["message"]
    assert "no name here" in here_not["message"]


def test_what_can_be_mended_is_offered(desk: Path) -> None:
    uri = desk.as_uri()
    text = DESK.replace('version: "1"', "version: 1.0").replace("target: warn,", "target: warm,")
    with talking(language="nl") as (wire, _):
        wire.open(uri, text)
        wire.codes(uri, 1, ["unquoted-version", "undeclared-state"])
        whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
        params = {"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": []}}
        actions = wire.ask("textDocument/codeAction", params)
        first = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
        elsewhere = wire.ask("textDocument/codeAction", {**params, "range": first})

    assert ['Schrijf `"1.0"`', "Schrijf `warn`"] == [action["title"] for action in actions]
    assert [] == elsewhere
    for action in actions:
        text = edited(text, action["edit"]["changes"][uri])
    assert DESK.replace('"1"', '"1.0"') == text


def test_of_another_yaml_file_nothing_is_said(tmp_path: Path) -> None:
    uri = (tmp_path / "compose.yaml").as_uri()
    with talking() as (wire, _):
        wire.open(uri, "services: [a\n")
        told = wire.codes(uri, 1, [])

    assert [] == told["diagnostics"]


def test_a_document_that_is_no_file_is_answered_too() -> None:
    with talking(locale=None) as (wire, _):
        wire.open("untitled:Untitled-1", DESK)
        wire.codes("untitled:Untitled-1", 1, [])
        hover = wire.ask("textDocument/hover", at("untitled:Untitled-1", DESK, "initial: talk"))

    assert "The state in which a session begins." in hover["contents"]["value"]


def requests(wire: Wire, uri: str, line: int, character: int) -> list[Any]:
    """Every request, at one place."""
    place = {"textDocument": {"uri": uri}, "position": {"line": line, "character": character}}
    around = {"start": place["position"], "end": place["position"]}
    document = {"textDocument": {"uri": uri}}
    return [
        wire.ask("textDocument/completion", place),
        wire.ask("textDocument/hover", place),
        wire.ask("textDocument/definition", place),
        wire.ask("textDocument/references", {**place, "context": {"includeDeclaration": True}}),
        wire.ask("textDocument/documentSymbol", document),
        wire.ask("textDocument/prepareRename", place),
        wire.ask("textDocument/rename", {**place, "newName": "zz"}),
        wire.ask("textDocument/codeAction", {**document, "range": around, "context": {"diagnostics": []}}),
    ]


@pytest.mark.no_cover
def test_every_request_is_answered_whatever_is_typed(desk: Path) -> None:
    uri = desk.as_uri()
    luck = random.Random(5)
    pieces = ["", "{", "}", "[", "]", ": ", "\n", "'", '"', "- ", " #", "|", "&a ", "*a", "!x "]
    pieces += ["\t", "é😀", "\u2028", "\r", "\x00", "in_state('"]
    refusals = set()
    with talking() as (wire, _):
        wire.open(uri, DESK)
        for version in range(2, 18):
            text = DESK
            for _ in range(luck.randint(1, 5)):
                start = luck.randrange(len(text))
                text = text[:start] + luck.choice(pieces) + text[start + luck.choice([0, 0, 1, 9, 60]) :]
            wire.change(uri, text, version)
            for answer in requests(wire, uri, luck.randrange(70), luck.randrange(60)):
                if isinstance(answer, dict) and "code" in answer:
                    refusals.add(answer["code"])
        gone = requests(wire, (desk.parent / "gone.yaml").as_uri(), 0, 0)

    # -32803: a refused renaming; no answer is an error inside the server.
    assert refusals <= {-32803}
    assert [{"isIncomplete": False, "items": []}, None, [], [], [], None, None, []] == gone


@pytest.mark.no_cover
def test_the_command_answers_a_client_over_its_streams(desk: Path) -> None:
    async def talk() -> tuple[types.InitializeResult, list[str]]:
        client = LanguageClient("tests", "1")
        told: asyncio.Queue[types.PublishDiagnosticsParams] = asyncio.Queue()

        @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]  # of pygls
        def _(params: types.PublishDiagnosticsParams) -> None:
            told.put_nowait(params)

        await client.start_io(sys.executable, "-c", PROGRAM)
        answer = await client.initialize_async(types.InitializeParams(types.ClientCapabilities()))
        client.initialized(types.InitializedParams())
        text = DESK.replace("initial: listen", "initial: lissen")
        client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(desk.as_uri(), "yaml", 1, text))
        )
        found = await told.get()
        await client.shutdown_async(None)
        client.exit(None)
        await client.stop()  # type: ignore[no-untyped-call]  # so it is in pygls
        return answer, [item.message for item in found.diagnostics]

    answer, messages = asyncio.run(talk())

    assert answer.server_info is not None
    assert "policy-engine" == answer.server_info.name
    assert any("bedoelt u `listen`?" in message for message in messages)


def test_a_file_is_laid_out(desk: Path) -> None:
    uri = desk.as_uri()
    text = DESK.replace("  calms: {}", "  calms:   {}   ")
    params = {"textDocument": {"uri": uri}, "options": {"tabSize": 2, "insertSpaces": True}}
    with talking() as (wire, _):
        wire.open(uri, text)
        (edit,) = wire.ask("textDocument/formatting", params)
        wire.change(uri, edit["newText"], 2)
        again = wire.ask("textDocument/formatting", params)
        wire.change(uri, "policy: [", 3)
        broken = wire.ask("textDocument/formatting", params)
        other = wire.ask("textDocument/formatting", {**params, "textDocument": {"uri": uri + "x"}})

    assert "  calms: {}\n" in edit["newText"]
    assert {"line": 0, "character": 0} == edit["range"]["start"]
    assert [None, None, None] == [again, broken, other]


def test_a_rule_of_lint_leads_to_its_page(desk: Path) -> None:
    uri = desk.as_uri()
    with talking() as (wire, _):
        wire.open(uri, DESK.replace("  reminder: {}\n", "  reminder: {}\n  unheard: {}\n"))
        told = wire.codes(uri, 1, ["unused-event"])

    page = next(item for item in told["diagnostics"] if item["code"] == "unused-event")["codeDescription"][
        "href"
    ]
    assert page.endswith("/docs/rules/unused-event.md")
