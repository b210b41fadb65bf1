"""What an import tells, as plain JSON that can be kept; the sentences come when somebody reads it.

So a report that Daan's upload left behind is English to Noor.
"""

from __future__ import annotations

from typing import Any

from content.exchange.reading import Problem, Unreadable
from server.teaching import saying
from server.teaching.import_set import Report
from server.teaching.matching import Line


def kept(report: Report) -> dict[str, Any]:
    """The report of an import that was done, tried or refused by row."""
    return {
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "skipped": report.skipped,
        "problems": [_kept(one) for one in report.problems],
        "notes": [_kept(one) for one in report.notes],
        "counted": report.counted,
        "preview": [_row(line) for line in report.preview],
    }


def kept_refusal(unfit: Unreadable) -> dict[str, Any]:
    """The report of a file that could not be read as a whole."""
    return {"unreadable": unfit.code, "values": dict(unfit.values)}


def shown(report: dict[str, Any], language: str, *, dry_run: bool) -> dict[str, Any]:
    """A kept report in the reader's language."""
    if "unreadable" in report:
        unfit = Unreadable(report["unreadable"], report["values"])
        whole = {
            "where": saying.whole_file(language),
            "message": saying.sentence(unfit, language),
            "row": None,
            "column": None,
        }
        empty = {"created": 0, "updated": 0, "unchanged": 0, "skipped": 0}
        return {**empty, "problems": [whole], "notes": [], "dry_run": dry_run, "preview": []}
    counted = report["counted"]
    return {
        **report,
        "problems": [_told(one, counted, language) for one in report["problems"]],
        "notes": [_told(one, counted, language) for one in report["notes"]],
        "dry_run": dry_run,
    }


def _kept(one: Problem) -> dict[str, Any]:
    return {
        "code": one.code,
        "row": one.row,
        "column": one.column,
        "values": dict(one.values),
        "item": one.item,
    }


def _told(kept_problem: dict[str, Any], counted: Any, language: str) -> dict[str, Any]:
    one = Problem(**kept_problem)
    message = saying.sentence(one, language)
    where = saying.place(one, language, counted)
    return {"where": where, "message": message, "row": one.row, "column": one.column}


def _row(line: Line) -> dict[str, Any]:
    variant_id = line.target.id if line.draft.variant_of and line.target else None
    return {
        "row": line.draft.row,
        "status": line.status,
        "topic": line.draft.topic,
        "face": {"variant_id": variant_id, **line.face},
        "before": line.before and {"variant_id": variant_id, **line.before},
    }
