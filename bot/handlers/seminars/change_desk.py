"""What the handlers of a move and of a cancellation share: the proposal, copies of the notice, and the card below."""

from dataclasses import dataclass

from aiogram import Bot

from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import MailingKind
from bot.core.month_grid import minute_of
from bot.core.seminars.changes import called_off, moved_to
from bot.core.seminars.confirming import ConfirmChange, can_change, day_of_move
from bot.core.seminars.form import FormError, time_of, understood
from bot.core.seminars.seminars import Renderer, Seminar, When
from bot.core.seminars.typed_time import hour_alone
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_screens import ask_moment
from bot.handlers.seminars.change_screens import cancellation_card, move_card, refused_notice
from bot.handlers.seminars.preview_desk import send_copies
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Screen, Words, send_to


@dataclass(frozen=True)
class SeminarChanges:
    """Shows what people will be told of a change, exactly as it is delivered; ``number`` is a seminar's id."""

    bot: Bot
    confirm: ConfirmChange
    render: Renderer
    desk: SeminarDesk

    async def read(self, admin: int, words: Words, number: int, text: str) -> Screen | None:
        """Preview the move to the time that is meant, below; return what must be asked first."""
        whens = understood(self.desk.read_when, text, self.desk.clock.now())
        if isinstance(whens, FormError):
            return self.desk.form_error(words, whens, text, number)
        if len(whens) > 1:
            return ask_moment(words, time_of(whens[0]), whens, number)
        await self.propose(admin, number, whens[0])
        await self.move_below(admin, words, number)
        return None

    async def read_new_time(self, admin: int, words: Words, conversation: Conversation, text: str) -> Screen | None:
        """Read a typed time; an hour alone is one of the day that was chosen in the calendar."""
        day, hour = day_of_move(conversation), hour_alone(text)
        line = f"{day.isoformat()} {hour}" if day and hour else text
        return await self.read(admin, words, conversation.object, line)

    async def propose(self, admin: int, number: int, when: When) -> None:
        """Keep a new time. Of the same moment, typed in another zone, nobody is told: it is entered at once."""
        seminar = await self.desk.seminars.get(number)
        if seminar is None or not can_change(seminar, self.desk.clock.now()):
            await self.desk.conversations.drop(admin)
        elif seminar.start == when.start:
            await self.confirm.move_seminar(number, when, admin)
        else:
            await self.confirm.propose(admin, number, when)

    async def move_below(self, admin: int, words: Words, number: int) -> None:
        """Send copies of the notice of the proposed move, and its card; the seminar's card when there is no move."""
        move = await self.confirm.proposed(admin)
        if move is None:
            await send_to(self.bot, admin, await self.desk.card(words, number))
            return
        moved = moved_to(move.seminar, move.when, self.desk.clock.now())
        await self._below(admin, words, MailingKind.MOVED, moved, await self.move_card(words, admin, number))

    async def cancellation_below(self, admin: int, words: Words, number: int) -> None:
        """Send copies of the notice of the cancellation, and its card; the seminar's card when it cannot be."""
        seminar, card = await self.desk.seminars.get(number), await self.cancellation_card(words, admin, number)
        if seminar is None or not can_change(seminar, self.desk.clock.now()):
            await send_to(self.bot, admin, card)
            return
        await self._below(admin, words, MailingKind.CANCELLED, called_off(seminar), card)

    async def move_card(self, words: Words, admin: int, number: int, before: int | None = None) -> Screen:
        """Return the card of the proposed move, with the count of now; else the seminar's own."""
        move = await self.confirm.proposed(admin)
        if move is None or move.seminar.id != number:
            return await self.desk.card(words, number)
        told = await self.confirm.told(MailingKind.MOVED, number)
        return move_card(words, self.desk.presentation, admin, move, told, before)

    async def cancellation_card(self, words: Words, admin: int, number: int, before: int | None = None) -> Screen:
        """Return the card of a cancellation, with the count of now; the seminar's own when it cannot be cancelled."""
        seminar = await self.desk.seminars.get(number)
        if seminar is None or not can_change(seminar, self.desk.clock.now()):
            return await self.desk.card(words, number)
        return cancellation_card(words, admin, seminar, await self.confirm.told(MailingKind.CANCELLED, number), before)

    async def waiting(self, words: Words, conversation: Conversation) -> Screen:
        """Return what the conversation about a move waits for: the new time, or its confirmation."""
        if await self.confirm.proposed(conversation.chat) is None:
            day = day_of_move(conversation)
            view, at = (View.HOURS, minute_of(day)) if day else (View.MONTH, 0)
            return await self.desk.ask_time(words, conversation.object, view, at)
        return await self.move_card(words, conversation.chat, conversation.object)

    async def _below(self, admin: int, words: Words, kind: MailingKind, changed: Seminar, card: Screen) -> None:
        refused = await send_copies(self.bot, admin, words, self.render(kind, changed))
        await send_to(self.bot, admin, refused_notice(words, changed.id, *refused) if refused else card)
