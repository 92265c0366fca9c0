"""``python -m bot check``: what is wrong with the settings, texts, database, backups, token, and how to mend it.

One line a finding, ``ok`` or ``bad`` first. The exit code is that of the first bad one: 78 settings, 1 texts, 74 the
database, 73 the folder of the backups, 77 the token. Nothing is created or changed, and aiogram is not loaded: this is
run on small machines, often.
"""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from http.client import HTTPException
from importlib import resources
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path
from typing import Any

from bot.checks.answers import answer_faults, tree_faults
from bot.checks.backups import backups
from bot.checks.catalogues import Files, catalogue_faults, read_catalogue
from bot.checks.edited import folder_faults, laid_over
from bot.checks.facts import fact_faults, facts_page, page_faults, read_facts
from bot.checks.glossary import glossary_faults
from bot.checks.keys import key_faults, limit_by_key, limit_of, read_uses
from bot.checks.markup import text_faults
from bot.checks.synonyms import search_faults
from bot.core.clock import SystemClock
from bot.core.topics import Tree, read_tree
from bot.exit_codes import EXIT_CONFIG, EXIT_STORAGE, EXIT_TEXTS, EXIT_TOKEN
from bot.settings import BadSettings, KeyMissing, Settings, read_key, read_settings
from bot.storage.inspection import LeftAlone, Looked, Unusable, look_into

OF_THE_CODE = ("bot/", "check_keys.py")
"""How faults begin that no text can mend."""

PATIENCE = 15
"""Seconds Telegram has for an answer."""


@dataclass(frozen=True)
class Finding:
    """One line of the report; ``code`` is the exit code it asks for, 0 when all is well."""

    about: str
    words: str
    code: int = 0

    def __str__(self) -> str:
        """Return the line."""
        return f"{'bad' if self.code else 'ok '} {self.about}: {self.words}"


LOCKED = Finding(
    "database",
    "locked: DATABASE_KEY_FILE cannot be read, so the bot only answers readers until the file is back,"
    " or the key is given with: python -m bot unlock",
    EXIT_STORAGE,
)


def main(*, online: bool = False) -> int:
    """Print every finding; return the exit code."""
    findings = list(check(resources.files("bot"), SystemClock().now().date(), online=online))
    sys.stdout.writelines(f"{finding}\n" for finding in findings)
    return next((finding.code for finding in findings if finding.code), 0)


def check(package: Traversable, today: date, *, online: bool) -> Iterator[Finding]:
    """Yield the findings in order; without good settings the texts alone can be looked at."""
    settings: Settings | None = None
    try:
        settings = read_settings()
        key, locked = _key(settings)
        yield Finding(
            "settings", "read" if settings.bot_token else "read; no BOT_TOKEN is set, so only the demo can start"
        )
    except BadSettings as fault:
        yield Finding("settings", str(fault), EXIT_CONFIG)
        settings = None
    yield from _texts(package, today, settings.database_path.parent / "locales" if settings else None)
    if settings is not None:
        looked, finding = (None, LOCKED) if locked else _database(settings.database_path, key)
        yield finding
        yield from (Finding("backups", words, code) for words, code in backups(settings, looked))
        yield from _token(settings, looked, online=online)


def _key(settings: Settings) -> tuple[str | None, bool]:
    """Return the database's key, and whether it is out of reach; asked for only where there is, or will be, a file."""
    there = settings.database_path.exists()
    if settings.bot_token is not None or there:
        settings.require_key()
    try:
        return (read_key(settings.database_key_file) if settings.database_key_file else None), False
    except KeyMissing:
        if there:
            return None, True
        raise


def _texts(package: Traversable, today: date, edited: Path | None) -> Iterator[Finding]:
    edited = edited if edited and edited.is_dir() else None
    try:
        files, records = laid_over(package, edited)
        tree = read_tree(records)
        found = chain(folder_faults(package, edited) if edited else (), texts_faults(package, files, tree, today))
        faults = list(dict.fromkeys(found))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Finding("texts", f"locales cannot be read ({type(error).__name__}: {error})", EXIT_TEXTS)
        return
    yield from (Finding("texts", fault, EXIT_TEXTS) for fault in faults)
    if not faults:
        written = sum(1 for topic in tree.topics if topic.written)
        yield Finding("texts", f"both languages are whole, {written} of {len(tree.topics)} answers are written")


