"""One ``Content`` becomes one Telegram message: the only encoder, for preview, delivery and opened messages (A3).

What an author typed travels with its entities as stored and is never parsed again; a text of the bot's own is HTML.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from aiogram.enums import ParseMode
from aiogram.methods import (
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    SendAnimation,
    SendAudio,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendSticker,
    SendVideo,
    SendVideoNote,
    SendVoice,
    TelegramMethod,
)
from aiogram.types import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMedia,
    InputMediaAnimation,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    LinkPreviewOptions,
    MessageEntity,
)

from bot.core.content import ALBUM_FROM, Button, Content
from bot.core.media import Media, MediaKind

ButtonRows = Sequence[Sequence[InlineKeyboardButton]]
"""Inline buttons, row by row."""

POINTING_DOWN = "👇"
"""The text of the message that holds an album's buttons: Telegram takes none without a text, and this is no word."""

Call = TelegramMethod[Any]
"""One call that sends something."""

SENDING: dict[MediaKind, type[Call]] = {
    MediaKind.PHOTO: SendPhoto,
    MediaKind.VIDEO: SendVideo,
    MediaKind.ANIMATION: SendAnimation,
    MediaKind.AUDIO: SendAudio,
    MediaKind.DOCUMENT: SendDocument,
    MediaKind.VOICE: SendVoice,
    MediaKind.VIDEO_NOTE: SendVideoNote,
    MediaKind.STICKER: SendSticker,
}
EDITING: dict[MediaKind, type[Any]] = {
    MediaKind.PHOTO: InputMediaPhoto,
    MediaKind.VIDEO: InputMediaVideo,
    MediaKind.ANIMATION: InputMediaAnimation,
    MediaKind.AUDIO: InputMediaAudio,
    MediaKind.DOCUMENT: InputMediaDocument,
}
"""Kinds that can become one another; of a voice message only the caption can be edited."""

ITEMS: dict[MediaKind, Callable[..., InputMedia]] = {
    MediaKind.PHOTO: InputMediaPhoto,
    MediaKind.VIDEO: InputMediaVideo,
    MediaKind.AUDIO: InputMediaAudio,
    MediaKind.DOCUMENT: InputMediaDocument,
}
WITHOUT_WORDS = frozenset({MediaKind.VIDEO_NOTE, MediaKind.STICKER})
"""Kinds that Telegram shows no caption under."""


def calls(
    content: Content, *, chat: int = 0, below: ButtonRows = (), silent: bool = False, paid: bool = False
) -> tuple[Call, ...]:
    """Return what sends a content to a chat, in the order of its parts; ``below`` are rows under the content's own."""
    how: dict[str, Any] = {
        "chat_id": chat,
        "disable_notification": silent or None,
        "allow_paid_broadcast": paid or None,
    }
    if not content.media:
        return (SendMessage(**payload(content, below), **how),)
    if len(content.media) >= ALBUM_FROM:
        return _album(content, below, how)
    (file,) = content.media
    words = {} if file.kind in WITHOUT_WORDS else _caption(content.text, content.entities)
    fields = {file.kind.value: file.file, **_shown(file), **words, "reply_markup": keyboard_of(content.keyboard, below)}
    return (SENDING[file.kind](**fields, **how),)


def edit_calls(content: Content, *, chat: int, messages: Sequence[int]) -> tuple[Call, ...]:
    """Return what makes delivered messages say a content; core/mailings/edits.py says which they can.

    An album's buttons stand in the message behind its files; who stopped the broadcast in between has none.
    """
    if len(content.media) < ALBUM_FROM:
        return tuple(_edit_call(content, chat=chat, message=message) for message in messages[:1])
    items: list[Any] = [_item(file) for file in content.media]
    places = zip(items, messages, strict=False)
    edits: list[Call] = [EditMessageMedia(media=item, chat_id=chat, message_id=each) for item, each in places]
    buttons = keyboard_of(content.keyboard)
    for message in messages[len(content.media) : len(content.media) + 1]:
        edits.append(EditMessageReplyMarkup(chat_id=chat, message_id=message, reply_markup=buttons))
    return tuple(edits)


