"""A group with the bot as a member, Telegram's privacy mode, and the upgrade of a basic group to a supergroup."""

from bot.demo.calls import JsonObject, forbidden, moved
from bot.demo.chats.chat import Chat
from bot.demo.chats.profile import DEFAULT_SCOPE
from bot.demo.chats.world import World

ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class Group(Chat):
    """People write here by `Person.sends(..., group=…)`.

    `bot_sees_all`: privacy mode is off. `moved_to`: the id of the supergroup this group became.
    """

    def __init__(self, world: World, chat_id: int, title: str, *, basic: bool = False) -> None:
        kind = {"type": "group", "all_members_are_administrators": False} if basic else {"type": "supergroup"}
        super().__init__(world.updates, world.now, world.bot, {"id": chat_id, "title": title, **kind})
        self.world = world
        self.title = title
        self.bot_is_member = True
        self.bot_sees_all = False
        self.moved_to: int | None = None

    def admit_bot(self) -> None:
        """Raise Telegram's refusal (403) when the bot was removed from the group."""
        if not self.bot_is_member and self.moved_to is None:
            raise forbidden(f"bot was kicked from the {self.json['type']} chat")

    def check_moved(self) -> None:
        """Raise Telegram's refusal (400) when this group became a supergroup.

        Only calls that add something check it: under the old id the bot may still read and edit its own messages.
        """
        if self.moved_to is not None:
            raise moved(self.moved_to)

    def delivers(self, message: JsonObject) -> bool:
        """Whether the bot gets this as a member: in privacy mode commands, mentions, replies, what was sent via it."""
        if not self.bot_is_member or self.bot_sees_all:
            return self.bot_is_member
        answered = message.get("reply_to_message", {}).get("from", {})
        if self.world.bot_id in (answered.get("id"), message.get("via_bot", {}).get("id")):
            return True
        name = f"@{self.world.bot['username']}".lower()
        if name in str(message.get("text", message.get("caption", ""))).lower():
            return True
        begins = [entity["length"] for entity in message.get("entities", ()) if entity["offset"] == 0]
        command = str(message.get("text", ""))[: max(begins, default=0)]
        return command.startswith("/") and "@" not in command

    def commands(self, language: str) -> list[JsonObject]:
        """The bot's commands in a member's menu: those of this chat before those of all groups before the default."""
        return self.world.profile.menu(
            [("chat", self.id, None), ("all_group_chats", None, None), DEFAULT_SCOPE], language
        )

    def adds_bot(self, by: JsonObject) -> None:
        """Make the bot a member; it gets an update. `by`: the User object of whoever adds it."""
        self.bot_is_member = True
        self.tell_membership(by, "left", "member")

    def removes_bot(self, by: JsonObject) -> None:
        """Remove the bot; it gets an update. `by`: the User object of whoever removes it."""
        self.bot_is_member = False
        self.tell_membership(by, "member", "kicked")

    def upgrades(self, by: JsonObject, to: int) -> "Group":
        """Make a basic group a supergroup with the id `to` and return it; each chat gets a service message.

        `by`: the User object of whoever does it. Raises ValueError for a supergroup and at the second time.
        """
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
