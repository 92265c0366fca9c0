"""A group's members as the Bot API's ChatMember objects."""

from collections.abc import Collection

from bot.demo.calls import JsonObject

ADMIN_RIGHTS = frozenset({
    *("can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members"),
    *("can_promote_members", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics"),
    *("can_post_stories", "can_edit_stories", "can_delete_stories", "can_manage_tags", "can_send_welcome_messages"),
})  # fmt: skip
"""What an administrator of a group may be allowed. Source: core.telegram.org/bots/api#chatmemberadministrator."""

ANONYMOUS_ADMIN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""The sender of what an anonymous administrator writes. `sender_chat` is the group then."""


def member_object(user: JsonObject, status: str, rights: Collection[str] = ()) -> JsonObject:
    """The ChatMember object of a user. `rights` are those of an administrator; the others are false."""
    member: JsonObject = {"user": user, "status": status}
    if status == "kicked":
        return {**member, "until_date": 0}
    if status == "creator":
        return {**member, "is_anonymous": False}
    if status == "administrator":
        allowed = {name: name in rights or name == "can_manage_chat" for name in sorted(ADMIN_RIGHTS)}
        return {**member, "can_be_edited": False, "is_anonymous": False, **allowed}
    return member


def checked_rights(rights: Collection[str]) -> frozenset[str]:
    """The rights as a set. Raises ValueError for one that is none of the Bot API's."""
    if unknown := set(rights) - ADMIN_RIGHTS:
        raise ValueError(f"no such right: {sorted(unknown)}")
    return frozenset(rights)
