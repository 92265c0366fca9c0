"""Webhook mode: Telegram brings the updates, and is told 200 when an update is settled, not before (O3)."""

import asyncio
import secrets
from typing import Any, Unpack
from urllib.parse import urlsplit

from aiogram import Bot
from aiohttp import web

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.pulse import Part
from bot.core.updates import SeenUpdates
from bot.handlers.inbox.backoff import TokenRejected
from bot.handlers.inbox.calls import Calls
from bot.handlers.inbox.inbox import Inbox, InboxOptions
from bot.handlers.inbox.intake import Feed, identity
from bot.handlers.inbox.offset import Silence
from bot.handlers.inbox.webhook_port import listening
from bot.handlers.inbox.webhook_registration import Listening, Registration, Webhook
from bot.handlers.inbox.webhook_requests import Refused, check_sender, read_update

MAX_RETRY_AFTER_SECONDS = 5
"""Telegram comes again after one to so many seconds, by chance: not with everything in the same second."""


class WebhookInbox(Inbox):
    """Answers Telegram's requests. An update that is not settled is answered 503, and comes again."""

    def __init__(
        self,
        webhook: Webhook,
        bot: Bot,
        dispatcher_feed: Feed,
        seen: SeenUpdates,
        clock: Clock,
        *,
        listens: Listening | None = None,
        **options: Unpack[InboxOptions],
    ) -> None:
        """``listens`` is told when updates could arrive; the rest every inbox takes."""
        super().__init__(bot, dispatcher_feed, seen, clock, **options)
        self._webhook = webhook
        self._path = urlsplit(webhook.url).path or "/"
        self._secret = webhook.secret.encode()
        self._silence = Silence(clock, self._limits.silence)
        calls = Calls(bot, clock, self._vitals)
        self._registration = Registration(webhook, calls, clock, self._limits, self._vitals.troubles, listens)
        self._group: asyncio.TaskGroup | None = None
        self.port = 0

    async def run(self, stop: asyncio.Event) -> None:
        """Answer requests until ``stop``, then 503 while running handlers end. TokenRejected on 401; PortTaken."""
        async with listening(self._webhook.listen, self._respond, self._clock, self._limits.closing) as self.port:
            await self._intake.remember()
            event(Event.INBOX_STARTED)
            async with asyncio.TaskGroup() as self._group:
                rejected = await self._registered(stop)
                self._intake.close()
                await self._drain(0 if rejected else self._limits.drain)
        if rejected:
            raise TokenRejected
        event(Event.INBOX_STOPPED)

    async def _registered(self, stop: asyncio.Event) -> bool:
        """Keep the webhook right until ``stop``; return whether Telegram does not know the token."""
        try:
            await self._registration.run(stop)
        except TokenRejected:
            return True
        finally:
            self._group = None
        return False

    async def _respond(self, request: web.BaseRequest) -> web.Response:
        try:
            check_sender(request, self._path, self._secret)
            if self._group is None:
                return later()
            raw = await read_update(request, self._limits.body)
        except Refused as refusal:
            return self._refuse(refusal)
        self._arrived()
        return web.Response() if await self._settled(raw) else later()

    def _refuse(self, refusal: Refused) -> web.Response:
        self.counters.refused += 1
        if refusal.secret:
            self._registration.refused()
        response = web.Response(status=refusal.status)
        response.force_close()  # what is left of the body is not waited for
        return response

    def _arrived(self) -> None:
        self._vitals.pulse.beat(Part.INBOX)
        self._registration.arrived()
        if self._silence.too_long():
            event(Event.OFFSET_FORGOTTEN)
            self._intake.forget()
        self._silence.broken()

    async def _settled(self, raw: Any) -> bool:
        """Handle an update; return, as soon as it is known, whether Telegram may forget it.

        What has no id is nothing that could be settled: it is counted, and forgotten.
        """
        if self._group is None:  # the stop came while the body was read
            return False
        loop = asyncio.get_running_loop()
        settled: asyncio.Future[bool] = loop.create_future()
        task = self._start(self._group, raw, on_settled=lambda _: _tell(settled, known=True))
        task.add_done_callback(lambda _: _tell(settled, known=identity(raw) is None))
        hurry = loop.call_later(self._limits.patience, self._intake.drop_hanging)
        try:
            return await settled
        finally:
            hurry.cancel()


def _tell(settled: asyncio.Future[bool], *, known: bool) -> None:
    if not settled.done():
        settled.set_result(known)


def later() -> web.Response:
    """Return the answer that lets Telegram come again."""
    seconds = 1 + secrets.randbelow(MAX_RETRY_AFTER_SECONDS)
    return web.Response(status=503, headers={"Retry-After": str(seconds)})
