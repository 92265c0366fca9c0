"""``python -m bot journal verify``: names entries of the journal that were edited, removed, reordered or cut off."""

import asyncio
import sys
from collections.abc import Sequence

from bot.cli.opened import name_of, opened_beside
from bot.core.clock import SystemClock, from_epoch
from bot.core.journal import Entry, Fault, Finding, Head, read_head, verify
from bot.exit_codes import EXIT_CONFIG, EXIT_JOURNAL, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings, Settings, read_key
from bot.storage.db.errors import StorageError
from bot.storage.db.inspection import LeftAlone, Unusable
from bot.storage.journal_file import Journal, journal_of, read_journal

SAID = {
    Fault.EDITED: "was edited, or is not the one that was written",
    Fault.REMOVED: "removed",
    Fault.REORDERED: "reordered",
    Fault.CUT_OFF: "cut off: a known head is newer than what is left",
    Fault.NO_HEAD: "the head kept in the database is missing; entries after this one may be cut off",
}


def main(action: str, head: Sequence[str] | None = None) -> int:
    """Verify (the only action), also against heads the admins were sent."""
    given = [read_head(text) for text in head or ()]
    if None in given:
        return fail(EXIT_CONFIG, "--head must be what the admins were sent, like 42:3f9a2c1b…, 16 digits at least")
    name = "DATABASE_PATH"
    try:
        settings = read_settings()
        name = name_of(settings)
        entries, kept = _of_file(settings) if settings.database_url is None else asyncio.run(_of_server(settings))
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    except (Unusable, LeftAlone, StorageError) as fault:
        return fail(EXIT_STORAGE, f"{name}: {fault}")
    found = verify(entries, [kept, *given])
    sys.stdout.writelines(f"{said(finding)}\n" for finding in found)
    sys.stdout.write(summary(entries, faults=len(found)))
    return EXIT_JOURNAL if found else 0


def _of_file(settings: Settings) -> Journal:
    settings.require_file()
    key = read_key(settings.database_key_file) if settings.database_key_file else None
    if not settings.database_path.is_file():
        raise Unusable("there is no database")
    return read_journal(settings.database_path, key)


async def _of_server(settings: Settings) -> Journal:
    async with opened_beside(settings, SystemClock()) as database:
        return await journal_of(database)


def said(finding: Finding) -> str:
    """Return a finding in one line."""
    first, last, words = finding.first, finding.last, SAID[finding.fault]
    if finding.fault is Fault.REORDERED:
        return f"bad   entry {first}: {words}, it belongs at {last}"
    return f"bad   entry {first}: {words}" if first == last else f"bad   entries {first} to {last}: {words}"


def summary(entries: Sequence[Entry], *, faults: int) -> str:
    """Return the last line: how many entries there are, from when to when, and the head."""
    if not entries:
        return "bad   journal: no entry is left\n" if faults else "ok    journal: no entry yet\n"
    first, last = entries[0], entries[-1]
    days = f"{from_epoch(first.at):%Y-%m-%d} to {from_epoch(last.at):%Y-%m-%d}"
    state = f"bad   journal: {faults} found" if faults else "ok    journal: whole"
    return f"{state}, {len(entries)} entries, {days}, head {Head(last.number, last.hash)}\n"
