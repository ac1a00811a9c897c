"""What `--help` says, in Dutch. In English it stands beside each option and command."""

from __future__ import annotations

from collections.abc import Mapping

# Of commands: what they do.
COMMANDS: Mapping[str, str] = {
    "Protocols of dealing with people: check them, try them, follow them live.\n\n"
    "A policy is named by its file, or by its id where it is a ready one. Exit status: 0 fine, 1 the policy or\n"
    "its tests fall short, 2 the call was wrong.": (
        "Protocollen voor de omgang met mensen: controleer ze, probeer ze uit, volg ze live.\n\n"
        "Een protocol noemt u bij zijn bestand, of bij zijn naam als het een kant-en-klaar protocol is. "
        "Status: 0 in orde, 1 het protocol of de proeven schieten tekort, 2 de aanroep klopte niet."
    ),
    "Write a small policy and its scenarios to begin from. At a terminal, asks what is not said.": (
        "Schrijf een klein protocol met scenario's om mee te beginnen. In een terminal wordt gevraagd wat niet "
        "is gezegd."
    ),
    "Find every mistake in policies and scenarios: where it is, and what to write instead.": (
        "Vind alle fouten in protocollen en scenario's: waar ze staan, en wat er moet staan."
    ),
    "Lay files out in one way: indentation, spaces, blank lines, quotes. What they say stays as it is.": (
        "Maak bestanden op één manier op: inspringen, spaties, lege regels, aanhalingstekens. Wat ze zeggen "
        "blijft zoals het is."
    ),
    "Follow a call: JSON lines of events in, JSON lines of decisions out; at a terminal a live simulator.": (
        "Volg een gesprek: JSON-regels met gebeurtenissen erin, JSON-regels met besluiten eruit; in een terminal "
        "een simulator."
    ),
    "Play the scenarios of policies; where one fails, show its course and the difference.": (
        "Speel de scenario's van protocollen; toon van elk dat mislukt het verloop en het verschil."
    ),
    "Explain a decision: the line that made it, the values in it, and what would have changed it.": (
        "Verklaar een besluit: de regel die het nam, de waarden erin, en wat het had veranderd."
    ),
    "Compare two versions of a policy: equal for every caller or not, and each difference as a call.": (
        "Vergelijk twee versies van een protocol: gelijk voor elke beller of niet, en elk verschil als gesprek."
    ),
    "List the rules of lint, or explain one: what it finds, why it matters, and how to write it instead.": (
        "Noem alle regels, of leg er één uit: wat hij vindt, waarom dat uitmaakt, en hoe het wel moet."
    ),
    "Show where each row of a protocol is found in the policies; status 1 when one is nowhere.": (
        "Toon waar elke regel van een geschreven protocol in de protocollen staat; status 1 als er een nergens "
        "staat."
    ),
    "Print a policy: a poster, cards, role-plays, a walk-through, a handbook, forms and letters.": (
        "Druk een protocol af: een poster, kaarten, rollenspellen, een oefening, een handboek, formulieren en "
        "brieven."
    ),
    "Play a recorded call through a policy and show what the agent is told at each step.": (
        "Speel een opgenomen gesprek door een protocol en toon wat de medewerker bij elke stap te zien krijgt."
    ),
    "Print the JSON Schema that editors and programs read: of policies, scenarios or session snapshots.": (
        "Toon het JSON Schema dat editors en programma's lezen: van protocollen, scenario's of bewaarde sessies."
    ),
    "Write a policy's table as JSON, or a Python module with the types of its events, states and facts.": (
        "Schrijf de tabel van een protocol als JSON, of een Python-module met de typen van gebeurtenissen, "
        "toestanden en feiten."
    ),
    "Answer an editor over standard input and output: mistakes, completion, help, definitions, renaming.": (
        "Antwoord een editor via de standaardinvoer en -uitvoer: fouten, aanvullen, uitleg, vindplaatsen, "
        "hernoemen."
    ),
    "Show the poster, the findings and a call to play in a browser, anew whenever the file is saved.": (
        "Toon de poster, de bevindingen en een gesprek om na te spelen in een browser, opnieuw zodra het bestand "
        "wordt bewaard."
    ),
}

