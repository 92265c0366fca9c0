"""``python -m bot seminars import FILE.ics``: writes down what a calendar says, beside the running bot or without it.

Nothing is announced, moved or cancelled by it: each event waits at the admins' desk (/seminar) to be confirmed.
"""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

import sqlcipher3

from bot.cli.opened import name_of, opened_beside
from bot.core.clock import SystemClock
from bot.core.seminars.calendar_events import CalendarEvent, Refused, read_events
from bot.core.seminars.calendar_lines import MOST_BYTES, NoCalendar
from bot.core.seminars.imports import Took
from bot.exit_codes import EXIT_CONFIG, EXIT_FILE, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings, Settings
from bot.storage.db.errors import StorageError, Unfit
from bot.storage.db.inspection import LeftAlone, Unusable
from bot.storage.imports import ImportRepository

SAID = {
    Took.NEW: "new, waits at the desk to be announced",
    Took.CHANGED: "changed, waits at the desk",
    Took.CANCELLED: "cancelled in the calendar; what was announced waits at the desk",
    Took.SAME: "known, nothing has changed",
    Took.OLDER: "left alone: a newer version of it is known",
    Took.OVER: "left alone: it is over",
    Took.FAR: "left alone: it is more than three years ahead",
}


def main(action: str, file: str) -> int:
    """Import (the only action)."""
    try:
        settings = read_settings()
        events, refused = read_events(_read(Path(file)))
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    except OSError as error:
        return fail(EXIT_FILE, f"the file cannot be read ({type(error).__name__})")
    except NoCalendar as fault:
        return fail(EXIT_FILE, f"the file is no calendar: {fault}")
    try:
        took = asyncio.run(_taken(settings, events))
    except (BadSettings, Unusable, LeftAlone, Unfit) as fault:
        unset = isinstance(fault, BadSettings)
        return fail(EXIT_CONFIG if unset else EXIT_STORAGE, str(fault) if unset else f"{name_of(settings)}: {fault}")
    except (StorageError, TimeoutError, sqlcipher3.Error) as error:
        return fail(EXIT_STORAGE, f"{name_of(settings)}: it could not be written ({type(error).__name__})")
    sys.stdout.writelines(f"{_line(event)}: {SAID[how]}\n" for event, how in zip(events, took, strict=True))
    sys.stdout.writelines(f"bad   event {each.number} {_quoted(each.title)}: {_why(each)}\n" for each in refused)
    sys.stdout.write(
        f"{len(events)} read, {len(refused)} refused. Nothing is announced: an admin does it in /seminar\n"
    )
    return EXIT_FILE if refused else 0


def _read(file: Path) -> bytes:
    """Return no more of a file than can be a calendar and one byte, by which it shows."""
    with file.open("rb") as opened:
        return opened.read(MOST_BYTES + 1)


async def _taken(settings: Settings, events: Sequence[CalendarEvent]) -> Sequence[Took]:
    clock = SystemClock()
    async with opened_beside(settings, clock) as database:
        return await ImportRepository(database).take(events, clock.now())


def _line(event: CalendarEvent) -> str:
    when = event.plan.when
    return f"ok    {_quoted(event.plan.title_ru)}, {when.local.replace('T', ' ')} {when.zone}"


def _why(refused: Refused) -> str:
    error = refused.error
    return f"{error.refusal.value} ({error.text})" if error.text else error.refusal.value


def _quoted(title: str) -> str:
    return f"«{title}»"
