"""How the bot gets its updates: polling, or a webhook, to which `doors/webhook.py` delivers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, urlsplit

from bot.demo.calls import Handler, JsonObject, Refusal, Upload, bad_request
from bot.demo.chats.updates import WEBHOOK_ACTIVE
from bot.demo.chats.webhook import DEFAULT_CONNECTIONS, Webhook
from bot.demo.chats.world import World

MAX_CONNECTIONS = 100
HTTPS_PORT = 443
PORTS = (80, 88, HTTPS_PORT, 8443)
IPV4 = 4
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
        connections = min(max(int(values.get("max_connections", DEFAULT_CONNECTIONS)), 1), MAX_CONNECTIONS)
        self.world.webhook = Webhook(url, str(values.get("secret_token", "")), connections)
        self.world.updates.wake()
        return True

    def delete_webhook(self, values: JsonObject, _files: Mapping[str, Upload]) -> bool:
        """Remove the webhook, and the waiting updates if asked to."""
        self._drop(values)
        self.world.webhook = None
        return True

    def webhook_info(self, _values: JsonObject, _files: Mapping[str, Upload]) -> JsonObject:
        """The webhook, how many updates wait, and the kinds the bot wants."""
        webhook = self.world.webhook.described() if self.world.webhook else {"url": ""}
        info: JsonObject = {**webhook, "has_custom_certificate": False}
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
    if _port(address) not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _check_ip(address.hostname)


def _port(address: SplitResult) -> int:
    try:
        return address.port or HTTPS_PORT
    except ValueError as error:
        raise bad_request("invalid webhook URL specified") from error


def _check_ip(host: str) -> None:
    """Refuse an address of a network that Telegram does not call; names are not looked up here."""
    try:
        ip = ip_address(host)
    except ValueError:
        return
    if ip.version != IPV4:
        raise bad_request("bad webhook: IPv6-only addresses are not allowed")
    if not ip.is_global:
        raise bad_request(f"bad webhook: IP address {host} is reserved")


def _check_secret(secret: str) -> None:
    if len(secret) > MAX_SECRET_CHARACTERS:
        raise bad_request("secret token is too long")
    if not _SECRET.match(secret):
        raise bad_request("secret token contains unallowed characters")
