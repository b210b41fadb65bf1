"""`beklijf reminders evaluate`: what picking hours and words for reminders brings."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import click
from fluent.runtime.types import fluent_number

from scheduler.rhythm.evaluation import Estimate
from scheduler.rhythm.replay import LEAST_LEARNERS, Verdict
from server.commands import roof
from server.reminding.evaluate import Evaluation, evaluate
from server.store import scope
from server.texts import LANGUAGES, text


@click.command("evaluate")
@click.option("--organisation", "slug", help="Its short name; else all together.")
@click.option("--language", default="en", type=click.Choice(LANGUAGES), show_default=True)
def evaluate_command(slug: str | None, language: str) -> None:
    """Tells from the ledger what picking hours and words brings, beside an even choice."""
    with roof.session() as session:
        if slug is not None:
            roof.organisation(session, slug)
        with scope.across_organisations(session) if slug is None else nullcontext():
            found = evaluate(session)
        for line in _lines(found, language):
            click.echo(line)


def _lines(found: Evaluation, language: str) -> Iterator[str]:
    yield text("evaluation-reminders", language, reminders=found.reminders)
    yield text("evaluation-hours", language)
    yield from _told(found.hours, language)
    yield text("evaluation-wordings", language)
    yield from _told(found.wordings, language)


def _told(verdict: Verdict | None, language: str) -> Iterator[str]:
    if verdict is None:
        yield "  " + text("evaluation-too-few", language, least=LEAST_LEARNERS)
        return
    of = {"choices": verdict.choices, "learners": verdict.learners}
    yield "  " + text("evaluation-choices", language, **of)
    yield "  " + text("evaluation-picked", language, **_shares(verdict.picked))
    yield "  " + text("evaluation-evenly", language, **_shares(verdict.evenly))
    yield "  " + text("evaluation-today", language, **_shares(verdict.today))


def _shares(estimate: Estimate) -> dict[str, object]:
    shares = {"share": estimate.value, "low": estimate.low, "high": estimate.high}
    return {name: fluent_number(share, **_PER_CENT) for name, share in shares.items()}


_PER_CENT = {"style": "percent", "minimumFractionDigits": 1, "maximumFractionDigits": 1}
