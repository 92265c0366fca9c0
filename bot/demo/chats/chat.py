"""A chat as its people see it: messages in order, and everybody who watches them change."""

from collections.abc import Callable, Iterable

from bot.demo.calls import JsonObject
from bot.demo.chats.updates import Updates

Listener = Callable[[JsonObject], None]


class Chat:
    """Messages by id. Events go to listeners as they happen."""

    def __init__(self, updates: Updates, now: Callable[[], float], bot: JsonObject, json: JsonObject) -> None:
        self.id = int(json["id"])
        self.json = json
        self._updates = updates
        self._now = now
        self._bot = bot
        self.log: dict[int, JsonObject] = {}
        self._next_id = 1
        self._listeners: list[Listener] = []

    @property
    def messages(self) -> list[JsonObject]:
        """The chat as it is now: edits applied, deleted messages gone."""
        return list(self.log.values())

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Be told every event from now on; call the result to stop."""
        self._listeners.append(callback)

        def stop() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return stop

    def tell(self, event: JsonObject) -> None:
        for callback in list(self._listeners):
            callback(event)

    def place(self, sender: JsonObject, content: JsonObject) -> JsonObject:
        """A new message at the end of the chat."""
        message: JsonObject = {
            "message_id": self._next_id,
            "from": sender,
            "chat": self.json,
            "date": int(self._now()),
            **content,
        }
        self._next_id += 1
        self.log[message["message_id"]] = message
        self.tell({"type": "message", "message": message})
        return message

    def replace(self, message: JsonObject) -> None:
        """An edit: the message keeps its place."""
        self.log[message["message_id"]] = message
        self.tell({"type": "edit", "message": message})

    def remove(self, message_ids: Iterable[int]) -> None:
        gone = [message_id for message_id in message_ids if self.log.pop(message_id, None)]
        if gone:
            self.tell({"type": "delete", "message_ids": gone})

    def admit_bot(self) -> None:
        """Raise Telegram's refusal when the bot may not write here."""

    def check_moved(self) -> None:
        """Raise Telegram's refusal when the chat goes on under another number."""

    def tell_membership(self, actor: JsonObject, before: str, after: str) -> None:
        """Queue the update about the bot's own place in this chat."""
        change = {
            "chat": self.json,
            "from": actor,
            "date": int(self._now()),
            "old_chat_member": self._member(before),
            "new_chat_member": self._member(after),
        }
        self._updates.add("my_chat_member", change)

    def _member(self, status: str) -> JsonObject:
        ban = {"until_date": 0} if status == "kicked" else {}
        return {"user": self._bot, "status": status, **ban}
