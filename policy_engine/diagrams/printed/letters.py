"""Words of the model letters. What stands in brackets is filled in by whoever sends the letter."""

from __future__ import annotations

from policy_engine.diagrams.printed import Words

WORDS: Words = {
    "model": {
        "en": "Model letter. Fill in what stands in brackets, leave out what does not apply, and have a "
        "second person read it before it is sent.",
        "nl": "Modelbrief. Vul in wat tussen haken staat, schrap wat niet van toepassing is en laat een "
        "tweede persoon meelezen voordat u de brief verstuurt.",
    },
    "footer": {"en": "model letter", "nl": "modelbrief"},
    "sender": {"en": "[organisation, address]", "nl": "[organisatie, adres]"},
    "name": {"en": "[name]", "nl": "[naam]"},
    "address": {"en": "[address]", "nl": "[adres]"},
    "town": {"en": "[postcode and town]", "nl": "[postcode en plaats]"},
    "place": {"en": "[place], [date]", "nl": "[plaats], [datum]"},
    "reference": {"en": "Our reference: [number]", "nl": "Ons kenmerk: [nummer]"},
    "subject": {"en": "Subject: ", "nl": "Betreft: "},
    "dear": {"en": "Dear [name],", "nl": "Geachte [heer/mevrouw] [naam],"},
    "yours": {"en": "Yours sincerely,", "nl": "Met vriendelijke groet,"},
    "signature": {"en": "[name and position]", "nl": "[naam en functie]"},
    # A warning
    "warning": {"en": "warning after our contact of [date]", "nl": "waarschuwing na ons contact op [datum]"},
    "warning 1": {
        "en": "On [date] at about [time] you spoke with a member of our staff by telephone about [matter].",
        "nl": "Op [datum] rond [tijd] sprak u telefonisch met een medewerker van ons over [onderwerp].",
    },
    "warning 2": {
        "en": "In that call you said, among other things: “[exact words]”. You were asked [number] times to "
        "change your tone. You did not do so, and the call was ended.",
        "nl": "In dat gesprek zei u onder meer: “[letterlijke woorden]”. U is [aantal] keer gevraagd uw "
        "toon aan te passen. Dat deed u niet, en het gesprek is beëindigd.",
    },
    "warning 3": {
        "en": "You may be angry about what happened to you. We do not accept that our staff are insulted or "
        "threatened. With this letter we ask you to keep to that.",
        "nl": "U mag boos zijn over wat u is overkomen. Wij aanvaarden niet dat onze medewerkers worden "
        "uitgescholden of bedreigd. Met deze brief vragen wij u zich daaraan te houden.",
    },
    "warning 4": {
        "en": "If it happens again, we may limit the ways in which you can reach us. Threats are reported "
        "to the police.",
        "nl": "Gebeurt het opnieuw, dan kunnen wij de manieren beperken waarop u ons kunt bereiken. "
        "Bedreigingen melden wij bij de politie.",
    },
    "warning 5": {
        "en": "Your question itself is still being dealt with. [Name] will let you know more before [date]. "
        "Do you remember it differently? Write to us before [date]; we will read it carefully.",
        "nl": "Uw vraag zelf blijft in behandeling. [Naam] laat u voor [datum] meer weten. Herinnert u zich "
        "het anders? Schrijf ons voor [datum]; wij lezen het zorgvuldig.",
    },
    # A restriction
    "restriction": {"en": "restriction of contact", "nl": "beperking van het contact"},
    "restriction 1": {
        "en": "On [date] we wrote to you about the way in which you spoke to our staff. On [date] the "
        "following happened: [facts, and the exact words].",
        "nl": "Op [datum] schreven wij u over de manier waarop u onze medewerkers te woord stond. Op "
        "[datum] gebeurde het volgende: [feiten, en de letterlijke woorden].",
    },
    "restriction 2": {
        "en": "That is why we restrict our contact from [date] to [date].",
        "nl": "Daarom beperken wij het contact van [datum] tot en met [datum].",
    },
    "restriction 3": {
        "en": "In that time you reach us only in this way: [by letter / by e-mail / through one fixed "
        "contact: name, number, hours]. Calls to other numbers will be ended at once.",
        "nl": "In die tijd bereikt u ons alleen zo: [per brief / per e-mail / via één vaste contactpersoon: "
        "naam, nummer, uren]. Gesprekken op andere nummers beëindigen wij meteen.",
    },
    "restriction 4": {
        "en": "What you are entitled to remains. Urgent matters are always dealt with: [how].",
        "nl": "Waar u recht op hebt, blijft gelden. Spoedeisende zaken behandelen wij altijd: [hoe].",
    },
    "restriction 5": {
        "en": "Before [date] we will look at this decision again, and we will invite you for it. Do you "
        "disagree? Then write to [name and address] within [number] weeks.",
        "nl": "Voor [datum] bekijken wij dit besluit opnieuw, en daarvoor nodigen wij u uit. Bent u het er "
        "niet mee eens? Schrijf dan binnen [aantal] weken aan [naam en adres].",
    },
    # An invitation to a review
    "review": {
        "en": "invitation to a talk about our contact",
        "nl": "uitnodiging voor een gesprek over ons contact",
    },
    "review 1": {
        "en": "Since [date] our contact with you has been restricted. We said that we would look at this "
        "again together with you.",
        "nl": "Sinds [datum] is het contact met u beperkt. Wij zeiden toe dit samen met u opnieuw te "
        "bekijken.",
    },
    "review 2": {
        "en": "We invite you for a talk on [date] at [time], [place / by telephone]. You will speak with "
        "[name and position]. You may bring somebody.",
        "nl": "Wij nodigen u uit voor een gesprek op [datum] om [tijd], [plaats / telefonisch]. U spreekt "
        "met [naam en functie]. U mag iemand meenemen.",
    },
    "review 3": {
        "en": "We would like to hear from you how you look back on it, what you need from us, and what we "
        "can agree on. Then we decide whether the restriction ends.",
        "nl": "Wij horen graag van u hoe u erop terugkijkt, wat u van ons nodig hebt en wat wij kunnen "
        "afspreken. Daarna beslissen wij of de beperking eindigt.",
    },
    "review 4": {
        "en": "Does this moment not suit you? Tell [name] before [date], through [number or address]. If we "
        "hear nothing, we decide without the talk and write to you about it.",
        "nl": "Schikt dit moment niet? Laat het [naam] voor [datum] weten, via [nummer of adres]. Horen wij "
        "niets, dan beslissen wij zonder gesprek en schrijven wij u daarover.",
    },
    # The end of a restriction
    "lifting": {"en": "end of the restriction of contact", "nl": "einde van de beperking van het contact"},
    "lifting 1": {
        "en": "On [date] we restricted our contact with you. [On (date) we talked about it.]",
        "nl": "Op [datum] beperkten wij het contact met u. [Op (datum) spraken wij u daarover.]",
    },
    "lifting 2": {
        "en": "The restriction ends on [date]. From then on you can reach us in the usual ways: [telephone, "
        "counter, e-mail, hours].",
        "nl": "De beperking eindigt op [datum]. Vanaf dan bereikt u ons weer op de gewone manieren: "
        "[telefoon, balie, e-mail, uren].",
    },
    "lifting 3": {
        "en": "We agreed on the following: [agreements]. We trust that our contact will go well.",
        "nl": "Wij spraken het volgende af: [afspraken]. Wij vertrouwen erop dat het contact goed verloopt.",
    },
    "lifting 4": {
        "en": "The note in your file is removed on [date]. Do you have questions? [Name] is glad to answer "
        "them on [number].",
        "nl": "De aantekening in uw dossier verwijderen wij op [datum]. Hebt u vragen? [Naam] beantwoordt "
        "ze graag op [nummer].",
    },
}
