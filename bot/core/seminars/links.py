"""A seminar whose link changes has it corrected in what was sent already: in place, silently, once (S7).

First the texts are worded anew, in the transaction that writes down which link they name; whoever is told after that
reads the new one. When nothing of the mailing is under way any more, its messages are edited like those of a broadcast.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from bot.core.content import Contents
from bot.core.mailings.mailings import MailingKind
from bot.core.mailings.outbox import Wake
from bot.core.seminars.merging import MergedRenderer, joint_texts
from bot.core.seminars.seminars import Renderer, Seminar, Seminars


@dataclass(frozen=True)
class StaleLink:
    """A mailing whose texts name another link than its seminar has, or than one it is told together with has.

    ``others`` are the numbers of those, in the order of ``Variant.joint``.
    """

    mailing: int
    kind: MailingKind
    seminar: int
    step: int
    others: tuple[int, ...] = ()


class SentLinks(Protocol):
    """Which links the texts of mailings name. Every changing method is one transaction."""

    async def stale(self) -> Sequence[StaleLink]:
        """Return the mailings of planned seminars that name a link of before."""
        ...

    async def reword(self, stale: StaleLink, contents: Contents, seminars: Sequence[Seminar]) -> bool:
        """Put these texts in the place of those there are, if they still name the seminars' links."""
        ...

    async def correct(self) -> int:
        """Begin to edit the messages of mailings that were reworded and are over; return how many mailings."""
        ...


@dataclass(frozen=True)
class CorrectLinks:
    """Run by a tick; running it twice changes nothing."""

    seminars: Seminars
    links: SentLinks
    render: Renderer
    render_joint: MergedRenderer
    wake: Wake

    async def __call__(self) -> None:
        """Word anew what is stale, then have corrected what was sent of it."""
        for stale in await self.links.stale():
            found = [await self.seminars.get(number) for number in (stale.seminar, *stale.others)]
            seminars = [seminar for seminar in found if seminar is not None]
            if len(seminars) == len(found):
                await self.links.reword(stale, self._texts(stale, seminars), seminars)
        if await self.links.correct():
            self.wake()

    def _texts(self, stale: StaleLink, seminars: Sequence[Seminar]) -> Contents:
        seminar, *others = seminars
        return {
            **self.render(stale.kind, seminar, stale.step),
            **joint_texts(self.render_joint, seminar, others, stale.step),
        }
