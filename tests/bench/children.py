"""What runs in the forked processes; whoever imports this has imported all that is measured."""

import asyncio
import gc
import importlib
import logging
import traceback
from collections.abc import Coroutine
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from aiogram.methods import GetUpdates, Response
from aiogram.types import Update

from bot.telegram_types import build_telegram_types
from tests.bench import bare, nothing, ours, polling, queued, restart, whole
from tests.bench.faulty import open_faulty
from tests.bench.server import open_light
from tests.bench.start import START

for kind in (Update, GetUpdates):
    kind.model_rebuild()
BUILT = (*build_telegram_types(), Response[list[Update]])
"""Types are built at their first use; here before that, so that it is no part of what is measured of anybody."""

gc.freeze()  # a full collection in a child would copy every page that it shares
ACTORS = (bare, nothing, ours, polling, queued, restart, whole)


@dataclass(frozen=True)
class Failure:
    """Why a child ended before its time."""

    words: str


def serve(pipe: Connection, options: dict[str, Any]) -> None:
    """Say the port, then 'served' when people have tapped enough; at 'end' say what was counted."""
    gc.disable()
    _told(pipe, _serve(pipe, options))


def act(pipe: Connection, client: str, url: str, plan: dict[str, Any]) -> None:
    """Do what a client does and say what it cost."""
    logging.disable()  # nobody reads it, and what it says of ends and refusals is counted elsewhere
    module, name = client.split(":")
    START.pipe = pipe
    _told(pipe, _act(getattr(importlib.import_module(f"tests.bench.{module}"), name)(url, plan)))


def _told(pipe: Connection, work: Coroutine[Any, Any, Any]) -> None:
    try:
        pipe.send(asyncio.run(work))
    except BaseException:  # whatever it is, the parent must hear of it
        pipe.send(Failure(traceback.format_exc()))


async def _act(work: Coroutine[Any, Any, dict[str, Any]]) -> dict[str, Any]:
    """Return what the work returns, and what it cost this process since it began."""
    found = await work
    return {**START.spent(), **found}


async def _serve(pipe: Connection, options: dict[str, Any]) -> dict[str, Any]:
    options = dict(options)
    ended, loop = asyncio.Event(), asyncio.get_running_loop()
    opening = open_faulty if options.pop("whole", False) else open_light
    port, telegram = await opening(lambda: pipe.send("served"), options)

    def hear() -> None:
        said = pipe.recv()
        if said == "end":
            ended.set()
        else:
            telegram.crowd.pid = said

    loop.add_reader(pipe.fileno(), hear)
    pipe.send(port)
    await ended.wait()
    loop.remove_reader(pipe.fileno())
    found: dict[str, Any] = telegram.tally()
    return found
