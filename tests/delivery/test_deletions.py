"""What Telegram says to a deletion, and when it is tried again."""

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.delivery.deletions import TROUBLE_PAUSE_SECONDS, Deletions
from bot.demo.doors.in_process import InProcessSession
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from tests.clock import ManualClock

TOKEN = "42:TEST"
DELETING = ("deleteMessages",)

REFUSALS = [
    (Fault(FaultKind.ERROR, methods=DELETING, status=400, description="Bad Request: message can't be deleted"), 0),
    (Fault(FaultKind.ERROR, methods=DELETING, status=403, description="Forbidden: bot was blocked by the user"), 0),
    (Fault(FaultKind.ERROR, methods=DELETING, status=502, description="Bad Gateway"), TROUBLE_PAUSE_SECONDS),
    (Fault(FaultKind.UNREACHABLE, methods=DELETING), TROUBLE_PAUSE_SECONDS),
    (Fault(FaultKind.ERROR, methods=DELETING, status=429, description="Too Many Requests", retry_after=17), 17),
]


def pretended() -> Telegram:
    """A pretended Telegram on a clock that stands."""
    clock = ManualClock()
    return Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=Limits())


@pytest.mark.parametrize(("fault", "pause"), REFUSALS)
async def test_what_cannot_be_deleted_is_let_be_and_trouble_is_waited_out(fault: Fault, pause: float) -> None:
    telegram = pretended()
    anna = telegram.person(7, "Анна", "ru")
    anna.started = True
    async with Bot(TOKEN, session=InProcessSession(telegram)) as bot:
        sent = await bot.send_message(7, "раз")
        telegram.faults.add(fault)
        assert await Deletions(bot)(7, [sent.message_id]) == pause
        telegram.faults.remove(fault)
        assert await Deletions(bot)(7, [sent.message_id]) == 0
        assert [message for message in anna.messages if message["from"]["is_bot"]] == []


async def test_no_message_is_no_call() -> None:
    telegram = pretended()
    async with Bot(TOKEN, session=InProcessSession(telegram)) as bot:
        telegram.faults.add(REFUSALS[2][0])
        assert await Deletions(bot)(7, ()) == 0
        with pytest.raises(TelegramAPIError):
            await bot.delete_messages(7, [1])
