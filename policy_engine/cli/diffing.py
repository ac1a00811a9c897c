"""Carries out `policy-engine diff`."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from policy_engine.cli.diff_report import comparison_json, print_comparison
from policy_engine.cli.encode import encode
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import read, spare, write_bytes, write_output
from policy_engine.cli.findings import print_findings, wants_colour
from policy_engine.cli.language import of_words
from policy_engine.cli.migration_report import migration_json, migration_lines
from policy_engine.cli.note_sheet import note_pdf
from policy_engine.cli.policies import find_policy
from policy_engine.cli.progress import counting
from policy_engine.cli.revisions import read_revision, split_revision
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL
from policy_engine.courses.budget import Budget
from policy_engine.diagnostics.suggest import closest
from policy_engine.diff.comparison import Comparison, compare_policies
from policy_engine.diff.migration import moving
from policy_engine.diff.note import change_note, note_text
from policy_engine.errors import PolicyError, PrintError
from policy_engine.policy import Policy, parse_policy


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of the command."""

    old: str
    new: str | None
    revision: str | None
    renamed: tuple[str, ...]
    by_name: bool
    migration: bool
    note: bool
    output: Path | None
    json: bool
    language: str | None


def diff(wish: Wish) -> int:
    """Compares and tells. Raises CallError."""
    language = of_words(wish.language)
    old, new = versions(wish, language)
    _refuse_what_is_not_heard(wish, language)
    renamed = _renamed(wish.renamed, old, new, language)
    if wish.note and old.id != new.id and f"{old.id}={new.id}" not in wish.renamed:
        raise CallError("diff-other-policy", language, old=old.id, new=new.id)
    if wish.migration:
        return _migration(wish, old, new, language)
    with counting("diff-tried", language) as progress:
        budget = Budget(progress=progress)
        compared = compare_policies(old, new, renamed=renamed, by_name=wish.by_name, budget=budget)
    if wish.note:
        return _note(wish, compared, language)
    if wish.json:
        print(encode(comparison_json(compared)))
    else:
        print_comparison(compared, language, colour=wants_colour(sys.stdout))
    return FINE if compared.equal else FALLS_SHORT


def _refuse_what_is_not_heard(wish: Wish, language: str) -> None:
    """Raises CallError for an option that would be passed over in silence."""
    for option, asked, product in (
        ("--output", wish.output is not None and not wish.note, "diff"),
        ("--note", wish.note and wish.migration, "--migration"),
        ("--format json", wish.json and wish.note, "--note"),
    ):
        if asked:
            raise CallError("option-without-effect", language, option=option, product=product)


def _note(wish: Wish, compared: Comparison, language: str) -> int:
    """Writes the note. What it says of the new version is not the outcome of the call, so that is fine."""
    note = change_note(compared, language)
    output = wish.output
    if output is not None and output.suffix == ".pdf":
        spare((Path(compared.new.chart.file), Path(compared.old.chart.file)), output, language)
        try:
            write_bytes(output, note_pdf(note, compared.new), language)
        except PrintError as error:
            print(f"policy-engine: {error.text(language)}", file=sys.stderr)
            return WRONG_CALL
    else:
        if output is not None and output.suffix != ".txt":
            raise CallError("note-format", language, file=output)
        spare((Path(compared.new.chart.file), Path(compared.old.chart.file)), output, language)
        write_output(note_text(note), output, language)
    if output is not None:
        print(output)
    return FINE


def _migration(wish: Wish, old: Policy, new: Policy, language: str) -> int:
    if old.id != new.id:
        raise CallError("migration-other-policy", language, old=old.id, new=new.id)
    found = moving(old, new)
    if wish.json:
        print(encode(migration_json(old, new, found)))
    else:
        for line in migration_lines(old, new, found, language):
            print(line)
    return FINE if found.asked and found.all_move else FALLS_SHORT


def versions(wish: Wish, language: str) -> tuple[Policy, Policy]:
    """Both versions. Raises CallError."""
    if wish.revision is not None:
        if wish.new is not None:
            raise CallError("diff-two-olds", language)
        path = find_policy(wish.old, language)
        new = load_version(wish.old, language)
        source = read_revision(wish.revision, path, language, inside=False)
        return _parsed(source, f"{wish.revision}:{path}", language), new
    if wish.new is None:
        raise CallError("diff-one-version", language)
    return load_version(wish.old, language), load_version(wish.new, language)


def load_version(name: str, language: str) -> Policy:
    """A version by its file, the id of a ready policy, or `REV:PATH`. Raises CallError."""
    pair = split_revision(name)
    if pair is not None:
        return _parsed(read_revision(pair[0], Path(pair[1]), language, inside=True), name, language)
    path = find_policy(name, language)
    return _parsed(read(path, language), str(path), language)


def _parsed(source: bytes, name: str, language: str) -> Policy:
    try:
        return parse_policy(source, name=name, language=language)
    except PolicyError as error:
        errors = [item for item in error.diagnostics if item.severity == "error"]
        print_findings(errors, {name: source}, language, sys.stderr)
        raise CallError("diff-broken-version", language, file=name) from None


def _renamed(pairs: tuple[str, ...], old: Policy, new: Policy, language: str) -> Mapping[str, str]:
    """The states that have another name. The policies themselves may be named, too, where these are two.
    Raises CallError for a name that is none.
    """
    found: dict[str, str] = {}
    for pair in pairs:
        before, equals, after = pair.partition("=")
        if not equals:
            raise CallError("diff-renamed-form", language, text=pair)
        if old.id != new.id and (before, after) == (old.id, new.id):
            continue
        for name, policy in ((before, old), (after, new)):
            known = [state.id for state in policy.chart.states[1:]]
            if name not in known:
                raise CallError(
                    "diff-no-such-state",
                    language,
                    state=name,
                    file=policy.chart.file,
                    suggestion=closest(name, known),
                )
        found[before] = after
    return found
