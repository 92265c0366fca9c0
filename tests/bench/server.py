"""The pretended Telegram as a process of its own, so that its work is not counted as the bot's."""

import asyncio
import json
import sys
import time
from typing import Any

from aiohttp import web

from bot.demo.http import bot_api
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram

TOKEN = "42:TEST"
PEOPLE = 2_000
FIRST = 10_001


def tally(telegram: Telegram) -> dict[str, Any]:
    """Return when messages were accepted (seconds, the first is 0) and how many calls were refused for their speed."""
    accepted = [entry.at for entry in telegram.ledger.accepted("sendMessage")]
    start = accepted[0] if accepted else 0.0
    refused = sum(entry.status == 429 for entry in telegram.ledger.entries)
    return {"at": [round(at - start, 4) for at in accepted], "refused": refused}


async def serve(options: dict[str, Any]) -> None:
    """Serve until the parent closes standard input; then print the tally."""
    options |= {name: tuple(options[name]) for name in ("latency", "after") if name in options}
    limits = Limits(per_chat_burst=1_000_000, **options)
    telegram = Telegram(token=TOKEN, now=time.time, limits=limits)  # noqa: TID251 -- the stage's wall clock
    for number in range(PEOPLE):
        telegram.person(FIRST + number, "x").started = True
    runner = web.AppRunner(bot_api(telegram), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.to_thread(sys.stdin.read)
    print(json.dumps(tally(telegram)), flush=True)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(serve(json.loads(sys.argv[1])))
