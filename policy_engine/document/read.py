"""Text to Document: the only place where YAML is parsed.

PyYAML's event stream is read, never its composer or a constructor: nodes are built by `Builder` on a stack
of its own, so neither depth nor aliases can exhaust Python's stack or its memory, and nothing becomes a
Python object.
"""

from __future__ import annotations

import yaml

from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.span import Span
from policy_engine.document.build import Builder, RefusedError
from policy_engine.document.node import Atom, Document
from policy_engine.document.syntax import explain
from policy_engine.document.text import read_text

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(source: str | bytes, name: str, sink: Diagnostics) -> Document | None:
    """Reads one file. `name` is what positions are reported under.

    Every finding goes to `sink`. The result is None when nothing usable was found; after smaller mistakes
    (a key given twice, a tag) there is a Document all the same, so that its other mistakes can be found
    too.
    """
    text = read_text(source, name, sink)
    if text is None:
        return None
    lines = text.split("\n")
    first = next((line for line in lines if line.strip() and not line.lstrip().startswith("#")), None)
    if first is None:
        sink.error("empty-file", Span.start_of(name))
        return None
    if first.startswith("%"):
        line = lines.index(first) + 1
        sink.error("directive", Span(name, line, 1, line, len(first) + 1))
        return None
    builder = Builder(name, text, lines, sink)
    try:
        builder.read(_LOADER(text).get_event)
    except RefusedError:
        return None
    except yaml.MarkedYAMLError as error:
        mistake = explain(error, lines)
        span = mistake.span(name)
        # What was found in the mistake's own text, before the parser gave up, is no mistake of its own.
        sink.items = [item for item in sink.items if item.file != name or not span.covers(item.span)]
        sink.error(mistake.code, span, **mistake.fields)
        return None
    root = builder.root
    if root is None or (isinstance(root, Atom) and root.value is None):
        sink.error("empty-file", Span.start_of(name))
        return None
    return Document(name, text, root)
