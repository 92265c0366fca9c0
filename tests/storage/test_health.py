"""What the database says of its health: what is due and can be claimed, and of what the admins were told."""

from datetime import timedelta

from bot.core.health.counts import VerdictWord
from bot.core.health.troubles import Trouble
from bot.core.health.vitals import Due
from bot.core.mailings.mailings import Lane
from tests.chat import Town, town


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


async def test_what_the_admins_were_told_is_kept_in_words_and_seconds() -> None:
    async with town() as t:
        health = t.app.repositories.health
        assert await health.told() == {}
        await health.keep_told({Trouble.DISK: 1_700_000_000})
        assert await health.told() == {Trouble.DISK: 1_700_000_000}
        async with health._database.writing() as tx:  # noqa: SLF001 -- an older version's word
            await tx.execute("UPDATE meta SET value = '{\"flood\": 1, \"key\": 2}' WHERE name = 'alerts'")
        assert await health.told() == {Trouble.KEY: 2}
