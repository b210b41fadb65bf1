"""How many SQL statements a route sends, counted where they leave for the database."""

from __future__ import annotations

from sqlalchemy import event

from scripts.benches.world import World
from server.app import create_app
from server.store.database import db


def of_session(made: World) -> int:
    """The most statements that `GET /session` sends, over all learners.

    Counted in a second app on the same database, because the server's are in another process.
    """
    app = create_app(made.settings)
    client = app.test_client()
    sent: list[str] = []
    with app.app_context():
        event.listen(db.engine, "before_cursor_execute", lambda *call: sent.append(call[2]))
    counts = []
    for learner in made.firm.learners:
        sent.clear()
        client.get("/api/v1/session", headers={"Authorization": f"Bearer {learner.token}"})
        counts.append(len(sent))
    with app.app_context():
        db.engine.dispose()
    return max(counts)
