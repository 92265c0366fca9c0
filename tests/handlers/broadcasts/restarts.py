"""The bot as one process after another over one file, in the test's own process and on one clock."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.lifespan import opened
from tests.chat import ADMIN, HEAD_TOLD, TOKEN, Chatter, Fixed, NeverTold, Town
from tests.clock import ManualClock


def until(t: Town, at: datetime) -> None:
    """Let the time pass up to a moment, on both clocks."""
    t.clock.forward(seconds=(at - t.clock.now()) / timedelta(seconds=1))


@dataclass
class Server:
    """A file, and the Telegram and the clock that outlive a process."""

    path: Path
    telegram: Telegram
    clock: ManualClock
    admins: str = str(ADMIN)
    send_undo: int = 10
    second_approval_above: int = 500
    lawyer_chat_id: int | None = None

    @asynccontextmanager
    async def process(self, *people: Chatter) -> AsyncIterator[Town]:
        """Run a process, as at its start; the people of an earlier one go on in it."""
        given = Fixed(
            bot_token=TOKEN,  # type: ignore[arg-type]  # read as from the environment
            admin_ids=self.admins,  # type: ignore[arg-type]  # as above
            database_path=self.path,
            database_unencrypted=True,
            send_undo=self.send_undo,
            second_approval_above=self.second_approval_above,
            lawyer_chat_id=self.lawyer_chat_id,
        )
        async with opened(given, self.clock, asyncio.Event(), InProcessSession(self.telegram)) as app:
            await app.repositories.journal.keep_told(HEAD_TOLD)
            quiet = replace(app, review_notices=replace(app.review_notices, store=NeverTold()))
            town = Town(quiet, self.telegram, self.clock, self.path)
            for person in people:
                person.town = town
            await quiet.prepare()
            await town.tick()
            yield town


def server(folder: Path) -> Server:
    """Return a server whose file is still to be made."""
    clock = ManualClock()
    telegram = Telegram(token=TOKEN, now=lambda: clock.now().timestamp(), sleep=clock.sleep, limits=Limits())
    return Server(folder / "bot.db", telegram, clock)