# Of arguments and options.
OPTIONS: Mapping[str, str] = {
    "Show this message and exit.": "Toont deze uitleg.",
    "Show the version and exit.": "Toont de versie.",
    "Install completion for the current shell.": "Leert uw shell opdrachten en opties aan te vullen.",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "Toont wat --install-completion zou installeren."
    ),
    "The file to write, which must not exist yet; left out: NAME.yaml.": (
        "Het bestand dat wordt geschreven en er nog niet mag zijn; weggelaten: NAAM.yaml."
    ),
    "The id of the policy; left out: that of the file.": "De naam van het protocol; weggelaten: die van het bestand.",
    "Of its texts.": "De talen van de teksten.",
    "Where it happens.": "Waar het gebeurt.",
    "How many come before the limit.": "Hoeveel waarschuwingen er vóór de grens komen.",
    "Whether a manager can take over.": "Of een leidinggevende het kan overnemen.",
    "Whether threats are reported to the police.": "Of bedreigingen aan de politie worden gemeld.",
    "Whether the agent may end the contact.": "Of de medewerker het contact mag beëindigen.",
    "Whether the other person may be in danger.": "Of de ander in gevaar kan zijn.",
    "Whether there is aftercare.": "Of er nazorg is.",
    "Ask nothing: the usual answer for all that is left out.": (
        "Vraag niets: het gewone antwoord op alles wat is weggelaten."
    ),
    "Language of the messages; left out: that of the locale.": (
        "De taal van de meldingen; weggelaten: die van uw systeem."
    ),
    "Files of policies or scenarios, folders of them, or ids of ready policies.": (
        "Bestanden met protocollen of scenario's, mappen daarvan, of namen van kant-en-klare protocollen."
    ),
    "Text for people, JSON for programs, SARIF for code scanning, annotations for GitHub Actions, "
    "JUnit's XML for other servers.": (
        "Tekst voor mensen, JSON voor programma's, SARIF voor het doorzoeken van code, aantekeningen voor GitHub "
        "Actions, de XML van JUnit voor andere servers."
    ),
    "Warnings count as mistakes.": "Waarschuwingen tellen als fouten.",
    "First mend what has one right answer.": "Herstel eerst wat maar op één manier goed kan.",
    "Write nothing, show what --fix would.": "Schrijf niets, toon wat --fix zou doen.",
    "Files of policies or scenarios, folders of them, or `-`: from the input to the output.": (
        "Bestanden met protocollen of scenario's, mappen daarvan, of `-`: van de invoer naar de uitvoer."
    ),
    "Write nothing; status 1 where a file would change.": (
        "Schrijf niets; status 1 als een bestand zou veranderen."
    ),
    "Write nothing; show what would change.": "Schrijf niets; toon wat zou veranderen.",
    "Also put keys in order where it means nothing; changes the digest.": (
        "Zet ook sleutelwoorden op volgorde waar die niets betekent; verandert het kenmerk."
    ),
    "A policy's file, or the id of a ready policy.": (
        "Het bestand van een protocol, of de naam van een kant-en-klaar protocol."
    ),
    "Language of the texts, such as en or nl; left out: that of the locale.": (
        "De taal van de teksten, zoals nl of en; weggelaten: die van uw systeem."
    ),
    "Sets a parameter; may be repeated.": "Stelt een parameter in; mag vaker.",
    "Tells a fact at the start; may be repeated.": "Meldt een feit bij het begin; mag vaker.",
    "A recorded call: JSON lines of events.": "Een opgenomen gesprek: JSON-regels met gebeurtenissen.",
    "Add what the agent is told to every line of JSON.": (
        "Voeg aan elke JSON-regel toe wat de medewerker te zien krijgt."
    ),
    "Keep so many event ids to recognise repeated ones.": (
        "Onthoud zoveel kenmerken van gebeurtenissen, om herhaalde te herkennen."
    ),
    "Keep every line of a pipe, so that events can be retracted.": (
        "Bewaar elke regel van een pipe, zodat gebeurtenissen kunnen worden teruggenomen."
    ),
    "Policies, files of scenarios or folders; left out: all ready policies.": (
        "Protocollen, bestanden met scenario's of mappen; weggelaten: alle kant-en-klare protocollen."
    ),
    "Show what the scenarios of a policy do not come past, and what it would take.": (
        "Toon waar de scenario's van een protocol niet langskomen, en wat daarvoor nodig is."
    ),
    "Change the policy in every small way, and show what no test would notice.": (
        "Verander het protocol op elke kleine manier, en toon wat geen proef zou merken."
    ),
    "With --mutate: try so many changes of each policy, not all.": (
        "Met --mutate: probeer van elk protocol zoveel veranderingen, niet alle."
    ),
    "With --mutate: work in so many processes; left out: one for each processor.": (
        "Met --mutate: werk in zoveel processen; weggelaten: een voor elke processor."
    ),
    "With --sample: another number chooses other changes.": "Met --sample: een ander getal kiest andere veranderingen.",
    "With --coverage or --mutate: status 1 where less is covered, or noticed.": (
        "Met --coverage of --mutate: status 1 als er minder wordt bestreken, of gemerkt."
    ),
    "Write scenarios that close the gaps, for you to finish.": (
        "Schrijf scenario's die de gaten dichten; u maakt ze af."
    ),
    "With --generate: the file to write; left out: the screen.": (
        "Met --generate: het bestand dat wordt geschreven; weggelaten: het scherm."
    ),
    "With --generate: write over a file that is there.": "Met --generate: overschrijf een bestand dat er al is.",
    "Text for people, JSON for programs, JUnit's XML for test servers.": (
        "Tekst voor mensen, JSON voor programma's, de XML van JUnit voor testservers."
    ),
    'What happens, one after the other: `insult`, `"paid amount=5 by=agent"`, `"wait 5 min"`, '
    '`"learn at_risk=yes"`.': (
        'Wat er gebeurt, na elkaar: `insult`, `"paid amount=5 by=agent"`, `"wait 5 min"`, '
        '`"learn at_risk=yes"`.'
    ),
    "A scenario of the policy.": "Een scenario van het protocol.",
    "Which step to explain, 0 for the start; left out: the last one.": (
        "Welke stap wordt verklaard, 0 voor het begin; weggelaten: de laatste."
    ),
    "Text for people, JSON for programs.": "Tekst voor mensen, JSON voor programma's.",
    "The old version: a file, a ready policy, or REV:PATH in git. With --rev: the policy.": (
        "De oude versie: een bestand, een kant-en-klaar protocol, of REV:PAD in git. Met --rev: het protocol."
    ),
    "The new version.": "De nieuwe versie.",
    "Compares with the policy as it was at this git revision.": (
        "Vergelijkt met het protocol zoals het bij deze revisie van git was."
    ),
    "A state, or the policy, that has another name now; may be repeated.": (
        "Een toestand, of het protocol, met nu een andere naam; mag vaker."
    ),
    "Names of states don't count, only what is done.": "Namen van toestanden tellen niet, alleen wat er gebeurt.",
    "Tells which live sessions can move to the new version.": (
        "Zegt welke lopende sessies naar de nieuwe versie over kunnen."
    ),
    "Writes a note of the change for whoever approves it.": (
        "Schrijft een notitie van de verandering voor wie haar goedkeurt."
    ),
    "Writes the note here, as .pdf or .txt.": "Schrijft de notitie hier, als .pdf of .txt.",
    "Language of the answer; left out: that of the locale.": "De taal van het antwoord; weggelaten: die van uw systeem.",
    "The code of a finding, as `check` shows it; left out: all rules.": (
        "De code van een bevinding, zoals `check` die toont; weggelaten: alle regels."
    ),
    "Policies, or a folder of them; left out: all ready policies. A folder, and all ready policies, answer for "
    "every row of the sheets in `sources/`, a policy for those that it lists.": (
        "Protocollen, of een map daarvan; weggelaten: alle kant-en-klare protocollen. Een map en alle "
        "kant-en-klare protocollen staan in voor elke regel van de bladen in `sources/`, een protocol voor de "
        "regels die het noemt."
    ),
    "Text for people, JSON or CSV for programs.": "Tekst voor mensen, JSON of CSV voor programma's.",
    "Only the rows that are nowhere.": "Alleen de regels die nergens staan.",
    "What to print.": "Wat er wordt afgedrukt.",
    "The file to write; its ending says the format. With `--kind all`: a folder. Left out: a name made of the "
    "policy's, in this folder.": (
        "Het bestand dat wordt geschreven; het eind van de naam zegt het formaat. Met `--kind all`: een map. "
        "Weggelaten: een naam die van het protocol komt, in deze map."
    ),
    "pdf, svg, png, pptx, drawio, dot, mmd, puml, txt, docx, html or zip, if FILE does not say.": (
        "pdf, svg, png, pptx, drawio, dot, mmd, puml, txt, docx, html of zip, als FILE het niet zegt."
    ),
    "Language of the texts, such as nl; nl,en prints two side by side. Left out: the locale's.": (
        "De taal van de teksten, zoals nl; nl,en drukt er twee naast elkaar. Weggelaten: die van uw systeem."
    ),
    "The sheet.": "Het vel.",
    "The sheet on its side.": "Het vel op zijn kant.",
    "Spread a poster over several sheets, to hang side by side.": (
        "Verdeel een poster over meer vellen, om naast elkaar te hangen."
    ),
    "For a printer without colour.": "Voor een printer zonder kleur.",
    "Large print, 16 points or more, over more pages.": "Grote letters, 16 punten of meer, over meer bladzijden.",
    "SVG of plain shapes, for Word and drawing programs.": "SVG van eenvoudige vormen, voor Word en tekenprogramma's.",
    "A scenario for role-plays; may be repeated. Left out: all.": (
        "Een scenario voor rollenspellen; mag vaker. Weggelaten: alle."
    ),
    "Highlights and numbers the way of a scenario, or of a recorded call (JSON lines).": (
        "Licht de weg van een scenario of van een opgenomen gesprek (JSON-regels) uit, met nummers."
    ),
    "Counts how often each way was taken in recorded calls; may be repeated.": (
        "Telt hoe vaak elke weg is genomen in opgenomen gesprekken; mag vaker."
    ),
    "Marks what differs from an earlier version: a file, a ready policy, or REV:PATH in git.": (
        "Merkt wat verschilt van een eerdere versie: een bestand, een kant-en-klaar protocol, of REV:PAD in git."
    ),
    "Shows what no scenario of the policy comes past.": "Toont waar geen scenario van het protocol langskomt.",
    "Who lays out a poster: we, or Graphviz.": "Wie een poster indeelt: wij, of Graphviz.",
    "Write nothing; say which files of a kit are out of date.": (
        "Schrijf niets; zeg welke bestanden van een set niet zijn bijgewerkt."
    ),
    "Which kind of file.": "Welke soort bestand.",
    "Writes to this file; left out: to the screen.": "Schrijft naar dit bestand; weggelaten: naar het scherm.",
    "Write a Python module with typed names instead of the table.": (
        "Schrijf een Python-module met namen en typen in plaats van de tabel."
    ),
    "Language of the messages; left out: that of the editor.": "De taal van de meldingen; weggelaten: die van de editor.",
    "What many editors pass; it is so anyway.": "Wat veel editors meegeven; het is toch al zo.",
    "The port to listen on; 0: any that is free.": "De poort om op te luisteren; 0: een die vrij is.",
    "Only print the address; open no browser.": "Toon alleen het adres; open geen browser.",
}

