"""What nobody understood gets one friendly answer and the menu; no tap is left spinning (P11, P17)."""

from collections import OrderedDict

from aiogram import F, Router
from aiogram.enums import ContentType
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message

from bot.handlers.admins import FromAdminTooLate
from bot.handlers.screens import Words, edit, no_preview, send
from bot.handlers.start import menu_below, menu_screen

ALBUMS_REMEMBERED = 1_000

OTHER_CONTENT = {
    ContentType.ANIMATION,
    ContentType.AUDIO,
    ContentType.CHECKLIST,
    ContentType.CONTACT,
    ContentType.DICE,
    ContentType.DOCUMENT,
    ContentType.GAME,
    ContentType.LOCATION,
    ContentType.PAID_MEDIA,
    ContentType.PHOTO,
    ContentType.POLL,
    ContentType.STICKER,
    ContentType.STORY,
    ContentType.VENUE,
    ContentType.VIDEO,
    ContentType.VIDEO_NOTE,
    ContentType.VOICE,
}
"""What people send; service messages (a pinned message, a timer) are not theirs and get no answer."""


class OncePerAlbum(BaseFilter):
    """An album comes as several messages; only its first is answered."""

    def __init__(self) -> None:
        """Remember nothing yet."""
        self._seen: OrderedDict[str, None] = OrderedDict()

    async def __call__(self, message: Message) -> bool:
        """Return whether the message is alone or the first of its album."""
        album = message.media_group_id
        if album is None:
            return True
        first = album not in self._seen
        self._seen[album] = None
        if len(self._seen) > ALBUMS_REMEMBERED:
            self._seen.popitem(last=False)
        return first


def router() -> Router:
    """Return the last routes."""
    routes = Router(name="fallback")
    routes.message.register(too_late, FromAdminTooLate(), OncePerAlbum())
    routes.message.register(unknown_command, F.text.startswith("/"))
    routes.message.register(free_text, F.text)
    routes.message.register(other_content, F.content_type.in_(OTHER_CONTENT), OncePerAlbum())
    routes.callback_query.register(old_button)
    return routes


async def too_late(message: Message, words: Words) -> None:
    """R11: an admin's order that waited too long is not carried out, and says so."""
    await send(message, menu_below(words, words("too-late-order")))


async def unknown_command(message: Message, words: Words) -> None:
    """A command the bot does not have, or not for this person."""
    await send(message, menu_below(words, words("start-unknown-command")))


async def free_text(message: Message, words: Words) -> None:
    """Words: kept nowhere, answered with the way to the answers."""
    await send(message, menu_below(words, words("start-free-text")))


async def other_content(message: Message, words: Words) -> None:
    """Photos, voices, contacts: never downloaded; one quiet answer."""
    screen = menu_below(words, words("start-other-content"))
    await message.answer(
        screen.text, reply_markup=screen.markup, link_preview_options=no_preview(), disable_notification=True
    )


async def old_button(query: CallbackQuery, words: Words) -> None:
    """A button no router knows any more, or one that is not for this person."""
    await query.answer(words.plain("start-old-button"))
    await edit(query, menu_screen(words))
