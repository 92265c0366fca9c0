"""Asks about answers that wait for a decision of which nobody was asked: a restart came in between (A10)."""

from dataclasses import dataclass

from aiogram.types import ReplyParameters

from bot.handlers.tickets.group_desk import LawyersDesk
from bot.handlers.tickets.group_screens import held_screen
from bot.handlers.ui.screens import Words


@dataclass(frozen=True)
class AskHeld:
    """Run by a tick; after a restart it asks about every held answer once, and then any lawyer may decide."""

    desk: LawyersDesk
    words: Words

    async def __call__(self) -> None:
        """Ask what was not asked since the start."""
        desk, chat = self.desk, self.desk.group.chat
        if chat is None:
            return
        for row, number in await desk.answers.held():
            if not desk.memory.was_asked(row):
                reply = ReplyParameters(message_id=number, allow_sending_without_reply=True)
                await desk.bot.send_message(chat, reply_parameters=reply, **held_screen(self.words, row).fields())
                desk.memory.asked(row, None)
