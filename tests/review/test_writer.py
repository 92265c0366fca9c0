"""The one writer must survive whatever happens between BEGIN and the end of COMMIT."""

import asyncio

import pytest
import sqlcipher3

from tests.storage.conftest import Store, store

__all__ = ["store"]

INSERT = "INSERT INTO meta (name, value) VALUES (?, 'x')"


async def write(store: Store, name: str) -> None:
    """Write one row."""
    async with store.database.writing() as tx:
        await tx.execute(INSERT, (name,))


@pytest.mark.parametrize("cancels", [1, 2])
async def test_cancelled_in_begin(store: Store, cancels: int) -> None:
    """R7: a handler cancelled while BEGIN runs (also twice) leaves no open transaction behind."""
    task = asyncio.ensure_future(write(store, "cancelled"))
    await asyncio.sleep(0)
    for _ in range(cancels):
        await asyncio.sleep(0)
        task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    await write(store, "next")


async def test_commit_refused(store: Store) -> None:
    """R7: a COMMIT that fails is rolled back, and the next transaction works."""
    with pytest.raises(sqlcipher3.IntegrityError):
        async with store.database.writing() as tx:
            await tx.execute("PRAGMA defer_foreign_keys = ON")
            await tx.execute("INSERT INTO seminar_choice VALUES (999, 1, 'ru', 1)")
    await write(store, "next")
