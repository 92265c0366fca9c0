"""How the bot gets its updates: polling, or a webhook, which is stored here and never called."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.demo.calls import Handler, JsonObject, Refusal, Upload, bad_request
from bot.demo.chats.updates import WEBHOOK_ACTIVE
from bot.demo.chats.world import World

DEFAULT_CONNECTIONS = 40
MAX_SECRET_CHARACTERS = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*\Z")


@dataclass(frozen=True)
class Receiving:
    """setWebhook, deleteWebhook, getWebhookInfo; and getUpdates, the only method that waits.

    Each method takes decoded parameters and uploads, and returns the `result` of the answer or raises a Refusal.
    """

    world: World

    def served(self) -> dict[str, Handler]:
        """The handlers by the method's name; getUpdates is called apart, because it waits."""
        return {
            "setWebhook": self.set_webhook,
            "deleteWebhook": self.delete_webhook,
            "getWebhookInfo": self.webhook_info,
        }

    async def get_updates(self, values: JsonObject) -> list[Any]:
        """Updates, waiting for them as long as asked. Refuses (409) while a webhook is set.

        A later poll or setWebhook ends this one with a 409.
        """
        if self.world.webhook:
            raise Refusal(409, WEBHOOK_ACTIVE)
        updates = self.world.updates
        updates.allow(values.get("allowed_updates"))
        limit = values.get("limit", 100)
        return await updates.get(values.get("offset", 0), limit, values.get("timeout", 0))

    def set_webhook(self, values: JsonObject, files: Mapping[str, Upload]) -> bool:
        """Set a webhook and end a waiting poll; an empty address removes it. Refuses (400) a bad address or secret."""
        url = str(values["url"]).strip()
        if not url:
            return self.delete_webhook(values, files)
        _check_address(url)
        _check_secret(str(values.get("secret_token", "")))
        self.world.updates.interrupt("Conflict: terminated by setWebhook request")
        self.world.updates.allow(values.get("allowed_updates"))
        self._drop(values)
        self.world.webhook = {"url": url, "max_connections": values.get("max_connections", DEFAULT_CONNECTIONS)}
        return True

    def delete_webhook(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Remove the webhook, and the waiting updates if asked to."""
        self._drop(values)
        self.world.webhook = {}
        return True

    def webhook_info(self, _values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The webhook, how many updates wait, and the kinds the bot wants."""
        info: JsonObject = {"url": "", "has_custom_certificate": False, **self.world.webhook}
        info["pending_update_count"] = len(self.world.updates)
        if self.world.updates.allowed:
            info["allowed_updates"] = self.world.updates.allowed
        return info

    def _drop(self, values: JsonObject) -> None:
        if values.get("drop_pending_updates"):
            self.world.updates.clear()


def _check_address(url: str) -> None:
    try:
        address = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error
    if not address.hostname:
        raise bad_request("invalid webhook URL specified")
    if address.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _check_secret(secret: str) -> None:
    if len(secret) > MAX_SECRET_CHARACTERS:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
