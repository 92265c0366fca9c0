"""What an admin is about to confirm (A3)."""

from dataclasses import dataclass

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale, mostly_cyrillic
from bot.core.mailings.costs import messages_needed
from bot.core.mailings.edits import EditFault, edit_fault
from bot.core.mailings.mailings import Audience
from bot.core.mailings.missed import Repeat
from bot.core.mailings.signed_up import SignedUp
from bot.core.mailings.stars import price


def reads_russian(text: str) -> bool:
    """Return whether most of the letters are Cyrillic, or there are none."""
    return mostly_cyrillic(text) or not any(map(str.isalpha, text))


@dataclass(frozen=True)
class Preview:
    """What an admin is about to confirm."""

    mailing: int
    audience: Audience
    recipients: int
    texts: tuple[tuple[Locale, Content], ...]
    mark: str
    paid_mark: str = ""
    repeat: Repeat | None = None
    in_russian: int = 0
    """How many of the recipients read Russian; the others read English."""
    before: Contents | None = None
    """What the draft of an edit is to replace; None of any other draft."""
    quiet: bool = False
    """Whether it comes without a sound."""
    signed_up: SignedUp | None = None
    """The seminar whose signed-up people it is for, if it is for those."""

    @property
    def edited(self) -> bool:
        """Whether anything differs from what is to be edited."""
        before = self.before or {}
        return any(content != before.get(Variant(language)) for language, content in self.texts)

    @property
    def edit_fault(self) -> EditFault | None:
        """Why Telegram cannot make of the messages what was composed, or None."""
        before = self.before or {}
        faults = (edit_fault(before.get(Variant(language), content), content) for language, content in self.texts)
        return next((fault for fault in faults if fault), None)

    @property
    def cyrillic_english(self) -> bool:
        """Whether the English text is written in Cyrillic: a mistake, or the rest of a paste that was cut."""
        english = dict(self.copies).get(Locale.EN)
        return english is not None and any(map(str.isalpha, english.words)) and reads_russian(english.words)

    @property
    def messages(self) -> int:
        """How many messages it takes at most: an album is as many as it has files (A6)."""
        return messages_needed(dict(self.texts), self.recipients, self.in_russian)

    @property
    def stars(self) -> int:
        """The most it may cost to send it for Stars."""
        return price(self.messages)

    @property
    def copies(self) -> tuple[tuple[Locale, Content], ...]:
        """The texts that differ: one for all is shown once."""
        same = len(self.texts) > 1 and self.texts[0][1] == self.texts[1][1]
        return self.texts[:1] if same else self.texts
