"""The phone app as a learner uses it: what can be seen and tapped, by role and name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.servers.waiting import until

GREETING = {"nl": "Goede", "en": "Good"}
RIGHT_CHOICE = "De leidinggevende bellen"

NOTHING_WAITS = """() => new Promise((done, fail) => {
    const opening = indexedDB.open("beklijf");
    opening.onerror = () => fail(opening.error);
    opening.onsuccess = () => {
        const waiting = opening.result.transaction("outbox").objectStore("outbox").count();
        waiting.onsuccess = () => {
            opening.result.close();
            done(waiting.result === 0);
        };
    };
})"""


@dataclass
class PhoneApp:
    """One page of the app, on a Dutch phone; `language` is that of its learner."""

    page: Page
    language: str = "nl"

    def accept(self, link: str, password: str) -> None:
        """Follows an invitation; Today shows when the cards of the coming week are on the phone."""
        self.page.goto(link)
        self.page.get_by_label("Wachtwoord").fill(password)
        with self.page.expect_response("**/api/v1/changes*"):
            self.button("Begin").click()
        expect(self.heading("Goede")).to_be_visible()

    def sign_in(self, url: str, email: str, password: str) -> None:
        """Ends on Today, with the cards of the coming week on the phone."""
        self.page.goto(f"{url}/app/")
        self.page.get_by_label("E-mailadres").fill(email)
        self.page.get_by_label("Wachtwoord").fill(password)
        with self.page.expect_response("**/api/v1/changes*"):
            self.button("Inloggen").click()
        expect(self.heading(GREETING[self.language])).to_be_visible()

    def works_offline(self) -> None:
        """Waits until the app would open without a network."""
        self.page.wait_for_function("() => navigator.serviceWorker.ready.then(() => true)")

    def has_sent_everything(self) -> None:
        """Waits until the phone knows that its answers arrived, which is after they did."""
        until(lambda: self.page.evaluate(NOTHING_WAITS))

    def place(self, name: str, title: str | None = None) -> None:
        self.page.get_by_role("navigation").get_by_role("link", name=name).click()
        expect(self.page.get_by_role("heading", level=1, name=title or name)).to_be_visible()

    def start(self) -> None:
        self.page.get_by_role("button", name=re.compile("^Start")).click()

    def five_more(self) -> None:
        self.button("Nog 5?").click()

    def answer(self) -> None:
        """Answers the card on the screen rightly, up to where the next one can be asked."""
        show = self.button("Toon antwoord")
        choice = self.page.get_by_role("radio", name=RIGHT_CHOICE)
        expect(show.or_(choice)).to_be_visible()
        if show.is_visible():
            show.click()
            self.page.get_by_role("button", name=re.compile("^Wist ik")).click()
        else:
            choice.check()
            self.page.get_by_role("button", name=re.compile("^Zeker")).click()
            expect(self.heading("Goed")).to_be_visible()

    def go_on(self) -> None:
        """To the next card, where the verdict still stands."""
        if self.button("Verder").is_visible():
            self.button("Verder").click()

    def undo_last(self) -> None:
        """Takes the last answer back, at the top or in the line that told it was noted."""
        self.button("Maak ongedaan").or_(self.button("Ongedaan")).first.click()
        expect(self.says("Ongedaan gemaakt")).to_be_visible()
        expect(self.page.get_by_role("progressbar")).to_be_visible()

    def progress(self, finished: int, total: int) -> Locator:
        return self.page.get_by_role("progressbar", name=f"{finished} van {total} kaarten klaar")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def heading(self, name: str) -> Locator:
        return self.page.get_by_role("heading", name=name)

    def says(self, text: str) -> Locator:
        return self.page.get_by_role("status").filter(has_text=text)
