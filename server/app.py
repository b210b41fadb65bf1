"""The roof: reads the settings, picks the real things, and hangs the doors on the house."""

from __future__ import annotations

from flask import Flask
from flask_migrate import Migrate
from flask_smorest import Api
from werkzeug.middleware.proxy_fix import ProxyFix

import mobile_api
from scheduler.policy.programmes import look_in
from server import console_api
from server.adapters import programmes, real
from server.config import Settings
from server.ports import Things
from server.store.database import MIGRATIONS, db, engine_options, prepare
from server.web import (
    assets,
    bodies,
    compression,
    errors,
    health,
    limits,
    logs,
    openapi,
    row_ids,
    sign_in,
    unsubscribe,
)
from server.web.json import OrjsonProvider
from server.web.no_cookies import NoSessions

KIB = 1024
MIB = KIB * KIB


def create_app(settings: Settings, things: Things | None = None) -> Flask:
    """The whole server as a WSGI app. Tests may bring their own things."""
    app = without_doors(settings, things)
    _hang_doors(app, settings)
    return app


def without_doors(settings: Settings, things: Things | None = None) -> Flask:
    """The app of a command or a worker: nobody calls at it, and hanging the doors takes longest."""
    logs.configure(settings.log_level)
    app = Flask("server", static_folder=None)
    app.json = OrjsonProvider(app)
    app.session_interface = NoSessions()
    app.config.update(_flask_config(settings))
    app.extensions["beklijf_settings"] = settings
    app.extensions["beklijf_things"] = things or real.things(settings)
    look_in(programmes.shipped)
    # What stands before us may tell the caller's address, but only as many hops as are set: a
    # header that a caller can write would let each wrong password come from somewhere else.
    hops = settings.proxies
    app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]  # Flask's documented way to wrap
    db.init_app(app)
    with app.app_context():
        prepare(db.engine)
    Migrate(app, db, directory=str(MIGRATIONS))
    return app


def _hang_doors(app: Flask, settings: Settings) -> None:
    limits.install(app, settings.rate_limit_url)
    row_ids.install(app)
    compression.install(app)
    bodies.install(app)
    sign_in.install(app)
    api = Api(app)
    openapi.describe(api)
    for blueprint in (*mobile_api.BLUEPRINTS, *console_api.BLUEPRINTS):
        api.register_blueprint(blueprint)
    for room in (openapi, health, unsubscribe, assets):
        room.install(app)
    errors.install(app)


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key,
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": engine_options(settings.database_url),
        "MAX_CONTENT_LENGTH": settings.upload_mib * MIB,
        bodies.LARGEST_FILE: settings.long_upload_mib * MIB,
        "MAX_FORM_MEMORY_SIZE": MIB,
        "API_TITLE": "Beklijf",
        "API_VERSION": "v1",
        "OPENAPI_VERSION": "3.1.0",
    }
