"""Telegram types are built before the first update, and what is built later is small."""

import gc
import json
import subprocess
import sys

import pytest
from aiogram.methods import Response
from aiogram.types import Message

from bot.telegram_types import CALLS, RESULTS, UPDATES, build_telegram_types
from tests.chat import town
from tests.tree import ROOT

LONGEST_BUILD_MS = 20.0
"""How long one build may hold the event loop."""


async def test_they_are_built_when_the_bot_is_open() -> None:
    build_telegram_types.cache_clear()
    async with town():
        assert build_telegram_types.cache_info().currsize == 1
    assert [kind for kind in (*UPDATES, *CALLS) if not kind.__pydantic_complete__] == []


def test_the_types_of_answers_are_kept() -> None:
    kept = build_telegram_types()
    gc.collect()
    assert kept == tuple(Response.__class_getitem__(result) for result in RESULTS)
    assert Response[Message] is kept[0]


@pytest.mark.process
def test_what_the_bot_builds_later_is_small() -> None:
    run = subprocess.run([sys.executable, "-m", "tests.late_builds"], cwd=ROOT, capture_output=True, check=True)
    later: dict[str, float] = json.loads(run.stdout)["builds"]
    assert {"answer to SendMessage", "InlineKeyboardButton", "SetMyCommands"} <= later.keys()
    assert {name: cost for name, cost in later.items() if cost > LONGEST_BUILD_MS} == {}
