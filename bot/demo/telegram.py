"""The server of the stand-in: one bot, many people, and one place where every call is decided."""

import asyncio
import json
import secrets
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from bot.demo.calls import WAITS_FOREVER, Call, Caller, Handler, JsonObject, Refusal, Upload, too_many
from bot.demo.chats.group import Group
from bot.demo.chats.person import Person
from bot.demo.chats.world import World
from bot.demo.failing_calls import FaultyCalls
from bot.demo.faults.hang import Hung
from bot.demo.faults.plan import Fault, Faults
from bot.demo.ledger import Entry, Ledger
from bot.demo.limits import Gate, Limits
from bot.demo.methods.copying import Copying
from bot.demo.methods.edit import Editing
from bot.demo.methods.edit_media import EditingMedia
from bot.demo.methods.gathering import Gathering
from bot.demo.methods.inline import Offering
from bot.demo.methods.params import decode, known_methods
from bot.demo.methods.profile import Presenting
from bot.demo.methods.send import Sending
from bot.demo.methods.send_media import SendingMedia
from bot.demo.methods.stars import Banking, goes_faster
from bot.demo.methods.talk import Talking
from bot.demo.methods.topics import ManagingTopics
from bot.demo.methods.webhook import Receiving
from bot.demo.replies import Reply, reply_of

__all__ = ["Limits", "Reply", "Telegram", "Upload"]

_RATE_LIMITED_METHODS = ("send", "copy", "edit", "forward")
_POLL_METHOD = "getupdates"
_LIST_OF = {"sendmediagroup": "media", "copymessages": "message_ids"}
"""Methods that send several messages, and the parameter that says how many."""

_STATUS_OK = 200
_NO_FILES: Mapping[str, Upload] = {}


