"""Writing down what became of messages: one statement a kind of outcome, counters in the same transaction."""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from bot.core.clock import epoch
from bot.core.events import Event, event
from bot.core.mailings.mailings import COUNTERS, Breaker, Counters, breaker
from bot.core.mailings.outbox import (
    Gone,
    Later,
    Migrated,
    NotFound,
    Outcome,
    Partly,
    Refused,
    Sent,
    Slower,
    Unknown,
    Unpaid,
)
from bot.storage.contents.parts import FIRST_OF_ALL, begin_next_part
from bot.storage.db.database import Tx
from bot.storage.mailings.chat_migration import move_chat
from bot.storage.mailings.expiry import close_finished, sweep_cancelled
from bot.storage.mailings.stars import end_fare

BREAKER_CHECK_VERDICTS = 50
"""After so many verdicts of a mailing it is looked at whether it must stop; more at once could jump over the look."""

MAX_RETRY_PAUSE_SECONDS = 3600
"""Seconds; whatever Telegram says, a row is looked at again after that."""

RETRY_AFTER_TIMEOUT_SECONDS = 5
"""Seconds until a message without any answer is tried once more."""

RETRY_AFTER_MIGRATION_SECONDS = 1
"""Seconds until a chat that has moved is tried under its new number."""

BACKOFF_BASE_SECONDS = 4
BACKOFF_MAX_SECONDS = 600
MAX_ATTEMPTS = 11
"""What may have arrived is tried again after 4, 16, 64, … seconds, for an hour in all: a wire that cuts every answer
must not tell anybody the same thing for ever."""

SENT = (
    "UPDATE delivery SET state = 2, maybe = 0, until = 0, messages = ? WHERE mailing = ? AND person = ? AND state = 1"
)
GONE = "UPDATE delivery SET state = 3 WHERE mailing = ? AND person = ? AND state = 1"
UNKNOWN = "UPDATE delivery SET state = 4 WHERE mailing = ? AND person = ? AND state = 1"
AGAIN = """
UPDATE delivery SET state = 0, until = ?, maybe = CASE WHEN ? = 1 THEN 1 ELSE maybe END
WHERE mailing = ? AND person = ? AND state = 1
"""
HAS_ALBUM = "UPDATE delivery SET state = 2, until = 0 WHERE mailing = ? AND person = ? AND state = 1 AND part > 0"
"""Who has the album was told, whatever becomes of its buttons: it can be taken back, and is not sent again."""

STAYS = "DELETE FROM delivery WHERE mailing IN (SELECT id FROM mailing) AND person = ? AND state = 3"
REFUSED = """
UPDATE delivery SET state = 5 WHERE mailing = ?1 AND person = ?2 AND state = 1
  AND EXISTS (SELECT 1 FROM mailing WHERE id = ?1 AND kind = 'broadcast')
"""
"""A broadcast can be repeated to whom it was refused for (A8); of any other mailing the row goes."""
DROP = "DELETE FROM delivery WHERE mailing = ? AND person = ? AND state = 1"
MISSED = "UPDATE subscriber SET not_found = ? WHERE person = ? AND not_found IS NULL"
FOUND = "UPDATE subscriber SET not_found = NULL WHERE person = ? AND not_found IS NOT NULL"

NOT_FOUND_AGAIN = timedelta(hours=20)
"""How far apart the two looks are at least that find no chat (R17)."""

SELECT_COUNTERS = f"""SELECT kind, {", ".join(f'"{name}"' for name in COUNTERS)} FROM mailing
WHERE id = ? AND state = 'queued' AND forced = 0"""  # noqa: S608 -- names of our own dataclass


