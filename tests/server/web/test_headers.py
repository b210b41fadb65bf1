from __future__ import annotations

from tests.support.town import Town

PATHS = ("/", "/api/v1/session", "/api/v1/openapi.json", "/api/docs", "/healthz", "/nowhere",
         "/app/nothing.js", "/unsubscribe/x")  # fmt: skip


def test_every_answer_carries_the_safe_headers(town: Town) -> None:
    for path in PATHS:
        headers = town.visit(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy, path
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "Permissions-Policy" in headers
        assert "Set-Cookie" not in headers
        assert "Access-Control-Allow-Origin" not in headers


def test_nothing_of_the_api_is_kept_on_the_way(town: Town) -> None:
    phone = town.phone(town.fatima)
    for path in ("/session", "/me", "/nothing"):
        assert phone.ask("GET", path).headers["Cache-Control"] == "no-store"
    exported = f"/card-sets/{town.firm.card_set().id}/export"
    town.settle()
    with town.phone(town.daan).ask("GET", exported) as response:
        assert (response.status_code, response.headers["Cache-Control"]) == (200, "no-store")


def test_the_bare_address_leads_to_the_app(town: Town) -> None:
    response = town.visit("/")
    assert (response.status_code, response.headers["Location"]) == (302, "/app/")


def test_files_outside_the_client_are_out_of_reach(town: Town) -> None:
    for name in ("../../../etc/passwd", "..%2f..%2fpackage.json", "%2e%2e/package.json", "x\x00y"):
        for folder in ("app", "console", "assets"):
            assert town.visit(f"/{folder}/{name}").status_code == 404, (folder, name)


def test_alive_is_told_without_the_database(town: Town) -> None:
    assert town.visit("/healthz").json == {"status": "alive"}


def test_a_server_whose_clock_is_silent_is_not_ready(town: Town) -> None:
    response = town.visit("/readyz")
    assert response.status_code == 503
    assert response.json == {
        "status": "not ready", "database": True, "migrations": True, "clock": False,
    }  # fmt: skip


def test_counters_hold_nothing_personal(town: Town) -> None:
    town.phone(town.fatima).get("/me")
    response = town.visit("/metrics")
    assert response.status_code == 200
    assert "fatima" not in response.get_data(as_text=True).lower()
