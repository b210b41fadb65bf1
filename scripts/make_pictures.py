"""Draw docs/pictures/overview.png: the phone app and the console with the demo, side by side.

Run it by hand after the screens have changed, and look at the picture before committing it.

    python -m scripts.make_pictures
"""

from __future__ import annotations

import base64
import re
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize, expect

from scripts.bootstrap import web
from scripts.bootstrap.places import ROOT
from server.demo.cast import PASSWORD
from tests.servers.beklijf import Beklijf
from tests.servers.chromium import chromium, phone

TARGET = ROOT / "docs" / "pictures" / "overview.png"
LAPTOP: ViewportSize = {"width": 1200, "height": 844}
CHOICES = 3  # a statement that is true or not has two
HEIGHT = 560
WIDTH = 1760
SHEET = """<style>
body {{margin: 0; display: flex; width: fit-content; gap: 20px; padding: 24px; background: #e9e3da}}
img {{height: {height}px; border: 1px solid #b9afa2; border-radius: 14px}}
</style><body>{pictures}</body>"""


def main() -> None:
    web.build()
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        server = Beklijf(Path(folder), arguments=("--embedded", "--demo"))
        server.start()
        try:
            pictures = [*_phone(browser, server.url), _console(browser, server.url)]
        finally:
            server.stop()
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_bytes(_beside_each_other(browser, pictures))
    print(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size / 1024:.0f} KiB")


def _phone(browser: Browser, url: str) -> list[bytes]:
    """Today, a question with choices, and its answer."""
    with phone(browser) as context:
        page = context.new_page()
        page.emulate_media(reduced_motion="reduce")
        page.goto(f"{url}/app/")
        _sign_in(page, "learner")
        start = page.get_by_role("button", name=re.compile("^Start"))
        expect(start).to_be_visible()
        today = page.screenshot()
        start.click()
        _up_to_a_choice(page)
        page.get_by_role("radio").first.check()
        question = page.screenshot()
        page.get_by_role("button", name=re.compile("^Zeker")).click()
        expect(page.get_by_role("button", name="Verder")).to_be_visible()
        return [today, question, page.screenshot()]


def _up_to_a_choice(page: Page) -> None:
    """Puts cards off until one has choices."""
    asked = page.get_by_role("heading", level=1)
    expect(page.get_by_role("progressbar")).to_be_visible()
    while page.get_by_role("radio").count() < CHOICES:
        before = asked.inner_text()
        page.get_by_role("button", name="Later vandaag").click()
        expect(asked).not_to_have_text(before)


def _console(browser: Browser, url: str) -> bytes:
    context = browser.new_context(viewport=LAPTOP, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{url}/console/#/insight")
    _sign_in(page, "admin")
    expect(page.get_by_role("table").first).to_be_visible()
    picture = page.screenshot()
    context.close()
    return picture


def _sign_in(page: Page, person: str) -> None:
    page.get_by_label("E-mailadres").fill(f"{person}@demo.example")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Inloggen").click()


def _beside_each_other(browser: Browser, pictures: list[bytes]) -> bytes:
    images = [
        f'<img src="data:image/png;base64,{base64.b64encode(picture).decode()}">'
        for picture in pictures
    ]
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT + 50})
    page.set_content(SHEET.format(height=HEIGHT, pictures="".join(images)))
    return page.locator("body").screenshot()


if __name__ == "__main__":
    main()
