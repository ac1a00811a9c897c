"""One declaration that differs, in a sentence of a change note."""

from __future__ import annotations

from policy_engine.diff.declared import Declared
from policy_engine.diff.names import Names
from policy_engine.diff.note_words import KINDS, NOTE


def declared_sentence(item: Declared, names: Names) -> str:
    """What changes of one declaration. names: those of people who read no policy."""
    words = NOTE[names.language]
    section = KINDS[names.language][item.section]
    sections = {"parameter": "parameters", "fact": "facts"}
    if item.section in sections:
        name = names.value(sections[item.section], item.name)
    elif item.section in ("event", "action", "role", "must"):
        name = getattr(names, item.section)(item.name)
    else:
        name = item.name.replace("_", " ").replace(".", ": ")
    if item.change != "changed":
        key = "declared new" if item.change == "added" else "declared gone"
        return words[key].format(section=section, name=name)
    if item.what == "order":
        roles = [names.role(name) for name in (item.old, item.new)]
        return words["order"].format(old=roles[0], new=roles[1])
    empty = words["settle always" if item.what == "settle" else "empty"]
    old, new = (_plain(text, names) if text else empty for text in (item.old, item.new))
    if item.what == "settle":
        return words["settle"].format(name=name, old=old, new=new)
    key = {"type": "parameter", "default": "default"}.get(item.what, "declared changed")
    key = "declared changed" if key == "parameter" and item.section != "parameter" else key
    return words[key].format(section=section, name=name, old=old, new=new)


def _plain(text: str, names: Names) -> str:
    """A value, a range or a duration as people say it."""
    low, dots, high = text.partition("..")
    if dots and low.isdigit() and high.isdigit():
        return NOTE[names.language]["range"].format(low, high)
    return names.words.get(text, text) if text in ("true", "false") else names.duration(text)
