"""What a benchmark found: a table to read, JSON to keep, and whether the bars hold."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

from scripts.bootstrap.places import ROOT

KEPT = ROOT / "var" / "bench"
WHOLE_FROM = 100  # more digits than these would be noise


@dataclass(frozen=True)
class Figure:
    """One line of the table. A figure with a bar misses it above `most` or below `least`."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the bar holds; None without one."""
        if self.most is not None:
            return self.value <= self.most
        if self.least is not None:
            return self.value >= self.least
        return None

    @property
    def bar(self) -> str:
        """The bar in words."""
        if self.most is not None:
            return f"≤ {_shown(self.most)}"
        return "" if self.least is None else f"≥ {_shown(self.least)}"


def tell(bench: str, figures: Sequence[Figure]) -> bool:
    """Prints the table and writes `var/bench/BENCH.json`; gives whether every bar holds."""
    width = max(len(figure.name) for figure in figures)
    print(f"\n{bench}, on {machine()}")
    for figure in figures:
        mark = {True: "ok", False: "MISSED", None: ""}[figure.holds]
        print(
            f"  {figure.name:<{width}}  {_shown(figure.value):>9} {figure.unit:<10}"
            f" {figure.bar:<8} {mark}".rstrip(),
            flush=True,
        )
    _keep(KEPT / f"{bench}.json", figures)
    return all(figure.holds is not False for figure in figures)


def machine() -> str:
    """The size of the machine, for which figures are never independent."""
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {gib:.0f} GiB, Python {platform.python_version()}"


def percentile(values: Sequence[float], of_hundred: int) -> float:
    """The value that so many of a hundred do not exceed."""
    return quantiles(values, n=100, method="inclusive")[of_hundred - 1]


def _keep(file: Path, figures: Sequence[Figure]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "figures": [
            {
                "name": figure.name,
                "value": figure.value,
                "unit": figure.unit,
                "bar": figure.bar,
                "holds": figure.holds,
            }
            for figure in figures
        ],
    }
    file.write_text(json.dumps(kept, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _shown(value: float) -> str:
    return f"{value:,.0f}" if value >= WHOLE_FROM or value == int(value) else f"{value:.2f}"
