"""Receives updates without losing one: Telegram deletes an update only when its effects are committed (R1)."""

from bot.handlers.inbox.acknowledge import SettleBeforeAnswer
from bot.handlers.inbox.backoff import TokenRejected
from bot.handlers.inbox.inbox import Inbox
from bot.handlers.inbox.limits import InboxCounters, InboxLimits, InboxMemory
from bot.handlers.inbox.notices import InboxNotices
from bot.handlers.inbox.poller import Poller
from bot.handlers.inbox.webhook import WebhookInbox
from bot.handlers.inbox.webhook_port import PortTaken
from bot.handlers.inbox.webhook_registration import Webhook

__all__ = [
    "Inbox",
    "InboxCounters",
    "InboxLimits",
    "InboxMemory",
    "InboxNotices",
    "Poller",
    "PortTaken",
    "SettleBeforeAnswer",
    "TokenRejected",
    "Webhook",
    "WebhookInbox",
]