def _edit_call(content: Content, *, chat: int, message: int) -> Call:
    where: dict[str, Any] = {"chat_id": chat, "message_id": message}
    if not content.media:
        return EditMessageText(**payload(content), **where)
    file, words, markup = content.media[0], _caption(content.text, content.entities), keyboard_of(content.keyboard)
    if file.kind in EDITING:
        media = EDITING[file.kind](media=file.file, **words, **_shown(file))
        return EditMessageMedia(media=media, reply_markup=markup, **where)
    return EditMessageCaption(**words, reply_markup=markup, **where)


def _album(content: Content, below: ButtonRows, how: dict[str, Any]) -> tuple[Call, ...]:
    """Return an album and, since Telegram puts no buttons under one, a message with its buttons."""
    files: Any = [_item(file) for file in content.media]
    album, markup = SendMediaGroup(media=files, **how), keyboard_of(content.keyboard, below)
    if markup is None:
        return (album,)
    return (album, SendMessage(text=POINTING_DOWN, parse_mode=None, reply_markup=markup, **how))


def _item(file: Media) -> InputMedia:
    words = _caption(file.caption, file.entities)
    return ITEMS[file.kind](media=file.file, **_shown(file), **words)


def payload(content: Content, below: ButtonRows = ()) -> dict[str, Any]:
    """Return what sendMessage and editMessageText need beside the chat; ``below`` are rows under the content's own."""
    return {
        "text": content.text,
        "parse_mode": ParseMode.HTML if content.entities is None else None,
        "entities": read_entities(content.entities or "[]") or None,
        "reply_markup": keyboard_of(content.keyboard, below),
        "link_preview_options": no_preview(),
    }


def read_entities(stored: str) -> list[MessageEntity]:
    """Return the formatting from its stored form, a JSON array of Bot API entities."""
    return [MessageEntity.model_validate(entity) for entity in json.loads(stored)]


def written_entities(entities: Iterable[MessageEntity]) -> str:
    """Return formatting in its stored form, which ``read_entities`` reads."""
    return json.dumps([entity.model_dump(mode="json", exclude_none=True) for entity in entities], ensure_ascii=False)


def frame(rows: ButtonRows) -> dict[str, Any]:
    """Return the fields of every message of ours: its buttons, and no preview of a link."""
    markup = InlineKeyboardMarkup(inline_keyboard=[list(row) for row in rows]) if rows else None
    return {"reply_markup": markup, "link_preview_options": no_preview()}


def no_preview() -> LinkPreviewOptions:
    """Return the option that keeps foreign pictures out of a frightened person's chat, and saves data."""
    return LinkPreviewOptions(is_disabled=True)


def _caption(text: str, entities: str | None) -> dict[str, Any]:
    if not text:
        return {}
    typed = None if entities is None else read_entities(entities) or None
    return {"caption": text, "parse_mode": ParseMode.HTML if entities is None else None, "caption_entities": typed}


def _shown(file: Media) -> dict[str, Any]:
    """Return how a file is shown; Telegram knows these fields for some kinds only."""
    fields = {
        "has_spoiler": file.spoiler,
        "show_caption_above_media": file.above,
        "cover": file.cover,
        "start_timestamp": file.start,
    }
    return {name: value for name, value in fields.items() if value}


def keyboard_of(buttons: Sequence[Sequence[Button]], below: ButtonRows = ()) -> InlineKeyboardMarkup | None:
    """Return buttons as Telegram takes them; ``below`` are rows under them."""
    rows = [*([_button(button) for button in row] for row in buttons), *(list(row) for row in below)]
    return InlineKeyboardMarkup(inline_keyboard=rows) if rows else None


def _button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=button.text, callback_data=button.data, url=button.url)
