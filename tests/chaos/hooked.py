"""The whole bot with a webhook, to which the pretended Telegram delivers over sockets."""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import Any

from bot.app import App
from bot.demo.doors.webhook import Deliverer, delivering
from bot.handlers.inbox import WebhookInbox
from tests.chaos.test_inbox_world import World, living
from tests.waiting import until

HOOK: dict[str, Any] = {
    "webhook_url": "https://bot.example.org/telegram",
    "webhook_secret": "a-secret-for-the-webhook-of-tests",
    "webhook_listen": "127.0.0.1:0",
}
"""Settings of a bot with a webhook, on any free port."""


@asynccontextmanager
async def living_hooked(path: Path, **more: Any) -> AsyncIterator[tuple[World, Deliverer]]:
    """Run the whole bot, and deliver to it until the end of the block."""
    async with living(path, **HOOK, **more) as world:
        await until(lambda: world.task.done() or bool(port_of(world.app) and world.telegram.world.webhook))
        async with delivering(world.telegram.world, f"http://127.0.0.1:{port_of(world.app)}") as deliverer:
            yield world, deliverer


def port_of(app: App) -> int:
    """Return where it listens; 0 before it does."""
    assert isinstance(app.inbox, WebhookInbox)
    return app.inbox.port


def free_port() -> int:
    """Return a port nobody listens on."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
