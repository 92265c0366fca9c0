"""``python -m bot check``: what is wrong with settings, texts, database, key, disk, backups, token; how to mend it.

One line a finding: ``ok``, ``bad``, or ``note`` for what is allowed and seldom meant. The exit code is that of the
first bad one: 78 settings, the key's place, the clock, an address; 1 texts; 74 the database or its disk; 73 the
backups; 77 the token. Every part is looked at, whatever is wrong with another; ``bot/checks`` decides what is wrong.
Nothing is created or changed, and aiogram is not loaded: this is run on small machines, often.
"""

import os
import sys
from collections.abc import Iterator
from datetime import date
from importlib import import_module, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from bot.checks.addresses import LEFT_OUT, link_findings, webhook_address_findings
from bot.checks.backups import backup_findings
from bot.checks.place import Place, place_findings
from bot.checks.telegram import Subject, telegram_findings
from bot.checks.texts import Finding, package_findings
from bot.cli.doors import TelegramDoor, Visitor, resolve
from bot.core.clock import SystemClock
from bot.core.journal import hash_of
from bot.core.tickets.group import Lawyers
from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE
from bot.own_command import to_type
from bot.setting_sources import Examined, examine_settings
from bot.settings import NO_DRIVER, BadSettings, KeyMissing, Settings, read_key
from bot.site.writing import is_taken
from bot.storage.backups.state import BackupsOnDisk
from bot.storage.db.errors import Unfit
from bot.storage.db.inspection import LeftAlone, Looked, Unusable, look_into
from bot.storage.db.instance_lock import InstanceLock, NoPlace
from bot.storage.edited_answers import EditedAnswers

READ_ONLY = Finding(
    "database",
    "the folder of DATABASE_PATH is read-only: give it to this user, on a disk mounted for writing",
    EXIT_STORAGE,
)

NO_FILE = Finding("database", "DATABASE_PATH is no file, or a link that leads to none: name the file", EXIT_STORAGE)

KEY_GONE = Finding(
    "database",
    "DATABASE_KEY_FILE cannot be read; a bot that was started before goes on with the key in its memory, but its next"
    " start will be locked: put the file back",
    EXIT_STORAGE,
)


def main(*, online: bool = False) -> int:
    """Print every finding; return the exit code."""
    findings = list(check(resources.files("bot"), SystemClock().now().date(), online=online))
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    return next((finding.code for finding in findings if finding.code), 0)


PARTS = {
    "database": ("database_path", "database_url", "database_key_file", "database_unencrypted"),
    "backups": ("backup_dir", "backup_recipients"),
    "token": ("bot_token", "telegram_proxy"),
}
"""A part of the report, and the settings without which there is nothing to look at."""

DEFAULTS = "a bad setting counts as its default in what follows"

EMPTY = {
    "admin_ids": "ADMIN_IDS is empty: nobody can enter seminars or send broadcasts",
    "official_links": "OFFICIAL_LINKS is empty: /verify can show no page by which people tell an imitation",
    "successor": "SUCCESSOR is empty: should Telegram take the bot away, nobody knows where to look for it",
}
"""Settings that may be empty, and what is missing then."""


NO_ADDRESS = "SITE_URL is empty: the bot names the site to nobody, and no calendar can follow it"

METRICS_OPEN = (
    "METRICS_LISTEN is not of this machine alone: whoever reaches it reads the numbers of a day; 127.0.0.1 is"
)

NO_LAWYERS = "LAWYERS is reviewers, and REVIEWERS is empty: nobody can answer the questions to the lawyers"


def check(package: Traversable, today: date, *, online: bool) -> Iterator[Finding]:
    """Yield the findings in order; a part whose own settings are bad is named as not looked at."""
    found = examine_settings()
    key, locked, fault = _key(found)
    yield from _settings(found, fault)
    settings, bad = found.settings, found.bad | ({"database_key_file"} if fault else frozenset())
    yield from package_findings(package, today, settings.database_path.parent / "locales")
    looked: Looked | None = None
    if waiting := _waiting("database", bad):
        yield from waiting
    elif settings.database_url is not None:
        yield from _server(settings.require_server(), key, settings.database_path.parent / "locales")
    elif locked:
        yield _without_key(settings.database_path)
    else:
        looked, finding = _database(settings.database_path, key)
        yield finding
    if not {"database_path", "database_key_file", "backup_dir", "site_dir"} & bad:
        site = settings.site_dir
        taken = site is not None and is_taken(site)
        place = Place(settings.database_path, settings.database_key_file, settings.backup_dir, site, taken)
        yield from place_findings(place, BackupsOnDisk(settings.backup_recipients))
    yield from _backups(settings, looked, bad)
    yield from _waiting("token", bad) or _token(settings, looked, online=online)
    if online:
        yield from link_findings(settings.official_links, settings.successor, Visitor(_proxy(settings)))


