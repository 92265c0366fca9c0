"""What ``bot check --online`` asks Telegram: the token, the clock, the lawyers' group, the webhook."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from bot.checks.lawyers import Object, group_faults
from bot.checks.texts import Finding
from bot.core.clock import epoch
from bot.core.telegram_time import TOLERATED_SKEW_SECONDS, parse_date_header
from bot.exit_codes import EXIT_CONFIG, EXIT_TOKEN

OK, UNKNOWN = 200, (401, 404)
"""HTTP statuses: an answer; a token Telegram does not know."""

FRESH_ERROR_SECONDS = 600
"""A failed delivery that is older says nothing about now."""

MOST_SHOWN = 120
"""Signs of Telegram's own words that are shown."""

UNPRINTABLE = re.compile(r"[^\x20-\x7e]+")

REFUSED = Finding("token", "Telegram does not know BOT_TOKEN: ask BotFather for the current one", EXIT_TOKEN)


class Away(Exception):
    """Nobody answers. The message says what to do, and holds neither an address nor a secret."""


@dataclass(frozen=True)
class Reply:
    """An answer of Telegram's: the HTTP status, what the body says (None: nothing readable), the Date header."""

    status: int
    body: Any
    date: str = ""

    @property
    def good(self) -> bool:
        """Return whether Telegram did what it was asked."""
        return self.status == OK and isinstance(self.body, dict) and self.body.get("ok") is True

    @property
    def result(self) -> Object | None:
        """Return what was asked for; None when it is refused."""
        found = self.body.get("result") if self.good else None
        return found if isinstance(found, dict) else None


class Ask(Protocol):
    """A way to Telegram."""

    def __call__(self, method: str, **parameters: str | int) -> Reply:
        """Call a method; raises Away."""


@dataclass(frozen=True)
class Subject:
    """What is asked about: the bot's id, the lawyers' group and the webhook, where they are set."""

    bot: str
    group: int | None = None
    webhook: str = ""


def telegram_findings(ask: Ask, subject: Subject, now: datetime) -> Iterator[Finding]:
    """Yield what Telegram says; after a refused token nothing more is asked."""
    try:
        reply = ask("getMe")
    except Away as away:
        yield Finding("token", str(away), EXIT_TOKEN)
        return
    if not reply.good:
        yield REFUSED if reply.status in (OK, *UNKNOWN) else silent("HTTPError")
        return
    yield Finding("token", "Telegram knows it")
    yield clock_finding(reply.date, now)
    for about, look in (("lawyers", group_findings), ("webhook", webhook_findings)):
        try:
            yield from look(ask, subject, now)
        except Away as away:
            yield Finding(about, str(away), note=True)


def silent(kind: str) -> Finding:
    """Return what is said when there is no answer that can be read."""
    return Finding("token", not_answering(kind), EXIT_TOKEN)


def not_answering(kind: str) -> str:
    """Return why nothing was learned; of the error only its kind."""
    return f"Telegram does not answer ({kind}): try later, or look at TELEGRAM_API_URL"


def clock_finding(date: str, now: datetime) -> Finding:
    """Compare this machine's clock with the Date header of Telegram's answer."""
    told = parse_date_header(date)
    if told is None:
        return Finding("clock", "Telegram's answer has no date to compare with")
    seconds = round((now - told).total_seconds())
    if abs(seconds) <= TOLERATED_SKEW_SECONDS:
        return Finding("clock", f"within {TOLERATED_SKEW_SECONDS:.0f} s of Telegram's")
    which = "ahead of" if seconds > 0 else "behind"
    return Finding(
        "clock", f"{abs(seconds)} s {which} Telegram's: reminders would go out at wrong times; turn on NTP", EXIT_CONFIG
    )


def group_findings(ask: Ask, subject: Subject, _: datetime) -> Iterator[Finding]:
    """Ask what the bot may do in the lawyers' group; raises Away."""
    if subject.group is None:
        return
    chat = ask("getChat", chat_id=subject.group).result
    member = ask("getChatMember", chat_id=subject.group, user_id=subject.bot).result
    faults = list(group_faults(chat, member))
    yield from (Finding("lawyers", words, EXIT_CONFIG if bad else 0, note=not bad) for words, bad in faults)
    if not faults:
        yield Finding("lawyers", "the bot may do what it needs in their group")


def webhook_findings(ask: Ask, subject: Subject, now: datetime) -> Iterator[Finding]:
    """Ask where Telegram sends updates, and whether they arrive; raises Away."""
    info = ask("getWebhookInfo").result or {}
    address, waiting = info.get("url"), info.get("pending_update_count")
    if not subject.webhook:
        if address:
            words = "Telegram sends updates to a webhook, and WEBHOOK_URL is not set: the next start removes it"
            yield Finding("webhook", words, note=True)
    elif address != subject.webhook:
        yield Finding("webhook", "Telegram does not send to WEBHOOK_URL yet: the bot says so at its start", note=True)
    else:
        failed = info.get("last_error_date")
        fresh = isinstance(failed, int) and epoch(now) - failed < FRESH_ERROR_SECONDS
        yield _dark(info, waiting) if fresh else Finding("webhook", f"Telegram delivers there; {waiting} updates wait")


def _dark(info: Object, waiting: object) -> Finding:
    said = UNPRINTABLE.sub(" ", str(info.get("last_error_message")))[:MOST_SHOWN]
    words = f"Telegram could not deliver within the last ten minutes, and {waiting} updates wait. It says: {said}."
    mend = "Is the bot running, and does what stands before it (nginx, certificate, firewall) let POST through?"
    return Finding("webhook", f"{words} {mend}", EXIT_CONFIG if waiting else 0, note=not waiting)
