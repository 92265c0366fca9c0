"""Output that gives nobody away (R10).

Our own log lines are events from code: a word, codes and counts. Other libraries' lines carry what they like (tokens in
URLs, chat ids, inputs), so only their logger, level, and the type and place of an exception are printed. Behind both
stands a net over stderr for whatever goes around the logging: tracebacks, warnings, prints of a library.
"""

import logging
import os
import re
import sys
import threading
import traceback
import warnings
from asyncio import AbstractEventLoop
from collections.abc import Iterable
from types import TracebackType
from typing import Any, TextIO

from bot.exit_codes import EXIT_MEMORY

OURS = "bot"

NET = (
    (re.compile(r"\d{3,}:[\w-]{8,}"), "<token>"),
    (re.compile(r"bot\d+[^/\s]*"), "<token>"),
    (re.compile(r"-?\d{5,}"), "<number>"),
    (re.compile(r"(['\"]).*?\1"), "<text>"),
)


def redacted(text: str) -> str:
    """Return the text without tokens, ids and quoted values."""
    for pattern, word in NET:
        text = pattern.sub(word, text)
    return text


class EventFormatter(logging.Formatter):
    """One line a record; the words of foreign records stay inside."""

    def format(self, record: logging.LogRecord) -> str:
        """Return ``time LEVEL logger event``."""
        head = f"{self.formatTime(record)} {record.levelname} {record.name}"
        ours = record.name == OURS or record.name.startswith(OURS + ".")
        words = _words(record) if ours else "event"
        return " ".join(part for part in (head, words, place_of(record.exc_info)) if part)


def _words(record: logging.LogRecord) -> str:
    """Return one of our own events, through the net; arguments that do not fit must not reach stderr instead."""
    try:
        return redacted(record.getMessage()).replace("\n", " ")
    except (TypeError, ValueError):
        return "unprintable"


def place_of(exc_info: Any) -> str:
    """Return ``exception=Type at function:line`` of an exception, and nothing it says."""
    if not exc_info or exc_info[0] is None:
        return ""
    kind, _, trace = exc_info
    frames = traceback.extract_tb(trace)
    where = f" at {frames[-1].name}:{frames[-1].lineno}" if frames else ""
    return f"exception={kind.__name__}{where}"


class RedactedStream:
    """A text stream that lets nothing through unread."""

    def __init__(self, stream: TextIO) -> None:
        """Wrap the stream."""
        self._stream = stream

    def write(self, text: str) -> int:
        """Write the redacted text."""
        self._stream.write(redacted(text))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write each redacted text."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        """Be the stream in everything else."""
        return getattr(self._stream, name)


def set_up(level: str) -> None:
    """Send all logging to stderr through the formatter and put the net over the rest. Call once, first."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(EventFormatter())
    logging.basicConfig(level=max(logging.WARNING, logging.getLevelName(level)), handlers=[handler], force=True)
    logging.getLogger(OURS).setLevel(level)
    logging.captureWarnings(capture=True)
    warnings.simplefilter("default")
    sys.excepthook = _crash
    sys.unraisablehook = _unraisable
    threading.excepthook = _thread_crash
    sys.stderr = RedactedStream(sys.stderr)


def watch_loop(loop: AbstractEventLoop) -> None:
    """Let the event loop's last resort say the type and place only."""
    loop.set_exception_handler(_loop_failure)


def _crash(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    logging.getLogger("bot").critical("crashed %s", place_of((kind, error, trace)))


def _unraisable(found: Any) -> None:
    trace = (found.exc_type, found.exc_value, found.exc_traceback)
    logging.getLogger("bot").error("unraisable %s", place_of(trace))


def _thread_crash(found: Any) -> None:
    trace = (found.exc_type, found.exc_value, found.exc_traceback)
    logging.getLogger("bot").error("thread_crashed %s", place_of(trace))


def _loop_failure(_: AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, MemoryError):
        os._exit(EXIT_MEMORY)
    found = place_of((type(error), error, error.__traceback__)) if error else ""
    logging.getLogger("bot").error("loop_failure %s", found)
