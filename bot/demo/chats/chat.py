"""What a private chat and a group have in common: messages in order, and listeners to their changes."""

from collections.abc import Callable, Iterable

from bot.demo.calls import JsonObject
from bot.demo.chats.updates import Updates

Listener = Callable[[JsonObject], None]


class Chat:
    """The messages of one chat by id (`log`).

    `json` is the chat as the Bot API's Chat object, `id` its id. Listeners get each event as it happens: a JSON object
    with `type` ("message", "edit", "delete", "action", "commands", "toast", "offer").
    """

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
        """The messages as they are now, oldest first: edited ones in their place, deleted ones missing."""
        return list(self.log.values())

    def listen(self, callback: Listener) -> Callable[[], None]:
        """Call `callback` with every event from now on. Returns a function that ends it."""
        self._listeners.append(callback)

        def stop() -> None:
            if callback in self._listeners:
                self._listeners.remove(callback)

        return stop

    def tell(self, event: JsonObject) -> None:
        """Pass an event to all listeners."""
        for callback in list(self._listeners):
            callback(event)

    def place(self, sender: JsonObject, content: JsonObject) -> JsonObject:
        """Add a message at the end of the chat and return it. `content`: its fields but id, sender, chat and date."""
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
        """Replace the message with the same id; it keeps its place."""
        self.log[message["message_id"]] = message
        self.tell({"type": "edit", "message": message})

    def remove(self, message_ids: Iterable[int]) -> None:
        """Remove messages; ids that are not in the chat are ignored."""
        gone = [message_id for message_id in message_ids if self.log.pop(message_id, None)]
        if gone:
            self.tell({"type": "delete", "message_ids": gone})

    def admit_bot(self) -> None:
        """Raise Telegram's refusal (403) when the bot may not write here."""

    def admit_recordings(self) -> None:
        """Raise Telegram's refusal (400) when the person takes no voice and video messages."""

    def check_moved(self) -> None:
        """Raise Telegram's refusal (400 with `migrate_to_chat_id`) when the chat has another id now."""

    def tell_membership(self, actor: JsonObject, before: str, after: str) -> None:
        """Queue a `my_chat_member` update: `actor` (a User object) changed the bot's status in this chat."""
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