# What is said behind an example.
EXAMPLES: Mapping[str, str] = {
    "Examples:": "Voorbeelden:",
    "asks a few questions": "stelt een paar vragen",
    "opens the simulator at a terminal": "opent in een terminal de simulator",
    "plays the scenarios of all ready policies": "speelt de scenario's van alle kant-en-klare protocollen",
    "for a test server": "voor een testserver",
    "shows what no scenario comes past, and what it would take": (
        "toont waar geen scenario langskomt, en wat daarvoor nodig is"
    ),
    "ends with status 1 if there is anything": "eindigt met status 1 als er iets is",
    "asks whether the tests notice changes": "vraagt of de proeven veranderingen merken",
    "writes scenarios that close the gaps": "schrijft scenario's die de gaten dichten",
    "lists all of them": "noemt ze allemaal",
    "explains one, with an example": "legt er één uit, met een voorbeeld",
    "of all ready policies together": "van alle kant-en-klare protocollen samen",
    "only the rows that are nowhere": "alleen de regels die nergens staan",
    "writes a poster, as PDF, A4": "schrijft een poster, als PDF, A4",
    "shows what its scenarios leave out": "toont wat de scenario's weglaten",
    "writes everything there is, in each language": "schrijft alles wat er is, in elke taal",
    "says whether the kit is up to date": "zegt of de set is bijgewerkt",
    "is what an editor starts; docs/authoring.md says how to set it up": (
        "is wat een editor start; docs/authoring.md zegt hoe u hem instelt"
    ),
}

# What the parser of the command line itself writes.
USAGE: Mapping[str, str] = {
    "Usage: ": "Gebruik: ",
    "[OPTIONS]": "[OPTIES]",
    "COMMAND [ARGS]...": "OPDRACHT [...]",
}
# By the names that `typer.rich_utils` gives them.
PANELS: Mapping[str, str] = {
    "ARGUMENTS_PANEL_TITLE": "Argumenten",
    "OPTIONS_PANEL_TITLE": "Opties",
    "COMMANDS_PANEL_TITLE": "Opdrachten",
    "DEFAULT_STRING": "[standaard: {}]",
    "REQUIRED_LONG_STRING": "[verplicht]",
}


def epilogue(text: str) -> str:
    """The examples below a command: what is typed stays, what is said of it is Dutch."""
    return "\n".join(map(_example, text.split("\n")))


def _example(line: str) -> str:
    typed, tick, said = line.rpartition("`")
    said = said.strip()
    return f"{typed}{tick} {EXAMPLES[said]}" if tick and said else EXAMPLES.get(said, line)
