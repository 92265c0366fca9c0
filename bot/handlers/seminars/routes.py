"""📅 Seminars for everybody: the list, the cards, one reminder, the calendar file (P7, P9)."""

from datetime import datetime

from aiogram import Bot, F, Router
from aiogram.filters import Command
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.locales import Locale
from bot.core.seminars.reminders import ChooseReminder, Chosen
from bot.core.seminars.seminars import Seminars
from bot.core.subscribers.subscribers import Subscribers
from bot.handlers.seminars.ics import calendar_file
from bot.handlers.seminars.reminder_texts import OpenMailing
from bot.handlers.seminars.screens import (
    AskConsent,
    GetCalendar,
    Remind,
    card,
    consent,
    front,
    front_card,
    gone,
    reminded,
)
from bot.handlers.ui.callbacks import Go, Place, ShowSeminar
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words, edit, send

LARGEST_ID = 2**63 - 1
"""What a row's number can be; a forged button or link may carry anything."""


async def seminars_screen(
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    clock: Clock,
    chat: int,
    subscribers: Subscribers | None = None,
) -> Screen:
    """Return the seminars' first screen; a single one is shown as a card when ``subscribers`` can be asked."""
    coming = await seminars_store.coming(clock.now())
    if len(coming) != 1 or subscribers is None:
        return front(words, presentation, coming)
    row = await subscribers.get(chat)
    choice = await seminars_store.choice(coming[0].id, chat)
    return front_card(words, presentation, coming[0], on=reminded(choice, row), ask=row is None)


async def seminar_screen(
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    subscribers: Subscribers,
    chat: int,
    seminar_id: int,
    now: datetime | None = None,
) -> Screen | None:
    """Return a seminar's card, or None when it is not kept; ``now`` tells whether it is over."""
    seminar = await seminars_store.get(seminar_id) if 0 < seminar_id <= LARGEST_ID else None
    if seminar is None:
        return None
    row = await subscribers.get(chat)
    choice = await seminars_store.choice(seminar_id, chat)
    over = now is not None and now >= seminar.end
    return card(words, seminar, presentation.display_zones, on=reminded(choice, row), ask=row is None, over=over)


async def show_list(
    event: Message | CallbackQuery,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    subscribers: Subscribers,
    clock: Clock,
) -> None:
    """``/seminars``, and its button."""
    chat = event.from_user.id if event.from_user else 0
    screen = await seminars_screen(words, presentation, seminars_store, clock, chat, subscribers)
    if isinstance(event, Message):
        await send(event, screen)
        return
    await event.answer()
    await edit(event, screen)


async def show_card(
    query: CallbackQuery,
    callback_data: ShowSeminar | OpenMailing,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    subscribers: Subscribers,
    clock: Clock,
) -> None:
    """A seminar's card as it stands now, whatever the button was under."""
    await query.answer()
    screen = await seminar_screen(
        words, presentation, seminars_store, subscribers, query.from_user.id, callback_data.seminar, clock.now()
    )
    await edit(query, screen or gone(words))


async def ask_consent(query: CallbackQuery, callback_data: AskConsent, words: Words, seminars_store: Seminars) -> None:
    """What one reminder stores, before anything is stored."""
    await query.answer()
    seminar = await seminars_store.get(callback_data.seminar)
    await edit(query, consent(words, seminar) if seminar else gone(words))


async def remind(
    query: CallbackQuery,
    callback_data: Remind,
    words: Words,
    locale: Locale,
    presentation: Presentation,
    seminars_store: Seminars,
    subscribers: Subscribers,
    clock: Clock,
) -> None:
    """🔔 and 🔕: the choice is stored, then shown."""
    chat, number, want, agreed = query.from_user.id, callback_data.seminar, callback_data.want, callback_data.agreed
    choose = ChooseReminder(seminars_store, subscribers, clock)
    chosen = await choose(number, chat, locale, wanted=want, agreed=agreed)
    if chosen is Chosen.ASK:
        await ask_consent(query, AskConsent(lang=locale, seminar=number), words, seminars_store)
        return
    stored = "seminars-will-remind" if want else "seminars-wont-remind"
    await query.answer(words.plain(stored) if chosen is Chosen.STORED else None)
    screen = await seminar_screen(words, presentation, seminars_store, subscribers, chat, number, clock.now())
    await edit(query, screen or gone(words))


async def send_calendar(
    query: CallbackQuery,
    callback_data: GetCalendar,
    words: Words,
    presentation: Presentation,
    seminars_store: Seminars,
    subscribers: Subscribers,
    clock: Clock,
    bot: Bot,
) -> None:
    """📆: the calendar file, in a message of its own."""
    await query.answer()
    seminar = await seminars_store.get(callback_data.seminar)
    if seminar is None:
        await edit(query, gone(words))
        return
    row = await subscribers.get(query.from_user.id)
    discreet = row is not None and row.discreet
    file = calendar_file(words, seminar, presentation.username, clock.now(), discreet=discreet)
    caption = words("seminars-calendar-caption")
    await bot.send_document(query.from_user.id, BufferedInputFile(file.data, file.name), caption=caption)


def router() -> Router:
    """Return the seminars' router; the reminders' own buttons come with it."""
    router = Router(name="seminars")
    router.message.register(show_list, Command("seminars"))
    router.callback_query.register(show_list, Go.filter(F.to == Place.SEMINARS))
    router.callback_query.register(show_card, ShowSeminar.filter())
    router.callback_query.register(ask_consent, AskConsent.filter())
    router.callback_query.register(remind, Remind.filter())
    router.callback_query.register(send_calendar, GetCalendar.filter())
    router.callback_query.register(show_card, OpenMailing.filter())
    return router
