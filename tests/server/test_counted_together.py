"""Several processes of one machine add up what they count."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry, multiprocess

COUNTS = "import server.cli; from server.jobs import metrics; metrics.model_checked('off')"


@pytest.mark.servers
def test_what_two_processes_count_is_added_up(tmp_path: Path) -> None:
    folder = tmp_path / "metrics"
    environment = {**os.environ, "BEKLIJF_METRICS_DIR": str(folder)}
    for _ in range(2):
        subprocess.run([sys.executable, "-c", COUNTS], env=environment, check=True)
    registry = CollectorRegistry()
    multiprocess.MultiProcessCollector(registry, path=str(folder))  # type: ignore[no-untyped-call]  # the library has no types here
    assert registry.get_sample_value("beklijf_model_checks_total", {"verdict": "off"}) == 2
