"""Has all processes of a machine count in one folder, where `BEKLIJF_METRICS_DIR` names one.

The library looks for its folder when it is first imported, so this comes before.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

OURS: Final = "BEKLIJF_METRICS_DIR"
THE_LIBRARYS: Final = "PROMETHEUS_MULTIPROC_DIR"

if os.environ.get(OURS):
    Path(os.environ[OURS]).mkdir(parents=True, exist_ok=True)
    os.environ[THE_LIBRARYS] = os.environ[OURS]
