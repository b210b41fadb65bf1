"""How often one may knock where passwords are tried or mails are sent.

A whole firm may sit behind one address, so only what went wrong is counted there, and per account.
The few routes that are limited count for themselves: a hook on the app would look at every
request there is.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from flask import Flask, current_app, request
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import HTTPException, TooManyRequests

from server.web.errors import Problem
from server.web.world import settings

View = TypeVar("View", bound=Callable[..., Any])

EXTENSION = "beklijf_limiter"
MAILS_AN_HOUR = 10
WRONG = frozenset({401, 404, 422})


def install(app: Flask, storage_url: str) -> None:
    """Gives the app its counters; `memory://` counts in this process alone."""
    app.extensions[EXTENSION] = FixedWindowRateLimiter(storage_from_string(storage_url))


def few_wrong(view: View) -> View:
    """So many failures a minute per address and account; successes are free."""

    @wraps(view)
    def guarded(*given: Any, **named: Any) -> Any:
        limit = RateLimitItemPerMinute(settings().wrong_passwords_a_minute)
        if not _limiter().test(limit, *_who()):
            raise _too_many(limit)
        try:
            return view(*given, **named)
        except (Problem, HTTPException) as error:
            if _status(error) in WRONG:
                _limiter().hit(limit, *_who())
            raise

    return cast("View", guarded)


def few_mails(view: View) -> View:
    """Ten requests an hour per address and account, since each may send a mail."""

    @wraps(view)
    def guarded(*given: Any, **named: Any) -> Any:
        limit = RateLimitItemPerHour(MAILS_AN_HOUR)
        if not _limiter().hit(limit, *_who()):
            raise _too_many(limit)
        return view(*given, **named)

    return cast("View", guarded)


def _limiter() -> FixedWindowRateLimiter:
    return cast("FixedWindowRateLimiter", current_app.extensions[EXTENSION])


def _who() -> tuple[str, str, str]:
    try:
        given = request.get_json(silent=True)
    except RecursionError:  # nested too deep, as the route itself will say
        given = None
    email = given.get("email", "") if isinstance(given, dict) else ""
    return request.endpoint or "", request.remote_addr or "", str(email).lower()[:254]


def _too_many(limit: RateLimitItem) -> TooManyRequests:
    return TooManyRequests(retry_after=limit.get_expiry())


def _status(error: Problem | HTTPException) -> int | None:
    return error.status if isinstance(error, Problem) else error.code
