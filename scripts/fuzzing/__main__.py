"""`scripts/fuzz`: changes sound files for some minutes, guided by what the readers then do.

atheris keeps each file that led the readers somewhere new and goes on from there. A file that
raises anything but `Unreadable`, takes longer than `SLOW_S` or more than `MIB` of memory is written
to `var/fuzz` and ends its process; the others go on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from scripts.bootstrap.places import ROOT
from scripts.fuzzing.seeds import seeds

FOLDER = ROOT / "var" / "fuzz"
SLOW_S = 20
MIB = 1024
LONGEST = 20_000


def main() -> int:
    parser = argparse.ArgumentParser(prog="scripts/fuzz", description="Look for bad files.")
    parser.add_argument("--minutes", type=int, default=10)
    end = time.monotonic() + parser.parse_args().minutes * 60
    corpus = _laid_out(FOLDER / "corpus")
    before = set(_found())
    # A file that fells a reader ends its process; the next goes on from what that one has kept.
    while (left := int(end - time.monotonic())) > 0:
        _look(corpus, left)
    new = [file for file in _found() if file not in before]
    for file in new:
        print(f"felled a reader: {file}")
    print(f"{len(new)} files felled a reader; {len(list(corpus.iterdir()))} led somewhere new")
    return 1 if new else 0


def _look(corpus: Path, seconds: int) -> None:
    command = [
        sys.executable, "-m", "scripts.fuzzing.target", str(corpus), f"-max_total_time={seconds}",
        f"-timeout={SLOW_S}", f"-rss_limit_mb={MIB}", f"-max_len={LONGEST}",
        "-print_final_stats=1", f"-artifact_prefix={FOLDER}{os.sep}",
    ]  # fmt: skip
    subprocess.run(command, cwd=ROOT, check=False)


def _laid_out(corpus: Path) -> Path:
    """The folder with the seeds, and all that earlier runs found worth going on from."""
    corpus.mkdir(parents=True, exist_ok=True)
    for name, data in seeds().items():
        (corpus / f"seed-{name.replace(' ', '-')}").write_bytes(data)
    return corpus


def _found() -> list[Path]:
    return [file for file in FOLDER.iterdir() if file.is_file()]


if __name__ == "__main__":
    sys.exit(main())
