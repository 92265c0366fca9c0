"""A group that becomes a supergroup goes on under another number; nothing else ever does.

So a chat moves once at most, whatever an answer says: the new number cannot move any more.
"""

SUPERGROUPS = -1_000_000_000_000
"""Supergroups are numbered downwards from here, basic groups from -1 to here (core.telegram.org/api/bots/ids)."""


def may_move(old: int, new: int) -> bool:
    """Return whether a chat with the old number can go on under the new one."""
    return SUPERGROUPS < old < 0 and new < SUPERGROUPS
