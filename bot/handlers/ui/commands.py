"""The one filter of every command: any letter case, punctuation behind the name, and the bot's @name.

Phones begin a line with a capital letter and people end it with a full stop; neither may change what a command does.
"""

import re
from dataclasses import replace
from typing import Any

from aiogram import Bot
from aiogram.filters import BaseFilter, Command, CommandObject
from aiogram.types import Message

TRAILING = re.compile(r"[^\w\s]+\Z")
"""What may stand behind a command's name and means nothing: punctuation, an emoji."""


class _Unpunctuated(Command):
    @classmethod
    def extract_command(cls, text: str) -> CommandObject:
        """Return the command without the punctuation behind its name."""
        found = super().extract_command(text)
        mention = TRAILING.sub("", found.mention) if found.mention else found.mention
        return replace(found, command=TRAILING.sub("", found.command), mention=mention or None)


class TypedCommand(BaseFilter):
    """A command as people type it: ``/stop``, ``/Stop.``, ``/STOP@the_bot!``."""

    def __init__(self, *names: str, magic: Any = None) -> None:
        """Take the names, and what the arguments must be: a magic filter of aiogram."""
        self.names = names
        self._command = _Unpunctuated(*names, ignore_case=True, magic=magic)

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        """Return whether it is one; handlers get it as ``command``."""
        return await self._command(message, bot)
