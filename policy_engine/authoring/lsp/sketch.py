"""Any text to a tree, however broken: the reader of an editor, where a text is broken most of the time.

What is sound is read as the YAML parser reads it (the tests compare the two on every policy). What is not is
read as it was probably meant: by its indentation, line by line. Nothing is reported here; that is done by
`policy_engine.document`.
"""

from __future__ import annotations

from policy_engine.authoring.lsp.flow import KEY, MAX_DEPTH, Flow
from policy_engine.authoring.lsp.tree import Entry, Leaf, Listing, Mapping, Tree


def sketch(text: str) -> Tree | None:
    """The tree of a text whose lines end in a line feed; None where nothing is written."""
    reader = _Sketch(text)
    return reader.whole()


class _Sketch(Flow):
    def whole(self) -> Tree | None:
        """The first document of the text; what stands beside it joins it where it can."""
        root: Tree | None = None
        while self._next():
            before = self.at
            found = self._block(-1)
            if root is None:
                root = found
            elif isinstance(root, Mapping) and isinstance(found, Mapping):
                root.entries += found.entries
                root.end = found.end
            self.at = max(self.at, before + 1)
        return root

    def _next(self) -> bool:
        """Skips to the next thing that is written; whether there is one."""
        while self.at < len(self.text):
            self.blanks()
            if self.at >= len(self.text):
                return False
            if self.text[self.at] == "\n":
                self.at += 1
            elif self.text.startswith(("---", "..."), self.at) and self.column(self.at) == 0:
                self.at += 3
            else:
                return True
        return False

    def _block(self, parent: int) -> Tree | None:
        """What begins here; it belongs to something in column `parent`."""
        self.properties()
        if not self._next():
            return None
        column = self.column(self.at)
        if self._is_item():
            return self._listing(column)
        if self.depth < MAX_DEPTH and (KEY.match(self.text, self.at) or self._before_key(column)):
            return self._mapping(column)
        return self.inline(parent)

    def _before_key(self, column: int) -> bool:
        """Whether this is a word that is yet to become a key: in a line above other keys."""
        following = self._written(self.end_of_line())
        return (
            following < len(self.text)
            and self.column(following) == column
            and self.text[self.at] not in "[{\"'|>*"
            and KEY.match(self.text, following) is not None
        )

    def _is_item(self) -> bool:
        return self.text[self.at] == "-" and self.text[self.at + 1 : self.at + 2] in ("", " ", "\n")

    def _mapping(self, column: int) -> Mapping:
        self.depth += 1
        node = Mapping(self.at, self.at, False)
        while self._next() and (here := self.column(self.at)) >= column:
            before = self.at
            if here > column or self._is_item():
                self._astray(node, column)
            else:
                node.entries.append(self._entry(column))
            self.at = max(self.at, before + 1)
            node.end = self._behind(before)
        self.depth -= 1
        return node

    def _behind(self, least: int) -> int:
        """Where what was read last ends: blank lines behind it do not belong to it."""
        end = self.at
        while end > least and self.text[end - 1].isspace():
            end -= 1
        return end

    def _astray(self, node: Mapping, column: int) -> None:
        """What is indented too far, or a list among keys: it goes with the key above, or joins the keys."""
        found = self._listing(self.column(self.at)) if self._is_item() else self._block(column)
        last = node.entries[-1] if node.entries else None
        if last is not None and last.value is None and found is not None:
            last.value = found
        elif isinstance(found, Mapping):
            inner = None if last is None else last.value
            (inner if isinstance(inner, Mapping) else node).entries.extend(found.entries)

    def _entry(self, column: int) -> Entry:
        match = KEY.match(self.text, self.at)
        if match is None:
            word = self.inline(column)
            key = word if isinstance(word, Leaf) else Leaf(word.start, word.start, "")
            return Entry(key, False, word if word is not key else None)
        end = match.start("gap")
        raw = self.text[self.at : end]
        style = raw[0] if raw[0] in "\"'" else ""
        key = Leaf(self.at, end, raw, style)
        self.at = match.end()
        return Entry(key, True, self._value(column))

    def _value(self, column: int) -> Tree | None:
        self.blanks()
        self.properties()
        if self.at < len(self.text) and self.text[self.at] != "\n":
            return self.inline(column)
        if not self._next():
            return None
        here = self.column(self.at)
        if here == column and self._is_item():
            return self._listing(column)
        return self._block(column) if here > column else None

    def _listing(self, column: int) -> Listing:
        self.depth += 1
        node = Listing(self.at, self.at, False)
        while self._next() and self.column(self.at) == column and self._is_item():
            before = self.at
            self.at += 1
            self.blanks()
            self.properties()
            item: Tree | None = None
            if self.at < len(self.text) and self.text[self.at] != "\n":
                item = self._inside_item(column)
            elif self._next() and self.column(self.at) > column:
                item = self._block(column)
            if item is not None:
                node.items.append(item)
            self.at = max(self.at, before + 1)
            node.end = self._behind(before)
        self.depth -= 1
        return node

    def _inside_item(self, column: int) -> Tree:
        here = self.column(self.at)
        if self.depth < MAX_DEPTH and self._is_item():
            return self._listing(here)
        if self.depth < MAX_DEPTH and KEY.match(self.text, self.at):
            return self._mapping(here)
        return self.inline(column)
