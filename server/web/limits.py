"""How often one may knock where passwords are tried or mails are sent.

A whole firm may sit behind one address, so only what went wrong is counted there, and per account.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar, cast

from flask import Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from server.web.world import settings

View = TypeVar("View", bound=Callable[..., Any])

limiter = Limiter(key_func=get_remote_address)


def _account() -> str:
    try:
        given = request.get_json(silent=True)
    except RecursionError:  # nested too deep, as the route itself will say
        given = None
    email = given.get("email", "") if isinstance(given, dict) else ""
    return f"{get_remote_address()} {str(email).lower()[:254]}"


def _wrong(response: Response) -> bool:
    return response.status_code in {401, 404, 422}


def few_wrong(view: View) -> View:
    """So many failures a minute per address and account; successes are free."""
    limit = limiter.limit(
        lambda: f"{settings().wrong_passwords_a_minute} per minute",
        key_func=_account,
        deduct_when=_wrong,
    )
    return cast("View", limit(view))


def few_mails(view: View) -> View:
    """Ten requests an hour per address and account, since each may send a mail."""
    return cast("View", limiter.limit("10 per hour", key_func=_account)(view))
