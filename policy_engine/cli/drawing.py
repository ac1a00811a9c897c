"""Carries out `policy-engine draw`: from what was wished to files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from policy_engine.authoring.beside import scenarios_of
from policy_engine.cli.courses import recorded_course
from policy_engine.cli.difference import changed_since
from policy_engine.cli.failure import CallError
from policy_engine.cli.files import make_folder, read, spare, write_bytes
from policy_engine.cli.findings import print_findings
from policy_engine.cli.kit import Item, outdated, parts_of_the_kit
from policy_engine.cli.language import of_texts
from policy_engine.cli.policies import find_policy, load
from policy_engine.cli.squares import warn_of_squares
from policy_engine.cli.status import FALLS_SHORT, FINE, WRONG_CALL
from policy_engine.cli.suites import check_suite, named_scenarios
from policy_engine.cli.words import word
from policy_engine.diagnostics.diagnostic import Diagnostics
from policy_engine.diagnostics.suggest import closest
from policy_engine.diagrams.coverage import coverage_overlay
from policy_engine.diagrams.order import FORMATS, Engine, Format, Kind, Order, Play, Product
from policy_engine.diagrams.overlay import NOTHING, Overlay
from policy_engine.diagrams.paper import Paper, PaperName
from policy_engine.diagrams.path import path_overlay
from policy_engine.diagrams.produce import produce
from policy_engine.diagrams.theme import Look
from policy_engine.diagrams.traffic import count_traffic, traffic_overlay
from policy_engine.diagrams.wording import named
from policy_engine.errors import PrintError
from policy_engine.model.scenarios import Scenario
from policy_engine.policy import Policy
from policy_engine.scenarios.run import run_scenario

# A kind whose products are made for scenarios.
_WITH_SCENARIOS = ("roleplay", "walkthrough")
_ALSO = {"mermaid": "mmd", "plantuml": "puml", "gv": "dot"}
_OF_GRAPHVIZ = ("pdf", "svg", "png", "dot")
# So many names of scenarios are read at a glance.
# The formats of a poster that know no sheet, and show one language.
_WITHOUT_SHEET = ("dot", "mmd", "puml", "txt")
# The kinds for a screen, whose reader chooses size and colours.
_ON_SCREEN = ("cue-strip", "walkthrough")


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of the command. `words` is the language of our own words."""

    policy: str
    kind: str
    output: Path | None
    format: str | None
    lang: str | None
    paper: str
    landscape: bool
    tiled: bool
    grey: bool
    large: bool
    flat: bool
    scenarios: tuple[str, ...]
    path: str | None
    traffic: tuple[Path, ...]
    diff: str | None
    coverage: bool
    engine: str
    parameters: tuple[str, ...]
    check: bool
    words: str


def draw(wish: Wish) -> int:
    """Writes the files and says where they are. Raises CallError and Stop."""
    source = find_policy(wish.policy, wish.words)
    policy = load(wish.policy, wish.words, wish.parameters)
    try:
        if wish.kind == "all":
            return _kit(wish, source, policy)
        return _one(wish, source, policy)
    except PrintError as error:
        print(f"policy-engine: {error.text(wish.words)}", file=sys.stderr)
        return FALLS_SHORT if error.code == "does-not-fit" else WRONG_CALL


def _one(wish: Wish, source: Path, policy: Policy) -> int:
    if wish.check:
        raise CallError("check-needs-kit", wish.words)
    kind = cast(Kind, wish.kind)
    languages = _languages(wish, policy)
    format = _format(kind, wish)
    _refuse_what_is_not_heard(wish, format, languages)
    if wish.output is not None and wish.output.is_dir():
        raise CallError("file-is-folder", wish.words, file=wish.output)
    output = wish.output or Path(f"{policy.id}-{kind}-{'-'.join(filter(None, languages))}.{format}")
    laid = _laid_over(wish, source, policy, languages[0])
    order = Order(
        policy=laid.policy,
        kind=kind,
        format=format,
        languages=languages,
        paper=Paper(cast(PaperName, wish.paper), wish.landscape),
        look=Look(grey=wish.grey, large=wish.large),
        tiled=wish.tiled,
        overlay=laid.overlay,
        plays=_plays(wish, source, policy) if kind in _WITH_SCENARIOS else (),
        flat=wish.flat,
        engine=cast(Engine, wish.engine),
    )
    _write(produce(order), output, source, wish.words)
    warn_of_squares(policy, _printed(order.plays), format, languages, wish.words)
    return FINE


