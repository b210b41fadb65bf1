"""What goes wrong is logged without the values it went wrong with."""

from __future__ import annotations

import pytest
import structlog
from sqlalchemy.exc import IntegrityError

from server.web import logs
from tests.server.firm import Firm


def test_an_error_of_the_database_is_logged_without_addresses(
    firm: Firm, capsys: pytest.CaptureFixture[str]
) -> None:
    logs.configure("INFO")
    firm.person("Fatima")
    with pytest.raises(IntegrityError) as caught:
        firm.person("Fatima")
    firm.db.rollback()
    structlog.get_logger().error("request failed", exc_info=caught.value)
    logged = capsys.readouterr().err
    assert "IntegrityError" in logged
    assert "fatima@molenwerk.example" not in logged
