"""What a command prints when its reader has gone, as after ``| head``: dropped without a word, and the command goes on.

A command that destroys a key or writes a backup must not stop half-way because of a line nobody reads. One that only
answers line by line stops then: it would read its own input to the end for nobody.
"""

import os
import sys
from io import BufferedWriter, FileIO, RawIOBase, TextIOWrapper
from typing import TextIO, cast

from bot.exit_codes import EXIT_UNREAD


class Dropping(FileIO):
    """A descriptor that leads nowhere once its reader has gone; with ``ends`` the command ends there."""

    ends = False

    def __init__(self, descriptor: int) -> None:
        """Leave the descriptor open at the end."""
        super().__init__(descriptor, "wb", closefd=False)

    def write(self, data: bytes) -> int:  # type: ignore[override]  # the layer above hands down nothing else
        """Write, or drop it."""
        try:
            return super().write(data)
        except BrokenPipeError:
            lead_nowhere(self.fileno())
            if self.ends:
                raise SystemExit(EXIT_UNREAD) from None
            return super().write(data)


def drop_unread() -> Dropping:
    """Let standard output and errors be like that from here on; return what is under the output."""
    under = Dropping(sys.stdout.fileno())
    sys.stdout = over(under, sys.stdout, lines=sys.stdout.isatty())
    sys.stderr = over(Dropping(sys.stderr.fileno()), sys.stderr, lines=True)
    return under


def over(under: Dropping, like: TextIO, *, lines: bool) -> TextIO:
    """Return a text stream of the same encoding; ``lines``: each line is written at once."""
    return TextIOWrapper(BufferedWriter(cast(RawIOBase, under)), like.encoding, like.errors, line_buffering=lines)


def lead_nowhere(descriptor: int) -> None:
    """Let what is written to a descriptor be dropped by the system."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
