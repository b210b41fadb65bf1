"""`scripts/bench lighthouse`: the phone app as Lighthouse sees it on a slow phone, compressed."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import expect, sync_playwright

from scripts.benches import bundle, world
from scripts.benches.figures import Figure, tell
from scripts.benches.firm import EMAIL, PASSWORD
from scripts.bootstrap import node
from scripts.bootstrap.machine import CHROMIUM, found
from scripts.bootstrap.places import WEB
from scripts.bootstrap.telling import step
from tests.servers.chromium import FLAGS
from tests.servers.ports import free_port

LIGHTHOUSE = WEB / "node_modules" / "lighthouse" / "cli" / "index.js"
# Each load is judged by times, and the machine may stutter in one of them.
LOADS = 3
FIRST_LOAD = {"Document", "Script", "Stylesheet"}

Report = dict[str, Any]


def run() -> bool:
    """Measures; gives whether the bars hold."""
    with world.world(copies=1, met=0.6) as made:
        address = f"{made.server.url}/app/"
        folder = made.server.folder
        with step("signed out"), _browser(folder / "signed-out") as debug_port:
            signed_out = _reports(address, debug_port, folder)
        with step("signed in"), _browser(folder / "signed-in", sign_in_at=address) as debug_port:
            # What sign-in left behind stays, or there would be nobody to greet.
            signed_in = _reports(address, debug_port, folder, "--disable-storage-reset")
    fetched = median(bundle.size(_fetched(report), ".gz") for report in signed_out)
    figures = [
        *_figures("signed out", signed_out),
        Figure("signed out, all fetched for the first screen, gzip", fetched, "kB", most=60),
        *_figures("signed in", signed_in),
    ]
    return tell("lighthouse", figures)


@contextlib.contextmanager
def _browser(profile: Path, sign_in_at: str = "") -> Iterator[int]:
    """A Chromium that Lighthouse may drive, after signing in where an address is given."""
    debug_port = free_port()
    flags = [*FLAGS, f"--remote-debugging-port={debug_port}"]
    if os.geteuid() == 0:
        flags.append("--no-sandbox")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch_persistent_context(
            profile, executable_path=found(CHROMIUM), args=flags, locale="nl-NL"
        )
        try:
            if sign_in_at:
                page = browser.new_page()
                page.goto(sign_in_at)
                page.locator("input[type=email]").fill(EMAIL.format(0))
                page.locator("input[type=password]").fill(PASSWORD)
                page.keyboard.press("Enter")
                expect(page.locator("input[type=password]")).to_have_count(0)
                page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
                page.close()
            yield debug_port
        finally:
            browser.close()


def _reports(address: str, debug_port: int, folder: Path, *options: str) -> list[Report]:
    return [_report(address, debug_port, folder / "report.json", *options) for _ in range(LOADS)]


def _report(address: str, debug_port: int, file: Path, *options: str) -> Report:
    done = subprocess.run(
        [
            *node.program(LIGHTHOUSE, address, "--quiet", "--output=json"),
            *(f"--output-path={file}", f"--port={debug_port}"),
            *("--only-categories=performance,accessibility", *options),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"Lighthouse failed:\n{done.stdout}{done.stderr}")
    report: Report = json.loads(file.read_text(encoding="utf-8"))
    return report


def _figures(who: str, reports: list[Report]) -> Iterator[Figure]:
    performance = median(_score(report, "performance") for report in reports)
    yield Figure(f"{who}, performance", performance, "of 100", least=95)
    accessibility = min(_score(report, "accessibility") for report in reports)
    yield Figure(f"{who}, accessibility", accessibility, "of 100", least=100)
    painted = median(_ms(report, "largest-contentful-paint") for report in reports)
    yield Figure(f"{who}, largest paint on a slow phone", painted, "ms")
    blocked = median(_ms(report, "total-blocking-time") for report in reports)
    yield Figure(f"{who}, time that taps wait", blocked, "ms")


def _score(report: Report, category: str) -> float:
    return float(report["categories"][category]["score"]) * 100


def _ms(report: Report, audit: str) -> float:
    return float(report["audits"][audit]["numericValue"])


def _fetched(report: Report) -> list[Path]:
    """The built files behind what the browser asked for, screens loaded on demand included."""
    requests = report["audits"]["network-requests"]["details"]["items"]
    asked = [one["url"] for one in requests if one.get("resourceType") in FIRST_LOAD]
    paths = [urlsplit(url).path.lstrip("/") for url in asked]
    return [bundle.DIST / (f"{path}index.html" if path.endswith("/") else path) for path in paths]