async def record_all(tx: Tx, outcomes: Sequence[Outcome], now: datetime) -> None:
    """Settle parcels; a row that is gone (the person left meanwhile) moves no counter."""
    groups: dict[int, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        groups[outcome.parcel.mailing].append(outcome)
    for mailing, group in groups.items():
        for start in range(0, len(group), BREAKER_CHECK_VERDICTS):
            counts = await _record_mailing(tx, group[start : start + BREAKER_CHECK_VERDICTS], now)
            await _count(tx, mailing, counts)
            await _stop_if_broken(tx, mailing)
        await mark_asked(tx, mailing, [each.parcel.person for each in group], now)
    await sweep_cancelled(tx, epoch(now))
    await close_finished(tx, epoch(now))


async def _count(tx: Tx, mailing: int, counts: Counter[str]) -> None:
    for name, count in counts.items():
        await tx.execute(f'UPDATE mailing SET "{name}" = "{name}" + ? WHERE id = ?', (count, mailing))  # noqa: S608 -- a counter's name


async def _record_mailing(tx: Tx, group: Sequence[Outcome], now: datetime) -> Counter[str]:
    """Write down one mailing's verdicts: the usual one, delivered, for all its rows at once."""
    counts = await _deliver(tx, [each for each in group if isinstance(each.verdict, Sent)])
    for outcome in group:
        if isinstance(outcome.verdict, Partly):
            counts.update(twice=outcome.parcel.maybe * await begin_next_part(tx, outcome.parcel, outcome.verdict))
        elif outcome.parcel.part and _ends(outcome):
            counts.update(await _told_without(tx, outcome))
        elif not isinstance(outcome.verdict, Sent):
            counts.update(await _record(tx, outcome, now))
    return counts


async def _deliver(tx: Tx, group: Sequence[Outcome]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for maybe in (False, True):
        parcels = [(each.parcel, each.verdict) for each in group if each.parcel.maybe is maybe]
        rows = [(json.dumps((*p.before, *v.messages)), p.mailing, p.person) for p, v in parcels if isinstance(v, Sent)]
        changed = await tx.many(SENT, rows) if rows else 0
        counts.update(delivered=changed, twice=changed * maybe)
    if group:
        await tx.many(FOUND, [(each.parcel.person,) for each in group])
    return counts


async def _record(tx: Tx, outcome: Outcome, now: datetime) -> Counter[str]:
    parcel, verdict = outcome.parcel, outcome.verdict
    key = (parcel.mailing, parcel.person)
    match verdict:
        case Gone():
            return Counter(gone=await tx.execute(GONE, key))
        case NotFound():
            return await _not_found(tx, outcome, now)
        case Refused(content):
            changed = await _refuse(tx, key)
            return Counter(failed=changed, refused=changed * content)
        case Unknown() if parcel.maybe:
            return Counter(unknown=await tx.execute(UNKNOWN, key))
        case Later(maybe=True) if parcel.maybe and parcel.attempts >= MAX_ATTEMPTS:
            return Counter(unknown=await tx.execute(UNKNOWN, key))
    await _again(tx, outcome, now)
    return Counter()


async def _told_without(tx: Tx, outcome: Outcome) -> Counter[str]:
    """Count somebody who has the album and gets no buttons; texts that are refused for all still stop the run."""
    told = await tx.execute(HAS_ALBUM, (outcome.parcel.mailing, outcome.parcel.person))
    refused = isinstance(outcome.verdict, Refused) and outcome.verdict.content
    return Counter(delivered=told, refused=told * refused)


def _ends(outcome: Outcome) -> bool:
    """Return whether a part that did not arrive, or may not have, is not tried again."""
    match outcome.verdict:
        case Refused() | NotFound():
            return True
        case Unknown():
            return outcome.parcel.maybe
        case Later(maybe=True):
            return outcome.parcel.maybe and outcome.parcel.attempts >= MAX_ATTEMPTS
    return False


async def _again(tx: Tx, outcome: Outcome, now: datetime) -> None:
    """Let the row wait for its next try."""
    parcel, verdict = outcome.parcel, outcome.verdict
    key = (parcel.mailing, parcel.person)
    match verdict:
        case Unpaid():
            await tx.execute(AGAIN, (epoch(now), 0, *key))
            await end_fare(tx, parcel.mailing)
        case Migrated(to):
            await tx.execute(AGAIN, (epoch(now) + RETRY_AFTER_MIGRATION_SECONDS, 0, *key))
            await move_chat(tx, parcel.chat, to)
        case Unknown():
            await tx.execute(AGAIN, (epoch(now) + RETRY_AFTER_TIMEOUT_SECONDS, 1, *key))
        case Later() | Slower():
            maybe = isinstance(verdict, Later) and verdict.maybe
            pause = max(verdict.seconds, _patience(parcel.attempts) if maybe else 0)
            until = epoch(now) + min(math.ceil(pause), MAX_RETRY_PAUSE_SECONDS)
            begun = bool(parcel.part) and not pause
            await tx.execute(AGAIN, (FIRST_OF_ALL if begun else until, int(maybe), *key))


def _patience(attempts: int) -> int:
    """Return how long to wait before sending again what may have arrived."""
    return min(BACKOFF_MAX_SECONDS, int(BACKOFF_BASE_SECONDS ** min(attempts, MAX_ATTEMPTS)))


async def _not_found(tx: Tx, outcome: Outcome, now: datetime) -> Counter[str]:
    """Believe "chat not found" only when Telegram has said so before, on a day that ended twenty hours ago."""
    parcel = outcome.parcel
    key = (parcel.mailing, parcel.person)
    today = now.date().isoformat()
    known = await tx.rows("SELECT not_found FROM subscriber WHERE person = ?", (parcel.person,))
    if known and known[0][0] and now - _end_of(known[0][0]) >= NOT_FOUND_AGAIN:
        return Counter(gone=await tx.execute(GONE, key))
    await tx.execute(MISSED, (today, parcel.person))
    return Counter(failed=await _refuse(tx, key))


async def _refuse(tx: Tx, key: tuple[int, int]) -> int:
    return await tx.execute(REFUSED, key) or await tx.execute(DROP, key)


def _end_of(day: str) -> datetime:
    """Return the first moment after an ISO day in UTC: no hour is stored, so the latest one counts."""
    return datetime.fromisoformat(day).replace(tzinfo=UTC) + timedelta(days=1)


async def came_back(tx: Tx, person: int) -> None:
    """Forget that runs found a person gone: whoever gives a sign of life is not removed at their end (S9)."""
    await tx.execute(STAYS, (person,))


async def _stop_if_broken(tx: Tx, mailing: int) -> None:
    for row in await tx.rows(SELECT_COUNTERS, (mailing,)):
        reason = breaker(Counters(*row[1:]))
        if reason and (row[0] == "broadcast" or reason is Breaker.REFUSED):
            event(Event.MAILING_STOPPED, mailing=mailing, reason=reason)
            await tx.execute("UPDATE mailing SET state = 'stopped', reason = ? WHERE id = ?", (reason.value, mailing))


ASKED = """
UPDATE subscriber SET asked = ? WHERE person = ? AND EXISTS (
    SELECT 1 FROM delivery d WHERE d.mailing = ? AND d.person = subscriber.person AND d.state IN (2, 4)
)
"""


async def mark_asked(tx: Tx, mailing: int, people: Iterable[int], now: datetime) -> None:
    """Write down who was told, or may have been: nobody is asked twice, nor removed without having been asked."""
    if await tx.rows("SELECT 1 FROM mailing WHERE id = ? AND kind = 'idle'", (mailing,)):
        await tx.many(ASKED, [(now.date().isoformat(), person, mailing) for person in people])
