"""Receives updates without losing one: Telegram deletes an update only when its effects are committed (R1)."""

from bot.handlers.inbox.acknowledge import SettleBeforeAnswer
from bot.handlers.inbox.backoff import TokenRejected
from bot.handlers.inbox.limits import InboxCounters, InboxLimits, InboxMemory
from bot.handlers.inbox.notices import InboxNotices
from bot.handlers.inbox.poller import Inbox

__all__ = [
    "Inbox",
    "InboxCounters",
    "InboxLimits",
    "InboxMemory",
    "InboxNotices",
    "SettleBeforeAnswer",
    "TokenRejected",
]
