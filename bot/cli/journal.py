"""``python -m bot journal verify``: names entries of the journal that were edited, removed, reordered or cut off."""

import sys
from collections.abc import Sequence

from bot.core.clock import from_epoch
from bot.core.journal import Entry, Fault, Finding, Head, read_head, verify
from bot.exit_codes import EXIT_CONFIG, EXIT_JOURNAL, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings, read_key
from bot.storage.db.inspection import LeftAlone, Unusable
from bot.storage.journal_file import read_journal

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
    try:
        settings = read_settings()
        settings.require_file()
        key = read_key(settings.database_key_file) if settings.database_key_file else None
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    if not settings.database_path.is_file():
        return fail(EXIT_STORAGE, "DATABASE_PATH: there is no database")
    try:
        entries, kept = read_journal(settings.database_path, key)
    except (Unusable, LeftAlone) as fault:
        return fail(EXIT_STORAGE, f"DATABASE_PATH: {fault}")
    found = verify(entries, [kept, *given])
    sys.stdout.writelines(f"{said(finding)}\n" for finding in found)
    sys.stdout.write(summary(entries, faults=len(found)))
    return EXIT_JOURNAL if found else 0


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
