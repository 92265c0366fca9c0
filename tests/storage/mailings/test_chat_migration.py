"""A chat that gets another number: every row follows, two rows become one, and nothing is told twice (T23)."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingState
from bot.core.mailings.outbox import Gone, Later, Migrated, Sent, Unknown, Verdict
from bot.core.subscribers.subscribers import Subscriber
from bot.storage.backups.age import AgeDecryptor
from bot.storage.db.sqlite import SqliteTx
from bot.storage.erase import erase_chats
from bot.storage.mailings.chat_migration import move_chat
from bot.storage.people.people import number_for, number_of
from bot.storage.personal_data import owned as owned_of
from tests.engine import about_the_file
from tests.people import is_of
from tests.sizes import examples
from tests.storage.backups.test_backup import Vault
from tests.storage.conftest import DAY, Store

OLD, NEW, OTHER = -4_000_000_001, -1_001_234_567_890, 7
NEWER = "2026-12-24"
CHOICE = "INSERT INTO seminar_choice VALUES (?2, ?1, 'ru', ?3)"
DRAFT = "INSERT INTO mailing (kind, lane, state, audience, author) VALUES ('broadcast', 3, 'draft', 'all', ?)"
OUTCOME = "UPDATE delivery SET state = ?, maybe = ?, joint = ? WHERE mailing = ? AND person = ?"
WATCH = "INSERT INTO watch VALUES ('x', ?1, 'ru', ?2)"


async def write(store: Store, sql: str, *values: object) -> None:
    """Run one statement."""
    async with store.database.writing() as tx:
        await tx.execute(sql, values)


async def write_of(store: Store, sql: str, chat: int, *values: object) -> None:
    """Run one statement about a chat, whose number is its ``?1``."""
    async with store.database.writing() as tx:
        await tx.execute(sql, (await number_for(tx, chat), *values))


async def move(store: Store) -> bool:
    """Move the chat."""
    async with store.database.writing() as tx:
        return await move_chat(tx, OLD, NEW)


async def deliveries(store: Store, mailing: int) -> list[tuple[Any, ...]]:
    """A mailing's rows: chat, state, maybe."""
    sql = "SELECT chat, state, maybe FROM delivery JOIN person ON number = person WHERE mailing = ? ORDER BY chat"
    return await store.database.rows(sql, (mailing,))


async def everything(store: Store) -> Sequence[object]:
    """The whole file, but for what only says when."""
    tables = await store.database.tables()
    return [await store.database.rows(f'SELECT * FROM "{table}" ORDER BY 1, 2') for table in sorted(tables)]  # noqa: S608 -- names of the schema


async def test_a_moved_chat_is_tried_again_once_under_its_new_number(store: Store) -> None:
    await store.people(OLD, OTHER)
    mailing = await store.broadcast()
    mine, others = await store.claim()
    await store.record([others], Sent((1,)))
    await store.record([mine], Migrated(NEW))
    assert await store.claim() == []
    store.clock.forward(seconds=1)
    (again,) = await store.claim()
    assert (again.chat, again.attempts, again.maybe) == (NEW, 2, False)
    await store.record([again], Sent((5,)))
    counters = await store.counters(mailing)
    assert (counters.total, counters.delivered, counters.twice, counters.remaining) == (2, 2, 0, 0)
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.state is MailingState.DONE
    assert await store.rows.subscribers.get(OLD) is None
    assert await store.rows.subscribers.get(NEW) == Subscriber(NEW, Locale.RU, DAY, DAY)


async def test_no_table_keeps_the_old_number(store: Store) -> None:
    await store.people(OLD)
    seminar = await store.seminar()
    await write_of(store, CHOICE, OLD, seminar.id, 1)
    await write_of(store, WATCH, OLD, DAY)
    await store.broadcast()
    await write_of(
        store, "INSERT INTO mailing (kind, lane, state, audience, author) VALUES ('broadcast', 3, '', '', ?)", OLD
    )
    approved = "INSERT INTO mailing (kind, lane, state, audience, approver) VALUES ('broadcast', 3, '', '', ?)"
    await write_of(store, approved, OLD)
    await write_of(store, "INSERT INTO draft VALUES (?, 'move', 'x', 1, 1)", OLD)
    amended = "INSERT INTO amendment (mailing, kind, state, author, total, beyond) VALUES (1, 'edit', 'done', ?, 1, 0)"
    await write_of(store, amended, OLD)
    asked = (
        "INSERT INTO ticket (word, number, person, language, state, expires) VALUES ('elm', 417, ?, 'ru', 'waiting', 9)"
    )
    await write_of(store, asked, OLD)
    await write_of(store, "INSERT INTO ticket_mute VALUES (?, 9)", OLD)
    owned = owned_of(await store.database.tables())
    old = await number_of(store.database, OLD)
    for table, column in owned:
        assert await store.count(table, f"{column} = {old}") == 1, f"{table}: what becomes of it when a chat moves?"
    assert await move(store)
    new = await number_of(store.database, NEW)
    assert await number_of(store.database, OLD) is None
    for table, column in owned:
        assert await store.count(table, f"{column} = {old}") <= (table == "person")  # the empty row
        assert await store.count(table, f"{column} = {new}") == 1


