"""How a command ends when something is wrong: one line for the operator, and a code a supervisor understands."""

import sys

EXIT_TEXTS = 1
"""The catalogues or answers have a fault (``check`` alone)."""

EXIT_JOURNAL = 1
"""An entry of the journal is not as it was written (``journal verify`` alone)."""

EXIT_NOT_READY = 1
"""The bot is not ready, or does not answer (``health`` alone)."""

EXIT_UNREAD = 141
"""Nobody reads the answers any more (``search`` alone): what a shell says of a command that SIGPIPE ended."""

EXIT_KEY = 65
"""The key is no key, or not this database's (EX_DATAERR)."""

EXIT_FILE = 65
"""A file that was given is not what it should be, or not all of it (EX_DATAERR)."""

EXIT_NOBODY = 69
"""No locked bot waits for a key (EX_UNAVAILABLE)."""

EXIT_EXISTS = 73
"""Something is there already and is not overwritten, or cannot be written (EX_CANTCREAT)."""

EXIT_TOKEN = 77
"""Telegram does not know the token (EX_NOPERM): restarting will not help."""

EXIT_STORAGE = 74
"""The database cannot be used (EX_IOERR)."""

EXIT_ANOTHER = 75
"""Another instance is working (EX_TEMPFAIL)."""

EXIT_CONFIG = 78
"""A setting is wrong (EX_CONFIG): restarting will not help."""

EXIT_MEMORY = 71
"""A loop that ran out of memory has lost something of its own, and may turn for ever without working (EX_OSERR)."""


def fail(code: int, words: str) -> int:
    """Say what is wrong in one line and return the code."""
    print(f"bot: {words}", file=sys.stderr)
    return code
