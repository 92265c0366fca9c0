"""What the bot does not take: refused politely, never downloaded, and deleted from the chat at a tap (P11)."""

from aiogram import Bot, Router
from aiogram.enums import ContentType
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.core.subscribers.albums import Albums
from bot.handlers.subscribers.clear_chat import MessageNumber, delete_messages
from bot.handlers.ui.callbacks import Spoken
from bot.handlers.ui.menu import menu_below
from bot.handlers.ui.screens import Screen, Words, show

PERSONAL_TYPES = {
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.CHECKLIST,
    ContentType.CONTACT,
    ContentType.DOCUMENT,
    ContentType.LOCATION,
    ContentType.PAID_MEDIA,
    ContentType.PHOTO,
    ContentType.VENUE,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.VOICE,
}
"""What may identify a person: the bot offers to delete it from the chat."""

PLAYFUL_TYPES = {ContentType.DICE, ContentType.GAME, ContentType.POLL, ContentType.STICKER, ContentType.STORY}
"""Other things people send. Service messages (a pinned message, a timer) get no answer."""


class ShowRefusal(Spoken, prefix="rfs"):
    """Show the refusal of a message."""

    message: MessageNumber


class RemoveSent(Spoken, prefix="rms"):
    """Delete what the person sent, with its album, from the chat."""

    message: MessageNumber


class ShowRemoved(Spoken, prefix="rmv"):
    """Show that it is deleted, or that it no longer can be."""

    done: bool


class OncePerAlbum(BaseFilter):
    """A message alone, or the first of its album."""

    async def __call__(self, message: Message, albums: Albums) -> bool:
        """Return whether it is one."""
        album = message.media_group_id
        return album is None or albums.first(message.chat.id, album, message.message_id)


def refusal_screen(words: Words, message: int) -> Screen:
    """Draw the refusal of something personal."""
    remove = words.button("refusals-remove", RemoveSent(lang=words.locale, message=message))
    here = ShowRefusal(lang=words.locale, message=message)
    return Screen(words("refusals-personal"), ((remove,), words.footer(here)))


def removed_screen(words: Words, *, done: bool) -> Screen:
    """Draw what became of the message."""
    key = "refusals-removed" if done else "refusals-too-old"
    return Screen(words(key), (words.footer(ShowRemoved(lang=words.locale, done=done)),))


def router() -> Router:
    """Return the routes of the buttons; the messages themselves come through unknown.py, after all other routers."""
    routes = Router(name="unsupported")
    routes.callback_query.register(show_refusal, ShowRefusal.filter())
    routes.callback_query.register(remove_sent, RemoveSent.filter())
    routes.callback_query.register(show_removed, ShowRemoved.filter())
    return routes


async def refuse(message: Message, words: Words) -> None:
    """Photos, documents, voices, contacts, places: the button deletes them."""
    await answer_silently(message, refusal_screen(words, message.message_id))


async def refuse_playful(message: Message, words: Words) -> None:
    """Stickers, dice, polls: one sentence without a sound."""
    await answer_silently(message, menu_below(words, words("refusals-playful")))


async def show_refusal(query: CallbackQuery, callback_data: ShowRefusal, words: Words) -> None:
    """The refusal, in the other language."""
    await show(query, refusal_screen(words, callback_data.message))


async def remove_sent(query: CallbackQuery, callback_data: RemoveSent, words: Words, albums: Albums, bot: Bot) -> None:
    """Delete it; a second tap finds nothing and says the same."""
    numbers = albums.around(query.from_user.id, callback_data.message)
    done = await delete_messages(bot, query.from_user.id, numbers)
    await show(query, removed_screen(words, done=done))


async def show_removed(query: CallbackQuery, callback_data: ShowRemoved, words: Words) -> None:
    """What became of it, in the other language."""
    await show(query, removed_screen(words, done=callback_data.done))


async def answer_silently(message: Message, screen: Screen) -> None:
    """Answer without a sound."""
    await message.answer(**screen.fields(), disable_notification=True)
