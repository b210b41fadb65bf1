"""Whether the server lives, is ready, and how it fares."""

from __future__ import annotations

from alembic.script import ScriptDirectory
from flask import Flask, Response, jsonify
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest, multiprocess
from prometheus_client import REGISTRY as OWN_PROCESS
from sqlalchemy import text as sql
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from server.store import leader, scope
from server.store.database import MIGRATIONS, db, only_reads
from server.web.metrics import of_database
from server.web.sign_in import open_to_everyone
from server.web.world import settings, things


def install(app: Flask) -> None:
    """Hangs the three pages."""

    @app.get("/healthz")
    @open_to_everyone
    def healthz() -> Response:
        """Alive."""
        return jsonify(status="alive")

    @app.get("/readyz")
    @open_to_everyone
    def readyz() -> Response:
        """Ready: the database answers, its migrations are done, and a clock was seen lately."""
        checks = readiness(db.session())
        response = jsonify(status="ready" if all(checks.values()) else "not ready", **checks)
        response.status_code = 200 if all(checks.values()) else 503
        return response

    @app.get("/metrics")
    @open_to_everyone
    def metrics() -> Response:
        """Figures for Prometheus; they hold no personal data."""
        told = generate_latest(_registry()) + of_database(db.session())
        return Response(told, content_type=CONTENT_TYPE_LATEST)


def readiness(session: Session) -> dict[str, bool]:
    """What the server needs, and whether it has it."""
    checks = {"database": False, "migrations": False, "clock": False}
    try:
        only_reads(session)
        with scope.across_organisations(session):
            version = session.execute(sql("SELECT version_num FROM alembic_version")).scalar()
            checks["database"] = True
            checks["clock"] = not leader.is_silent(session, things().clock.now())
    except SQLAlchemyError:
        session.rollback()
        return checks
    checks["migrations"] = version == ScriptDirectory(str(MIGRATIONS)).get_current_head()
    return checks


def _registry() -> CollectorRegistry:
    if not settings().metrics_dir:
        return OWN_PROCESS
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry, path=settings().metrics_dir)  # type: ignore[no-untyped-call]  # the library has no types here
    return registry
