"""The cue strip: one HTML file, 300 pixels wide, to show beside a call what to say now.

It holds no program. A host shows it in a frame and sets the fragment of its address to the state of the
session (`cue-strip.html#state-warn`); a person follows its links.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from policy_engine.diagrams.card.moments import heard
from policy_engine.diagrams.card.tracks import ending_of
from policy_engine.diagrams.duties import must_words, musts_of
from policy_engine.diagrams.figure import Figure, Link, figure_of
from policy_engine.diagrams.imprint import title_of
from policy_engine.diagrams.phrasing import (
    action_words,
    condition_words,
    events_words,
    forbid_words,
    label_of,
    link_words,
    listed,
    phrase_words,
    phrases_of,
    role_words,
    sentence,
    words_of,
)
from policy_engine.diagrams.printed import word
from policy_engine.diagrams.printed.card import WORDS
from policy_engine.model.chart import Chart, Phrase, State

# The page loads nothing and runs nothing.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE = """
:root { color-scheme: light dark; font: 15px/1.4 "Liberation Sans", Arimo, Arial, Helvetica, sans-serif; }
body { margin: 0; max-width: 300px; background: #fff; color: #1a1a1a; }
header, section, nav { padding: 8px 10px; }
header { border-bottom: 2px solid; }
h1 { font-size: 1rem; margin: 0; }
h2 { font-size: 1.15rem; margin: 0 0 6px; }
h3 { font-size: .95rem; margin: 10px 0 2px; }
p { margin: 4px 0; }
ul { margin: 0; padding-left: 18px; }
.say { font-size: 1.05rem; border: 2px solid; border-radius: 4px; padding: 6px 8px; }
.role { float: right; font-size: .8rem; }
.emergency { font-weight: bold; }
section { display: none; }
section:target { display: block; }
body:not(:has(section:target)) section.first { display: block; }
a { color: inherit; display: inline-block; min-height: 24px; }
a:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media (prefers-color-scheme: dark) { body { background: #16181a; color: #f2f2f2; } }
@media print { section { display: block; break-inside: avoid; } }
"""


def cue_strip_html(chart: Chart, language: str) -> str:
    """The cue strip of a policy in one language."""
    return "\n".join(_page(figure_of(chart), language)) + "\n"


def _page(figure: Figure, language: str) -> Iterator[str]:
    chart = figure.chart
    title = escape(title_of(chart, language))
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escape(language or "und")}">'
    yield '<head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield f"<title>{title}</title><style>{_STYLE}</style></head>"
    yield f"<body><header><h1>{title}</h1>"
    for text in words_of(chart.emergency, language):
        yield f'<p class="emergency">{escape(text)}</p>'
    yield "</header><main>"
    for card in sorted(figure.cards.values(), key=lambda card: card.number):
        yield from _section(figure, card.state, language)
    yield f'</main><nav aria-label="{word(WORDS, "steps", language)}"><details>'
    yield f"<summary>{word(WORDS, 'steps', language)}</summary><ul>"
    for card in sorted(figure.cards.values(), key=lambda card: card.number):
        yield f"<li>{_to(figure, card.state.id, language)}</li>"
    yield "</ul></details></nav></body></html>"


def _section(figure: Figure, state: State, language: str) -> Iterator[str]:
    card = figure.cards[state.id]
    first = ' class="first"' if state.id == figure.starts[0] else ""
    heading = f"head-{state.id}"
    yield f'<section id="state-{state.id}"{first} aria-labelledby="{heading}">'
    if state.role is not None:
        yield f'<span class="role">{escape(role_words(figure.chart, state.role, language))}</span>'
    yield f'<h2 id="{heading}">{card.number} {escape(label_of(figure, state.id, language))}</h2>'
    if card.final:
        yield f"<p>{sentence(word(WORDS, ending_of(figure, card), language))}</p>"
    around = _around(figure, state)
    chart = figure.chart
    yield from _phrases(chart, "say", [phrase for part in around for phrase in part.say], language)
    yield from _phrases(chart, "avoid", [phrase for part in around for phrase in part.avoid], language)
    yield from _phrases(chart, "how", list(state.how), language)
    forbidden = [forbid for part in around for forbid in part.forbid]
    if forbidden:
        yield f"<h3>{word(WORDS, 'forbidden', language)}</h3><ul>"
        for forbid in forbidden:
            words = sentence(forbid_words(figure.chart, forbid, language, headed=True))
            reasons = (
                phrase_words(figure.chart, text, language) for text in words_of(forbid.words, language)
            )
            yield f"<li>{escape(words)}. {escape(' '.join(reasons))}</li>"
        yield "</ul>"
    due = [must_words(chart, must, language) for part in around for must in musts_of(chart, part)]
    if due:
        yield f"<h3>{word(WORDS, 'must', language)}</h3><ul>"
        yield from (f"<li>{escape(sentence(words))}</li>" for words in due)
        yield "</ul>"
    links = [(link, _heard(figure, link, state)) for part in around for link in figure.leaving(part.id)]
    links = [(link, events) for link, events in links if events or link.kind != "event"]
    if links:
        yield f"<h3>{word(WORDS, 'next', language)}</h3><ul>"
        for link, events in links:
            yield f"<li>{_link(figure, link, events, language)}</li>"
        yield "</ul>"
    # What holds in every step of a box is known after a while; it takes no room until it is asked for.
    outer = [phrase for part in around[1:] for phrase in part.how]
    if outer:
        yield f"<details><summary>{word(WORDS, 'all the while', language)}</summary>"
        yield from _phrases(chart, "how", outer, language)
        yield "</details>"
    yield "</section>"


def _phrases(chart: Chart, key: str, phrases: list[Phrase], language: str) -> Iterator[str]:
    found = phrases_of(chart, phrases, language)
    if found:
        yield f"<h3>{word(WORDS, key, language)}</h3>"
    for condition, texts in found:
        if condition:
            yield f"<p>{escape(word(WORDS, 'if', language, condition))}</p>"
        marked = ' class="say"' if key == "say" else ""
        quoted = (escape(text) if key == "how" else f"“{escape(text)}”" for text in texts)
        yield f"<div{marked}>{''.join(f'<p>{text}</p>' for text in quoted)}</div>"


def _heard(figure: Figure, link: Link, state: State) -> tuple[str, ...]:
    """The events of a link that nothing takes before it, and nothing forbids."""
    return tuple(event for event in link.events if heard(figure, link, event, state.id))


def _link(figure: Figure, link: Link, events: tuple[str, ...], language: str) -> str:
    own = events == link.events or link.transition.label
    words = sentence(
        link_words(figure, link, language) if own else events_words(figure.chart, events, language)
    )
    condition = condition_words(figure, link, language)
    told = escape(f"{words} ({condition})" if condition else words)
    where = ", ".join(_to(figure, state, language) for state in link.arrivals)
    if link.back:
        boxes = listed([label_of(figure, box, language) for box in link.remembered], language)
        return f"{told} → {escape(word(WORDS, 'back', language, boxes))}"
    if where:
        return f"{told} → {where}"
    done = listed(action_words(figure.chart, link.transition.steps, language), language)
    stays = word(WORDS, "stays", language)
    return f"{told} → {escape(f'{stays}: {done}' if done else stays)}"


def _to(figure: Figure, state: str, language: str) -> str:
    label = escape(label_of(figure, state, language))
    return f'<a href="#state-{state}">{figure.cards[state].number} {label}</a>'


def _around(figure: Figure, state: State) -> list[State]:
    """A state and what is around it, from the inside out."""
    found = [state]
    while (parent := found[-1].parent) is not None:
        found.append(figure.chart.states[parent])
    return found