def _settings(found: Examined, key_fault: str) -> Iterator[Finding]:
    """Yield every fault on a line of its own, then what is empty and seldom meant to be."""
    faults = [*found.faults, *([key_fault] if key_fault else [])]
    yield from (Finding("settings", fault, EXIT_CONFIG) for fault in faults)
    if found.bad:
        yield Finding("settings", DEFAULTS, note=True)
    if not faults:
        token = found.settings.bot_token
        yield Finding("settings", "read" if token else "read; no BOT_TOKEN is set, so only the demo can start")
    if found.settings.lawyers is Lawyers.REVIEWERS and found.settings.lawyer_chat_id and not found.settings.reviewers:
        yield Finding("settings", NO_LAWYERS, note=True)
    listen = found.settings.metrics_listen
    if listen and not listen.loopback:
        yield Finding("settings", METRICS_OPEN, note=True)
    if found.settings.site_dir and not found.settings.site_url and "site_url" not in found.bad:
        yield Finding("settings", NO_ADDRESS, note=True)
    empty = (name for name in EMPTY if name not in found.bad and not getattr(found.settings, name))
    yield from (Finding("settings", EMPTY[name], note=True) for name in empty)


def _waiting(part: str, bad: frozenset[str]) -> list[Finding]:
    """Return the line of a part that cannot be looked at, or nothing."""
    names = [name.upper() for name in PARTS[part] if name in bad]
    return [Finding(part, f"not looked at: mend {' and '.join(names)} first", note=True)] if names else []


def _key(found: Examined) -> tuple[str | None, bool, str]:
    """Return the database's key, whether it is out of reach, and what is wrong with it.

    It is asked for only where there is, or will be, a file.
    """
    settings, there = found.settings, found.settings.database_path.exists()
    if found.bad & set(PARTS["database"]):
        return None, False, ""
    try:
        if settings.bot_token is not None or there:
            settings.require_key()
        return (read_key(settings.database_key_file) if settings.database_key_file else None), False, ""
    except KeyMissing as fault:
        return (None, True, "") if there else (None, False, str(fault))
    except BadSettings as fault:
        return None, False, str(fault)


def _backups(settings: Settings, looked: Looked | None, bad: frozenset[str]) -> Iterator[Finding]:
    if waiting := _waiting("backups", bad):
        yield from waiting
        return
    home, storage = settings.database_path.parent, BackupsOnDisk(settings.backup_recipients)
    found = backup_findings(settings.backup_dir, home, storage, looked, SystemClock().now())
    yield from (Finding("backups", words, code) for words, code in found)


def _without_key(path: Path) -> Finding:
    """A bot that runs has the key in its memory."""
    try:
        return KEY_GONE if InstanceLock(path).held() else _locked()
    except NoPlace:
        return _locked()


def _locked() -> Finding:
    words = (
        "locked: DATABASE_KEY_FILE cannot be read, so the bot only answers readers until the file is back,"
        f" or the key is given with: {to_type('unlock')}"
    )
    return Finding("database", words, EXIT_STORAGE)


def _database(path: Path, key: str | None) -> tuple[Looked | None, Finding]:
    if not os.path.lexists(path):
        return None, _no_database(path.parent)
    if not path.is_file():
        return None, NO_FILE
    looked = None
    try:
        looked = look_into(path, key)
        words = f"whole, schema {looked.schema}, {'encrypted' if key else 'not encrypted'}, SQLite {looked.sqlite}"
    except Unusable as fault:
        return None, Finding("database", f"DATABASE_PATH: {fault}", EXIT_STORAGE)
    except LeftAlone as reason:
        words = f"not looked into: {reason}"
    return looked, Finding("database", words) if os.access(path.parent, os.W_OK) else READ_ONLY


def _server(url: str, key: str | None, edited: Path) -> Iterator[Finding]:
    if key is None:
        yield Finding("database", "DATABASE_URL: not looked at without DATABASE_KEY_FILE", EXIT_CONFIG)
        return
    try:
        engine = import_module("bot.storage.db.postgres.look")  # its driver is not in every installation
        words, notes = engine.look_at_server(url, key, hash_of(*EditedAnswers(edited, "").read().prints()))
        yield Finding("database", words)
        yield from (Finding("database", note, note=True) for note in notes)
    except ModuleNotFoundError:
        yield Finding("database", f"DATABASE_URL: {NO_DRIVER}", EXIT_CONFIG)
    except Unfit as fault:
        yield Finding("database", f"DATABASE_URL: {fault}", EXIT_STORAGE)


def _no_database(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("database", "the folder of DATABASE_PATH does not exist: make it", EXIT_STORAGE)
    if not os.access(folder, os.W_OK):
        return READ_ONLY
    return Finding("database", "there is none yet; the first start makes it")


def _token(settings: Settings, looked: Looked | None, *, online: bool) -> Iterator[Finding]:
    if settings.bot_token is None:
        yield Finding("token", "none is set; BotFather gives one, and it goes into .env as BOT_TOKEN")
        return
    token = settings.bot_token.get_secret_value()
    if looked and looked.bot not in (None, token.partition(":")[0]):
        yield Finding("token", "BOT_TOKEN is another bot's than the database: give each bot its own", EXIT_CONFIG)
        return
    if not online:
        yield Finding("token", "well-formed; --online asks Telegram")
        return
    ask = TelegramDoor(settings.telegram_api_url, token, _proxy(settings))
    subject = Subject(token.partition(":")[0], settings.lawyer_chat_id, settings.webhook_url)
    yield from telegram_findings(ask, subject, SystemClock().now())
    if settings.webhook_url and settings.telegram_proxy:
        yield LEFT_OUT
    elif settings.webhook_url:
        yield from webhook_address_findings(settings.webhook_url, resolve)


def _proxy(settings: Settings) -> str:
    return settings.telegram_proxy.get_secret_value() if settings.telegram_proxy else ""
