"""The texts of a new policy, Dutch and English: calm, respectful, short enough to say aloud."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Text = tuple[str, str]  # Dutch, English

# What differs by the channel.
CHANNEL: Final[Mapping[str, Mapping[str, Text]]] = {
    "phone": {
        "who": ("Beller", "Caller"),
        "contact": ("gesprek", "call"),
        "leaves": ("hangt op", "hangs up"),
        "begin": ("Vertelt u mij wat er is gebeurd.", "Please tell me what happened."),
        "insult line": ("Wat zijn jullie toch een prutsers!", "What a bunch of bunglers you are!"),
    },
    "counter": {
        "who": ("Bezoeker", "Visitor"),
        "contact": ("gesprek", "conversation"),
        "leaves": ("loopt weg", "walks away"),
        "begin": ("Vertelt u mij wat er is gebeurd.", "Please tell me what happened."),
        "insult line": ("Wat zijn jullie toch een prutsers!", "What a bunch of bunglers you are!"),
    },
    "messages": {
        "who": ("Afzender", "Sender"),
        "contact": ("gesprek", "exchange"),
        "leaves": ("schrijft niet meer", "writes no more"),
        "begin": ("Wilt u mij schrijven wat er is gebeurd?", "Would you write to me what happened?"),
        "insult line": ("Stelletje prutsers.", "Bunch of bunglers."),
    },
}

TEXTS: Final[Mapping[str, Text]] = {
    "title": ("Een {contact} dat uit de hand kan lopen", "When a {contact} may get out of hand"),
    "emergency": ("Direct gevaar? Bel 112.", "Immediate danger? Call 112."),
    "agent": ("Medewerker", "Agent"),
    "manager": ("Leidinggevende", "Manager"),
    "police": ("Politie", "Police"),
    "at risk": ("mogelijk in gevaar", "possibly in danger"),
    "no": ("nee", "no"),
    "yes": ("ja", "yes"),
    "unknown": ("niet bekend", "not known"),
    "warnings": ("gegeven waarschuwingen", "warnings given"),
    "insults": ("scheldt of beledigt", "swears or insults"),
    "threatens": ("bedreigt iemand", "threatens somebody"),
    "calms down": ("wordt rustig", "calms down"),
    "helped": ("is geholpen", "is helped"),
    "asks for manager": ("vraagt naar de leidinggevende", "asks for the manager"),
    "manager joined": ("leidinggevende neemt over", "manager takes over"),
    "ends contact": ("beëindigt het {contact}", "ends the {contact}"),
    "notify manager": ("leidinggevende inlichten", "inform the manager"),
    "call police": ("politie bellen", "call the police"),
    "write report": ("voorval vastleggen", "record what happened"),
    "in contact": ("In contact", "In contact"),
    "talk": ("Gesprek", "Talk"),
    "listen": ("Luisteren", "Listen"),
    "not this": ("Rustig maar.", "Calm down."),
    "be careful": (
        "Misschien is er gevaar: blijf erbij en vraag waar hulp nodig is.",
        "There may be danger: stay, and ask where help is needed.",
    ),
    "warn": ("Waarschuwen", "Warn"),
    "warn to end": (
        "Ik wil u graag helpen. Als u zo doorgaat, beëindig ik dit {contact}.",
        "I would like to help you. If this goes on, I will end this {contact}.",
    ),
    "warn to hand over": (
        "Ik wil u graag helpen. Als u zo doorgaat, neemt mijn leidinggevende het over.",
        "I would like to help you. If this goes on, my manager will take over.",
    ),
    "warn to wait": (
        "Ik wil u graag helpen. Dat lukt mij alleen als we elkaar rustig aanspreken.",
        "I would like to help you. I can only do so if we speak calmly to each other.",
    ),
    "limit": ("Grens", "Limit"),
    "say end": (
        "Ik beëindig dit {contact} nu. U kunt ons altijd schrijven.",
        "I am ending this {contact} now. You can always write to us.",
    ),
    "say stay": ("Ik blijf bij u. Wat heeft u nu nodig?", "I am staying with you. What do you need now?"),
    "say wait": (
        "Zo kom ik niet verder met u. Zodra het rustiger is, help ik u graag.",
        "I cannot get on like this. As soon as it is calmer, I will gladly help you.",
    ),
    "first warn": (
        "Waarschuw eerst {count} keer, dan pas beëindigen.",
        "Warn {count} times first, only then end it.",
    ),
    "first warn once": ("Waarschuw eerst, dan pas beëindigen.", "Warn first, only then end it."),
    "stay": ("Blijf erbij: er is misschien gevaar.", "Stay: there may be danger."),
    "with manager": ("Bij de leidinggevende", "With the manager"),
    "waiting": ("Wachten op de leidinggevende", "Waiting for the manager"),
    "say waiting": ("Mijn leidinggevende komt zo bij u.", "My manager will be with you in a moment."),
    "manager talks": ("Leidinggevende spreekt", "Manager talks"),
    "say manager": (
        "Ik neem het over van mijn collega. Waarmee kan ik u helpen?",
        "I am taking over from my colleague. How can I help you?",
    ),
    "danger": ("Veiligheid eerst", "Safety first"),
    "say danger": ("Ik meld uw bedreiging.", "I am reporting your threat."),
    "aftercare": ("Nazorg", "Aftercare"),
    "breathe": (
        "Neem een paar minuten om op adem te komen. Praat erover met een collega.",
        "Take a few minutes to catch your breath. Talk about it with a colleague.",
    ),
    "closed": ("Afgesloten", "Closed"),
    # Scenarios.
    "helped title": ("Toch geholpen", "Helped after all"),
    "helped story": (
        "De heer Jansen wacht al een week op antwoord.",
        "Mr Jansen has been waiting for an answer for a week.",
    ),
    "helped goal": ("Rustig de grens stellen", "Set the limit calmly"),
    "helped question": ("Wat maakte de ander rustig?", "What calmed the other down?"),
    "calm line": ("Goed, sorry. Ik ben er gewoon klaar mee.", "All right, sorry. I have simply had enough."),
    "limit title": ("De grens bereikt", "The limit is reached"),
    "limit story": (
        "Mevrouw Bakker kreeg twee keer een verkeerde rekening.",
        "Mrs Bakker got a wrong bill twice.",
    ),
    "limit goal": ("Zeggen wat er volgt, en dat ook doen", "Say what will follow, and do it"),
    "limit question": ("Waar had dit nog kunnen keren?", "Where could this still have turned?"),
    "threat title": ("Een bedreiging", "A threat"),
    "threat story": (
        "De heer De Wit zegt dat hij weet waar u werkt.",
        "Mr De Wit says that he knows where you work.",
    ),
    "threat goal": ("Veiligheid vóór alles", "Safety before everything"),
    "threat question": ("Wie was er voor u na afloop?", "Who was there for you afterwards?"),
    "threat line": ("Ik weet u te vinden!", "I know where to find you!"),
    "manager title": ("Naar de leidinggevende", "To the manager"),
    "manager story": (
        "Mevrouw Smit wil alleen nog de leidinggevende spreken.",
        "Mrs Smit wants to speak to nobody but the manager.",
    ),
    "manager goal": ("Goed overdragen", "Hand over well"),
    "manager question": ("Wat moest de leidinggevende weten?", "What did the manager need to know?"),
    "risk title": ("Misschien in gevaar", "Possibly in danger"),
    "risk story": (
        "De heer Visser scheldt, en op de achtergrond roept iemand om hulp.",
        "Mr Visser swears, and in the background somebody calls for help.",
    ),
    "risk goal": ("Erbij blijven", "Stay"),
    "risk question": ("Wat zei u om erbij te blijven?", "What did you say to stay?"),
}
