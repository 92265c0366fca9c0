"""The pretended Telegram: one bot, many people, and one place where every call is decided."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.demo.group import Group
from bot.demo.ledger import Entry, Ledger
from bot.demo.limits import Gate, Limits
from bot.demo.methods_edit import Editing
from bot.demo.methods_profile import Presenting
from bot.demo.methods_send import Sending
from bot.demo.methods_talk import Talking
from bot.demo.methods_webhook import Receiving
from bot.demo.params import decode, known_methods
from bot.demo.person import Person
from bot.demo.wire import Handler, JsonObject, Refusal, Reply, Upload, too_many
from bot.demo.world import World

__all__ = ["Limits", "Reply", "Telegram", "Upload"]

_COUNTED = ("send", "copy", "edit", "forward")
_POLL = "getupdates"
_NO_FILES: Mapping[str, Upload] = {}


class Telegram:
    """Both doors lead to `call`; `person` and `group` are the human side. `now` is in seconds since 1970."""

    def __init__(
        self,
        *,
        token: str = "42:demo",  # noqa: S107 (opens nothing but this stand-in)
        username: str = "seminar_demo_bot",
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        limits: Limits | None = None,
    ) -> None:
        self.token = token
        self.ledger = Ledger()
        self.limits = limits or Limits()
        bot_id = int(token.partition(":")[0])
        self.world = World(
            bot={"id": bot_id, "is_bot": True, "first_name": "Seminar demo", "username": username},
            now=now,
            sleep=sleep,
        )
        self._gate = Gate(self.limits, now())
        self._receiving = Receiving(self.world)
        self._handlers = self._served()

    async def call(self, method: str, params: Mapping[str, Any], files: Mapping[str, Upload] = _NO_FILES) -> Reply:
        """Admission, effect, answer. A refusal is a reply too; nothing is raised for it."""
        if method.lower() == _POLL:
            return await self._poll(params)
        with self.ledger.flight():
            await self._pause(self.limits.latency)
            reply = self._decide(method, params, files)
            await self._pause(self.limits.after)
            return reply

    def person(self, user_id: int, first_name: str, language_code: str | None = "ru") -> Person:
        """The person with this id, made when there is none yet."""
        person = self.world.people.get(user_id)
        if person is None:
            person = self.world.people[user_id] = Person(self.world, user_id, first_name, language_code)
        return person

    def group(self, chat_id: int, title: str) -> Group:
        """A supergroup the bot is a member of; the same one when asked again."""
        group = self.world.groups.get(chat_id)
        if group is None:
            group = self.world.groups[chat_id] = Group(self.world, chat_id, title)
        return group

    def describe(self) -> dict[str, Any]:
        """Name, descriptions, commands and menu buttons as the bot has set them."""
        return self.world.profile.describe(str(self.world.bot["first_name"]))

    def _served(self) -> dict[str, Handler]:
        rooms = (Sending, Editing, Talking, Presenting)
        handlers = self._receiving.served()
        for room in rooms:
            handlers |= room(self.world).served()
        return {name.lower(): handler for name, handler in handlers.items()}

    async def _poll(self, params: Mapping[str, Any]) -> Reply:
        try:
            values = decode(known_methods()[_POLL], params, {})
            reply = _accepted(await self._receiving.get_updates(values))
        except Refusal as refusal:
            reply = refusal.reply()
        self._record("getUpdates", params, None, reply)
        return reply

    def _decide(self, method: str, params: Mapping[str, Any], files: Mapping[str, Upload]) -> Reply:
        chat_id = _number(params.get("chat_id"))
        try:
            handler, values = self._admit(method, chat_id, params, files)
            reply = _accepted(handler(values, files))
        except Refusal as refusal:
            reply = refusal.reply()
        self._record(method, params, chat_id, reply)
        return reply

    def _admit(
        self, method: str, chat_id: int | None, params: Mapping[str, Any], files: Mapping[str, Upload]
    ) -> tuple[Handler, JsonObject]:
        name = method.lower()
        handler = self._handlers.get(name)
        if handler is None:
            raise Refusal(404, "Not Found")
        values = decode(known_methods()[name], params, files)
        if name.startswith(_COUNTED) and name != "sendchataction":
            retry_after = self._gate.admit(chat_id, self.world.now())
            if retry_after is not None:
                raise too_many(retry_after)
        return handler, values

    def _record(self, method: str, params: Mapping[str, Any], chat_id: int | None, reply: Reply) -> None:
        known = known_methods().get(method.lower())
        name = known.__api_method__ if known else method
        result = reply.body.get("result")
        message_id = result.get("message_id") if isinstance(result, dict) else None
        description = reply.body.get("description")
        self.ledger.record(Entry(self.world.now(), name, chat_id, params, reply.status, description, message_id))

    async def _pause(self, between: tuple[float, float]) -> None:
        shortest, longest = between
        if longest > 0:
            await self.world.sleep(shortest + (longest - shortest) * secrets.randbelow(1000) / 1000)


def _accepted(result: Any) -> Reply:
    return Reply(200, {"ok": True, "result": result})


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None
