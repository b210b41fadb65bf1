"""Worker processes that leave when the process that started them is gone."""

from __future__ import annotations

import os
import threading
import time

WATCH_S = 0.2


def leave_with_parent() -> None:
    """Ends this process soon after its parent died.

    A killed `beklijf serve` cannot tell its workers; they would go on holding the port, and the
    next start would fail on it.
    """
    parent = os.getppid()

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(WATCH_S)
        os._exit(1)

    threading.Thread(target=watch, name="parent watch", daemon=True).start()
