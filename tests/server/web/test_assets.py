from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from server.app import create_app
from server.config import Settings
from server.web import assets
from tests.fakes.world import World
from tests.support.phone import refused


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built client, as small as can be."""
    for name, text in {
        "app/index.html": "<h1>phone</h1>", "console/index.html": "<h1>console</h1>",
        "app/sw.js": "worker", "app/sw.js.br": "brotli", "app/sw.js.gz": "gzip",
        "app/manifest.webmanifest": "{}", "assets/main-a1b2.js": "main", "../secret.txt": "secret",
    }.items():  # fmt: skip
        file = tmp_path / "dist" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    monkeypatch.setattr(assets, "DIST", tmp_path / "dist")
    return tmp_path / "dist"


@pytest.fixture
def client(tmp_path: Path) -> FlaskClient:
    """A browser; the server needs no database for files."""
    url = f"sqlite:///{tmp_path / 'none.db'}"
    made = Settings(data_dir=tmp_path, database_url=url, secret_key="secret")
    return create_app(made, World().things).test_client()


def fetch(client: FlaskClient, path: str, accept: str = "") -> TestResponse:
    response = client.get(path, headers={"Accept-Encoding": accept})
    response.get_data()
    response.close()
    return response


@pytest.mark.usefixtures("dist")
def test_both_clients_have_their_page(client: FlaskClient) -> None:
    for name in ("app", "console"):
        page = fetch(client, f"/{name}/")
        assert page.mimetype == "text/html"
        assert page.headers["Cache-Control"] == "no-cache"
    assert "console" in fetch(client, "/console/").get_data(as_text=True)


@pytest.mark.usefixtures("dist")
@pytest.mark.parametrize(
    ("accept", "coding", "text"),
    [("br, gzip", "br", "brotli"), ("gzip", "gzip", "gzip"), ("", None, "worker"),
     ("br;q=0, gzip", "gzip", "gzip"), ("zstd", None, "worker")],
)  # fmt: skip
def test_a_file_comes_in_the_best_form_that_lies_ready(
    client: FlaskClient, accept: str, coding: str | None, text: str
) -> None:
    response = fetch(client, "/app/sw.js", accept)
    assert response.get_data(as_text=True) == text
    assert response.headers.get("Content-Encoding") == coding
    assert response.mimetype == "text/javascript"
    assert "Accept-Encoding" in response.headers["Vary"]


@pytest.mark.usefixtures("dist")
def test_a_file_with_its_hash_in_the_name_is_kept_for_a_year(client: FlaskClient) -> None:
    response = fetch(client, "/assets/main-a1b2.js")
    assert response.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert fetch(client, "/app/manifest.webmanifest").mimetype == "application/manifest+json"


@pytest.mark.usefixtures("dist")
def test_what_lies_beside_the_clients_is_not_served(client: FlaskClient) -> None:
    outside = ("/app/../../secret.txt", "/assets/../../secret.txt", "/app/%2e%2e/%2e%2e/secret.txt")
    for path in (*outside, "/app/nothing.js", "/assets/", "/app/index.html/x"):
        assert fetch(client, path).status_code == 404, path


def test_a_client_that_is_not_built_yet_says_how(client: FlaskClient, dist: Path) -> None:
    (dist / "app/index.html").unlink()
    problem = refused(fetch(client, "/app/"), 503)
    assert problem["type"] == "urn:beklijf:problem:not-built"
    assert "scripts/run" in problem["detail"]