def _refuse_what_is_not_heard(wish: Wish, format: Format, languages: tuple[str, ...]) -> None:
    """Raises CallError for an option that this product would pass over in silence."""
    options = _of_posters(wish)
    _refuse_of_posters(wish, options)
    if wish.scenarios and wish.kind not in _WITH_SCENARIOS:
        raise CallError("scenario-not-printed", wish.words, kind=wish.kind)
    if len(languages) > 1 and wish.kind not in ("poster", "walkthrough"):
        raise CallError("one-language", wish.words, kind=wish.kind)
    if len(languages) > 2 and wish.kind == "poster":
        raise CallError("two-languages", wish.words, count=len(languages))
    if wish.engine == "graphviz":
        for option in ("--tiled", "--paper", "--landscape"):
            if options[option]:
                raise CallError("engine-lacks-option", wish.words, option=option)
        if format not in _OF_GRAPHVIZ:
            raise CallError("engine-lacks-format", wish.words, wanted=format, formats=_OF_GRAPHVIZ)
    without_sheet = format in _WITHOUT_SHEET
    laid = ("--path", "--traffic", "--diff", "--coverage")
    for option, product, asked in (
        *(
            (option, format, asked and without_sheet)
            for option, asked in options.items()
            if option not in laid
        ),
        *((option, format, options[option] and format == "txt") for option in laid),
        ("--lang " + ",".join(languages), format, len(languages) > 1 and without_sheet),
        ("--flat", format, wish.flat and format != "svg"),
        ("--large", wish.kind, wish.large and wish.kind in _ON_SCREEN),
        ("--grey", wish.kind, wish.grey and wish.kind in _ON_SCREEN),
    ):
        if asked and option != "--engine graphviz":
            raise CallError("option-without-effect", wish.words, option=option, product=product)


def _of_posters(wish: Wish) -> dict[str, bool]:
    """Which of the options that only posters have were given."""
    return {
        "--path": wish.path is not None,
        "--traffic": bool(wish.traffic),
        "--diff": wish.diff is not None,
        "--coverage": wish.coverage,
        "--tiled": wish.tiled,
        "--paper": wish.paper != "a4",
        "--landscape": wish.landscape,
        "--engine graphviz": wish.engine == "graphviz",
    }


def _refuse_of_posters(wish: Wish, options: dict[str, bool]) -> None:
    for option, asked in options.items():
        if asked and wish.kind != "poster":
            raise CallError("only-for-posters", wish.words, option=option)


def _kit(wish: Wish, source: Path, policy: Policy) -> int:
    _refuse_of_posters(wish, _of_posters(wish))
    for option, asked in (("--format", wish.format), ("--flat", wish.flat)):
        if asked:
            raise CallError("option-without-effect", wish.words, option=option, product="--kind all")
    folder = wish.output or Path(policy.id)
    if folder.exists() and not folder.is_dir():
        raise CallError("not-a-folder", wish.words, file=folder)
    plays = _plays(wish, source, policy)
    look = Look(grey=wish.grey, large=wish.large)
    items = parts_of_the_kit(policy, plays, look)
    stale = []
    for number, item in enumerate(items, start=1):
        _progress(number, len(items), item)
        if wish.check:
            stale += outdated(item, folder)
        else:
            make_folder(folder, wish.words)
            _write(item.make(), folder / item.name, source, wish.words)
    _progress(0, 0, None)
    if not wish.check:
        warn_of_squares(policy, _printed(plays), "pdf", policy.languages, wish.words)
    for path in stale:
        print(word("out of date", wish.words, str(path)))
    return FALLS_SHORT if stale else FINE


def _printed(plays: tuple[Play, ...]) -> tuple[Scenario, ...]:
    return tuple(play.scenario for play in plays)


