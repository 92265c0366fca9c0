"""What a subscriber gets and how, each switch one tap (S2)."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.core.pagination import GAP
from bot.core.subscribers.subscribers import Choice, Choose, Subscriber, Subscribers
from bot.handlers.ui.callbacks import Deed, Go, Place
from bot.handlers.ui.screens import Screen, Words, edit, send

NAMES = {
    Choice.REMINDERS: "settings-reminders",
    Choice.RECORDINGS: "settings-recordings",
    Choice.NEWS: "settings-news",
    Choice.SILENT: "settings-silent",
    Choice.DISCREET: "settings-discreet",
}


class SetChoice(Deed, prefix="set"):
    """Set a switch to a value: not a toggle, so that a second tap on an old screen does no harm."""

    choice: Choice
    on: bool


def settings_screen(words: Words, row: Subscriber | None) -> Screen:
    """Draw the switches as they are; without a subscription, the way to one."""
    footer = words.footer(Go(lang=words.locale, to=Place.SETTINGS), Go(lang=words.locale, to=Place.MORE))
    if row is None:
        text = GAP.join((words("settings-title"), words("settings-stranger")))
        return Screen(text, ((words.go("label-subscribe", Place.SUBSCRIBE),), footer))
    switches = tuple((_switch(words, row, choice),) for choice in NAMES)
    return Screen(GAP.join((words("settings-title"), words("settings-text"))), (*switches, footer))


def _switch(words: Words, row: Subscriber, choice: Choice) -> InlineKeyboardButton:
    on = row.has(choice)
    label = "settings-on" if on else "settings-off"
    target = SetChoice(lang=words.locale, choice=choice, on=not on)
    return words.button(label, target, name=words.plain(NAMES[choice]))


def router() -> Router:
    """Return the routes of the settings."""
    routes = Router(name="settings")
    routes.message.register(send_settings, Command("settings", ignore_case=True))
    routes.callback_query.register(show_settings, Go.filter(F.to == Place.SETTINGS))
    routes.callback_query.register(set_choice, SetChoice.filter())
    return routes


async def send_settings(message: Message, words: Words, subscribers: Subscribers) -> None:
    """/settings."""
    await send(message, settings_screen(words, await subscribers.get(message.chat.id)))


async def show_settings(query: CallbackQuery, words: Words, subscribers: Subscribers) -> None:
    """The switches."""
    row = await subscribers.get(query.from_user.id)
    await query.answer()
    await edit(query, settings_screen(words, row))


async def set_choice(query: CallbackQuery, callback_data: SetChoice, words: Words, choose: Choose) -> None:
    """One switch, shown in place."""
    row = await choose(query.from_user.id, callback_data.choice, on=callback_data.on)
    await query.answer()
    await edit(query, settings_screen(words, row))
