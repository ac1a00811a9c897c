"""What the parser refuses is answered in the author's words, at the place to mend, by either parser."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.document import read
from policy_engine.document.read import read_document

CASES: Mapping[str, tuple[str, int, int]] = {
    "say: Let op: stop": ("quote-sentence", 1, 6),
    "a: b\nsay: Let op:\n  stop: x\n": ("quote-sentence", 2, 6),
    "a: {nl: Let op: stop, en: x}": ("quote-sentence", 1, 9),
    "a: [x: y: z]": ("quote-sentence", 1, 8),
    "a: {nl: Hallo {naam}, en: x}": ("quote-sentence", 1, 9),
    "a: een zin die doorgaat\n  met let op: iets\n": ("quote-sentence", 1, 4),
    "say: 's middags\n": ("quote-sentence", 1, 6),
    "a: 's middags\nb: 's avonds\n": ("quote-sentence", 1, 4),
    "a: {nl: 's middags, en: 'in the afternoon'}": ("quote-sentence", 1, 9),
    "a:\n  - 't is goed\n  - 'n beetje\n": ("quote-sentence", 2, 5),
    "a: {naam}, dag\n": ("quote-sentence", 1, 4),
    "a: %20\n": ("start-character", 1, 4),
    "a: @iemand": ("start-character", 1, 4),
    "a: `b`": ("start-character", 1, 4),
    "a: [b, @c]": ("start-character", 1, 8),
    "a: {b: * c}": ("start-character", 1, 8),
    "a: & b": ("start-character", 1, 4),
    "a: > 5": ("start-character", 1, 4),
    "a: |x\n": ("start-character", 1, 4),
    "a: ? b\n": ("start-character", 1, 4),
    "a: * b\n": ("start-character", 1, 4),
    'a: "abc\nb: c\n': ("unclosed-quote", 1, 4),
    "a: {b: 'the\nc: d\n": ("unclosed-quote", 1, 8),
    'a: "abc\nb: "def"\n': ("unclosed-quote", 1, 4),
    "a: 'It''s\n": ("unclosed-quote", 1, 4),
    'say: "Rustig" zeggen helpt niet\n': ("text-after-quote", 1, 6),
    "a: 'foto's'\n": ("text-after-quote", 1, 4),
    'a: "x": y\n': ("text-after-quote", 1, 4),
    'a: {b: "x" y}\n': ("text-after-quote", 1, 8),
    'a: "\\d"': ("unknown-escape", 1, 5),
    'a: {b: "\\d"}': ("unknown-escape", 1, 9),
    'a: "\\xzz"': ("unknown-escape", 1, 7),
    "a: [1, 2\nb: c": ("unclosed-bracket", 1, 4),
    "a: {b: c\n": ("unclosed-bracket", 1, 4),
    "a: {b: [c, d}\n": ("bracket-mismatch", 1, 13),
    "a: ]": ("stray-bracket", 1, 4),
    "a: [b]]\n": ("stray-bracket", 1, 7),
    "a:\n\tb: c\n": ("tab-indentation", 2, 1),
    "a: b\n\tc\n": ("tab-indentation", 2, 1),
    "a: x\n  b: c\n": ("wrong-indentation", 2, 3),
    "a:\n    b: c\n  d: e\n": ("wrong-indentation", 3, 3),
    "a: b # c\n d: e\n": ("wrong-indentation", 2, 2),
    "  a: b\nc: d\n": ("wrong-indentation", 2, 1),
    "- a\nb: c\n": ("wrong-indentation", 2, 1),
    "a: b\n- c\n": ("wrong-indentation", 2, 1),
    "a:\n  b: c\n \u00a0 d: e: f\n": ("hard-space-indentation", 3, 2),
    "a: - b\n": ("list-on-key-line", 1, 4),
    "a: b\nfoo\nc: d\n": ("missing-colon", 2, 1),
    "a: b\nfoo bar\n": ("missing-colon", 2, 1),
    "a:b\nc: d\n": ("space-after-colon", 1, 2),
    "a: b\nc:d\n": ("space-after-colon", 2, 2),
    "a: b\n: c\n": ("key-missing", 2, 1),
    "a: !x!y z": ("tag", 1, 4),
    "a:\n  - >\n    x: 'y\n  - 's avonds\n": ("quote-sentence", 4, 5),
    'a: "x\n  y"\nb:\n  # remark\n  -\n    c: 1\nd: e: f\n': ("quote-sentence", 7, 4),
    "a: [\n  b, # c\n  {d: 'e'}\n]\n'f': [g]\nh: i: j\n": ("quote-sentence", 6, 4),
    "a: &x b\n--- \nh: i: j\n": ("second-document", 2, 1),
    "---\na: b: c\n": ("quote-sentence", 2, 4),
    "a: &x\n  b: c: d\n": ("quote-sentence", 2, 6),
    "a: b\n\n# remark\n c: d\n": ("wrong-indentation", 4, 2),
    "a: b\n\n c: d\n": ("wrong-indentation", 3, 2),
    "a: b\n  c\nd: e: f\n": ("quote-sentence", 3, 4),
    "a: |\n  b\nc: d: e\n": ("quote-sentence", 3, 4),
    "a: |2\n  b\n": ("", 0, 0),
    "a: |\n  b\n c: d\n": ("wrong-indentation", 3, 2),
    "a: <<\n": ("", 0, 0),
}


@pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader])
@pytest.mark.parametrize(("source", "expected"), CASES.items())
def test_a_text_that_is_no_yaml_is_answered_where_it_went_wrong(
    source: str, expected: tuple[str, int, int], loader: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "_LOADER", loader)
    sink = Diagnostics()
    read_document(source, "a.yaml", sink)
    first = next(((item.code, item.line, item.column) for item in sink.sorted()), ("", 0, 0))

    assert expected == first


def test_the_answer_shows_the_sentence() -> None:
    sink = Diagnostics()
    read_document("say: Let op: stop\n", "a.yaml", sink)

    assert "`Let op: stop` cannot be read without quotes" == sink.items[0].message
    assert "put this sentence between double quotes" == sink.items[0].help
    assert "zet deze zin tussen dubbele aanhalingstekens" == sink.items[0].localized("nl").help
