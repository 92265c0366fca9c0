"""``python -m bot <command>``: parses, then loads only that command's module (aiogram costs seconds)."""

import argparse
import importlib
import sys
from typing import cast

COMMANDS = {
    "run": "answer people on Telegram (the default)",
    "demo": "the whole bot in a browser, without Telegram",
    "check": "say what is wrong with the settings, texts and database, and how to mend it",
}

OPTIONS = {"check": {"--online": "also ask Telegram whether it knows the token"}}
"""Switches of a command: arguments of its ``main``."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="A bot for the audience of asylum-law seminars.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for name, words in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        for option, meaning in OPTIONS.get(name, {}).items():
            command.add_argument(option, help=meaning, action="store_true")
    options = vars(parser.parse_args(arguments))
    module = importlib.import_module(f"bot.cli.{options.pop('command') or 'run'}")
    return cast(int, module.main(**options))


if __name__ == "__main__":
    sys.exit(main())
