"""R11: a tap that waited out a downtime gives no order, but may still stop one."""

import pytest

from bot.core.mailings.mailings import MailingState
from tests.chat import Chatter, Town, town


async def running(t: Town) -> Chatter:
    """Somebody has confirmed a broadcast, which is being sent."""
    for _ in range(3):
        await t.subscriber()
    admin = t.admin()
    await admin.sends("/start")
    await admin.sends("/broadcast")
    await admin.sends("Текст")
    await admin.taps("Одно для всех")
    t.app.sender.drain = nothing  # type: ignore[method-assign]  # the run stands still
    await admin.taps("Отправить 3")
    return admin


async def nothing() -> int:
    """Send nothing."""
    return 0


async def state(t: Town) -> MailingState:
    """Where the broadcast stands."""
    (mailing,) = await t.app.repositories.mailings.with_cards()
    return mailing.state


def late(t: Town) -> None:
    """Let every card be too old for a tap on it to be an order."""
    t.clock.forward(minutes=6)


@pytest.mark.parametrize(("label", "becomes"), [("Пауза", MailingState.PAUSED), ("Отменить", MailingState.CANCELLED)])
async def test_a_late_tap_still_stops(label: str, becomes: MailingState) -> None:
    async with town() as t:
        admin = await running(t)
        late(t)
        await admin.taps(label)
        assert await state(t) is becomes


async def test_a_late_tap_starts_nothing() -> None:
    async with town() as t:
        admin = await running(t)
        await admin.taps("Пауза")
        late(t)
        await admin.taps("Продолжить")
        assert await state(t) is MailingState.PAUSED
        assert admin.toasts[-1].startswith("Не выполнено")
        admin.sees("Нажатие не выполнено", "Рассылка на паузе", "Продолжить")
        await admin.taps("Продолжить")
        assert await state(t) is MailingState.QUEUED
