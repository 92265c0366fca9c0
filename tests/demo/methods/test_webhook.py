"""Polling is refused while a webhook is set; what Telegram does not call is refused."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramConflictError

from bot.demo.chats.person import Person
from bot.demo.telegram import Telegram
from tests.demo.conftest import until
from tests.demo.methods.test_send import refusal

ACTIVE = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


async def test_set_told_and_deleted(bot: Bot, anna: Person) -> None:
    assert await bot.set_webhook("https://bot.example/hook", allowed_updates=["message"], max_connections=5) is True
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.allowed_updates) == ("https://bot.example/hook", 5, ["message"])
    assert info.pending_update_count == 1
    assert await refusal(bot.get_updates()) == ACTIVE
    assert await bot.delete_webhook() is True
    assert (await bot.get_webhook_info()).url == ""
    assert len(await bot.get_updates()) == 1


async def test_pending_updates_are_dropped_on_request(bot: Bot, anna: Person) -> None:
    await bot.delete_webhook(drop_pending_updates=False)
    assert (await bot.get_webhook_info()).pending_update_count == 1
    await bot.delete_webhook(drop_pending_updates=True)
    assert await bot.get_updates() == []
    anna.sends("x")
    await bot.set_webhook("https://bot.example/", drop_pending_updates=True)
    assert (await bot.get_webhook_info()).pending_update_count == 0


async def test_no_address_removes_it(bot: Bot) -> None:
    await bot.set_webhook("https://bot.example/")
    await bot.set_webhook("")
    assert await bot.get_updates() == []


@pytest.mark.parametrize(
    ("url", "secret", "reason"),
    [
        ("http://bot.example/", None, "bad webhook: An HTTPS URL must be provided for webhook"),
        ("https:///hook", None, "invalid webhook URL specified"),
        ("https://[x", None, "invalid webhook URL specified"),
        ("https://bot.example:8080/", None, "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443"),
        ("https://bot.example:99999/", None, "invalid webhook URL specified"),
        ("https://127.0.0.1/", None, "bad webhook: IP address 127.0.0.1 is reserved"),
        ("https://10.1.2.3:8443/", None, "bad webhook: IP address 10.1.2.3 is reserved"),
        ("https://[2001:4860:4860::8888]/", None, "bad webhook: IPv6-only addresses are not allowed"),
        ("https://bot.example/", "x" * 257, "secret token is too long"),
        ("https://bot.example/", "ы", "secret token contains unallowed characters"),
    ],
)
async def test_refused_webhooks(bot: Bot, url: str, secret: str | None, reason: str) -> None:
    assert await refusal(bot.set_webhook(url, secret_token=secret)) == f"Bad Request: {reason}"
    assert await bot.get_updates() == []


async def test_a_bare_address_is_https(bot: Bot) -> None:
    assert await bot.set_webhook("bot.example/hook", secret_token="x" * 256) is True


@pytest.mark.parametrize(("asked", "set_to"), [(0, 1), (100, 100), (1000, 100)])
async def test_connections_are_a_hundred_at_most(bot: Bot, asked: int, set_to: int) -> None:
    await bot.set_webhook("https://8.8.8.8/", max_connections=asked)
    assert (await bot.get_webhook_info()).max_connections == set_to


async def test_a_waiting_poll_is_ended(in_process: Bot, telegram: Telegram) -> None:
    async def poll() -> None:
        with pytest.raises(TelegramConflictError, match="Conflict: terminated by setWebhook request"):
            await in_process.get_updates(timeout=30)

    async with asyncio.TaskGroup() as group:
        group.create_task(poll())
        await until(lambda: telegram.world.updates.waiting)
        await in_process.set_webhook("https://bot.example/")
