"""What runs by itself in the lawyers' group: it asks about held answers after a restart, and ends «Беру» (A10)."""

from dataclasses import dataclass

from aiogram.types import ReplyParameters

from bot.handlers.tickets.group_desk import LawyersDesk
from bot.handlers.tickets.group_screens import header_of, header_screen, held_screen
from bot.handlers.ui.screens import Words, edited


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


@dataclass(frozen=True)
class EndTaken:
    """Run by a tick: an hour after «Беру» the header names nobody any more."""

    desk: LawyersDesk
    words: Words

    async def __call__(self) -> None:
        """Draw the headers anew, those of open tickets."""
        desk = self.desk
        for number, header in desk.memory.run_out():
            ticket = await desk.answers.find(number)
            if ticket is not None and ticket.open and ticket.header == header and desk.group.chat is not None:
                fields = header_screen(self.words, header_of(ticket)).fields()
                await edited(desk.bot.edit_message_text(chat_id=desk.group.chat, message_id=header, **fields))
