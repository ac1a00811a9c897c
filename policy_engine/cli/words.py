"""What the demo and the simulator say in their own words, in English and Dutch."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "say": ("Say", "Zeg"),
    "avoid": ("Avoid", "Vermijd"),
    "how": ("How", "Hoe"),
    "action": ("Action", "Actie"),
    "because": ("Because", "Reden"),
    "in vain": ("In vain", "Onnodig"),
    "filled in": ("written down in {0}: {1}", "vastgelegd in {0}: {1}"),
    "taken back": ("taken back: {0}", "teruggenomen: {0}"),
    "for": ("for {0}", "voor {0}"),
    "recorded call": (
        "A recorded call, and what the agent is told:",
        "Een opgenomen gesprek, en wat de medewerker te zien krijgt:",
    ),
    "later": ("{0} later", "{0} later"),
    "quiet": ("Nothing comes in the {0} after it.", "In de {0} daarna komt er niets."),
    "learned": ("new facts: {0}", "nieuwe feiten: {0}"),
    "time now": ("it is now {0}", "het is nu {0}"),
    "time passed": ("time is up: {0}", "de tijd is om: {0}"),
    "applied": ("applied", "toegepast"),
    "ignored": ("changes nothing here", "verandert hier niets"),
    "forbidden": ("not allowed", "mag niet"),
    "rejected": ("refused", "geweigerd"),
    "duplicate": ("told before", "al eerder gemeld"),
    "closed": ("the session is already over", "de sessie is al voorbij"),
    "dropped": ("`{0}` was not allowed", "`{0}` mocht niet"),
    "over": ("The session is over: {0}", "De sessie is voorbij: {0}"),
    "out of date": ("out of date: {0}", "niet bijgewerkt: {0}"),
    "not over": ("The recording ends here.", "De opname eindigt hier."),
    "allowed": ("What may happen", "Wat er kan gebeuren"),
    "not allowed": ("Not allowed now", "Mag nu niet"),
    "must": ("What must be done", "Wat er moet gebeuren"),
    "overdue": ("{0}: overdue since {1}", "{0}: te laat sinds {1}"),
    "pending": ("Running", "Loopt"),
    "due in": ("{0}: {1} left", "{0}: nog {1}"),
    "one lapsed": ("{0}: one has lapsed", "{0}: één is vervallen"),
    "all lapsed": ("{0}: all have lapsed", "{0}: alles is vervallen"),
    "one lapses": ("{0}: one lapses", "{0}: één vervalt"),
    "all lapse": ("{0}: all lapse", "{0}: alles vervalt"),
    "as role": ("as {0}", "als {0}"),
    "which person": ("who reports it (a name or a number)", "wie het meldt (een naam of een nummer)"),
    "simulator": (
        "Type a number or a name; `help` shows what else. Time stands still until you `wait`.",
        "Typ een nummer of een naam; `help` toont wat er nog meer kan. De tijd staat stil tot u `wait` typt.",
    ),
    "help": (
        "3                    the event with number 3\n"
        "insult               the event of that name\n"
        "insult severity=2    with its data; by=manager/anna: who reports it\n"
        "wait 2 min           lets time go by\n"
        "learn at_risk=yes    tells a fact\n"
        "fill write_report    asks for what is missing; place=hall: fills that in\n"
        "facts                shows what is known and remembered\n"
        "undo                 takes the last step back\n"
        "quit                 ends (so does Ctrl-D)",
        "3                    de gebeurtenis met nummer 3\n"
        "insult               de gebeurtenis met die naam\n"
        "insult severity=2    met gegevens erbij; by=manager/anna: wie het meldt\n"
        "wait 2 min           laat tijd verstrijken\n"
        "learn at_risk=yes    meldt een feit\n"
        "fill write_report    vraagt wat ontbreekt; place=hal: vult dat in\n"
        "facts                toont wat bekend is en onthouden wordt\n"
        "undo                 neemt de laatste stap terug\n"
        "quit                 stopt (Ctrl-D ook)",
    ),
    "begun": (
        "{0} is there, with its tests in {1}. Change names and phrases, then: policy-engine check {0}",
        "{0} staat er, met de proeven in {1}. Verander namen en zinnen, en dan: policy-engine check {0}",
    ),
    "ask name": (
        "What is it called? (small letters, digits and _)",
        "Hoe heet het? (kleine letters, cijfers en _)",
    ),
    "ask languages": ("In which languages? (nl, en or nl,en)", "In welke talen? (nl, en of nl,en)"),
    "ask channel": (
        "Where does it happen? (phone, counter or messages)",
        "Waar gebeurt het? (phone: telefoon, counter: balie, messages: berichten)",
    ),
    "ask warnings": (
        "How many warnings come before the limit? (1 to {0})",
        "Hoeveel waarschuwingen komen er vóór de grens? (1 tot en met {0})",
    ),
    "ask manager": ("Can a manager take over?", "Kan een leidinggevende het overnemen?"),
    "ask police": (
        "May the police be called at a threat?",
        "Kan bij een bedreiging de politie worden gebeld?",
    ),
    "ask may_end": ("May the agent end the contact?", "Mag de medewerker het contact beëindigen?"),
    "ask safety": (
        "May the other person be in danger, so that nobody hangs up on them?",
        "Kan de ander in gevaar zijn, zodat niemand ophangt?",
    ),
    "ask aftercare": ("Is there aftercare for the agent?", "Is er nazorg voor de medewerker?"),
    "yes or no": ("[Y/n]", "[J/n]"),
    "not an answer": ("That is none of the answers.", "Dat is geen van de antwoorden."),
    "formatted": ("laid out: {0}", "opgemaakt: {0}"),
    "would be formatted": ("would be laid out: {0}", "zou worden opgemaakt: {0}"),
    "mended": ("{0} mended[{1}]: `{2}` → `{3}`", "{0} hersteld[{1}]: `{2}` → `{3}`"),
    "mended in several places": (
        "{0} mended[{1}] in {2} places",
        "{0} hersteld[{1}] op {2} plaatsen",
    ),
    "taken out": ("{0} mended[{1}]: `{2}` taken out", "{0} hersteld[{1}]: `{2}` weggehaald"),
    "put in": ("{0} mended[{1}]: `{2}` put in", "{0} hersteld[{1}]: `{2}` ingevoegd"),
    "preview": (
        "Preview of {0}: {1}  (Ctrl-C ends it)",
        "Voorbeeld van {0}: {1}  (Ctrl-C stopt het)",
    ),
    "preview ended": ("The preview has ended.", "Het voorbeeld is gestopt."),
    "passed": ("passed", "goed"),
    "failed": ("FAILED", "FOUT"),
    "one tested": ("1 scenario, {1} passed, {2} failed", "1 scenario, {1} goed, {2} fout"),
    "tested": ("{0} scenarios, {1} passed, {2} failed", "{0} scenario's, {1} goed, {2} fout"),
    "nothing to undo": ("there is nothing to take back", "er is niets om terug te nemen"),
}


def word(key: str, language: str, *values: object) -> str:
    """The words under `key`, in Dutch for "nl" and in English else, with `values` filled in."""
    return WORDS[key][1 if language == "nl" else 0].format(*values)
