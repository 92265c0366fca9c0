"""How was the seminar? One tap from 1 to 5, counted without a name; the buttons go with it (S8)."""

from typing import TypeGuard

from aiogram import F, Router
from aiogram.types import CallbackQuery, MaybeInaccessibleMessage, Message

from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.ratings import Ratings
from bot.handlers.seminars.rating_screens import RateSeminar, opened_rating, thanks
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.seminars.reminder_texts import OpenMailing
from bot.handlers.seminars.screens import gone
from bot.handlers.ui.screens import Words, edited, show


async def rate(query: CallbackQuery, callback_data: RateSeminar, words: Words, ratings: Ratings) -> None:
    """Take the buttons away, and count what was tapped if that took them: a replayed tap finds none."""
    number, message = callback_data.seminar, query.message
    if has_button(message, query.data) and await ratings.store.asked(number, query.from_user.id, message.message_id):
        screen = thanks(words.texts, callback_data.lang, lawyers=words.lawyers and words.cover is None)
        if await edited(message.edit_text(**screen.fields()), unchanged=False):
            ratings.count(number, callback_data.value)
            await query.answer()
            return
    await query.answer(words.plain("ratings-closed"), show_alert=True)


def has_button(message: MaybeInaccessibleMessage | None, data: str | None) -> TypeGuard[Message]:
    """Return whether the message still had this button when it was tapped."""
    if not isinstance(message, Message) or message.reply_markup is None:
        return False
    return any(button.callback_data == data for row in message.reply_markup.inline_keyboard for button in row)


async def open_rating(
    query: CallbackQuery, callback_data: OpenMailing, words: Words, seminar_screens: SeminarScreens
) -> None:
    """The question in the place of a neutral message."""
    seminar = await seminar_screens.seminars.get(callback_data.seminar)
    opened = words.covered_by(callback_data.cover())
    await show(query, opened_rating(opened, seminar) if seminar else gone(words))


def router() -> Router:
    """Return the routes of the question."""
    made = Router(name="rating")
    made.callback_query.register(rate, RateSeminar.filter())
    made.callback_query.register(open_rating, OpenMailing.filter(F.kind == MailingKind.RATING))
    return made
