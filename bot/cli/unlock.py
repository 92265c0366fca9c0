"""``python -m bot unlock``: gives the key to a bot that has started locked; typed or piped in, kept nowhere."""

import getpass
import re
import sys

from bot.exit_codes import EXIT_CONFIG, EXIT_KEY, EXIT_NOBODY, EXIT_STORAGE, fail
from bot.setting_sources import read_settings
from bot.settings import BadSettings
from bot.storage.maintenance.unlock_socket import Reply, hand_over

FAULTS = {
    Reply.WRONG: (EXIT_KEY, "this key does not fit the database, or the file is damaged; the bot stays locked"),
    Reply.STRANGER: (EXIT_KEY, "only the bot's own user and root may unlock it"),
    Reply.FAILED: (EXIT_STORAGE, "the database cannot be used; the bot's log says why"),
}


def main() -> int:
    """Ask for the key, hand it over, say what came of it."""
    try:
        settings = read_settings()
        settings.refuse_server()
        path = settings.database_path
    except BadSettings as fault:
        return fail(EXIT_CONFIG, str(fault))
    key = _asked()
    if not re.fullmatch(r"[0-9a-fA-F]{64}", key):
        return fail(EXIT_KEY, "a key has 64 hexadecimal digits")
    try:
        reply = hand_over(path, key)
    except OSError:
        return fail(EXIT_NOBODY, "no locked bot waits beside DATABASE_PATH, or not for this user")
    if reply in FAULTS:
        return fail(*FAULTS[reply])
    sys.stdout.write("The key fits: the bot goes on. The key was not stored.\n")
    return 0


def _asked() -> str:
    return (
        getpass.getpass("Key (64 hexadecimal digits, not shown): ") if sys.stdin.isatty() else sys.stdin.readline()
    ).strip()
