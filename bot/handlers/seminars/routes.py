"""📅 Seminars for everybody: the list, the cards, one reminder, the calendar file (P7, P9)."""

from aiogram import Bot, F, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.reminders import ChooseReminder, Chosen
from bot.handlers.seminars import rating
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.seminars.reminder_texts import CoverReminder, OpenMailing, neutral
from bot.handlers.seminars.screens import AskConsent, GetCalendar, Remind, gone
from bot.handlers.ui.callbacks import Go, Place, ShowSeminar
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Words, edit, replace, show
from bot.messages import payload

NEUTRAL_KINDS = {
    MailingKind.ANNOUNCEMENT,
    MailingKind.STEP,
    MailingKind.MOVED,
    MailingKind.EDITED,
    MailingKind.CANCELLED,
}
"""What is told of a seminar and opens its card; the button of a forger may name any kind."""

COVERED_KINDS = {*NEUTRAL_KINDS, MailingKind.RATING}


async def show_list(
    event: Message | CallbackQuery, words: Words, seminar_screens: SeminarScreens, callback_data: Go | None = None
) -> None:
    """``/seminars``, and its button."""
    chat = event.from_user.id if event.from_user else 0
    await show(event, await seminar_screens.front(words, chat, callback_data.came if callback_data else None))


async def show_card(
    query: CallbackQuery, callback_data: ShowSeminar, words: Words, seminar_screens: SeminarScreens
) -> None:
    """A seminar's card as it stands now."""
    await show(query, await seminar_screens.card(words, query.from_user.id, callback_data.seminar))


async def open_reminder(
    query: CallbackQuery, callback_data: OpenMailing, words: Words, seminar_screens: SeminarScreens
) -> None:
    """The card in the place of a neutral message, with «Скрыть»."""
    opened = words.covered_by(callback_data.cover())
    await show(query, await seminar_screens.card(opened, query.from_user.id, callback_data.seminar))


async def cover_reminder(query: CallbackQuery, callback_data: CoverReminder, words: Words) -> None:
    """«Скрыть»: the neutral message again, in the place of the card."""
    await query.answer()
    await replace(query, payload(neutral(words, callback_data.kind, callback_data.among)))


async def ask_consent(
    query: CallbackQuery, callback_data: AskConsent, words: Words, seminar_screens: SeminarScreens
) -> None:
    """What one reminder stores, before anything is stored."""
    await show(query, await seminar_screens.consent(words, query.from_user.id, callback_data.seminar))


async def remind(
    query: CallbackQuery,
    callback_data: Remind,
    words: Words,
    choose_reminder: ChooseReminder,
    seminar_screens: SeminarScreens,
) -> None:
    """🔔 and 🔕: the choice is stored, then shown."""
    chat, number, want, agreed = query.from_user.id, callback_data.seminar, callback_data.want, callback_data.agreed
    chosen = await choose_reminder(number, chat, words.locale, wanted=want, agreed=agreed)
    if chosen is Chosen.ASK:
        await show(query, await seminar_screens.consent(words, chat, number))
        return
    stored = "seminars-will-remind" if want else "seminars-wont-remind"
    await query.answer(words.plain(stored) if chosen is Chosen.STORED else None)
    await edit(query, await seminar_screens.card(words, chat, number))


async def send_calendar(
    query: CallbackQuery, callback_data: GetCalendar, words: Words, seminar_screens: SeminarScreens, bot: Bot
) -> None:
    """📆: the calendar file, in a message of its own."""
    await query.answer()
    file = await seminar_screens.calendar(words, query.from_user.id, callback_data.seminar)
    if file is None:
        await edit(query, gone(words))
        return
    caption = words("seminars-uncalendar-caption" if file.cancels else "seminars-calendar-caption")
    await bot.send_document(query.from_user.id, BufferedInputFile(file.data, file.name), caption=caption)


def router() -> Router:
    """Return the seminars' router; it has the buttons of reminders too."""
    router = Router(name="seminars")
    router.message.register(show_list, TypedCommand("seminars"))
    router.callback_query.register(show_list, Go.filter(F.to == Place.SEMINARS))
    router.callback_query.register(show_card, ShowSeminar.filter())
    router.callback_query.register(ask_consent, AskConsent.filter())
    router.callback_query.register(remind, Remind.filter())
    router.callback_query.register(send_calendar, GetCalendar.filter())
    router.callback_query.register(open_reminder, OpenMailing.filter(F.kind.in_({None, *NEUTRAL_KINDS})))
    router.callback_query.register(cover_reminder, CoverReminder.filter(F.kind.in_(COVERED_KINDS)))
    router.include_router(rating.router())
    return router
