"""A supergroup the bot is a member of, with Telegram's privacy mode."""

from typing import TYPE_CHECKING

from bot.demo.room import Room
from bot.demo.wire import JsonObject, forbidden

if TYPE_CHECKING:
    from bot.demo.person import Person
    from bot.demo.world import World


class Group(Room):
    """People write here through `Person.sends(..., group=…)`."""

    def __init__(self, world: "World", chat_id: int, title: str) -> None:
        super().__init__(world, {"id": chat_id, "type": "supergroup", "title": title})
        self.id = chat_id
        self.title = title
        self.bot_is_member = True
        self.bot_sees_all = False

    def admit_bot(self) -> None:
        if not self.bot_is_member:
            raise forbidden("bot was kicked from the supergroup chat")

    def delivers(self, message: JsonObject) -> bool:
        """Privacy mode: commands, mentions and replies to the bot reach it; the talk of people does not."""
        if self.bot_sees_all:
            return True
        answered = message.get("reply_to_message", {}).get("from", {})
        if answered.get("id") == self.world.bot_id:
            return True
        name = f"@{self.world.bot['username']}".lower()
        if name in str(message.get("text", message.get("caption", ""))).lower():
            return True
        begins = [entity["length"] for entity in message.get("entities", ()) if entity["offset"] == 0]
        command = str(message.get("text", ""))[: max(begins, default=0)]
        return command.startswith("/") and "@" not in command

    def adds_bot(self, by: "Person") -> None:
        """Somebody lets the bot in; it is told."""
        self.bot_is_member = True
        self.tell_membership(by.user, "left", "member")

    def removes_bot(self, by: "Person") -> None:
        """Somebody throws the bot out; it is told."""
        self.bot_is_member = False
        self.tell_membership(by.user, "member", "kicked")
