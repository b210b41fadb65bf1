"""A start on a machine that lacks something says what, and how to mend it."""

from __future__ import annotations

import os
import socket
import subprocess
from pathlib import Path

from tests.house.tree import ROOT


def test_a_taken_port_is_told_before_anything_is_installed() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = _script("run", "--port", str(port))
    assert done.returncode == 1
    assert f"--port {port + 1}" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    for tool in ("sh", "dirname"):
        (tmp_path / tool).symlink_to(Path("/bin" if tool == "sh" else "/usr/bin") / tool)
    done = _script("test", "fast", path=tmp_path)
    assert done.returncode == 1
    assert "Python 3.11 or newer" in done.stderr


def _script(
    name: str, *arguments: str, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run it as from an empty environment."""
    return subprocess.run(
        [ROOT / "scripts" / name, *arguments],
        env={"PATH": str(path or os.environ["PATH"])},
        cwd="/",
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
