"""The one filter of every command: any letter case, punctuation behind the name, and the bot's @name.

Phones begin a line with a capital letter and people end it with a full stop; neither may change what a command does.
"""

import re
from dataclasses import replace

from aiogram.filters import Command, CommandObject
from magic_filter import MagicFilter

TRAILING = re.compile(r"[^\w\s]+\Z")
"""What may stand behind a command's name and means nothing: punctuation, an emoji."""


class TypedCommand(Command):
    """A command as people type it: ``/stop``, ``/Stop.``, ``/STOP@the_bot!``."""

    def __init__(self, *names: str, magic: MagicFilter | None = None) -> None:
        """Take the names, and what the arguments must be."""
        super().__init__(*names, ignore_case=True, magic=magic)

    def extract_command(self, text: str) -> CommandObject:
        """Return the command without the punctuation behind its name."""
        found = super().extract_command(text)
        mention = TRAILING.sub("", found.mention) if found.mention else found.mention
        return replace(found, command=TRAILING.sub("", found.command), mention=mention or None)
