"""A group with the bot: its members and rights, Telegram's privacy mode, and how a basic group becomes a supergroup."""

from collections.abc import Collection

from bot.demo.calls import JsonObject, bad_request, forbidden, moved
from bot.demo.chats.answered import bare
from bot.demo.chats.forum import Forum
from bot.demo.chats.members import ADMIN_RIGHTS, ANONYMOUS_ADMIN, checked_rights, member_object
from bot.demo.chats.profile import DEFAULT_SCOPE
from bot.demo.chats.world import World

__all__ = ["ANONYMOUS_ADMIN", "SERVICE_FIELDS", "Group"]

SERVICE_FIELDS = frozenset({
    *("new_chat_members", "left_chat_member", "new_chat_title", "pinned_message"),
    *("migrate_to_chat_id", "migrate_from_chat_id"),
    *("forum_topic_created", "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened"),
})  # fmt: skip
"""What makes a message one that Telegram writes itself. Every bot gets these in every mode."""


class Group(Forum):
    """People write here by `Person.sends(..., group=…)`; who writes becomes a member.

    `bot_sees_all`: privacy mode is off. `bot_rights`: what the bot may do as an administrator, None when it is none.
    `bot_gone_as`: its status when it is no member, "kicked" or "left". `moved_to`: the id of the supergroup this group
    became. `people`: User objects by id. `admins`: the rights of those people who are administrators. `owner`: whoever
    made the group. `events`: all that was ever shown here.
    """

    def __init__(self, world: World, chat_id: int, title: str, *, basic: bool = False, forum: bool = False) -> None:
        kind = {"type": "group", "all_members_are_administrators": False} if basic else {"type": "supergroup"}
        super().__init__(world.updates, world.now, world.bot, {"id": chat_id, "title": title, **kind})
        self.world = world
        self.title = title
        self.bot_is_member = True
        self.bot_sees_all = False
        self.bot_rights: frozenset[str] | None = None
        self.bot_gone_as = "kicked"
        self.moved_to: int | None = None
        self.people: dict[int, JsonObject] = {}
        self.admins: dict[int, frozenset[str]] = {}
        self.owner: int | None = None
        self.events: list[JsonObject] = []
        if forum:
            self.opens_forum()

    @property
    def bot_status(self) -> str:
        """The bot's status as its ChatMember object says it."""
        if not self.bot_is_member:
            return self.bot_gone_as
        return "member" if self.bot_rights is None else "administrator"

    @property
    def shown_by_bot(self) -> list[JsonObject]:
        """The events of the bot's making, oldest first, also those of messages that were edited or deleted since."""
        return [
            event
            for event in self.events
            if event.get("message", {}).get("from", {}).get("id") == self.bot_id or event["type"] == "toast"
        ]

    def tell(self, event: JsonObject) -> None:
        """Keep the event, and pass it to all listeners."""
        self.events.append(event)
        super().tell(event)

    def bot_may(self, right: str) -> bool:
        """Whether the bot is an administrator with this right; in a basic group every administrator has all."""
        if not self.bot_is_member or self.bot_rights is None:
            return False
        return right in self.bot_rights or self.json["type"] == "group"

    def admit_bot(self) -> None:
        """Raise Telegram's refusal (403) when the bot was removed from the group, or has left it."""
        if not self.bot_is_member and self.moved_to is None:
            gone = "was kicked from" if self.bot_gone_as == "kicked" else "is not a member of"
            raise forbidden(f"bot {gone} the {self.json['type']} chat")

    def check_moved(self) -> None:
        """Raise Telegram's refusal (400) when this group became a supergroup.

        Only calls that add something check it: under the old id the bot may still read and edit its own messages.
        """
        if self.moved_to is not None:
            raise moved(self.moved_to)

    def check_open(self, placed: JsonObject) -> None:
        """Raise Telegram's refusal (400) for a closed topic that the bot may not manage."""
        topic = self.topics.get(self._topic_of(placed))
        if topic is not None and topic.closed and not self.bot_may("can_manage_topics"):
            raise bad_request("TOPIC_CLOSED")

    def may_delete(self, message: JsonObject) -> bool:
        """Whether the bot may delete this message, its age aside; never the one that tells of a topic's creation."""
        if "forum_topic_created" in message:
            return False
        return message["from"]["id"] == self.bot_id or self.bot_may("can_delete_messages")

    def member(self, user_id: int) -> JsonObject:
        """The ChatMember object of the bot or a person. Refuses (400) somebody whom Telegram does not know."""
        if user_id == self.bot_id:
            return self.bot_as(self.bot_status, self.bot_rights or ())
        user = self.people.get(user_id)
        if user is None:
            known = self.world.chats.get(user_id)
            if known is None:
                raise bad_request("user not found")
            return member_object({"id": user_id, "is_bot": False, "first_name": known.json["first_name"]}, "left")
        if user_id == self.owner:
            return member_object(user, "creator")
        return member_object(
            user, "administrator" if user_id in self.admins else "member", self.admins.get(user_id, ())
        )

    def administrators(self) -> list[JsonObject]:
        """The ChatMember objects of the owner, of the people who are administrators, and of the bot if it is one."""
        people = [number for number in self.people if number == self.owner or number in self.admins]
        bot = [self.bot_id] if self.bot_status == "administrator" else []
        return [self.member(number) for number in (*people, *bot)]

    def delivers(self, message: JsonObject) -> bool:
        """Whether the bot gets this: an administrator gets all, in privacy mode a member gets what is meant for it.

        That is commands, mentions, replies to the bot, what was sent via it, and what Telegram writes itself. That a
        message in a topic of the bot's says to reply to the topic's first one does not count.
        """
        if (
            not self.bot_is_member
            or self.bot_sees_all
            or self.bot_rights is not None
            or message.keys() & SERVICE_FIELDS
        ):
            return self.bot_is_member
        replied = message.get("reply_to_message", {})
        answered = {} if "forum_topic_created" in replied else replied.get("from", {})
        if self.world.bot_id in (answered.get("id"), message.get("via_bot", {}).get("id")):
            return True
        name = f"@{self.world.bot['username']}".lower()
        if name in str(message.get("text", message.get("caption", ""))).lower():
            return True
        begins = [entity["length"] for entity in message.get("entities", ()) if entity["offset"] == 0]
        command = str(message.get("text", ""))[: max(begins, default=0)]
        return command.startswith("/") and "@" not in command

    def announce(self, by: JsonObject, content: JsonObject) -> JsonObject:
        """Add a service message and tell the bot, also when the bot itself is the cause. Returns it.

        Source: tdlib/telegram-bot-api, `need_skip_update_message`.
        """
        message = self.place(by, content)
        if self.delivers(message):
            self.world.updates.add("message", message)
        return message

    def commands(self, language: str) -> list[JsonObject]:
        """The bot's commands in a member's menu: those of this chat before those of all groups before the default."""
        return self.world.profile.menu(
            [("chat", self.id, None), ("all_group_chats", None, None), DEFAULT_SCOPE], language
        )

    def joins(self, user: JsonObject, rights: Collection[str] | None = None, *, owner: bool = False) -> None:
        """Make a person a member, with `rights` an administrator. No message says so."""
        self.people[user["id"]] = user
        if rights is not None:
            self.admins[user["id"]] = checked_rights(rights)
        if owner:
            self.owner = user["id"]

    def leaves(self, user: JsonObject) -> None:
        """Let a person leave; a message says so."""
        self.people.pop(user["id"], None)
        self.admins.pop(user["id"], None)
        self.announce(user, {"left_chat_member": user})

    def adds_bot(self, by: JsonObject) -> None:
        """Make the bot a member; it gets an update. `by`: the User object of whoever adds it."""
        self.bot_is_member, self.bot_rights = True, None
        self.tell_membership(by, self.bot_as("left"), self.bot_as("member"))

    def removes_bot(self, by: JsonObject, status: str = "kicked") -> None:
        """Remove the bot, which is "kicked" then or has "left"; it gets an update. `by`: the User object of whoever."""
        before = self.member(self.bot_id)
        self.bot_is_member, self.bot_rights, self.bot_gone_as = False, None, status
        self.tell_membership(by, before, self.bot_as(status))

    def promotes_bot(self, by: JsonObject, rights: Collection[str] = ADMIN_RIGHTS) -> None:
        """Make the bot an administrator with these rights, or change its rights; it gets an update."""
        before = self.member(self.bot_id)
        self.bot_is_member, self.bot_rights = True, checked_rights(rights)
        self.tell_membership(by, before, self.member(self.bot_id))

    def demotes_bot(self, by: JsonObject) -> None:
        """Make the bot an ordinary member; it gets an update."""
        before = self.member(self.bot_id)
        self.bot_rights = None
        self.tell_membership(by, before, self.member(self.bot_id))

    def pins(self, by: JsonObject, message_id: int) -> JsonObject:
        """Pin a message; returns the service message that tells of it."""
        pinned = self.log[message_id]
        placed = self.where(self._topic_of(pinned) or None, None)
        return self.announce(by, {**placed, "pinned_message": bare(pinned)})

    def renames(self, by: JsonObject, title: str) -> None:
        """Give the group another title; a message says so."""
        self.title, self.json = title, {**self.json, "title": title}
        self.announce(by, {"new_chat_title": title})

    def upgrades(self, by: JsonObject, to: int) -> "Group":
        """Make a basic group a supergroup with the id `to` and return it; each chat gets a service message.

        Members and rights go along; message ids begin anew. `by`: the User object of whoever does it. Raises ValueError
        for a supergroup and at the second time.
        """
        if self.json["type"] != "group" or self.moved_to is not None:
            raise ValueError("only a basic group becomes a supergroup, and only once")
        self.moved_to = to
        new = self.world.chats[to] = Group(self.world, to, self.title)
        new.bot_is_member, new.bot_sees_all = self.bot_is_member, self.bot_sees_all
        new.bot_rights, new.owner = self.bot_rights, self.owner
        new.people, new.admins = dict(self.people), dict(self.admins)
        said = (
            self.place(by, {"migrate_to_chat_id": to}),
            new.place(ANONYMOUS_ADMIN, {"sender_chat": new.json, "migrate_from_chat_id": self.id}),
        )
        if self.bot_is_member:
            for message in said:
                self.world.updates.add("message", message)
        return new
