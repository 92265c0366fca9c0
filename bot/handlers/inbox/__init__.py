"""Updates that are never lost: Telegram may forget one only when its effects are durable (R1)."""

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
