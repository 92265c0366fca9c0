"""``python -m bot demo``: takes its port and says that it starts; only then it loads the bot, which takes seconds.

The line stands here and not in a catalogue: reading the catalogues takes longer than anything else before it.
"""

import importlib
import os
import sys
from contextlib import suppress
from typing import cast

from bot.cli.loopback import listen
from bot.exit_codes import EXIT_CONFIG, fail

PORT = 8085
STARTING = "Starting…\n"


def main() -> int:
    """Run the demo until Ctrl-C; return the exit code."""
    port = os.environ.get("DEMO_PORT", str(PORT))
    if not port.isdecimal() or int(port) > 65535:  # noqa: PLR2004 -- the highest port there is
        return fail(EXIT_CONFIG, "DEMO_PORT is a port number")
    try:
        listening = listen(int(port))
    except OSError:
        return fail(EXIT_CONFIG, "the port is taken: choose another with DEMO_PORT=8086")
    with suppress(UnicodeEncodeError):
        sys.stdout.write(STARTING)
        sys.stdout.flush()
    with listening:
        return cast(int, importlib.import_module("bot.cli.demo_server").main(listening))
