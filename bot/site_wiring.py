"""The part of ``wiring.py`` that keeps the site as the bot is."""

from aiogram.types import User

from bot.core.clock import Clock
from bot.core.faq.library import Library
from bot.settings import Settings
from bot.site.keeping import KeepSite, Shown
from bot.site.records import About
from bot.storage.repositories import Repositories
from bot.texts import Texts


def site_kept(
    settings: Settings, me: User, texts: Texts, library: Library, repositories: Repositories, clock: Clock
) -> KeepSite:
    """Return what writes SITE_DIR; nothing without one."""
    said = (settings.official_links, settings.display_zones, settings.successor, settings.site_url)
    about = About(me.username or "", *said, me.id)
    shown = Shown(texts, about, lambda: library.tree, repositories.seminars, repositories.recordings, clock)
    return KeepSite(shown, settings.site_dir)