def _progress(number: int, whole: int, item: Item | None) -> None:
    if sys.stderr.isatty():
        shown = f"{number}/{whole} {item.name}" if item is not None else ""
        print(f"\r\x1b[2K{shown}", end="", file=sys.stderr, flush=True)


def _write(products: tuple[Product, ...], output: Path, source: Path, words: str) -> None:
    for product in products:
        path = output.with_name(f"{output.stem}{product.suffix}{output.suffix}")
        spare((source, scenarios_of(source)), path, words)
        write_bytes(path, product.content, words)
        print(path)


def _languages(wish: Wish, policy: Policy) -> tuple[str, ...]:
    if wish.lang is None and wish.kind == "walkthrough":
        return policy.languages
    wanted = wish.lang.split(",") if wish.lang else [None]
    return tuple(dict.fromkeys(of_texts(language, policy.languages) for language in wanted))


def _format(kind: Kind, wish: Wish) -> Format:
    known = FORMATS[kind]
    ending = wish.output.suffix.removeprefix(".").lower() if wish.output else ""
    named = (wish.format or ending).lower()
    if not named:
        return known[0]
    named = _ALSO.get(named, named)
    if _ALSO.get(ending, ending) in get_args(Format) and _ALSO.get(ending, ending) != named:
        raise CallError("format-said-twice", wish.words, format=named, file=wish.output)
    if named in known:
        return named
    code = "kind-lacks-format" if named in get_args(Format) else "no-such-format"
    raise CallError(
        code, wish.words, wanted=named, kind=kind, formats=known, suggestion=closest(named, known)
    )


@dataclass(frozen=True, slots=True)
class _Laid:
    """What is laid over a poster, and the policy with the parameters that held then."""

    policy: Policy
    overlay: Overlay = NOTHING


def _laid_over(wish: Wish, source: Path, policy: Policy, language: str) -> _Laid:
    laid = {
        "--path": wish.path is not None,
        "--traffic": bool(wish.traffic),
        "--diff": wish.diff is not None,
        "--coverage": wish.coverage,
    }
    if sum(laid.values()) > 1:
        raise CallError("one-overlay", wish.words, options=[name for name, asked in laid.items() if asked])
    if wish.diff is not None:
        return _Laid(policy, changed_since(wish.diff, policy, language, wish.words))
    if wish.coverage:
        from policy_engine.cli.testing.drawn import tested_by

        tested = tested_by(scenarios_of(source), wish.policy, wish.words, language)
        return _Laid(policy, coverage_overlay(tested, language))
    if wish.path is not None:
        file = Path(wish.path)
        if file.suffix or file.is_file():
            course = recorded_course(file, policy, wish.words)
            return _Laid(policy, path_overlay(course, language, file.name))
        (play,) = _named(wish, (wish.path,), source, policy)
        title = named(play.scenario.title, play.scenario.name, language)
        own = policy.with_parameters(**play.scenario.parameters)
        return _Laid(own, path_overlay(play.course, language, title))
    if wish.traffic:
        traffic = count_traffic(recorded_course(file, policy, wish.words) for file in wish.traffic)
        return _Laid(policy, traffic_overlay(traffic, language))
    return _Laid(policy)


def _plays(wish: Wish, source: Path, policy: Policy) -> tuple[Play, ...]:
    return _named(wish, wish.scenarios, source, policy)


def _named(wish: Wish, names: tuple[str, ...], source: Path, policy: Policy) -> tuple[Play, ...]:
    """The scenarios with these names, all of them where none is named, with what came of them."""
    path = scenarios_of(source)
    if not path.is_file():
        if names or wish.kind == "roleplay":
            raise CallError("no-scenarios", wish.words, policy=wish.policy, file=path)
        return ()
    text = read(path, wish.words)
    sink = Diagnostics()
    suite = check_suite(path, text, sink, wish.words)
    if suite is None:
        print_findings(sink.sorted(), {str(path): text}, wish.words, sys.stderr)
        raise CallError("scenarios-broken", wish.words, file=path)
    return tuple(
        Play(scenario, run_scenario(policy, scenario).course)
        for scenario in named_scenarios(suite, names, wish.policy, path, wish.words)
    )
