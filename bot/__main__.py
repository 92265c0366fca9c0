"""``python -m bot <command>``: parses, then loads only that command's module (aiogram costs seconds)."""

import argparse
import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any, cast

from bot.cli.unread_output import drop_unread
from bot.core_dumps import forbid_core_dumps
from bot.own_command import to_type

PRIVATE_UMASK = 0o077
"""Takes every right from group and others: files are made with mode 0600, folders with 0700."""

COMMANDS = {
    "run": "answer people on Telegram (the default)",
    "demo": "the whole bot in a browser, without Telegram",
    "key": "make a key for the database (key new FILE), encrypt a file that was not (key convert), or change"
    " the key of a server (key rotate FILE)",
    "unlock": "give the key to a bot that has started locked",
    "backup": "write a backup now, encrypted to BACKUP_RECIPIENTS",
    "restore": "put a backup in the database's place, or look whether one can be read (--verify)",
    "panic": "make the database unreadable at once: destroy its key, stop the bot",
    "journal": "say which entries of the journal were edited, removed, reordered or cut off (journal verify)",
    "seminars": "write down what a calendar file says; an admin announces it in /seminar (seminars import FILE.ics)",
    "health": "ask the running bot whether it is ready: one line, exit code 0 or 1 (needs METRICS_LISTEN)",
    "search": "which answers fit a question: one a line (or as arguments), one line of JSON each",
    "site": "write the answers and seminars as a static site (site DIR), for the day Telegram does not work",
    "check": "say what is wrong with the settings, texts and database, and how to mend it",
}

STREAMING = frozenset({"search"})
"""Commands that answer line by line for as long as somebody asks, and only answer."""

OPTIONS = {
    "run": {"--new": "make a new database, though there are backups of another"},
    "health": {"--live": "ask only whether it lives: then a restart would not help"},
    "check": {"--online": "also ask Telegram about the token, the clock, the group, the webhook, and open links"},
    "restore": {
        "--verify": "read it, check it, print counts, change nothing",
        "--force": "put a database that is there aside",
    },
    "panic": {"--yes": "do it without asking"},
}
"""Switches of a command: arguments of its ``main``."""

ARGUMENTS: dict[str, dict[str, dict[str, Any]]] = {
    "key": {
        "action": {
            "choices": ("new", "convert", "rotate"),
            "help": "make a key, encrypt the file with it, or change a server's",
        },
        "file": {"nargs": "?", "help": "where the new key goes; else where DATABASE_KEY_FILE says"},
    },
    "journal": {
        "action": {"choices": ("verify",), "help": "compare every entry with its hash, and with the one before it"},
        "--head": {
            "action": "append",
            "metavar": "NUMBER:HASH",
            "help": "a head the admins were sent",
        },
    },
    "seminars": {
        "action": {"choices": ("import",), "help": "take the events of a file; a second time changes nothing"},
        "file": {"help": "the calendar, as Google, Apple or Outlook exports it (.ics)"},
    },
    "search": {"questions": {"nargs": "*", "help": "a question in quotes; without any they are read line by line"}},
    "site": {
        "folder": {"help": "where it goes: a folder that is made, or a site that is replaced whole"},
        "--date": {"metavar": "DAY", "help": "as it would be on a day like 2026-12-31; else today"},
    },
    "restore": {
        "file": {"help": "the backup, bot-….db.age; the records of erasures lie beside it"},
        "--identity": {"required": True, "metavar": "KEYFILE", "help": "the age identity (AGE-SECRET-KEY-1…)"},
    },
}
"""What else a command is told: arguments of its ``main``."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    output = drop_unread() if arguments is None else None
    os.umask(PRIVATE_UMASK)  # before anything is written: SQLite makes its files with 0644 less the umask
    forbid_core_dumps()
    parser = argparse.ArgumentParser(prog=to_type(""), description="A bot for the audience of asylum-law seminars.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        for option, meaning in OPTIONS.get(name, {}).items():
            command.add_argument(option, help=meaning, action="store_true")
        for argument, how in ARGUMENTS.get(name, {}).items():
            command.add_argument(argument, **how)
    options = vars(parser.parse_args(arguments))
    name = options.pop("command") or "run"
    if output is not None:
        output.ends = name in STREAMING
    return cast(int, _loaded(name).main(**options))


def _loaded(command: str) -> ModuleType:
    """Import a command's module. The garbage collector rests meanwhile: what an import makes stays."""
    works = gc.isenabled()
    gc.disable()
    try:
        return importlib.import_module(f"bot.cli.{command}")
    finally:
        if works:
            gc.enable()


if __name__ == "__main__":
    sys.exit(main())
