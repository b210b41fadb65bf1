"""Logs as lines of JSON. Tokens, addresses and answers never go in."""

from __future__ import annotations

import logging
import re
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

_DETAIL = re.compile(r"^(\s*DETAIL:).*$", re.MULTILINE)


def configure(level: str) -> None:
    """Sets up structlog for this process."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            without_details,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        # Asked for at each line: what stood there at the start may be closed by then.
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
        cache_logger_on_first_use=False,
    )


def without_details(_logger: WrappedLogger, _name: str, event: EventDict) -> EventDict:
    """Leaves out what PostgreSQL quotes of a row at fault: addresses do not belong in logs."""
    if "exception" in event:
        event["exception"] = _DETAIL.sub(r"\1 left out", str(event["exception"]))
    return event
