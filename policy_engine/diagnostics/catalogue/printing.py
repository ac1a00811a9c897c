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
}