class Telegram:
    """Every call ends in `call`, over HTTP and in process; `person` and `group` are for the people's side.

    `now` returns seconds since 1970; `sleep` takes seconds of the same clock.
    """

    def __init__(
        self,
        *,
        token: str = "42:demo",  # noqa: S107 (opens nothing but this stand-in)
        username: str = "seminar_demo_bot",
        now: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        limits: Limits | None = None,
        faults: Faults | None = None,
    ) -> None:
        self.token = token
        self.faults = Faults() if faults is None else faults
        self.hung = Hung()
        self.ledger = Ledger()
        self.limits = limits or Limits()
        bot_id = int(token.partition(":")[0])
        self.world = World(
            bot={"id": bot_id, "is_bot": True, "first_name": "Seminar demo", "username": username},
            now=now,
            sleep=sleep,
        )
        self.world.updates.unruly = lambda: self.faults.unruly
        self._gate = Gate(self.limits, now())
        self._receiving = Receiving(self.world)
        self._handlers = self._served()
        self._fail = FaultyCalls(self.world, self._carried_out, self._record, self.ledger)

    async def call(
        self,
        method: str,
        params: Mapping[str, Any],
        files: Mapping[str, Upload] = _NO_FILES,
        caller: Caller = WAITS_FOREVER,
    ) -> Reply:
        """Decide one call and return its reply; a refusal is a reply too.

        When `reply.fault` is set, whoever transports the reply makes it fail that way (`doors/`).
        Raises TimeoutError when the caller's timeout ends first.
        """
        call = Call(
            method,
            params,
            files,
            caller,
            _number(params.get("chat_id")),
            method.lower() == _POLL_METHOD,
            self.world.now(),
        )
        fault = self.faults.strike(method, call.chat_id, call.arrived) if self.faults else None
        return await (self._carried_out(call) if fault is None else self._fail(call, fault))

    def waiting(self, reply: Reply) -> AbstractContextManager[None]:
        """Count the call as in flight while its answer is still being sent."""
        return self.ledger.waiting(reply.entry) if reply.entry else nullcontext()

    def over(self, reply: Reply, *, answered: bool) -> None:
        """Record that the call is over, and whether the true answer was sent as a whole."""
        if reply.entry:
            reply.entry.over(self.world.now(), answered=answered)

    def release(self) -> None:
        """End every waiting call: a poll is answered with an empty list, a hanging call gets no answer."""
        self.world.updates.release()
        self.hung.release()

    def person(self, user_id: int, first_name: str, language_code: str | None = "ru") -> Person:
        """The person with this id; made at the first call, the same object afterwards."""
        person = self.world.chats.get(user_id)
        if not isinstance(person, Person):
            person = self.world.chats[user_id] = Person(self.world, user_id, first_name, language_code)
        return person

    def group(self, chat_id: int, title: str, *, basic: bool = False, forum: bool = False) -> Group:
        """The supergroup (or basic group, or forum) with this id, the bot a member; the same object afterwards."""
        group = self.world.chats.get(chat_id)
        if not isinstance(group, Group):
            group = self.world.chats[chat_id] = Group(self.world, chat_id, title, basic=basic, forum=forum)
        return group

    def told_groups(self) -> str:
        """All that a group was told, as one text of JSON in which a test looks for words that must not be there.

        It has the parameters of every call about a group, accepted or not, and what came of it: each message of the bot
        as it was shown, copies with the content they got, edits, names of topics, answers to taps.
        """
        calls = [[entry.method, dict(entry.params)] for entry in self.ledger.to_groups()]
        groups = [chat for chat in self.world.chats.values() if isinstance(chat, Group)]
        shown = [group.shown_by_bot for group in groups]
        return json.dumps([calls, shown], ensure_ascii=False, default=str)

    def forget(self) -> None:
        """Let go of every chat and of all that was said, as a long run must; updates go on waiting."""
        self.ledger.entries.clear()
        self.world.forget()
        self._gate.forget()

    def forget_paces(self) -> None:
        """Let go of how fast each chat was written to."""
        self._gate.forget()

    def describe(self) -> dict[str, Any]:
        """Name, descriptions, commands and menu buttons as the bot has set them (see `Profile.describe`)."""
        return self.world.profile.describe(str(self.world.bot["first_name"]))

    def _served(self) -> dict[str, Handler]:
        families = (
            *(Sending, SendingMedia, Copying, Editing, EditingMedia, Talking, Gathering, ManagingTopics),
            *(Offering, Presenting, Banking),
        )
        handlers = self._receiving.served()
        for family in families:
            handlers |= family(self.world).served()
        return {name.lower(): handler for name, handler in handlers.items()}

    async def _carried_out(self, call: Call) -> Reply:
        if call.polls:
            reply = await self._poll(call)
            self.over(reply, answered=True)
            return reply
        limits = self.limits
        with self.ledger.flight():
            if limits.latency[1] > 0:
                await self._pause(limits.latency, call.caller)
            reply, answered = self._decide(call), False
            try:
                if limits.after[1] > 0:
                    await self._pause(limits.after, call.caller)
                answered = True
            finally:
                self.over(reply, answered=answered)
        return reply

    async def _poll(self, call: Call) -> Reply:
        try:
            values = decode(known_methods()[_POLL_METHOD], call.params, {})
            updates = await self._receiving.get_updates(values)
        except Refusal as refusal:
            reply = reply_of(refusal)
            return self._record(call, reply.status, reply.body)
        return self._record(call, _STATUS_OK, {"ok": True, "result": updates})

    def _decide(self, call: Call) -> Reply:
        try:
            handler, values, paid = self._admit(call.method, call.chat_id, call.params, call.files)
            result = handler(values, call.files)
            for _ in range((len(result) if isinstance(result, list) else 1) * paid):
                self.world.stars.pay()
        except Refusal as refusal:
            reply = reply_of(refusal)
            return self._record(call, reply.status, reply.body)
        return self._record(call, _STATUS_OK, {"ok": True, "result": result})

    def _admit(
        self, method: str, chat_id: int | None, params: Mapping[str, Any], files: Mapping[str, Upload]
    ) -> tuple[Handler, JsonObject, bool]:
        name = method.lower()
        handler = self._handlers.get(name)
        if handler is None:
            raise Refusal(404, "Not Found")
        values = decode(known_methods()[name], params, files)
        paid = goes_faster(self.world, values)
        if name.startswith(_RATE_LIMITED_METHODS) and name != "sendchataction":
            messages = _how_many(name, values)
            retry_after = self._gate.admit(chat_id, self.world.now(), paid=paid, messages=messages)
            if retry_after is not None:
                raise too_many(retry_after)
        return handler, values, paid

    def _record(self, call: Call, status: int, body: JsonObject, fault: Fault | None = None) -> Reply:
        known = known_methods().get(call.method.lower())
        name = known.__api_method__ if known else call.method
        result = body.get("result")
        entry = Entry(
            self.world.now(),
            name,
            call.chat_id,
            call.params,
            status,
            body.get("description"),
            _first_number(result),
            status == _STATUS_OK,
            call.arrived,
            fault=fault,
        )
        self.ledger.record(entry)
        return Reply(status, body, entry, fault)

    async def _pause(self, between: tuple[float, float], caller: Caller) -> None:
        shortest, longest = between
        seconds = shortest + (longest - shortest) * secrets.randbelow(1000) / 1000
        await caller.wait(seconds, self.world.sleep)


def _number(value: Any) -> int | None:
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def _first_number(result: Any) -> int | None:
    """The number of the message that a result is, or of the first one of an album."""
    first = result[0] if isinstance(result, list) and result else result
    return first.get("message_id") if isinstance(first, dict) else None


def _how_many(method: str, values: JsonObject) -> int:
    return len(values[_LIST_OF[method]]) if method in _LIST_OF else 1
