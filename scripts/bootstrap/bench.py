"""`scripts/bench`: from a bare checkout to figures."""

from __future__ import annotations

import os
import sys

from scripts.bootstrap import machine, packages, web
from scripts.bootstrap.alone import alone_in
from scripts.bootstrap.places import ROOT, module
from scripts.bootstrap.telling import run


def main() -> int:
    with alone_in(ROOT):
        packages.install(packages.TEST)
        web.build()
        machine.have_servers_and_browser()
    command = module("scripts.benches", *sys.argv[1:])
    os.execv(command[0], command)  # noqa: S606 - becomes the benchmark: no shell between


if __name__ == "__main__":
    run(main)
