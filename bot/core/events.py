"""The only place that writes to the log: a closed list of events, so that no line can name a person (R10).

docs/events.md lists every event with its level, fields and meaning; tests/test_events.py compares the two.
"""

import logging
from enum import Enum

Value = float | Enum | BaseException
"""A number, a word of an enumeration, or an exception, of which only the type is written."""

INFO, WARNING, ERROR = logging.INFO, logging.WARNING, logging.ERROR


class Event(Enum):
    """Everything that can be logged: the logger, the level, the names of the fields."""

    # the program
    STARTED = ("bot.app", INFO, "recovered")
    STOPPED_LATE = ("bot.app", WARNING)
    TELEGRAM_AWAY = ("bot.app", WARNING, "kind", "seconds")
    EDITED_ANSWERS_REFUSED = ("bot.app", WARNING, "count")
    LOCKED = ("bot.app", WARNING)
    UNLOCKED = ("bot.app", INFO)
    STOPPED_LOCKED = ("bot.app", INFO)
    STANDBY = ("bot.app", INFO)
    LEADING = ("bot.app", INFO)
    LEAD_LOST = ("bot.app", ERROR)
    # updates
    INBOX_STARTED = ("bot.inbox", INFO)
    INBOX_STOPPED = ("bot.inbox", INFO)
    UPDATE_WITHOUT_ID = ("bot.inbox", WARNING)
    UPDATE_UNREADABLE = ("bot.inbox", WARNING, "kind")
    UPDATE_IMPLAUSIBLE = ("bot.inbox", WARNING)
    UPDATE_PASSED_OVER = ("bot.inbox", WARNING)
    ATTEMPT_FAILED = ("bot.inbox", WARNING, "kind")
    FLOOD = ("bot.inbox", INFO)
    HANDLER_LATE = ("bot.inbox", INFO)
    PERSON_NOT_TOLD = ("bot.inbox", WARNING, "kind")
    TELEGRAM_UNREACHABLE = ("bot.inbox", WARNING, "kind", "seconds")
    OTHER_POLLER = ("bot.inbox", WARNING, "seconds")
    TOLD_TO_WAIT = ("bot.inbox", WARNING, "seconds")
    TOKEN_REJECTED = ("bot.inbox", WARNING)
    WEBHOOK_REMOVED = ("bot.inbox", INFO)
    WEBHOOK_SET = ("bot.inbox", INFO)
    WEBHOOK_NOT_SET = ("bot.inbox", WARNING, "kind")
    WEBHOOK_TAKEN = ("bot.inbox", WARNING)
    WEBHOOK_DARK = ("bot.inbox", WARNING, "count")
    WEBHOOK_DELIVERS = ("bot.inbox", INFO)
    OFFSET_FORGOTTEN = ("bot.inbox", INFO)
    OFFSET_NOT_CONFIRMED = ("bot.inbox", WARNING, "kind")
    # handlers
    HANDLER_FAILED = ("bot.handlers", ERROR, "kind")
    PERSON_GONE = ("bot.handlers", INFO)
    ADMIN_NOT_REACHABLE = ("bot.handlers", WARNING)
    ADMIN_NOT_TOLD = ("bot.handlers", INFO, "kind")
    INTRODUCTION_FAILED = ("bot.handlers", WARNING, "kind")
    INTRODUCTION_REFUSED = ("bot.handlers", INFO, "kind")
    INTRODUCTION_ENDED_EARLY = ("bot.handlers", WARNING, "kind")
    BALANCE_NOT_KNOWN = ("bot.handlers", INFO, "kind")
    GROUP_NOT_TOLD = ("bot.handlers", INFO, "kind")
    CARDS_NOT_READ = ("bot.handlers", WARNING, "kind")
    CARD_NOT_DRAWN = ("bot.handlers", WARNING, "kind")
    CARD_HAS_NO_READER = ("bot.handlers", INFO)
    CHARTS_NOT_DRAWN = ("bot.handlers", WARNING, "kind")
    JOURNAL_NOT_WRITTEN = ("bot.handlers", WARNING, "kind")
    RELOAD_FAILED = ("bot.handlers", WARNING, "kind")
    RELOAD_NOT_TOLD = ("bot.handlers", INFO, "kind")
    # deliveries
    TEXT_UNREAD = ("bot.delivery", WARNING, "kind")
    NO_ANSWER = ("bot.delivery", WARNING, "kind")
    FORBIDDEN = ("bot.delivery", WARNING)
    GROUP_NOT_SEEN = ("bot.delivery", INFO, "kind")
    CLAIM_FAILED = ("bot.delivery", WARNING, "kind")
    RECORD_FAILED = ("bot.delivery", WARNING, "kind", "count")
    # the channel's feed
    FEED_UNREAD = ("bot.videos", WARNING, "reason", "failures")
    VIDEOS_FOUND = ("bot.videos", INFO, "count")
    # health
    HEALTH_OPEN = ("bot.health", WARNING)
    REQUESTS_MALFORMED = ("bot.health", INFO, "count")
    HEARTBEAT_FAILED = ("bot.health", INFO, "kind")
    HEARTBEAT_BACK = ("bot.health", INFO)
    WATCHDOG_NOT_FED = ("bot.health", ERROR, "reason")
    SUPERVISOR_NOT_TOLD = ("bot.health", WARNING, "kind")
    ALERT = ("bot.health", WARNING, "trouble")
    ALERT_OVER = ("bot.health", INFO, "trouble")
    ALERTS_NOT_KEPT = ("bot.health", WARNING, "kind")
    # the site
    SITE_WRITTEN = ("bot.site", INFO, "count")
    # the clock
    TICK_FAILED = ("bot.scheduler", WARNING, "tick", "kind")
    METRONOME_RESTARTED = ("bot.scheduler", WARNING)
    CLOCK_OFF = ("bot.handlers", WARNING, "ahead")
    # storage
    BACKUP_WRITTEN = ("bot.storage", INFO, "bytes")
    BACKUPS_STAY = ("bot.storage", WARNING, "kind")
    SCHEMA_RAISED = ("bot.storage", INFO, "found", "wanted", "bytes")
    FILE_NOT_SHORTENABLE = ("bot.storage", WARNING, "kind")
    DATABASE_MOVED = ("bot.storage", ERROR)
    DATABASE_BACK = ("bot.storage", INFO)
    DATABASE_NOT_WRITTEN = ("bot.storage", ERROR, "kind")
    KEY_FILE_GONE = ("bot.storage", WARNING)
    KEY_FILE_BACK = ("bot.storage", INFO)
    ERASURES_WAIT = ("bot.storage", WARNING, "count", "kind")
    UNLOCK_SOCKET_NOT_OPEN = ("bot.storage", WARNING, "kind")
    SERVER_AWAY = ("bot.storage", WARNING, "kind")
    SERVER_STUCK = ("bot.storage", WARNING)
    SCHEMA_NEWER = ("bot.storage", WARNING)
    MAILING_STOPPED = ("bot.storage", WARNING, "mailing", "reason")
    PAID_RATE_ENDED = ("bot.storage", WARNING, "mailing")

    logger: str
    level: int
    fields: tuple[str, ...]

    def __new__(cls, logger: str, level: int, *fields: str) -> "Event":
        """Number the members: two with the same logger, level and fields are not the same event."""
        member = object.__new__(cls)
        member._value_ = len(cls.__members__)
        member.logger, member.level, member.fields = logger, level, fields
        return member


SENTENCES = {
    Event.ADMIN_NOT_REACHABLE: ("one of ADMIN_IDS has not pressed Start in the chat with the bot, or has blocked it",),
}
"""What a name does not say, for events on which the operator must act; the page has the same words."""


def event(what: Event, /, **fields: Value) -> None:
    """Write ``name key=value key=value``, and the event's sentence after a colon."""
    line = [what.name.lower(), *(f"{name}={_shown(value)}" for name, value in fields.items())]
    logging.getLogger(what.logger).log(what.level, "%s", ": ".join([" ".join(line), *SENTENCES.get(what, ())]))


def _shown(value: object) -> str:
    """Return a value as it may be printed; of anything but numbers and enumerations only the type."""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, int | float):
        return f"{value:g}" if isinstance(value, float) else f"{value:d}"
    return type(value).__name__
