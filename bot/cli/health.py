"""``python -m bot health``: asks the running bot whether it is ready; what containers call every half a minute.

It reads METRICS_LISTEN alone, from where the bot reads it: checking all settings takes longer than the question.
"""

import json
import os
import sys
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from dotenv import dotenv_values

from bot.core.listening import Listen, parse_listen
from bot.exit_codes import EXIT_CONFIG, EXIT_NOT_READY, fail

NAME = "METRICS_LISTEN"
TIMEOUT_SECONDS = 5
MOST_BYTES = 65_536
OK = 200
HERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 -- nothing listens there: it is where a bot does
"""Where a bot that listens everywhere is found."""


def main(*, live: bool = False) -> int:
    """Print one line; return 0 when the bot is ready, or lives."""
    try:
        listen = parse_listen(next(_given(), ""))
    except (ValueError, OSError):
        return fail(EXIT_CONFIG, f"{NAME} must be set, like 127.0.0.1:9105, for the bot and for this command")
    try:
        status, found = _ask(listen, "/health/live" if live else "/health")
    except (OSError, HTTPException, ValueError):
        return fail(EXIT_NOT_READY, f"nobody answers at {NAME}: the bot is not running, or has another setting")
    asked = "live" if live else "ready"
    reasons = ", ".join(str(reason) for reason in found.get("reasons", []))
    good = status == OK and found.get(asked) is True
    sys.stdout.write(f"{'' if good else 'not '}{asked}{': ' if reasons else ''}{reasons}\n")
    return 0 if good else EXIT_NOT_READY


def _given() -> Iterator[str]:
    """Yield what is given, in the order in which it counts: environment, .env, secrets; names in any case."""
    yield from _named(os.environ)
    if (file := Path(".env")).is_file():
        yield from _named(dotenv_values(file, encoding="utf-8-sig"))
    for folder in (os.environ.get("CREDENTIALS_DIRECTORY", ""), "/run/secrets"):
        if folder and Path(folder).is_dir():
            yield from _named({file.name: file.read_text("utf-8").strip() for file in _secrets(Path(folder))})


def _secrets(folder: Path) -> Iterator[Path]:
    return (file for file in folder.iterdir() if file.name.upper() == NAME and file.is_file())


def _named(values: Any) -> Iterator[str]:
    return (value for name, value in values.items() if name.upper() == NAME and value)


def _ask(listen: Listen, path: str) -> tuple[int, dict[str, Any]]:
    """Return the status and the answer; raises OSError, HTTPException, ValueError."""
    connection = HTTPConnection(HERE.get(listen.host, listen.host), listen.port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        found = json.loads(answer.read(MOST_BYTES))
    finally:
        connection.close()
    if not isinstance(found, dict):
        raise ValueError
    return answer.status, found
