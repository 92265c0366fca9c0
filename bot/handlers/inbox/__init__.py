"""Updates that are never lost: Telegram may forget one only when its effects are durable (R1)."""

from bot.handlers.inbox.limits import InboxCounters, InboxLimits
from bot.handlers.inbox.patience import TokenRejected
from bot.handlers.inbox.poller import Inbox
from bot.handlers.inbox.settling import SettleBeforeAnswer

__all__ = ["Inbox", "InboxCounters", "InboxLimits", "SettleBeforeAnswer", "TokenRejected"]
