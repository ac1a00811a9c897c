"""Words of the role-play's sheets."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    # Parts and their footers
    "other's sheet": {"en": "Role sheet: {0}", "nl": "Rolblad: {0}"},
    "agent's sheet": {"en": "For the person who practises: {0}", "nl": "Voor wie oefent: {0}"},
    "anyone's sheet": {"en": "For the person who practises", "nl": "Voor wie oefent"},
    "observer's sheet": {"en": "For the observer", "nl": "Voor wie meekijkt"},
    "facilitator's sheet": {"en": "For the trainer", "nl": "Voor de trainer"},
    "role's copy": {"en": "copy for: {0}", "nl": "exemplaar voor: {0}"},
    "agent's copy": {"en": "copy for the person who practises", "nl": "exemplaar voor wie oefent"},
    "observer's copy": {"en": "observer's copy", "nl": "exemplaar waarnemer"},
    "facilitator's copy": {"en": "trainer's copy", "nl": "trainersexemplaar"},
    # What everybody reads
    "situation": {"en": "Situation", "nl": "Situatie"},
    "goals": {"en": "Learning goals", "nl": "Leerdoelen"},
    "known": {"en": "What is known", "nl": "Wat bekend is"},
    "you play": {"en": "Your role", "nl": "Uw rol"},
    "the caller": {"en": "Caller", "nl": "Beller"},
    "the other": {"en": "The other person", "nl": "De ander"},
    "start": {"en": "beginning", "nl": "begin"},
    "learns": {"en": "it turns out: {0}", "nl": "er blijkt: {0}"},
    "overdue": {"en": "overdue: {0}", "nl": "te laat: {0}"},
    "lapsed": {"en": "{0}: something has lapsed", "nl": "{0}: er is iets vervallen"},
    "quoted": {"en": "“{0}”", "nl": "“{0}”"},
    "end": {"en": "end", "nl": "einde"},
    "part end": {"en": "this part is done", "nl": "dit deel is klaar"},
    "leads": {"en": "→\u00a0{0}", "nl": "→\u00a0{0}"},
    "goes on": {"en": "goes on: {0}", "nl": "loopt door: {0}"},
    "stays": {"en": "still: {0}", "nl": "blijft: {0}"},
    "notes": {"en": "Notes", "nl": "Aantekeningen"},
    "move": {"en": "Move", "nl": "Zet"},
    # Caller
    "agreements": {"en": "What was agreed", "nl": "Afspraken"},
    "stop rule": {
        "en": "Does anyone say STOP? Step out of your role at once. At TIME-OUT you wait where you are.",
        "nl": "Zegt iemand STOP? Stap meteen uit uw rol. Bij TIME-OUT wacht u waar u bent.",
    },
    "no worse": {
        "en": "Build up slowly. Make it no worse than what is written here.",
        "nl": "Bouw rustig op. Maak het niet erger dan hier staat.",
    },
    "be fair": {
        "en": "Does the one who practises do well? Let it be heard: become calmer, even if the next line is "
        "angry.",
        "nl": "Doet wie oefent het goed? Laat dat horen: word rustiger, ook als de volgende zin boos is.",
    },
    "your lines": {"en": "What you say", "nl": "Wat u zegt"},
    "you say": {"en": "You say", "nl": "U zegt"},
    "tension": {"en": "Tension", "nl": "Spanning"},
    "tension 1": {"en": "1 low", "nl": "1 laag"},
    "tension 2": {"en": "2 noticeable", "nl": "2 merkbaar"},
    "tension 3": {"en": "3 clear", "nl": "3 duidelijk"},
    "tension 4": {"en": "4 high", "nl": "4 hoog"},
    "tension 5": {"en": "5 very high", "nl": "5 zeer hoog"},
    "meanwhile": {"en": "Meanwhile", "nl": "Intussen"},
    "you hear": {"en": "you hear: {0}", "nl": "u hoort: {0}"},
    "own words": {"en": "(in your own words: {0})", "nl": "(in eigen woorden: {0})"},
    "not yet": {"en": "Nothing changes yet.", "nl": "Hierdoor verandert nog niets."},
    "your answers": {"en": "How you respond", "nl": "Hoe u reageert"},
    "before move": {"en": "Before move", "nl": "Vóór zet"},
    "does well": {"en": "Good: you hear something like", "nl": "Goed: u hoort zoiets als"},
    "does badly": {"en": "Not good: you hear something like", "nl": "Niet goed: u hoort zoiets als"},
    "answers hint": {
        "en": "What you hear before your move decides how you go on. In bold stands what you can do then.",
        "nl": "Wat u vóór uw zet hoort, bepaalt hoe u verdergaat. Vet staat wat u dan kunt doen.",
    },
    "then": {"en": "Then: {0}", "nl": "Dan: {0}"},
    "good sign": {"en": "a calm voice, your name, a question", "nl": "een rustige stem, uw naam, een vraag"},
    "bad sign": {"en": "a sneer, haste, or silence", "nl": "een sneer, haast of stilte"},
    "stay": {"en": "stay as you were", "nl": "blijf zoals u was"},
    # Agent
    "your steps": {"en": "Your steps and key phrases", "nl": "Uw stappen en kernzinnen"},
    "steps hint": {
        "en": "Use your own words. The steps are your support; you need not go through all of them.",
        "nl": "Gebruik uw eigen woorden. De stappen zijn uw houvast; u hoeft ze niet allemaal te nemen.",
    },
    "tick off": {"en": "To be said or done first", "nl": "Eerst te zeggen of te doen"},
    "number": {"en": "No.", "nl": "Nr."},
    "your step": {"en": "Step", "nl": "Stap"},
    "phrase": {"en": "Key phrase", "nl": "Kernzin"},
    "if": {"en": "If {0}:", "nl": "Als {0}:"},
    "otherwise": {"en": "Otherwise:", "nl": "Anders:"},
    "you may stop": {
        "en": "This is practice. You may stop at any moment: say STOP, or ask for a TIME-OUT to think or to "
        "try again.",
        "nl": "Dit is oefenen. U mag op elk moment stoppen: zeg STOP, of vraag een TIME-OUT om na te denken "
        "of iets opnieuw te proberen.",
    },
    # Others
    "your moves": {"en": "When you act", "nl": "Wanneer u iets doet"},
    "before": {"en": "What comes before", "nl": "Wat eraan voorafgaat"},
    "you do": {"en": "What you do → step", "nl": "Wat u doet → stap"},
    # Observer
    "observe": {
        "en": "Write down what you hear, not what you think of it. Tick what you saw.",
        "nl": "Schrijf op wat u hoort, niet wat u ervan vindt. Kruis aan wat u zag.",
    },
    "what happens": {"en": "What happens → step", "nl": "Gebeurtenis → stap"},
    "in own words": {"en": "In own words", "nl": "In eigen woorden"},
    "seen": {"en": "Seen", "nl": "Gezien"},
    "score": {"en": "Seen: ____ of {0}", "nl": "Gezien: ____ van {0}"},
    "strong": {"en": "What was strong?", "nl": "Wat was sterk?"},
    "again": {"en": "What could be tried differently?", "nl": "Wat kan een volgende keer anders?"},
    "heard": {"en": "What should not be said: did you hear it?", "nl": "Wat u liever niet hoort: viel het?"},
    # Facilitator
    "who plays": {"en": "Who plays whom", "nl": "Wie speelt wie"},
    "practises": {"en": "practises", "nl": "oefent"},
    "watches": {"en": "Watches", "nl": "Kijkt mee"},
    "beforehand": {"en": "Beforehand", "nl": "Vooraf"},
    "hand out": {
        "en": "Hand out the sheets. Tell everybody their role aloud as well: on paper it is easily misread.",
        "nl": "Deel de bladen uit. Vertel ieder de opdracht ook hardop: op papier leest men haar snel fout.",
    },
    "agree": {
        "en": "Agree on STOP and TIME-OUT, and put the cards within everybody's reach.",
        "nl": "Spreek STOP en TIME-OUT af en leg de kaarten binnen ieders bereik.",
    },
    "direct": {
        "en": "Let the tension rise step by step. You and the one who practises may direct the others: "
        "calmer, fiercer, once more.",
        "nl": "Laat de spanning stap voor stap oplopen. U en wie oefent mogen de anderen sturen: "
        "rustiger, feller, nog een keer.",
    },
    "afterwards": {
        "en": "Afterwards everybody steps out of their role first. Then talk: the one who practised begins.",
        "nl": "Na afloop stapt ieder eerst uit de rol. Praat dan na: wie oefende, begint.",
    },
    "look after": {
        "en": "Does a line hit home? Stop, and come back to it with that person alone.",
        "nl": "Raakt een zin iemand? Stop, en kom er onder vier ogen op terug.",
    },
    "setting": {"en": "Settings", "nl": "Instellingen"},
    "role-play": {"en": "Role-play: {0}", "nl": "Rollenspel: {0}"},
    "a move": {"en": "move {0}", "nl": "zet {0}"},
    "short move": {"en": "m{0}", "nl": "z{0}"},
    "path": {"en": "The path through the steps", "nl": "De weg langs de stappen"},
    "path apart": {
        "en": "The poster of this policy does not fit this page. Print it apart, on A3.",
        "nl": "De poster van dit protocol past niet op deze pagina. Druk hem apart af, op A3.",
    },
    "script": {
        "en": "Script: what happens, what is said?",
        "nl": "Draaiboek: wat gebeurt er, wat wordt gezegd?",
    },
    "line": {"en": "Line", "nl": "Zin"},
    "says": {"en": "{0} says", "nl": "{0} zegt"},
    "asks": {"en": "To do: {0}", "nl": "Te doen: {0}"},
    "refused": {"en": "Not allowed now. {0}", "nl": "Mag nu niet. {0}"},
    "no effect": {"en": "Nothing changes", "nl": "Er verandert niets"},
    "debrief": {"en": "Talk it over", "nl": "Nabespreken"},
    "question turn": {
        "en": "At which move did the mood turn, and how did you notice?",
        "nl": "Bij welke zet sloeg de stemming om, en waaraan merkte u dat?",
    },
    "question words": {
        "en": "Which phrase felt unnatural? How would you say it?",
        "nl": "Welke zin voelde onnatuurlijk? Hoe zou u het zeggen?",
    },
    "question care": {
        "en": "Who looks after you after something like this, and what goes into the report?",
        "nl": "Wie vangt u op na zoiets, en wat komt er in de melding?",
    },
    # Cards
    "cards": {"en": "Cards to cut out", "nl": "Kaarten om uit te knippen"},
    "cards hint": {
        "en": "The same for every role-play. Put them within everybody's reach.",
        "nl": "Voor elk rollenspel dezelfde. Leg ze binnen ieders bereik.",
    },
    "stop card": {"en": "STOP", "nl": "STOP"},
    "stop card text": {
        "en": "The play ends at once. Nobody needs to explain why.",
        "nl": "Het spel is meteen afgelopen. Niemand hoeft uit te leggen waarom.",
    },
    "time-out card": {"en": "TIME-OUT", "nl": "TIME-OUT"},
    "time-out card text": {
        "en": "We stand still for a moment. Think, ask for help, then go on or begin again.",
        "nl": "Wij staan even stil. Denk na, vraag om hulp, ga dan verder of begin opnieuw.",
    },
}
