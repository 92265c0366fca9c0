"""What is known of the lawyers' group: whether questions reach it, and what an admin must mend (A10)."""

from dataclasses import dataclass, field
from enum import StrEnum


class Lawyers(StrEnum):
    """Who may answer: whoever is in the group, or only those of them who are listed in ``REVIEWERS``."""

    GROUP = "group"
    REVIEWERS = "reviewers"


class Missing(StrEnum):
    """What is wrong with the group. All but the last two keep questions from being taken.

    ``off``: no group is set up. ``unseen``: Telegram has not answered since the start. ``no-admin``: the bot does
    not see replies to colleagues. ``public``: anybody could read the questions.
    """

    OFF = "off"
    UNSEEN = "unseen"
    NOT_FOUND = "not-found"
    NO_GROUP = "no-group"
    REMOVED = "removed"
    PUBLIC = "public"
    NO_ADMIN = "no-admin"
    NO_TOPICS = "no-topics"
    NO_DELETING = "no-deleting"


HARMLESS = frozenset({Missing.NO_TOPICS, Missing.NO_DELETING})
"""Questions are taken all the same: into the group itself, or without deleting what others wrote."""


@dataclass
class LawyersGroup:
    """The group as last seen; one object, changed in place.

    ``chat``: its id today, after an upgrade the new one. ``stale``: something was refused, so it is looked at soon.
    ``changed``: Telegram says that it is otherwise now, so it is looked at at once. ``moved_to``: the supergroup it is
    said to have become.
    """

    chat: int | None = None
    forum: bool = False
    reactions: bool = True
    stale: bool = False
    changed: bool = False
    moved_to: int | None = None
    missing: set[Missing] = field(default_factory=lambda: {Missing.OFF})

    @property
    def set_up(self) -> bool:
        """Whether there are lawyers at all; without them no button leads to them."""
        return Missing.OFF not in self.missing

    @property
    def takes_questions(self) -> bool:
        """Whether a question would reach them."""
        return not self.missing - HARMLESS

    @property
    def topics(self) -> bool:
        """Whether a ticket gets a topic of its own."""
        return self.forum and Missing.NO_TOPICS not in self.missing