async def test_numbers_of_messages_stay_behind(store: Store) -> None:
    await store.people(OLD)
    mailing = await store.broadcast()
    await store.record(await store.claim(), Sent((5,)))
    assert await move(store)
    assert await deliveries(store, mailing) == [(NEW, 2, 0)]
    assert await store.rows.personal_data.messages(NEW) == []


@pytest.mark.parametrize(
    ("old", "new", "kept"),
    [
        ({"news": False}, {}, {"news": False}),
        ({}, {"news": False, "active": NEWER}, {"news": False, "active": NEWER}),
        ({"reminders": False, "active": NEWER}, {"recordings": False}, {"reminders": False, "recordings": False}),
        ({"discreet": True}, {"silent": True}, {"discreet": True, "silent": True}),
        ({"language": Locale.EN}, {"active": NEWER}, {"language": Locale.RU, "active": NEWER}),
        ({"language": Locale.EN, "active": NEWER}, {}, {"language": Locale.EN, "active": NEWER}),
        ({"joined": "2026-01-01"}, {}, {"joined": "2026-01-01"}),
        ({"joined": NEWER}, {}, {"joined": DAY}),
        ({"asked": "2026-01-01"}, {"active": NEWER}, {"asked": None}),
        ({"active": NEWER}, {"asked": "2026-01-01"}, {"asked": None}),
        ({"not_found": DAY}, {}, {"not_found": None}),
    ],
)
async def test_of_two_subscriptions_the_younger_decides_and_refusals_win(
    store: Store, old: dict[str, object], new: dict[str, object], kept: dict[str, object]
) -> None:
    for chat, values in ((OLD, old), (NEW, new)):
        fresh: dict[str, Any] = {"chat": chat, "language": Locale.RU, "joined": DAY, "active": DAY, **values}
        await store.rows.subscribers.add(Subscriber(**fresh))
    assert await move(store)
    found = await store.rows.subscribers.get(NEW)
    assert found is not None
    assert {name: getattr(found, name) for name in kept} == kept
    assert await store.count("subscriber") == 1


@pytest.mark.parametrize(("old", "new", "kept"), [(1, 0, 0), (0, 1, 0), (1, 1, 1)])
async def test_of_two_choices_a_refusal_wins(store: Store, old: int, new: int, kept: int) -> None:
    seminar = await store.seminar()
    await write_of(store, CHOICE, OLD, seminar.id, old)
    await write_of(store, CHOICE, NEW, seminar.id, new)
    assert await move(store)
    assert await store.rows.seminars.choice(seminar.id, NEW) is bool(kept)
    assert await store.count("seminar_choice") == 1


@pytest.mark.parametrize("days", [(DAY, NEWER), (NEWER, DAY)])
async def test_of_two_watches_the_one_that_knows_more_stays(store: Store, days: tuple[str, str]) -> None:
    await write_of(store, WATCH, OLD, days[0])
    await write_of(store, WATCH, NEW, days[1])
    assert await move(store)
    (watch,) = await store.rows.watches.of(NEW)
    assert watch.told.isoformat() == NEWER
    assert await store.count("watch") == 1


