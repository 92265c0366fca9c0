"""What the database says of its health: what is due and can be claimed, and of what the admins were told."""

from datetime import timedelta

from bot.core.health.counts import VerdictWord
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due
from bot.core.mailings.mailings import Lane
from bot.core.mailings.outbox import Later, Sent
from bot.storage.health import HealthRepository
from tests.chat import Town, town
from tests.storage.conftest import Store


async def due(t: Town) -> dict[Lane, Due]:
    """Return what is due now."""
    return dict(await t.app.repositories.health.due(t.clock.now()))


async def test_only_what_can_be_sent_now_is_due() -> None:
    async with town() as t:
        for _ in range(3):
            await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        assert await due(t) == {}
        await admin.announces(f"/seminar {t.clock.now() + timedelta(hours=1):%Y-%m-%d %H:%M} UTC | Тема | Topic")
        assert await due(t) == {}, "nothing is queued before its tick"
        t.clock.forward(minutes=51)
        for tick in t.app.ticks():
            if tick.name in ("queue_due", "fill"):
                await tick.work()
        t.clock.forward(seconds=90)
        (found,) = (await due(t)).items()
        assert found == (Lane.REMINDER, Due(3, 3, found[1].seconds))
        assert 90 <= found[1].seconds <= 150
        await admin.sends("/pause")
        assert await due(t) == {}, "what is paused is no backlog"
        await admin.taps("Продолжить")
        await t.tick()
        assert await due(t) == {}
        assert t.app.vitals.counts.deliveries == {VerdictWord.SENT: 3}


async def test_one_chat_that_fails_for_an_hour_is_due_and_no_backlog(store: Store) -> None:
    await store.people(1, 2, 3)
    step = await store.step(await store.seminar(), not_after=store.now + timedelta(hours=2))
    health = HealthRepository(store.database)
    two, one = await store.claim(2), await store.claim(1)
    await store.record(two, Sent((1,)))
    assert [parcel.mailing for parcel in one] == [step]
    seen = 0
    while one:
        await store.record(one, Later(60))
        store.clock.forward(seconds=61)
        seen += (await health.due(store.now)).get(Lane.REMINDER, Due(0, 0, 0)).messages
        assert await health.behind(store.now) == {}
        one = await store.claim(1)
    assert seen >= 60


async def test_where_all_fail_or_somebody_was_not_tried_it_is_a_backlog(store: Store) -> None:
    await store.people(1, 2, 3)
    await store.step(await store.seminar(), not_after=store.now + timedelta(hours=2))
    health = HealthRepository(store.database)
    two = await store.claim(2)
    await store.record(two, Sent((1,)))
    assert (await health.behind(store.now))[Lane.REMINDER].messages == 1, "nobody has tried"
    await store.record(await store.claim(1), Sent((1,)))
    await store.step(await store.seminar(), not_after=store.now + timedelta(hours=2))
    await store.record(await store.claim(3), Later(60))
    store.clock.forward(seconds=61)
    assert (await health.behind(store.now))[Lane.REMINDER].messages == 3


async def test_what_the_admins_were_told_is_kept_in_words_and_seconds() -> None:
    async with town() as t:
        health = t.app.repositories.health
        assert await health.told() == {}
        await health.keep_told({Trouble.DISK: 1_700_000_000})
        assert await health.told() == {Trouble.DISK: 1_700_000_000}
        async with health._database.writing() as tx:  # noqa: SLF001 -- an older version's word
            await tx.execute("UPDATE meta SET value = '{\"flood\": 1, \"key\": 2}' WHERE name = 'alerts'")
        assert await health.told() == {Trouble.KEY: 2}
