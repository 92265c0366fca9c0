"""What a private chat and a group have in common: messages in order, and listeners to their changes."""

from collections.abc import Callable, Collection, Iterable

from bot.demo.calls import JsonObject, bad_request
from bot.demo.chats.answered import bare
from bot.demo.chats.members import member_object
from bot.demo.chats.reactions import Reactions
from bot.demo.chats.updates import Updates

Listener = Callable[[JsonObject], None]


class Chat:
    """The messages of one chat by id (`log`).

    `json` is the chat as the Bot API's Chat object, `id` its id. Listeners get each event as it happens: a JSON object
    with `type` ("message", "edit", "delete", "reaction", "action", "commands", "toast", "offer", "topics").
    """

    def __init__(self, updates: Updates, now: Callable[[], float], bot: JsonObject, json: JsonObject) -> None:
        self.id = int(json["id"])
        self.json = json
        self._updates = updates
        self._now = now
        self._bot = bot
        self.log: dict[int, JsonObject] = {}
        self.reactions = Reactions()
        self._next_id = 1
        self._listeners: list[Listener] = []

    @property
    def messages(self) -> list[JsonObject]:
        """The messages as they are now, oldest first: edited ones in their place, deleted ones missing."""
        return list(self.log.values())

    @property
    def next_id(self) -> int:
        """The id that the next message gets."""
        return self._next_id

    @property
    def bot_id(self) -> int:
        """The bot's user id."""
        return int(self._bot["id"])

    def skip_first_id(self) -> None:
        """Let no later message have the id 1: in a forum that is General's id."""
        self._next_id = max(self._next_id, 2)

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
        for message_id in gone:
            self.reactions.forget(message_id)
        if gone:
            self.tell({"type": "delete", "message_ids": gone})

    def where(self, thread_id: int | None, replied: JsonObject | None) -> JsonObject:
        """The fields of a new message that say in which thread it stands and what it replies to.

        Refuses (400) a thread that is not there, as all are in a chat without topics.
        """
        if thread_id is not None:
            raise bad_request("message thread not found")
        return {"reply_to_message": bare(replied)} if replied is not None else {}

    def react(self, actor: int, message_id: int, reactions: list[JsonObject]) -> None:
        """Replace the reactions that somebody has given to a message. Raises Telegram's refusal (400)."""
        self.reactions.set(actor, message_id, reactions)
        given = list(self.reactions.of(message_id).values())
        self.tell({"type": "reaction", "message_id": message_id, "reactions": given})

    def check_open(self, placed: JsonObject) -> None:
        """Raise Telegram's refusal (400) when the bot may not write into the thread of these fields."""

    def may_delete(self, message: JsonObject) -> bool:
        """Whether the bot may delete this message, its age aside."""
        return True

    def admit_bot(self) -> None:
        """Raise Telegram's refusal (403) when the bot may not write here."""

    def admit_recordings(self) -> None:
        """Raise Telegram's refusal (400) when the person takes no voice and video messages."""

    def check_moved(self) -> None:
        """Raise Telegram's refusal (400 with `migrate_to_chat_id`) when the chat has another id now."""

    def tell_membership(self, actor: JsonObject, before: JsonObject, after: JsonObject) -> None:
        """Queue a `my_chat_member` update: `actor` (a User object) changed the bot's ChatMember object in this chat."""
        change = {
            "chat": self.json,
            "from": actor,
            "date": int(self._now()),
            "old_chat_member": before,
            "new_chat_member": after,
        }
        self._updates.add("my_chat_member", change)

    def bot_as(self, status: str, rights: Collection[str] = ()) -> JsonObject:
        """The bot's ChatMember object with this status, as an administrator with these rights."""
        return member_object(self._bot, status, rights)
