"""Tells Telegram where the webhook is, and looks every half minute at whether its updates arrive there."""

import asyncio
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from aiogram.methods import GetWebhookInfo, SetWebhook
from aiogram.types import WebhookInfo

from bot.core.clock import Clock
from bot.core.events import Event, event
from bot.core.health.troubles import Trouble, Troubles
from bot.core.listening import Listen
from bot.handlers.inbox.backoff import Backoff
from bot.handlers.inbox.calls import ALLOWED_UPDATES, Calls
from bot.handlers.inbox.limits import InboxLimits
from bot.handlers.inbox.waiting import first_of, pause

CONNECTIONS = 100
"""Telegram's limit (Bot API, setWebhook): it holds twice as many updates ready, so one chat fills that room later."""

WANTED = (CONNECTIONS, frozenset(ALLOWED_UPDATES))
"""What Telegram is told beside the address and the secret."""

HTTPS_PORT = 443

REFUSAL = "403"
"""Stands in Telegram's last error when this bot has refused a request for its secret."""


class Listening(Protocol):
    """Who must know when updates could arrive, and when they could not: how old a tap may be depends on it (R15)."""

    def asks(self) -> None:
        """Say that updates are wanted from now on."""
        ...

    def listened(self) -> None:
        """Say that updates arrive at this moment."""
        ...


@dataclass(frozen=True)
class Webhook:
    """Where Telegram is to send updates, what it says with them, and where this program listens for them."""

    url: str
    secret: str
    listen: Listen


class Registration:
    """Sets the webhook when Telegram knows another one, and notices one that went dark."""

    def __init__(
        self,
        webhook: Webhook,
        call: Calls,
        clock: Clock,
        limits: InboxLimits,
        troubles: Troubles,
        listening: Listening | None,
    ) -> None:
        """``call`` asks Telegram."""
        self._webhook = webhook
        self._call = call
        self._clock = clock
        self._limits = limits
        self._troubles = troubles
        self._listening = listening
        self._backoff = Backoff()
        self._doubt = asyncio.Event()
        self._was_ours = False
        self._arrived = False
        self._error: object = None
        self._told = False
        self._accepted: tuple[int | None, frozenset[str]] = WANTED

    def arrived(self) -> None:
        """An update has come."""
        self._arrived = True
        self._delivers()

    def refused(self) -> None:
        """A request came whose secret is wrong: perhaps Telegram knows an older one, so look soon."""
        self._doubt.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Look and mend until ``stop``, for as long as Telegram is away. Raises TokenRejected on 401."""
        if self._listening:
            self._listening.asks()
        while not stop.is_set():
            outcome = await first_of(self._look(), stop)
            if outcome is not None:
                seconds = self._backoff.after(outcome)
                self._call.rests(seconds)
                await pause(self._clock, seconds, stop)
            elif not stop.is_set():
                self._backoff.reset()
                await pause(self._clock, self._limits.looks_apart, stop)
                await pause(self._clock, self._limits.look - self._limits.looks_apart, stop, self._doubt)

    async def _look(self) -> Exception | None:
        """Ask what Telegram knows, and set it right; return what went wrong."""
        info = await self._call(GetWebhookInfo(), self._limits.answer)
        if isinstance(info, Exception):
            return info
        refused = self._failed(info) and REFUSAL in (info.last_error_message or "")
        other_secret = self._doubt.is_set() and refused
        self._doubt.clear()
        if other_secret or not self._known(info):
            return await self._set(info)
        self._judge(info)
        return None

    def _known(self, info: WebhookInfo) -> bool:
        ours = address_of(info.url) == address_of(self._webhook.url)
        if self._was_ours and not ours:
            event(Event.WEBHOOK_TAKEN)
        self._troubles.note(Trouble.CONFLICT, wrong=self._was_ours and not ours)
        rest = (info.max_connections, frozenset(info.allowed_updates or ()))
        if ours and self._told:  # a server of one's own may know other limits: it is not told again and again
            self._accepted = rest
        self._told = False
        return ours and rest in (WANTED, self._accepted)

    async def _set(self, info: WebhookInfo) -> Exception | None:
        method = SetWebhook(
            url=self._webhook.url,
            secret_token=self._webhook.secret,
            max_connections=CONNECTIONS,
            allowed_updates=list(ALLOWED_UPDATES),
            drop_pending_updates=False,
        )
        outcome = await self._call(method, self._limits.answer)
        if isinstance(outcome, Exception):
            event(Event.WEBHOOK_NOT_SET, kind=outcome)
            self._troubles.note(Trouble.WEBHOOK, wrong=True)
            return outcome
        event(Event.WEBHOOK_SET)
        self._told = True
        self._begin(info)
        return None

    def _judge(self, info: WebhookInfo) -> None:
        """Dark: nothing has arrived since updates last did, something waits, and its delivery has failed since."""
        if not self._was_ours or self._arrived or not info.pending_update_count:
            self._begin(info)
            self._delivers()
        elif self._failed(info) and Trouble.WEBHOOK not in self._troubles:
            event(Event.WEBHOOK_DARK, count=info.pending_update_count)
            self._troubles.note(Trouble.WEBHOOK, wrong=True)

    def _failed(self, info: WebhookInfo) -> bool:
        return info.last_error_date is not None and info.last_error_date != self._error

    def _begin(self, info: WebhookInfo) -> None:
        """Count errors and arrivals from here on."""
        self._was_ours, self._arrived = True, False
        self._error = info.last_error_date

    def _delivers(self) -> None:
        if Trouble.WEBHOOK in self._troubles:
            event(Event.WEBHOOK_DELIVERS)
        self._troubles.note(Trouble.WEBHOOK, wrong=False)
        if self._listening:
            self._listening.listened()


def address_of(url: str) -> tuple[str | None, int, str]:
    """Return what an address leads to: Telegram may spell it in another way than it was told."""
    parts = urlsplit(url)
    return parts.hostname, parts.port or HTTPS_PORT, parts.path or "/"
