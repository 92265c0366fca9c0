"""A group the bot is a member of, with Telegram's privacy mode; a basic one may become a supergroup."""

from bot.demo.calls import JsonObject, forbidden, moved
from bot.demo.chats.chat import Chat
from bot.demo.chats.world import World

ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class Group(Chat):
    """People write here through `Person.sends(..., group=…)`."""

    def __init__(self, world: World, chat_id: int, title: str, *, basic: bool = False) -> None:
        kind = {"type": "group", "all_members_are_administrators": False} if basic else {"type": "supergroup"}
        super().__init__(world.updates, world.now, world.bot, {"id": chat_id, "title": title, **kind})
        self.world = world
        self.title = title
        self.bot_is_member = True
        self.bot_sees_all = False
        self.moved_to: int | None = None

    def admit_bot(self) -> None:
        if not self.bot_is_member and self.moved_to is None:
            raise forbidden(f"bot was kicked from the {self.json['type']} chat")

    def check_moved(self) -> None:
        """What is still allowed under the old number is what writes nothing new: reading, and editing own messages."""
        if self.moved_to is not None:
            raise moved(self.moved_to)

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

    def adds_bot(self, by: JsonObject) -> None:
        """Somebody lets the bot in; it is told."""
        self.bot_is_member = True
        self.tell_membership(by, "left", "member")

    def removes_bot(self, by: JsonObject) -> None:
        """Somebody throws the bot out; it is told."""
        self.bot_is_member = False
        self.tell_membership(by, "member", "kicked")

    def upgrades(self, by: JsonObject, to: int) -> "Group":
        """Somebody makes a basic group a supergroup: the same people under another number, told in both chats."""
        if self.json["type"] != "group" or self.moved_to is not None:
            raise ValueError("only a basic group becomes a supergroup, and only once")
        self.moved_to = to
        new = self.world.chats[to] = Group(self.world, to, self.title)
        new.bot_is_member, new.bot_sees_all = self.bot_is_member, self.bot_sees_all
        said = (
            self.place(by, {"migrate_to_chat_id": to}),
            new.place(ANONYMOUS_ADMIN, {"sender_chat": new.json, "migrate_from_chat_id": self.id}),
        )
        if self.bot_is_member:
            for message in said:
                self.world.updates.add("message", message)
        return new