def edited_faults(package: Traversable, edited: Path, today: date) -> Iterator[str]:
    """Yield everything that is wrong once the edited answers of a folder stand in their places."""
    found = (finding.words for finding in _texts(package, today, edited) if finding.code)
    yield from (fault for fault in found if not fault.startswith(OF_THE_CODE))


def texts_faults(package: Traversable, files: Files, tree: Tree, today: date) -> Iterator[str]:
    """Yield everything that is wrong with the catalogues and answers of a package."""
    catalogues = {locale: read_catalogue(locale, texts) for locale, texts in files.items()}
    yield from catalogue_faults(catalogues)
    messages: Iterable[frozenset[str]] = (catalogue.messages for catalogue in catalogues.values())
    uses, forms = read_uses(package, frozenset().union(*messages))
    limits = limit_by_key(uses)
    for catalogue in catalogues.values():
        yield from text_faults(catalogue, lambda key: limit_of(key, limits))
        yield from key_faults(catalogue, uses, forms, tree)
    yield from tree_faults(tree, today)
    yield from answer_faults(tree, catalogues)
    yield from glossary_faults(tree, catalogues)
    yield from search_faults(catalogues)
    page = facts_page(package)
    if page.is_file():  # the wheel does not carry it
        facts = page.read_text(encoding="utf-8")
        yield from page_faults(facts)
        yield from fact_faults(tree, read_facts(facts))


def _database(path: Path, key: str | None) -> tuple[Looked | None, Finding]:
    if not path.exists():
        return None, _no_database(path.parent)
    try:
        looked = look_into(path, key)
    except Unusable as fault:
        return None, Finding("database", f"DATABASE_PATH: {fault}", EXIT_STORAGE)
    except LeftAlone as reason:
        return None, Finding("database", f"not looked into: {reason}")
    return looked, Finding("database", f"whole, schema {looked.schema}, {'encrypted' if key else 'not encrypted'}")


def _no_database(folder: Path) -> Finding:
    if not folder.is_dir():
        return Finding("database", "the folder of DATABASE_PATH does not exist: make it", EXIT_STORAGE)
    if not os.access(folder, os.W_OK):
        return Finding("database", "the folder of DATABASE_PATH is read-only: give it to this user", EXIT_STORAGE)
    return Finding("database", "there is none yet; the first start makes it")


def _token(settings: Settings, looked: Looked | None, *, online: bool) -> Iterator[Finding]:
    if settings.bot_token is None:
        yield Finding("token", "none is set; BotFather gives one, and it goes into .env as BOT_TOKEN")
        return
    token = settings.bot_token.get_secret_value()
    if looked and looked.bot not in (None, token.partition(":")[0]):
        yield Finding("token", "BOT_TOKEN is another bot's than the database: give each bot its own", EXIT_CONFIG)
        return
    yield _ask(settings.telegram_api_url, token) if online else Finding("token", "well-formed; --online asks Telegram")


def _ask(address: str, token: str) -> Finding:
    """Ask Telegram who the token is; its address holds the token, so nothing of an error is shown but its kind."""
    refused = Finding("token", "Telegram does not know BOT_TOKEN: ask BotFather for the current one", EXIT_TOKEN)
    try:
        with urllib.request.urlopen(f"{address}/bot{token}/getMe", timeout=PATIENCE) as reply:  # noqa: S310 -- settings allow http(s) only
            answer: Any = json.load(reply)
    except urllib.error.HTTPError as error:
        with error:
            unknown = error.code in (401, 404)
        return refused if unknown else _silent(error)
    except (OSError, ValueError, HTTPException) as error:
        return _silent(error)
    known = isinstance(answer, dict) and answer.get("ok") is True
    return Finding("token", "Telegram knows it") if known else refused


def _silent(error: Exception) -> Finding:
    words = f"Telegram does not answer ({type(error).__name__}): try later, or look at TELEGRAM_API_URL"
    return Finding("token", words, EXIT_TOKEN)
