"""What a message in the lawyers' group replies to, and whether it can be copied to the asker (A10)."""

from datetime import datetime

from aiogram.enums import ContentType, MessageEntityType
from aiogram.types import Message, MessageOriginUser

from bot.core.tickets.answering import Refusal

COPIED = frozenset(
    {
        ContentType.TEXT,
        ContentType.PHOTO,
        ContentType.VIDEO,
        ContentType.DOCUMENT,
        ContentType.VOICE,
        ContentType.VIDEO_NOTE,
        ContentType.AUDIO,
        ContentType.ANIMATION,
        ContentType.STICKER,
        ContentType.LOCATION,
        ContentType.VENUE,
    }
)
"""What helps an asker and names nobody. Polls, dice, games, contacts, invoices and stories are refused."""

UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u2800\u3164"
"""Signs that show nothing, beside spaces."""


def replied_to(message: Message, group: int) -> int | None:
    """Return the number of the message in the group that this one replies to.

    A reply in General to a message of a topic is an external one. A reply to the notice of a pin means what is pinned.
    In a topic Telegram gives every message that replies to nothing the topic's creation as what it replies to.
    """
    outside = message.external_reply
    if outside is not None:
        return outside.message_id if outside.chat is not None and outside.chat.id == group else None
    above = message.reply_to_message
    if above is None or replies_to_topic(message):
        return None
    return above.pinned_message.message_id if above.pinned_message is not None else above.message_id


def replies_to_topic(message: Message) -> bool:
    """Return whether what a message of a topic replies to is the topic itself."""
    above = message.reply_to_message
    return above is not None and bool(
        above.forum_topic_created or (message.is_topic_message and above.message_id == message.message_thread_id)
    )


def replies_to_user(message: Message, user: int) -> bool:
    """Return whether a message replies to one that this user wrote."""
    outside, above = message.external_reply, message.reply_to_message
    if outside is not None:
        return isinstance(outside.origin, MessageOriginUser) and outside.origin.sender_user.id == user
    meant = above.pinned_message or above if above is not None and not replies_to_topic(message) else None
    return isinstance(meant, Message) and meant.from_user is not None and meant.from_user.id == user


def date_replied_to(message: Message) -> datetime | None:
    """Return when the message was written that this one replies to, as far as Telegram tells."""
    if message.external_reply is not None:
        return message.external_reply.origin.date
    return message.reply_to_message.date if message.reply_to_message is not None else None


def topic_of(message: Message) -> int | None:
    """Return the topic a message stands in; None in General and in a group without topics."""
    return message.message_thread_id if message.is_topic_message else None


def refusal_of(message: Message) -> Refusal | None:
    """Return why the content of a message cannot be an answer; None when it can."""
    if message.content_type not in COPIED:
        return Refusal.KIND
    if message.has_protected_content:
        return Refusal.PROTECTED
    if begins_with_command(message):
        return Refusal.COMMAND
    if message.text is not None and not message.text.strip().strip(UNSEEN).strip():
        return Refusal.EMPTY
    return None


def file_of(message: Message) -> str | None:
    """Return what tells a message's file from others; None where there is none that its writer can replace."""
    photo = message.photo[-1] if message.photo else None
    media = (photo, message.video, message.animation, message.document, message.audio, message.voice)
    return next((each.file_unique_id for each in media if each is not None), None)


def begins_with_command(message: Message) -> bool:
    """Return whether a text begins with a command of a bot."""
    return any(each.type == MessageEntityType.BOT_COMMAND and each.offset == 0 for each in message.entities or ())


def begins_with_command_to(message: Message, username: str) -> bool:
    """Return whether such a command names this bot, or none."""
    _, at, name = (message.text or "").split(maxsplit=1)[0].partition("@")
    return not at or name.lower() == username.lower()
