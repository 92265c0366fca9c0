"""What ``bot check --online`` says of the lawyers' group: whether questions would arrive there (A10)."""

from collections.abc import Iterator, Mapping
from typing import Any

Object = Mapping[str, Any]

NOTES = {
    "can_delete_messages": "the bot may not delete in the lawyers' group: copies of erased questions stay there",
    "can_manage_topics": "the bot may not manage topics in the lawyers' group: questions come without topics",
}


def group_faults(chat: Object | None, member: Object | None) -> Iterator[tuple[str, bool]]:
    """Yield what is wrong, and whether it keeps questions from being taken; of Telegram's answers None is a refusal."""
    if chat is None or member is None:
        yield "Telegram shows the bot no group of LAWYER_CHAT_ID: add the bot there, or correct the number", True
    elif chat.get("type") not in ("group", "supergroup"):
        yield "LAWYER_CHAT_ID is not a group's: no questions are taken", True
    elif member.get("status") != "administrator":
        yield "the bot is no administrator of the lawyers' group: no questions are taken", True
    else:
        for right, words in NOTES.items():
            if not member.get(right) and (right != "can_manage_topics" or chat.get("is_forum")):
                yield words, False
