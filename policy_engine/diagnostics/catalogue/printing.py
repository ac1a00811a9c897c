"""Messages of the area `printing`: what can't be drawn or printed."""

from __future__ import annotations

from collections.abc import Mapping

from policy_engine.diagnostics.catalogue.message import Message

MESSAGES: Mapping[str, Message] = {
    "print-extra-missing": Message(
        en="`{package}` is not installed, which writing {format} needs",
        nl="`{package}` is niet geïnstalleerd, en dat is nodig voor {format}",
        help_en="install it with `pip install 'policy-engine[print]'`",
        help_nl="installeer het met `pip install 'policy-engine[print]'`",
    ),
    "graphviz-missing": Message(
        en="there is no Graphviz to draw with",
        nl="er is geen Graphviz om mee te tekenen",
        help_en="install it with `apt install graphviz` or `pip install graphviz-pure`, or leave out `--engine`",
        help_nl="installeer het met `apt install graphviz` of `pip install graphviz-pure`, of laat `--engine` weg",
    ),
    "graphviz-fails": Message(
        en="this can't be drawn by Graphviz: {reason}",
        nl="dit kan niet door Graphviz worden getekend: {reason}",
    ),
    "does-not-fit": Message(
        en="the poster does not fit on one sheet of {paper} at 9 points",
        nl="de poster past niet op één vel {paper} met letters van 9 punten",
        help_en="choose {fits}",
        help_nl="kies {fits}",
    ),
    "language-not-there": Message(
        en="the policy has no texts in `{language}`",
        nl="het protocol heeft geen teksten in `{language}`",
        help_en="choose among {languages}",
        help_nl="kies uit {languages}",
    ),
    "walkthrough-too-large": Message(
        en="`{policy}` has too many situations for a walk-through, which holds them all",
        nl="`{policy}` heeft te veel situaties voor een oefenpagina, want die bevat ze allemaal",
        help_en="give counters a smaller range, or split the policy into parts that are practised apart",
        help_nl="geef tellers een kleiner bereik, of splits het protocol in delen die u apart oefent",
    ),
    "lesson-empty": Message(
        en="there is nothing to ask about `{policy}`: it has no scenario in which something happens",
        nl="er is niets te vragen over `{policy}`: het heeft geen scenario waarin iets gebeurt",
        help_en="write a scenario first, in `scenarios/{policy}.yaml` beside the policy",
        help_nl="schrijf eerst een scenario, in `scenarios/{policy}.yaml` naast het protocol",
    ),
    "lesson-too-long": Message(
        en="a lesson of {questions} questions is too long for a learning platform, which keeps {most} answers",
        nl="een les van {questions} vragen is te lang voor een leerplatform, want dat bewaart {most} antwoorden",
        help_en="choose fewer scenarios",
        help_nl="kies minder scenario's",
    ),
    "character-missing": Message(
        en="{character} can't be printed and stands as □; places: {times}, among them {places}",
        nl="{character} kan niet worden gedrukt en staat er als □; plaatsen: {times}, waaronder {places}",
        help_en="write it in words or choose another sign",
        help_nl="schrijf het in woorden of kies een ander teken",
    ),
    "more-characters-missing": Message(
        en="so do other characters: {count}",
        nl="dat geldt ook voor andere tekens: {count}",
    ),
    "option-without-effect": Message(
        en="`{option}` makes no difference to `{product}`",
        nl="`{option}` maakt geen verschil voor `{product}`",
        help_en="leave it out",
        help_nl="laat het weg",
    ),
    "format-said-twice": Message(
        en="`--format {format}` and the ending of `{file}` say two formats",
        nl="`--format {format}` en het einde van `{file}` noemen twee formaten",
        help_en="leave out `--format`, or give the file another ending",
        help_nl="laat `--format` weg, of geef het bestand een ander einde",
    ),
}
