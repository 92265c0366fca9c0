"""A14, T88: entries are chained, written with what they tell of, forgotten after a year; no tampering stays unseen."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
import sqlcipher3

from bot.core.clock import SystemClock
from bot.core.journal import START, Act, Action, Entry, Fault, Finding, Head, acting, verify
from bot.storage.db.sqlite import open_database
from bot.storage.journal import JournalRepository, forget_entries, record
from bot.storage.journal_file import read_journal
from tests.chaos.figures import note
from tests.sizes import dice, trials
from tests.storage.conftest import Store

ENTRIES = 12


def chained(count: int = ENTRIES) -> list[Entry]:
    """Return a journal of so many entries."""
    entries: list[Entry] = []
    for number in range(1, count + 1):
        previous = entries[-1].hash if entries else START
        entry = Entry(number, 1_790_000_000 + number, "Anna", Action.BROADCAST_SENT, str(number), 7, "ab", previous, "")
        entries.append(replace(entry, hash=entry.computed))
    return entries


def head_of(entries: list[Entry]) -> Head:
    """Return the newest entry's number and hash."""
    return Head(entries[-1].number, entries[-1].hash)


def rehashed(entries: list[Entry], start: int = 0) -> list[Entry]:
    """Return the entries chained anew from a place on, as somebody would who knows how the hash is made."""
    done = entries[:start]
    for entry in entries[start:]:
        number, previous = (done[-1].number + 1, done[-1].hash) if done else (1, START)
        bound = replace(entry, number=number, previous=previous)
        done.append(replace(bound, hash=bound.computed))
    return done


def test_a_journal_as_it_was_written_has_no_fault() -> None:
    entries = chained()
    assert verify(entries, [head_of(entries), Head(3, entries[2].hash[:16])]) == []
    assert verify([], [Head(0, START)]) == []


def test_t88_each_fault_is_named() -> None:
    entries = chained()
    head = head_of(entries)
    edited = [replace(entry, count=8) if entry.number == 5 else entry for entry in entries]
    assert verify(edited, [head]) == [Finding(Fault.EDITED, 5, 5)]
    resealed = [replace(entry, hash=entry.computed) if entry.number == 5 else entry for entry in edited]
    assert verify(resealed, [head]) == [Finding(Fault.EDITED, 5, 5)]
    assert verify([*entries[:4], *entries[6:]], [head]) == [Finding(Fault.REMOVED, 5, 6)]
    assert verify(entries[2:], [head]) == [Finding(Fault.REMOVED, 1, 2)]
    assert verify(entries[:-2], [head]) == [Finding(Fault.CUT_OFF, 11, 12)]
    assert verify([], [head]) == [Finding(Fault.CUT_OFF, 1, 12)]
    assert verify(entries, [None]) == [Finding(Fault.NO_HEAD, 12, 12)]
    swapped = [*entries[:4], replace(entries[5], number=5), replace(entries[4], number=6), *entries[6:]]
    assert [found for found in verify(swapped, [head]) if found.fault is Fault.REORDERED] == [
        Finding(Fault.REORDERED, 5, 6),
        Finding(Fault.REORDERED, 6, 5),
    ]


def test_t88_a_chain_made_anew_does_not_fit_the_head_the_admins_have() -> None:
    entries = chained()
    sent = Head(8, entries[7].hash[:32])
    forged = rehashed([replace(entry, alias="Boris") if entry.number == 2 else entry for entry in entries], 1)
    assert verify(forged, [head_of(forged)]) == []
    assert verify(forged, [head_of(forged), sent]) == [Finding(Fault.EDITED, 8, 8)]


def test_t88_saying_that_entries_were_forgotten_does_not_hide_them_from_a_head() -> None:
    entries = chained()
    lie = Entry(13, 1_790_000_099, "bot", Action.FORGOTTEN, "8", 8, entries[7].hash, entries[11].hash, "")
    forged = [*entries[8:], replace(lie, hash=lie.computed)]
    assert verify(forged, [head_of(forged)]) == []
    assert verify(forged, [Head(5, entries[4].hash)]) == [Finding(Fault.REMOVED, 5, 8)]
    assert verify(forged, [Head(8, entries[7].hash)]) == []
    assert verify(forged, [Head(8, "f" * 32)]) == [Finding(Fault.EDITED, 9, 9)]


def _edit(entries: list[Entry], chance: Random) -> list[Entry]:
    place, name = chance.randrange(len(entries)), chance.choice(("at", "alias", "object", "count", "content", "hash"))
    value: object = chance.randrange(10**9) if name in ("at", "count") else f"other {chance.random()}"
    changed = replace(entries[place], **{name: value})  # type: ignore[arg-type]  # the field is drawn by its name
    if name != "hash" and chance.random() < 0.5:
        changed = replace(changed, hash=changed.computed)
    return [*entries[:place], changed, *entries[place + 1 :]]


def _remove(entries: list[Entry], chance: Random) -> list[Entry]:
    place = chance.randrange(len(entries) - 1)
    left = [*entries[:place], *entries[place + 1 :]]
    return [replace(each, number=n) for n, each in enumerate(left, 1)] if chance.random() < 0.3 else left


