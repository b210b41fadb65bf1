"""Debian's packages, installed when we are root on a machine that has apt."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence

from scripts.bootstrap.telling import Trouble, must, step

# In an empty environment PATH may lack the folders in which dpkg looks for its helpers.
SYSTEM_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

ENVIRONMENT = {
    "PATH": SYSTEM_PATH,
    "DEBIAN_FRONTEND": "noninteractive",
    "LC_ALL": "C.UTF-8",
    "RUNLEVEL": "1",  # a freshly installed server must not start itself: tests start their own
}

REMEDY = "Check the network and Debian's package sources, then start again."


def install(packages: Sequence[str], why: str) -> None:
    """Install packages; without the right to, raise Trouble that names them."""
    if os.geteuid() != 0 or shutil.which("apt-get", path=SYSTEM_PATH) is None:
        raise Trouble(
            f"{why}: please install {', '.join(packages)} "
            f"(on Debian or Ubuntu: sudo apt-get install {' '.join(packages)})."
        )
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    with step(f"{why}: installing {', '.join(packages)}"):
        must([*apt, "update"], REMEDY, environment=ENVIRONMENT)
        must(
            [*apt, "install", "-y", "--no-install-recommends", *packages],
            REMEDY,
            environment=ENVIRONMENT,
        )
