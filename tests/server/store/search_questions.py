"""Questions about the cards of the demo's sets, and the card that each has to find."""

from __future__ import annotations

from typing import Final

AS_WRITTEN: Final = {
    "smishing": "phi-namen",
    "batna": "sal-batna",
    "sandwich": "fb-sandwich",
    "feedforward": "fb-toekomst",
    "burgerservicenummer": "avg-bsn",
    "payroll system": "sal-promise",
    "guard rail": "wah-rail",
    "blinde vlek": "fb-blinde-vlek",
    "kim scott": "fb-lief",
    "AUTORITEIT persoonsgegevens": "avg-72",
}
OTHER_ENDINGS: Final = {
    "complimenten": "fb-sandwich",
    "toestemmingen": "avg-toestemming",
    "slotjes": "phi-slotje",
    "objections handled": "sal-objection",
    "scaffolds inspected": "wah-seven",
    "bijlagen": "phi-bijlage",
    "rekeningnummers": "phi-rekening",
    "gifts": "sal-gift",
    "nieuwsbrieven": "avg-toestemming",
    "macro's": "phi-bijlage",
}
TYPING_ERRORS: Final = {
    "toestemmign": "avg-toestemming",
    "qiushing": "phi-qr",
    "fraudehelpdeks": "phi-waar-melden",
    "laddr": "wah-check",
    "negotation": "sal-anchor",
    "scafold": "wah-competent",
    "attributiefuot": "fb-toeschrijving",
    "bugerservicenumer": "avg-bsn",
    "complimemt": "fb-waardering",
    "verdachtte mial": "phi-melding",
}
COMPOUNDS: Final = {
    "wachtwoord manager": "phi-manager",
    "inzage verzoek": "avg-inzage",
    "verzoek inzage": "avg-inzage",
    "qrcode": "phi-qr",
    "guardrail": "wah-rail",
    "nummer burgerservice": "avg-bsn",
    "stappen gesprek": "fb-volgorde",
    "smscode": "phi-mfa",
}
IN_WORDS: Final = {
    "hoe meld ik een datalek": "avg-verkeerd",
    "binnen hoeveel uur melden": "avg-72",
    "who checks the ladder": "wah-check",
    "mag ik een kopie van een id-kaart": "avg-minimaal",
    "wat als ik op een link heb geklikt": "phi-geklikt",
    "één maand inzage": "avg-inzage",
    "wind on the roof": "wah-weather",
}
QUESTIONS: Final = {**AS_WRITTEN, **OTHER_ENDINGS, **TYPING_ERRORS, **COMPOUNDS, **IN_WORDS}
