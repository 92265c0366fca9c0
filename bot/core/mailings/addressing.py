"""«Кому» of a draft (A3): other people than before get it, and the preview comes anew."""

from dataclasses import dataclass
from enum import StrEnum

from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ONLY, Composer, ComposeStep
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.mailings.mailings import Audience, Mailing
from bot.core.mailings.signed_up import TOLD_AFTER, SignedUp, offered


class Addressed(StrEnum):
    """What became of the choice."""

    DONE = "done"
    LACKS = "lacks"
    NO_SEMINAR = "no-seminar"


@dataclass(frozen=True)
class Address:
    """Tells others than before.

    What follows another run has its people: nobody else is told, and none of its texts is left out of the preview.
    """

    composer: Composer

    async def __call__(
        self, author: int, mailing: Mailing, audience: Audience, seminar: int | None = None
    ) -> Addressed:
        """Choose an audience, or a seminar's people; LACKS without a text that they would read."""
        broadcasts = self.composer.broadcasts
        if seminar is not None and seminar not in {each.seminar for each in await self._seminars()}:
            return Addressed.NO_SEMINAR
        found = [await broadcasts.text(mailing.id, language) for language in ONLY.get(audience, tuple(Locale))]
        if mailing.repeat is not None or None in found:
            return Addressed.LACKS
        step, expires = ComposeStep.PREVIEW, self.composer.clock.now() + DRAFT_LIFE
        done = await broadcasts.write(mailing.id, author, {}, audience, step, expires, seminar)
        return Addressed.DONE if done else Addressed.LACKS

    async def offered(self) -> list[tuple[SignedUp, int]]:
        """Return the seminars whose people can be told something now, each with how many they are."""
        seminars = offered(await self._seminars(), self.composer.clock.now())
        return [(each, await self.composer.broadcasts.count(Audience.SEMINAR, None, each.seminar)) for each in seminars]

    async def _seminars(self) -> list[SignedUp]:
        return await self.composer.broadcasts.seminars(self.composer.clock.now() - TOLD_AFTER)
