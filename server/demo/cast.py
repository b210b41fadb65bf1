"""The people of the demo: invented, and simulated except for the four who can sign in."""

from __future__ import annotations

from dataclasses import dataclass

from server.store.people import Role

ORGANISATION = "Demo BV"
SLUG = "demo"
PASSWORD = "beklijf-demo"  # noqa: S105 # printed at each start; the demo holds nothing to protect
TEAMS = ("Kantoor", "Buitendienst")
OFFICE, FIELD = TEAMS


@dataclass(frozen=True, slots=True)
class Part:
    """One person. The habits of the simulated ones are below.

    `diligence`: the chance, 0 to 1, of practising on a working day. `ability`: how long memory
    lasts, 1 for the average. `candour`: the chance of admitting doubt. `leaves_after`: the share
    of the term after which the person gives up.
    """

    name: str
    team: str | None
    role: Role = Role.LEARNER
    sign_in: str = ""
    language: str = "nl"
    time_zone: str = "Europe/Amsterdam"
    diligence: float = 0.65
    ability: float = 1.0
    candour: float = 0.6
    leaves_after: float = 1.0
    is_away: bool = False

    @property
    def email(self) -> str:
        """The address: a name that is reserved and leads nowhere."""
        return f"{self.sign_in or self.name.lower().replace(' ', '.')}@demo.example"


LEARNER = Part("Fatima Haddou", OFFICE, sign_in="learner", diligence=0.85, ability=1.1)

STAFF = (
    Part("Daan Westerhof", None, Role.TRAINER, sign_in="trainer"),
    Part("Marit Oldenkamp", FIELD, Role.MANAGER, sign_in="manager"),
    Part("Noor Zandstra", None, Role.ADMIN, sign_in="admin"),
)

# Alternately of both teams, so that a smaller demo keeps two of them.
LEARNERS = (
    LEARNER,
    Part("Bram Hoekzema", FIELD, diligence=0.72, ability=0.9),
    Part("Anouk Terwolde", OFFICE, diligence=0.8, ability=1.2),
    Part("Deniz Aydinli", FIELD, diligence=0.58, ability=0.95),
    Part("Chantal Woudstra", OFFICE, diligence=0.66),
    Part("Gerrit Schuilenga", FIELD, diligence=0.75, ability=0.7, candour=0.4),
    Part("Emma Lodderick", OFFICE, diligence=0.62, ability=1.15),
    Part("Oliver Pembrook", FIELD, language="en", time_zone="Europe/London", diligence=0.7),
    Part("Ilse Brouwerius", OFFICE, diligence=0.55, ability=0.85),
    Part("Jeroen Kampstra", FIELD, diligence=0.6, ability=1.05),
    Part("Grace Whitlowe", OFFICE, language="en", time_zone="Europe/London", diligence=0.78),
    Part("Kofi Ansahene", FIELD, diligence=0.68, ability=1.1),
    Part("Hanna Veldhuizer", OFFICE, diligence=0.82, ability=1.0, candour=0.8),
    Part("Lotte Meerdink", FIELD, diligence=0.5, ability=0.9),
    Part("Sanne Rietbergen", OFFICE, diligence=0.7, is_away=True),
    Part("Niels Overgoor", FIELD, diligence=0.55, ability=0.8, leaves_after=0.3),
    Part("Priya Ramanath", OFFICE, language="en", time_zone="Asia/Kolkata", diligence=0.74),
    Part("Rachid Belkasmi", FIELD, diligence=0.64, ability=1.0),
    Part("Thijs Vonkeman", OFFICE, diligence=0.48, ability=0.95, candour=0.3),
    Part("Tomasz Wronecki", FIELD, language="en", time_zone="Europe/Warsaw", diligence=0.66),
    Part("Yara Nijenkamp", OFFICE, diligence=0.6, ability=1.25),
    Part("Wouter Dijkhof", FIELD, diligence=0.63, ability=0.85),
    Part("Joana Marvela", OFFICE, language="en", time_zone="Europe/Lisbon", diligence=0.69),
)

NEWCOMER = Part("Mila Overveldt", None)
