"""«Исправить у всех»: a draft with the new texts is previewed, and becomes what everybody has, once (A7).

Above the same number of people as for a broadcast another admin, shown the same copies, must confirm it (A4): else one
admin could have a broadcast approved and then make everybody's copy say something else.
"""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.mailings.amendments import Amendment, AmendmentKind, Amendments, NewAmendment, amendable
from bot.core.mailings.approval import AskedSecond, SecondApproval
from bot.core.mailings.broadcasts import Composer
from bot.core.mailings.mailings import Mailing, Mailings, MailingState
from bot.core.mailings.missed import Missed
from bot.core.mailings.outbox import Wake
from bot.core.mailings.previews import Preview
from bot.core.mailings.recount import moved_much


@dataclass(frozen=True)
class EditEverywhere:
    """Begun by its author, or by another admin where two are needed."""

    composer: Composer
    mailings: Mailings
    amendments: Amendments
    second: SecondApproval
    clock: Clock
    wake: Wake

    async def begin(self, author: int, number: int) -> int | None:
        """Start a draft with the texts as they are; return its number, None when nothing can be edited."""
        source = await self.mailings.get(number)
        if source is None or not source.over or not amendable(source, self.clock.now()):
            return None
        newest = await self.amendments.newest(number)
        if newest is not None and not newest.over:
            return None
        return await self.composer.repeat(author, source, Missed.EDIT)

    async def preview(self, admin: int, number: int) -> Preview | None:
        """Return what an admin would confirm; None when it is no draft of an edit, or it changes nothing."""
        draft = await self.mailings.get(number)
        if draft is None or draft.state is not MailingState.DRAFT or not draft.edits:
            return None
        preview = await self.composer.preview(admin, draft)
        return preview if preview.edited and preview.edit_fault is None else None

    async def __call__(
        self, author: int, number: int, mark: str, shown: int, card: int
    ) -> Amendment | AskedSecond | None:
        """Begin what was previewed: the same texts in the place of the same, about as many; None if it is not that.

        AskedSecond: nothing was begun, another admin is to confirm it.
        """
        draft = await self.mailings.get(number)
        if draft is None or draft.author != author:
            return None
        new = await self._new(draft, author, mark, shown, card)
        if new is None or not self.second.needed(new.reach.within):
            return await self._begun(new)
        await self.amendments.asked(new, self.clock.now())
        return AskedSecond(new.reach.within, new.content_hash)

    async def approve(self, admin: int, number: int, mark: str, shown: int) -> Amendment | None:
        """Begin what another admin has drafted, if this admin was shown exactly that; its author gets a card."""
        draft = await self.mailings.get(number)
        if draft is None or draft.author == admin or draft.author not in self.second.admins:
            return None
        return await self._begun(await self._new(draft, admin, mark, shown, 0))

    async def _new(self, draft: Mailing, admin: int, mark: str, shown: int, card: int) -> NewAmendment | None:
        preview, source = await self.preview(admin, draft.id), await self._source(draft)
        if preview is None or preview.mark != mark or source is None or draft.author is None:
            return None
        reach = await self.amendments.reach(source)
        if not reach.within or reach.under_way or moved_much(shown, reach.within):
            return None
        return NewAmendment(source.id, AmendmentKind.EDIT, draft.author, card, reach, draft.id, draft.content_hash)

    async def _source(self, draft: Mailing) -> Mailing | None:
        source = await self.mailings.get(draft.repeat.source) if draft.repeat else None
        if source is None or source.audience is not draft.audience:  # one of its texts would be in no preview
            return None
        return source if amendable(source, self.clock.now()) else None

    async def _begun(self, new: NewAmendment | None) -> Amendment | None:
        begun = await self.amendments.begin(new, self.clock.now()) if new else None
        self.wake()
        return await self.amendments.get(begun) if begun is not None else None
