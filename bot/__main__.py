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


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="A bot for the audience of asylum-law seminars.")
    commands = parser.add_subparsers(dest="command", metavar="command")
    for name, words in COMMANDS.items():
        commands.add_parser(name, help=words, description=words)
    command = parser.parse_args(arguments).command or "run"
    module = importlib.import_module(f"bot.cli.{command}")
    return cast(int, module.main())


if __name__ == "__main__":
    sys.exit(main())
