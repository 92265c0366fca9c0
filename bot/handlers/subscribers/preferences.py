"""What a subscriber gets and how, each switch one tap (S2)."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.core.pagination import GAP
from bot.core.subscribers.subscribers import Choice, Choose, Subscriber, Subscribers
from bot.handlers.subscribers.subscription import GiveUpSubscription
from bot.handlers.ui.callbacks import Deed, Go, Place
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, show

CHOICE_KEYS = {
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
    """Draw the switches as they are; without a subscription, the button to subscribe."""
    footer = words.footer(Go(lang=words.locale, to=Place.SETTINGS), words.to_more())
    if row is None:
        text = GAP.join((words("settings-title"), words("settings-stranger")))
        return Screen(text, ((words.go("label-subscribe", Place.SUBSCRIBE),), footer))
    switches = tuple((_switch(words, row, choice),) for choice in CHOICE_KEYS)
    leave = (words.button("label-unsubscribe", GiveUpSubscription(lang=words.locale)),)
    carry = (words.go("label-carry", Place.CARRY),)
    return Screen(GAP.join((words("settings-title"), words("settings-text"))), (*switches, carry, leave, footer))


def _switch(words: Words, row: Subscriber, choice: Choice) -> InlineKeyboardButton:
    on = row.has(choice)
    label = "settings-on" if on else "settings-off"
    target = SetChoice(lang=words.locale, choice=choice, on=not on)
    return words.button(label, target, name=words.plain(CHOICE_KEYS[choice]))


def router() -> Router:
    """Return the routes of the settings."""
    routes = Router(name="settings")
    routes.message.register(show_settings, TypedCommand("settings"))
    routes.callback_query.register(show_settings, Go.filter(F.to == Place.SETTINGS))
    routes.callback_query.register(set_choice, SetChoice.filter())
    return routes


async def show_settings(event: Message | CallbackQuery, words: Words, subscribers: Subscribers) -> None:
    """/settings, and its button."""
    chat = event.from_user.id if event.from_user else 0
    await show(event, settings_screen(words, await subscribers.get(chat)))


async def set_choice(query: CallbackQuery, callback_data: SetChoice, words: Words, choose: Choose) -> None:
    """Set one switch and show it in place."""
    row = await choose(query.from_user.id, callback_data.choice, on=callback_data.on)
    await show(query, settings_screen(words, row))
