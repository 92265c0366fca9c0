"""What the lawyers' side works with, and how the bot speaks in their group (A10)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import Message, ReactionTypeEmoji

from bot.core.clock import Clock
from bot.core.mailings.outbox import Wake
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.answering import Answers, LawyersMemory
from bot.core.tickets.edits import EditsCopies
from bot.core.tickets.group import LawyersGroup
from bot.core.tickets.tickets import Ticket
from bot.handlers.tickets.canned_texts import CannedTexts
from bot.handlers.tickets.group_access import MayAnswer
from bot.handlers.tickets.group_messages import replied_to
from bot.handlers.ui.screens import Screen

TAKEN_UP = "👀"
"""On a lawyer's answer that is on its way; 👍 follows when it has arrived."""

ARRIVED = "👍"
"""On one that stands in the asker's chat."""

REFUSES_REACTIONS_PHRASE = "REACTION"
"""In Telegram's refusal where a group forbids reactions, or this one."""

BACKLOG_SECONDS = 60.0
"""So long after a start or a silence taps may come that had waited."""

Deletes = Callable[[int, Sequence[int]], Awaitable[float]]
"""Deletes messages in a chat."""


@dataclass(frozen=True)
class LawyersDesk:
    """The parts."""

    bot: Bot
    answers: Answers
    group: LawyersGroup
    memory: LawyersMemory
    may_answer: MayAnswer
    clock: Clock
    telegram_time: TelegramTime
    wake: Wake
    edits: EditsCopies
    deletes: Deletes
    canned: CannedTexts
    started: float

    def hears_at_once(self) -> bool:
        """Return whether a tap that comes now was made now: what waited came right behind the start or a silence."""
        since = max(self.started, self.telegram_time.listening_since)
        return self.clock.monotonic() - since >= BACKLOG_SECONDS

    def now(self) -> datetime:
        """Return the moment."""
        return self.clock.now()

    def number_replied_to(self, message: Message) -> int | None:
        """Return what a message replies to; a reply to our short reply means the answer that one is about."""
        number = replied_to(message, message.chat.id)
        return None if number is None else self.memory.about(message.chat.id, number)

    async def ticket_replied_to(self, message: Message) -> Ticket | None:
        """Return the ticket of what a message replies to."""
        number = self.number_replied_to(message)
        return None if number is None else await self.answers.of_message(number)

    async def reply(self, message: Message, screen: Screen | str) -> int:
        """Reply in the group, also when the message is gone meanwhile; return the reply's number.

        Where its topic is gone or closed, the words stand in the group itself: a reason must not be lost.
        """
        fields = screen.fields() if isinstance(screen, Screen) else {"text": screen}
        to = message.as_reply_parameters(allow_sending_without_reply=True)
        try:
            sent = await message.answer(**fields, reply_parameters=to)
        except TelegramBadRequest:
            sent = await self.bot.send_message(message.chat.id, **fields)
        return sent.message_id

    async def show_taken_up(self, message: Message, row: int) -> None:
        """Put 👀 on an answer, or reply with it where reactions are refused. It must not hide that it has arrived."""
        chat, number = message.chat.id, message.message_id
        if not await self.react(chat, number, TAKEN_UP):
            self.memory.replied(chat, await self.reply(message, TAKEN_UP), number)
        elif await self.answers.arrived(row):
            await self.react(chat, number, ARRIVED)

    async def react(self, chat: int, number: int, emoji: str = "") -> bool:
        """Put a reaction on a message, or take ours away; False where the group refuses reactions."""
        if not self.group.reactions:
            return False
        try:
            await self.bot.set_message_reaction(chat, number, [ReactionTypeEmoji(emoji=emoji)] if emoji else [])
        except TelegramBadRequest as refusal:
            if REFUSES_REACTIONS_PHRASE in refusal.message:
                self.group.reactions = False
                return False
        return True