@pytest.mark.parametrize(
    ("old", "new", "kept", "total"),
    [
        ((0, 0, 0), (0, 0, 0), (0, 0, 0), 2),  # both wait: one message
        ((0, 1, 5), (0, 0, 2), (0, 1, 5), 2),  # an earlier try may have arrived, and counts as told
        ((0, 0, 5), (0, 1, 2), (0, 1, 2), 2),
        ((0, 0, 0), (2, 0, 1), (2, 0, 1), 2),  # it has it already
        ((2, 0, 4), (0, 0, 3), (2, 0, 4), 2),
        ((4, 1, 4), (0, 0, 3), (4, 1, 4), 2),
        ((0, 1, 4), (1, 0, 1), (1, 1, 5), 2),  # under way to the new number
        ((2, 0, 4), (1, 0, 1), (1, 0, 5), 3),
        ((2, 0, 4), (4, 1, 1), (4, 1, 5), 3),  # both were sent, both were counted
        ((3, 0, 4), (0, 0, 0), (0, 0, 0), 3),  # it was not gone, it had moved
        ((0, 0, 0), (3, 0, 0), (3, 0, 0), 2),
        ((2, 0, 0), (5, 0, 0), (2, 0, 0), 3),  # it has it: a repetition must not tell it again
        ((5, 0, 0), (2, 0, 0), (2, 0, 0), 3),
    ],
)
async def test_of_two_deliveries_one_is_left_and_the_counters_add_up(
    store: Store, old: tuple[int, ...], new: tuple[int, ...], kept: tuple[int, ...], total: int
) -> None:
    await store.people(OLD, NEW, OTHER)
    mailing = await store.broadcast()
    for chat, (state, maybe, joint) in ((OLD, old), (NEW, new)):
        await write(store, OUTCOME, state, maybe, joint, mailing, await number_of(store.database, chat))
        counter = {2: "delivered", 3: "gone", 4: "unknown", 5: "failed"}.get(state)
        if counter:
            await write(store, f'UPDATE mailing SET "{counter}" = "{counter}" + 1')  # noqa: S608 -- names above
    assert await move(store)
    sql = f"SELECT state, maybe, joint FROM delivery WHERE {await is_of(store.database, NEW)}"  # noqa: S608 -- a number above
    assert await store.database.rows(sql) == [kept]
    counters = await store.counters(mailing)
    assert counters.total == total
    assert counters.remaining == await store.count("delivery", "state IN (0, 1)")
    assert await store.count("delivery", await is_of(store.database, OLD)) == 0


async def test_a_moved_chat_waits_for_what_else_is_under_way_to_it(store: Store) -> None:
    await store.people(OLD)
    mailings = [await store.broadcast(), await store.broadcast()]
    first, second = await store.claim()
    await store.record([first], Migrated(NEW))
    assert await store.rows.subscribers.get(NEW) is None
    await store.record([second], Sent((5,)))
    store.clock.forward(seconds=1)
    (again,) = await store.claim()
    assert (again.mailing, again.chat) == (first.mailing, OLD)
    await store.record([again], Migrated(NEW))
    store.clock.forward(seconds=1)
    await store.record(await store.claim(), Sent((6,)))
    for mailing in mailings:
        counters = await store.counters(mailing)
        assert (counters.delivered, counters.remaining) == (1, 0)
        assert await deliveries(store, mailing) == [(NEW, 2, 0)]


async def test_two_verdicts_in_one_batch_move_everything(store: Store) -> None:
    await store.people(OLD)
    await store.broadcast()
    await store.broadcast()
    await store.record(await store.claim(), Migrated(NEW))
    store.clock.forward(seconds=1)
    assert [parcel.chat for parcel in await store.claim()] == [NEW, NEW]


async def test_nobody_moves_while_people_are_being_queued(store: Store) -> None:
    await store.people(OLD)
    mailing = await store.broadcast()
    (parcel,) = await store.claim()
    await write(store, "UPDATE mailing SET cursor = ? WHERE id = ?", parcel.person, mailing)
    await store.record([parcel], Migrated(NEW))
    assert await deliveries(store, mailing) == [(OLD, 0, 0)]
    await store.rows.recipients.fill(store.now)
    store.clock.forward(seconds=1)
    await store.record(await store.claim(), Migrated(NEW))
    assert await deliveries(store, mailing) == [(NEW, 0, 0)]


async def test_a_crash_before_the_verdict_is_written_moves_it_the_next_time(store: Store) -> None:
    await store.people(OLD)
    mailing = await store.broadcast()
    await store.claim()
    assert await store.rows.outbox.recover() == 1
    await store.record(await store.claim(), Migrated(NEW))
    store.clock.forward(seconds=1)
    await store.record(await store.claim(), Sent((5,)))
    counters = await store.counters(mailing)
    assert (counters.total, counters.delivered, counters.remaining) == (1, 1, 0)


