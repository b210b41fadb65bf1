"""The same SQL without a server: what the database alone does with reviews."""

from __future__ import annotations

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from scripts.benches.firm import Firm
from tests.servers.ports import LOOPBACK
from tests.servers.postgres import OWNER, Cluster

# The columns and conditions are those of server.store.card_memory and server.store.reviews.
CHOOSE = """\
\\set person random(:first_person, :last_person)
\\set card random(:first_card, :last_card)
"""
ONE_REVIEW = """\
SELECT * FROM card_memory
    WHERE organisation_id = 1 AND person_id = :person AND card_id = :card;
UPDATE card_memory
    SET stability = 12.5, difficulty = 5.5, first_study_day = current_date - 20,
        last_study_day = current_date, reviews = 5, lapses = 1, correct_run = 2,
        due_on = current_date + 12, last_review_at = now(), changed_at = now()
    WHERE organisation_id = 1 AND person_id = :person AND card_id = :card;
INSERT INTO reviews
    (organisation_id, person_id, id, card_id, rating, score, answer, confidence,
     reviewed_at, received_at, study_day, aims, took_ms)
    VALUES (1, :person, gen_random_uuid(), :card, 3, 1.0, '[2]', 'sure',
     now(), now(), current_date, 'readiness:0.9', 4200);
"""


@dataclass(frozen=True)
class Pgbench:
    """Runs against a copy of the database, so that the log measured elsewhere stays its own."""

    cluster: Cluster
    database: str
    firm: Firm
    clients: int

    def reviews_per_second(self, per_transaction: int, seconds: int) -> float:
        """So many reviews in one transaction, over and over. Each is three statements."""
        one = CHOOSE + "BEGIN;\n" + ONE_REVIEW
        others = (CHOOSE + ONE_REVIEW) * (per_transaction - 1)
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder, "script.sql")
            script.write_text(f"{one}{others}COMMIT;\n", encoding="ascii")
            return self._transactions_per_second(script, seconds) * per_transaction

    def _transactions_per_second(self, script: Path, seconds: int) -> float:
        people = [learner.id for learner in self.firm.learners]
        cards = [card.card_id for card in self.firm.cards]
        ranges = {
            "first_person": min(people), "last_person": max(people),
            "first_card": min(cards), "last_card": max(cards),
        }  # fmt: skip
        done = subprocess.run(
            [
                *(self.cluster.binaries / "pgbench", "--no-vacuum", "--protocol=prepared"),
                *(f"--define={name}={value}" for name, value in ranges.items()),
                *(f"--client={self.clients}", "--jobs=2", f"--time={seconds}"),
                *(f"--file={script}", f"--host={LOOPBACK}", f"--port={self.cluster.port}"),
                *(f"--username={OWNER}", self.database),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        found = re.search(r"^tps = ([\d.]+)", done.stdout, re.MULTILINE)
        if done.returncode or found is None:
            raise RuntimeError(f"pgbench failed:\n{done.stdout}{done.stderr}")
        return float(found[1])
