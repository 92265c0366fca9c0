"""What a message says of the one it replies to: itself, a quote of it, or what is told of one from elsewhere."""

from bot.demo.calls import JsonObject, bad_request
from bot.demo.text.utf16 import units

_CONTENT_SHOWN_FROM_ELSEWHERE = frozenset({
    *("animation", "audio", "document", "photo", "sticker", "video", "video_note", "voice"),
    *("has_media_spoiler", "contact", "location"),
})  # fmt: skip
_NOT_NESTED = frozenset({"reply_to_message", "external_reply", "quote"})


def bare(message: JsonObject) -> JsonObject:
    """The message as it stands in a field of another one: without what it replied to itself."""
    return {name: value for name, value in message.items() if name not in _NOT_NESTED}


def reply_from_elsewhere(message: JsonObject) -> JsonObject:
    """The ExternalReplyInfo of a message in another chat or topic. It names the sender, and the chat if it is public.

    Source: core.telegram.org/bots/api#externalreplyinfo.
    """
    chat, sender = message["chat"], message["from"]
    origin: JsonObject = {"type": "user", "date": message["date"], "sender_user": sender}
    if "sender_chat" in message:
        origin = {"type": "chat", "date": message["date"], "sender_chat": message["sender_chat"]}
    shown = {name: value for name, value in message.items() if name in _CONTENT_SHOWN_FROM_ELSEWHERE}
    place = {"chat": chat, "message_id": message["message_id"]} if chat["type"] == "supergroup" else {}
    return {"origin": origin, **place, **shown}


def quote_of(text: str, message: JsonObject) -> JsonObject:
    """The TextQuote of a part of a message; its position in UTF-16 units. Refuses (400) what does not stand there."""
    before, found, _ = str(message.get("text", message.get("caption", ""))).partition(text)
    if not found or not text:
        raise bad_request("QUOTE_TEXT_INVALID")
    return {"text": text, "position": units(before), "is_manual": True}