@about_the_file
async def test_cut_short_at_any_statement_nothing_has_changed_and_the_next_time_everything(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await store.people(OLD, NEW)
    seminar = await store.seminar()
    await write_of(store, CHOICE, OLD, seminar.id, 1)
    await store.broadcast()
    mine = [parcel for parcel in await store.claim() if parcel.chat == OLD]
    whole, real, left, cut = await everything(store), SqliteTx.execute, 0, 0

    async def fails(tx: SqliteTx, sql: str, values: Sequence[object] = ()) -> int:
        nonlocal left
        left -= 1
        if not left:
            raise OSError("disk full")
        return await real(tx, sql, values)

    monkeypatch.setattr(SqliteTx, "execute", fails)
    for cut in range(1, 100):
        left = cut
        try:
            await store.record(mine, Migrated(NEW))
        except OSError:
            assert await everything(store) == whole
        else:
            break
    assert cut > 10
    assert await store.count("subscriber") == await store.count("delivery") == 1
    monkeypatch.undo()
    await store.record(mine, Migrated(NEW))  # the same verdict once more
    assert await store.count("delivery", await is_of(store.database, NEW)) == 1


async def test_who_left_meanwhile_does_not_come_back(store: Store) -> None:
    await store.people(OLD)
    await store.broadcast()
    parcels = await store.claim()
    await store.rows.subscribers.erase(OLD)
    await store.record(parcels, Migrated(NEW))
    assert await store.count("subscriber") == await store.count("delivery") == 0


async def test_the_old_number_is_noted_beside_the_backups_if_it_was_there(tmp_path: Path) -> None:
    vault = Vault(tmp_path)
    await vault.open()
    await vault.back_up()
    opener, waiting = AgeDecryptor(vault.identity), "SELECT line FROM erased"
    assert await move(vault.store)
    assert await vault.database.rows(waiting) == []
    await vault.store.people(OLD)
    assert await move(vault.store)
    assert [opener.line(line) for (line,) in await vault.database.rows(waiting)] == [str(OLD)]
    await vault.database.close()


@about_the_file
async def test_the_old_number_leaves_the_disk_with_the_next_round(store: Store) -> None:
    await store.people(OLD)
    mailing = await store.broadcast()
    number, log = OLD.to_bytes(6, "big", signed=True), store.path.with_name(store.path.name + "-wal")
    await store.database.wipe_round()
    assert number in store.path.read_bytes()
    await store.record(await store.claim(), Migrated(NEW))
    await store.rows.retention.wipe_round()
    assert number not in store.path.read_bytes() + log.read_bytes()
    assert await deliveries(store, mailing) == [(NEW, 0, 0)]


async def test_gone_and_later_before_a_move_are_no_obstacle(store: Store) -> None:
    await store.people(OLD)
    gone, late = await store.broadcast(), await store.broadcast()
    first, second = await store.claim()
    await store.record([first], Gone())
    await store.record([second], Later(30))
    store.clock.forward(seconds=30)
    await store.record(await store.claim(), Migrated(NEW))
    store.clock.forward(seconds=1)
    await store.record(await store.claim(), Sent((1,)))
    assert (await store.counters(late)).delivered == 1
    assert (await store.counters(gone)).gone == 1
    await store.rows.retention.remove_gone(store.now)
    assert await store.rows.subscribers.get(NEW) is not None


EVENTS = st.sampled_from(["", "crash", "leave", "again"])


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.tuples(st.integers(1, 2), st.sampled_from([Sent((1,)), Later(0), Gone(), Unknown()])), max_size=4),
    st.lists(st.tuples(st.integers(1, 4), EVENTS), max_size=6),
)
async def test_whatever_happens_the_counters_add_up_and_a_group_has_it_once(
    store: Store, before: list[tuple[int, Verdict]], after: list[tuple[int, str]]
) -> None:
    for table in ("delivery", "mailing_text", "mailing", "draft", "subscriber"):
        await write(store, f"DELETE FROM {table}")  # noqa: S608 -- names above
    await store.people(OLD, OTHER)
    mailings = [await store.broadcast()]
    for limit, verdict in before:
        await store.record(await store.claim(limit), verdict)
        store.clock.forward(seconds=6)
    await store.people(NEW)  # the group is a supergroup from now on, and somebody has subscribed it again
    mailings.append(await store.broadcast())
    first = Counter[int]()
    for limit, event in [*after, (9, ""), (9, ""), (9, "")]:
        parcels = await store.claim(limit)
        if event == "crash":
            await store.rows.outbox.recover()
        if event == "leave" and parcels and parcels[0].chat != NEW:
            async with store.database.writing() as tx:
                await erase_chats(tx, [parcels[0].chat], store.at)
        arrived = [each for each in parcels if each.chat != OLD]
        first.update(each.mailing for each in arrived if each.chat == NEW and not each.maybe)
        for _ in range(1 + (event == "again")):
            await store.record(arrived, Sent((1,)))
            await store.record([each for each in parcels if each.chat == OLD], Migrated(NEW))
        store.clock.forward(seconds=6)
    for mailing in mailings:
        assert (await store.counters(mailing)).remaining == 0
        assert first[mailing] <= 1
    assert await store.count("delivery", "state IN (0, 1)") == 0
