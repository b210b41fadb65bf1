"""The console as trainers and admins use it: what can be seen and clicked, by role and name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import FilePayload, Locator, Page, expect


@dataclass
class ConsoleApp:
    """One page of the console, in Dutch."""

    page: Page
    url: str

    def sign_in(self, email: str, password: str) -> None:
        self.page.goto(f"{self.url}/console/")
        self.page.get_by_label("E-mailadres").fill(email)
        self.page.get_by_label("Wachtwoord").fill(password)
        self.button("Inloggen").click()
        expect(self.page.get_by_role("navigation", name="Hoofdmenu")).to_be_visible()

    def go(self, place: str) -> None:
        menu = self.page.get_by_role("navigation", name="Hoofdmenu")
        menu.get_by_role("link", name=place).click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text(place)

    def make_set(self, title: str) -> None:
        """Ends on the page where a file can be chosen."""
        self.go("Sets")
        self.page.get_by_role(
            "button", name=re.compile("Nieuwe set|Maak je eerste set")
        ).first.click()
        self.page.get_by_role("textbox", name="Titel").fill(title)
        self.button("Maak de set").click()
        expect(self.heading(title)).to_be_visible()

    def choose(self, file: FilePayload) -> None:
        with self.page.expect_file_chooser() as chooser:
            self.page.get_by_text(re.compile("Kies een (ander )?bestand")).click()
        chooser.value.set_files([file])

    def problems(self) -> list[list[str]]:
        """The rows of the table of problems, cell by cell."""
        table = self.page.get_by_role("table", name="Problemen")
        expect(table).to_be_visible()
        rows = table.locator("tbody").get_by_role("row").all()
        return [[cell.inner_text() for cell in row.locator("th, td").all()] for row in rows]

    def release(self) -> None:
        self.page.get_by_role("link", name="Breng uit").click()
        self.button("Breng deze versie uit").click()
        expect(self.heading("Versie 1 is uit")).to_be_visible()

    def make_campaign(self, title: str, course: str) -> None:
        """From the page of the release, which chose the set already."""
        self.page.get_by_role("link", name="Maak een campagne met deze set").click()
        self.page.get_by_label("Naam van de campagne").fill(title)
        self.page.get_by_label("Training", exact=True).fill(course)
        self.page.get_by_label("Eerste oefendag").fill(
            self.page.get_by_label("Datum van de training").input_value()
        )
        self.button("Maak de campagne").click()
        expect(self.heading("Mensen uitnodigen")).to_be_visible()

    def invite(self, pasted: str, count: int) -> None:
        self.page.get_by_label("Adressen").fill(pasted)
        self.button(f"Nodig {count} mensen uit").click()
        expect(self.heading(f"{count} mensen doen nu mee")).to_be_visible()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name)
