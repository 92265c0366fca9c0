"""One reminder of several seminars that begin close together (S4), openly and discreetly."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.content import Button, Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.seminars import Seminar
from bot.handlers.seminars.reminder_texts import neutral
from bot.handlers.seminars.screens import short_title
from bot.handlers.ui.callbacks import ShowSeminar
from bot.handlers.ui.screens import Words
from bot.texts import Texts
from bot.wording.moments import moment, relative
from bot.wording.seminar_lines import link_line


@dataclass(frozen=True)
class MergedTexts:
    """core.joint.MergedRenderer; ``zones`` are IANA names."""

    texts: Texts
    zones: tuple[str, ...]

    def __call__(self, seminars: Sequence[Seminar], step: int) -> Contents:
        """Return all texts; a day and more ahead they are the same for every step."""
        contents: dict[Variant, Content] = {}
        among = "-".join(str(seminar.id) for seminar in seminars)
        for locale in Locale:
            words = Words(self.texts, locale)
            contents[Variant(locale)] = self._open(words, seminars)
            contents[Variant(locale, discreet=True)] = neutral(words, MailingKind.STEP, among)
        return contents

    def _open(self, words: Words, seminars: Sequence[Seminar]) -> Content:
        blocks = [words("reminders-joint"), *(self._about(words, seminar) for seminar in seminars)]
        rows = tuple(
            (
                Button(
                    words.plain("reminders-joint-card", title=short_title(words, seminar)),
                    ShowSeminar(lang=words.locale, seminar=seminar.id).pack(),
                ),
            )
            for seminar in seminars
        )
        return Content("\n\n".join(blocks), keyboard=rows)

    def _about(self, words: Words, seminar: Seminar) -> str:
        at = moment(words, seminar.start, self.zones)
        heading = words("seminars-heading", title=seminar.title(words.locale))
        when = words("seminars-time", moment=at, relative=relative(words, seminar.start))
        return "\n".join([heading, when, link_line(words, seminar.plan.link)])
