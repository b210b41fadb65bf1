"""What a child process that meets uploads does first: it gives away what it could do harm with."""

from __future__ import annotations

import contextlib
import resource


def confine(most_bytes: int, seconds: int) -> None:
    """From here on no more memory and time than this, and not a byte into any file."""
    bounds = {
        resource.RLIMIT_AS: most_bytes,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
    }
    for kind, most in bounds.items():
        _, ceiling = resource.getrlimit(kind)
        # macOS refuses a bound on memory; there the bound on time has to do.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (most, ceiling))
