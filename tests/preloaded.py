"""What every part of a run needs and takes seconds: done once, in the server the parts are forked from.

That is the import of the whole bot, the types of Telegram, the texts and the schema of the database. A part that is
measured does none of it, so a measured run executes this module once more, measured, in a process of its own.
"""

import asyncio
import gc
import importlib
import pkgutil

import aiohttp.web
import babel.dates
import coverage
import icalendar
import pytest
from aiogram.methods import AnswerCallbackQuery, EditMessageText, GetUpdates, SendMessage
from aiogram.types import Update

import bot
from bot.telegram_types import build_telegram_types
from tests import part
from tests.chat import town

__all__ = ["aiohttp", "babel", "coverage", "icalendar", "part", "pytest"]


def load_the_bot() -> None:
    """Import all of it; a module that starts a program when it is imported is none of ours."""
    for module in pkgutil.walk_packages(bot.__path__, "bot."):
        importlib.import_module(module.name)


async def open_a_town() -> None:
    """Leave what a first town builds to those that come after it (tests/built_once.py)."""
    async with town() as t:
        await t.person().sends("/start")


def load() -> None:
    """Do all of it. What is there then is no garbage, and is not looked through or copied by the parts."""
    load_the_bot()
    build_telegram_types()
    # Types are built at their first use (docs/decisions/lazy-telegram-types.md), and every part uses these.
    for each in (Update, SendMessage, EditMessageText, AnswerCallbackQuery, GetUpdates):
        each.model_rebuild()
    asyncio.run(open_a_town())
    gc.collect()
    gc.freeze()


load()
