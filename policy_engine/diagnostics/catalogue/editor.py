"""Messages of the area `editor`: what the language server and the preview can't do, and why."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "rename-nothing": Message(
        en="there is no name here that could be changed",
        nl="hier staat geen naam die te veranderen is",
        help_en="put the cursor on the name of a state, an event, a value or a role",
        help_nl="zet de cursor op de naam van een toestand, een gebeurtenis, een waarde of een rol",
    ),
    "rename-fixed": Message(
        en="`{name}` is not changed everywhere at once: others may write it too",
        nl="`{name}` wordt niet overal tegelijk veranderd: anderen schrijven het misschien ook",
        help_en="change it by hand, and let `check` find what is left",
        help_nl="verander het met de hand, en laat `check` vinden wat er over is",
    ),
    "rename-undeclared": Message(
        en="`{name}` is not declared, so it can't be changed everywhere at once",
        nl="`{name}` is niet aangekondigd en daarom niet overal tegelijk te veranderen",
        help_en="declare it first, or correct the name",
        help_nl="kondig het eerst aan, of verbeter de naam",
    ),
    "rename-taken": Message(
        en="`{name}` is the name of something else already, on line {line}",
        nl="`{name}` is al de naam van iets anders, op regel {line}",
        help_en="choose another name; nothing was changed",
        help_nl="kies een andere naam; er is niets veranderd",
    ),
    "rename-mistaken": Message(
        en="with the name `{name}` a place would mean something else than it does now",
        nl="met de naam `{name}` zou een plaats iets anders betekenen dan nu",
        help_en="choose another name; nothing was changed",
        help_nl="kies een andere naam; er is niets veranderd",
    ),
    "rename-breaks": Message(
        en="with the name `{name}` the policy would have a mistake: {problem}",
        nl="met de naam `{name}` zou het protocol een fout hebben: {problem}",
        help_en="choose another name; nothing was changed",
        help_nl="kies een andere naam; er is niets veranderd",
    ),
    "port-taken": Message(
        en="the preview can't use port {port}: {reason}",
        nl="het voorbeeld kan poort {port} niet gebruiken: {reason}",
        help_en="leave `--port` out, and a free one is taken",
        help_nl="laat `--port` weg, dan wordt er een vrije gekozen",
    ),
    "extra-missing": Message(
        en="`policy-engine {command}` needs `{package}`, which is not installed",
        nl="`policy-engine {command}` heeft `{package}` nodig, dat niet is geïnstalleerd",
        help_en="`pip install 'policy-engine[authoring]'` installs it",
        help_nl="`pip install 'policy-engine[authoring]'` installeert het",
    ),
}