def _reorder(entries: list[Entry], chance: Random) -> list[Entry]:
    one, other = chance.sample(range(len(entries)), 2)
    moved = list(entries)
    moved[one], moved[other] = (
        replace(entries[other], number=entries[one].number),
        replace(entries[one], number=entries[other].number),
    )
    return moved


def _cut(entries: list[Entry], chance: Random) -> list[Entry]:
    return entries[: chance.randrange(len(entries))]


@pytest.mark.parametrize("tamper", [_edit, _remove, _reorder, _cut])
def test_t88_undetected_0(tamper: Callable[[list[Entry], Random], list[Entry]]) -> None:
    chance, entries = dice(f"journal {tamper.__name__}"), chained(40)
    tampered = [tamper(entries, chance) for _ in range(trials(10_000, 200))]
    assert [one for one in tampered if not verify(one, [head_of(entries)])] == []
    note("T88", f"edited, removed, reordered, cut off, {len(tampered):,} times each: undetected 0")


def test_t88_somebody_who_chains_anew_is_seen_by_any_later_head() -> None:
    chance, entries = dice("journal anew"), chained(40)
    unseen = 0
    for _ in range(trials(5_000, 200)):
        tamper = chance.choice((_edit, _remove, _reorder, _cut))
        forged = rehashed(tamper(entries, chance))
        if forged == entries:  # only a hash was edited, and is right again
            continue
        first = next((n for n, (a, b) in enumerate(zip(forged, entries, strict=False)) if a != b), len(forged))
        sent = entries[chance.randrange(first, 40)]
        unseen += not verify(forged, [Head(sent.number, sent.hash[:32])])
    assert unseen == 0


async def test_an_entry_stands_or_falls_with_what_it_tells_of(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        async with store.database.writing() as tx:
            await record(tx, 1, Act(Action.ALL_PAUSED))
            raise ZeroDivisionError
    assert await store.rows.journal.head() == Head(0, START)
    assert await store.rows.pause.switch(on=True)
    assert not await store.rows.pause.switch(on=True)
    (entry,) = await store.rows.journal.page(0, 5)
    assert (entry.number, entry.alias, entry.action) == (1, "bot", "all-paused")


async def test_what_was_cut_off_stays_seen_when_the_journal_goes_on(store: Store) -> None:
    for _ in range(3):
        await store.rows.journal.note(Act(Action.ALL_PAUSED))
    async with store.database.writing() as tx:
        await tx.execute("DELETE FROM journal WHERE number = 3")
    await store.rows.journal.note(Act(Action.ALL_RESUMED))
    entries = list(reversed(await store.rows.journal.page(0, 9)))
    assert [entry.number for entry in entries] == [1, 2, 4]
    assert verify(entries, [head_of(entries)]) == [Finding(Fault.REMOVED, 3, 3)]


async def test_a_spoilt_head_stops_nobody(store: Store) -> None:
    await store.rows.journal.note(Act(Action.ALL_PAUSED))
    for spoilt in ("none", "0:", ":"):
        async with store.database.writing() as tx:
            await tx.execute("UPDATE meta SET value = ? WHERE name = 'journal'", (spoilt,))
        await store.rows.journal.note(Act(Action.ALL_RESUMED))
    assert await store.rows.journal.count() == 4


async def test_entries_go_after_a_year_and_the_chain_still_fits(store: Store) -> None:
    for _ in range(3):
        await store.rows.journal.note(Act(Action.ALL_PAUSED))
    store.clock.forward(days=200)
    await store.rows.journal.note(Act(Action.ALL_RESUMED))
    await store.rows.retention.forget(store.now)
    assert await store.rows.journal.count() == 4
    for days, left in ((166, [4, 5]), (1, [4, 5]), (200, [5, 6]), (400, [7])):
        store.clock.forward(days=days)
        await store.rows.retention.forget(store.now)
        entries = list(reversed(await store.rows.journal.page(0, 9)))
        assert [entry.number for entry in entries] == left
        assert verify(entries, [head_of(entries)]) == []
        assert {entry.action for entry in entries[-1:]} == {"forgotten"}


async def test_whole_days_go(store: Store) -> None:
    await store.rows.journal.note(Act(Action.ALL_PAUSED))
    past = store.now
    async with store.database.writing() as tx:
        await forget_entries(tx, past, store.database.now())
    assert await store.rows.journal.count() == 1
    async with store.database.writing() as tx:
        await forget_entries(tx, past + timedelta(days=1), store.database.now())
    (entry,) = await store.rows.journal.page(0, 9)
    assert (entry.number, entry.action, entry.object, entry.count) == (2, "forgotten", "1", 1)


def test_a_journal_in_use_is_read_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "bot.db"

    async def beside() -> None:
        database = await open_database(path, None, SystemClock())
        try:
            token = acting.set("Анна")
            await JournalRepository(database).note(Act(Action.ALL_PAUSED))
            acting.reset(token)
            before = await asyncio.to_thread(lambda: sorted(tmp_path.iterdir()))
            entries, kept = await asyncio.to_thread(read_journal, path, None)
            assert [entry.alias for entry in entries] == ["Анна"]
            assert kept == head_of(entries)
            assert await asyncio.to_thread(lambda: sorted(tmp_path.iterdir())) == before
        finally:
            await database.close()

    asyncio.run(beside())
    with closing(sqlcipher3.connect(str(path))) as connection:
        assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
