"""The link that takes a language and switches to another bot, and what it is said to hold (O10)."""

import re
from collections.abc import Iterator

from bot.core.subscribers.carried import Carried
from bot.core.subscribers.subscribers import Choice
from bot.wording.wording import Wording

BOT = re.compile(r"(?:@|https?://(?:t|telegram)\.me/)([A-Za-z0-9_]{5,32})/?")
"""A successor that is a bot, and no page."""

KINDS = {
    Choice.REMINDERS: "subscription-reminders",
    Choice.RECORDINGS: "subscription-recordings",
    Choice.NEWS: "subscription-news",
}
MANNERS = {Choice.SILENT: "subscription-silent", Choice.DISCREET: "subscription-is-discreet"}


def bot_of(successor: str) -> str | None:
    """Return the name of the bot without @ that a successor is; None for a page or for none."""
    found = BOT.fullmatch(successor)
    return found[1] if found else None


def carried_link(bot: str, carried: Carried) -> str:
    """Return the link that opens a bot with these switches."""
    return f"https://t.me/{bot}?start={carried.payload()}"


def kinds_said(words: Wording, carried: Carried) -> str:
    """Return a line for each kind of message that comes, or that none does."""
    said = [words(key) for kind, key in KINDS.items() if carried.has(kind)]
    return "\n".join(said or [words("subscription-nothing")])


def manners_said(words: Wording, carried: Carried) -> Iterator[str]:
    """Yield a sentence for each way in which they come that is not the usual one."""
    yield from (words(key) for manner, key in MANNERS.items() if carried.has(manner))
