"""``python -m bot site DIR``: the same answers and seminars as a static site, for the day Telegram does not work."""

import asyncio
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, time
from importlib import resources
from pathlib import Path

from bot.cli.opened import name_of, opened_beside
from bot.core.clock import SystemClock
from bot.core.faq.library import Library
from bot.core.faq.reload import Reload
from bot.core.faq.topics import shipped_tree
from bot.exit_codes import EXIT_CONFIG, EXIT_EXISTS, EXIT_FILE, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings, Settings
from bot.site.build import site_files
from bot.site.keeping import Shown
from bot.site.records import About, Records
from bot.site.writing import NotASite, write_site
from bot.storage.db.errors import StorageError
from bot.storage.db.inspection import LeftAlone, Unusable
from bot.storage.edited_answers import EditedAnswers
from bot.storage.recordings import RecordingRepository
from bot.storage.reviews import ReviewRepository
from bot.storage.seen_updates import BotIdentity
from bot.storage.seminars import SeminarRepository
from bot.texts import Texts, read_catalogues

CHECKER = "bot.checks.reload"
"""What proves edited answers, as for the running bot."""

ALONE = "note  there is no database: the site has the answers that came with the program, and no seminars\n"


class OnDay(SystemClock):
    """The machine's clock, or noon of a day that was asked for."""

    def __init__(self, day: str | None) -> None:
        """``day``: an ISO date; raises ValueError for another text."""
        self._noon = datetime.combine(date.fromisoformat(day), time(12), UTC) if day else None

    def now(self) -> datetime:
        """Return that moment."""
        return self._noon or super().now()


def main(folder: str, date: str | None = None) -> int:
    """Write the site into a folder, which is made or replaced whole."""
    name = "DATABASE_PATH"
    try:
        settings, clock = read_settings(), OnDay(date)
        name = name_of(settings)
        records = asyncio.run(_records(settings, clock))
        changed = write_site(Path(folder), site_files(records))
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    except (Unusable, LeftAlone, StorageError) as fault:
        return fail(EXIT_STORAGE, f"{name}: {fault}")
    except NotASite:
        return fail(EXIT_EXISTS, "the folder holds something else than a site of this bot: name another one")
    except ValueError:
        return fail(EXIT_CONFIG, "--date must be a day like 2026-12-31")
    except OSError as error:
        hint = ": the one it shall lie in is not there, make it first" if isinstance(error, FileNotFoundError) else ""
        return fail(EXIT_FILE, f"the folder cannot be written ({type(error).__name__}){hint}")
    sys.stdout.write(f"ok    {'written' if changed else 'nothing has changed'}, as of {records.tree.day}\n")
    return 0


async def _records(settings: Settings, clock: SystemClock) -> Records:
    """Return what there is to show: of the database beside the running bot, or of the program alone."""
    shipped = shipped_tree(resources.files("bot") / "locales")
    texts = Texts(read_catalogues())
    library = Library(texts, shipped, clock)
    about = About("", settings.official_links, settings.display_zones, settings.successor, settings.site_url)
    path = settings.database_path
    if settings.database_url is None and not path.is_file():
        sys.stdout.write(ALONE)
        return Records(texts, library.tree, about, scheduled=False)
    async with opened_beside(settings, clock) as database:
        reviews = ReviewRepository(database)
        await Reload(EditedAnswers(path.parent / "locales", CHECKER), texts, library, reviews, shipped).start()
        identity = BotIdentity(database)
        named = replace(about, username=await identity.name(), bot=await identity.number())
        seminars, recordings = SeminarRepository(database), RecordingRepository(database)
        return await Shown(texts, named, lambda: library.tree, seminars, recordings, clock)()
