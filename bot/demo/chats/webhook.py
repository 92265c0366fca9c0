"""A webhook as the bot has set it, and how its deliveries went."""

from dataclasses import dataclass

from bot.demo.calls import JsonObject

DEFAULT_CONNECTIONS = 40
GONE_SECONDS = 23 * 3600
"""Seconds of nothing but 410 after which Telegram removes a webhook."""


@dataclass(eq=False)
class Webhook:
    """One setWebhook. Times are seconds on the stand-in's clock; `last_error`: when and why, as getWebhookInfo says."""

    url: str
    secret: str = ""
    max_connections: int = DEFAULT_CONNECTIONS
    last_error: tuple[float, str] | None = None
    first_gone: float | None = None

    @property
    def most_loaded(self) -> int:
        """How many updates stand ready to be delivered; the ones behind them wait, whoever they are of."""
        return 2 * self.max_connections

    def failed(self, now: float, reason: str, *, gone: bool) -> bool:
        """Note a failed delivery. Returns whether the webhook is given up: nothing but 410 for 23 hours."""
        self.last_error = (now, reason)
        self.first_gone = (now if self.first_gone is None else self.first_gone) if gone else None
        return self.first_gone is not None and now - self.first_gone > GONE_SECONDS

    def described(self) -> JsonObject:
        """The fields of a WebhookInfo that are the webhook's own."""
        info: JsonObject = {"url": self.url, "max_connections": self.max_connections}
        if self.last_error:
            info |= {"last_error_date": int(self.last_error[0]), "last_error_message": self.last_error[1]}
        return info
