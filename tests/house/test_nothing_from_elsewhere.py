"""The project stands by itself: no machine's paths, and no host that packages came from."""

from __future__ import annotations

import re

from tests.house import tree

# In parts, so that this file does not itself name what it forbids.
HOSTS = [
    *(".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"))),
    *(".".join(parts) for parts in (("npmjs", "org"), ("npmjs", "com"), ("yarnpkg", "com"))),
    *(".".join(parts) for parts in (("deb", "debian", "org"), ("security", "debian", "org"))),
]
HOMES = ["/" + home for home in ("root/", "work/", "home/", "Users/")]
# A path begins a word; `web/home/` is no machine's.
ELSEWHERE = re.compile(
    "|".join(
        [*(re.escape(host) for host in HOSTS), *(rf"(?<![\w./}}$]){home}\w" for home in HOMES)]
    )
)
NOT_TEXT = {".apkg", ".gif", ".ico", ".png", ".svgz", ".webp", ".woff2", ".xlsx", ".zip"}


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{tree.name(file)}:{number}: {line.strip()[:120]}"
        for file in tree.files()
        if file.suffix not in NOT_TEXT
        for text in [file.read_bytes().decode(errors="replace")]
        if any(part in text for part in (*HOSTS, *HOMES))  # ten times as fast as the expression
        for number, line in enumerate(text.splitlines(), 1)
        if ELSEWHERE.search(line)
    ]
    assert found == []


def test_no_commit_message_names_a_machine_or_a_registry() -> None:
    messages = tree.git("log", "--format=%h %B")
    assert [line for line in messages.splitlines() if ELSEWHERE.search(line)] == []


def test_the_search_sees_a_path_and_a_host() -> None:
    assert ELSEWHERE.search(f"see {HOMES[0]}notes.txt")
    assert ELSEWHERE.search(f"https://{HOSTS[0]}/simple")
    assert not ELSEWHERE.search("tests/root/x and web/home/y")
