"""What a claim and a outcome cost does not grow with what was sent already: counted in SQLite's own steps (F7)."""

from pathlib import Path
from typing import Any

import aiosqlite
import pytest

from bot.core.mailings.mailings import Audience
from bot.core.mailings.outbox import Outcome, Sent
from bot.storage.db.connect import connect
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.mailings.queueing import Recipients
from tests.clock import ManualClock
from tests.people import subscribe

PEOPLE, BATCH, AUTHOR = 20_000, 50, 9_001


class Steps:
    """Counts what connections do, by the hundred."""

    def __init__(self) -> None:
        self.taken = 0

    async def connect(self, *arguments: Any) -> aiosqlite.Connection:
        """Open a connection as ever, and watch it."""
        connection = await connect(*arguments)
        await connection.set_progress_handler(self._step, 100)
        return connection

    def _step(self) -> int:
        self.taken += 100
        return 0

    def reset(self) -> int:
        taken, self.taken = self.taken, 0
        return taken


async def queue(database: Database, clock: ManualClock) -> int:
    """Confirm a broadcast to everybody and queue them all."""
    rows = BroadcastRepository(database)
    mailing = await rows.begin(AUTHOR, clock.now())
    await rows.confirm(mailing, AUTHOR, "", Audience.ALL, clock.now(), 1)
    await Recipients(database).fill(clock.now())
    return mailing


async def test_a_claim_late_in_a_run_costs_what_an_early_one_costs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, steps = ManualClock(), Steps()
    monkeypatch.setattr("bot.storage.db.sqlite.connect", steps.connect)
    database = await open_database(tmp_path / "bot.db", None, clock)
    async with database.writing() as tx:
        await subscribe(tx, range(1, PEOPLE + 1))
    mailing, outbox = await queue(database, clock), OutboxRepository(database, clock)

    async def batch() -> int:
        steps.reset()
        parcels = await outbox.claim(clock.now(), BATCH)
        assert len(parcels) == BATCH
        await outbox.record([Outcome(parcel, Sent((7,))) for parcel in parcels], clock.now())
        return steps.reset()

    early = await batch()
    async with database.writing() as tx:
        await tx.execute("UPDATE delivery SET state = 2 WHERE person < ?", (PEOPLE * 0.9,))
    late = await batch()
    async with database.writing() as tx:
        await tx.execute("UPDATE mailing SET state = 'cancelled' WHERE id = ?", (mailing,))
        await tx.execute("DELETE FROM delivery WHERE state = 0")
    await queue(database, clock)
    beside_a_cancelled_one = await batch()
    assert late <= 1.2 * early
    assert beside_a_cancelled_one <= 1.2 * early
    await database.close()
