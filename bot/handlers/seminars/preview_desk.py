"""What the handlers of a seminar's preview share: the draft, exact copies of the announcement, and the card below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from aiogram import Bot

from bot.core.content import Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.announcing import NOT_YET, Announcing, previewed
from bot.core.seminars.drafts import Field, SeminarDraft, corrected, unpacked
from bot.core.seminars.form import FIELD_MARK, FormError, form_of, understood
from bot.core.seminars.mending import with_time
from bot.core.seminars.reach import Reach, shortfalls
from bot.core.seminars.seminars import Plan, Renderer
from bot.handlers.contents.content import send_copy
from bot.handlers.seminars.admin_desk import SeminarDesk
from bot.handlers.seminars.admin_screens import ask_moment
from bot.handlers.seminars.fault_screens import ask_place, asks_place
from bot.handlers.seminars.preview_screens import Expected, ask_field, draft_card, fields_screen, label, refused_screen
from bot.handlers.ui.screens import Screen, Words, send_to

REASON_CHARACTERS = 200
"""How much of Telegram's own sentence is shown, in characters."""


async def send_copies(bot: Bot, admin: int, words: Words, contents: Contents) -> tuple[Locale, str] | None:
    """Send a message about a seminar in each language, labelled; return which one Telegram refuses, and why."""
    for language in Locale:
        await send_to(bot, admin, label(words, language))
        reason = await send_copy(bot, admin, contents[Variant(language)])
        if reason is not None:
            return language, reason[:REASON_CHARACTERS]
    return None


@dataclass(frozen=True)
class SeminarPreviews:
    """Keeps drafts and shows them; ``render`` words the messages exactly as they are delivered."""

    bot: Bot
    announcing: Announcing
    render: Renderer
    desk: SeminarDesk

    async def open(self, admin: int, words: Words, plan: Plan, source: int | None = None) -> None:
        """Keep the plan as a draft and show what everybody would get."""
        await self.keep(admin, plan, source)
        await self.below(admin, words, plan)

    async def keep(self, admin: int, plan: Plan, source: int | None = None) -> None:
        """Keep the plan as a draft, in place of any other; one that is entered already needs none."""
        if await self.announcing.there(plan) is None:
            await self.announcing.keep(admin, SeminarDraft(plan), source)

    async def below(self, admin: int, words: Words, plan: Plan) -> None:
        """Send exact copies and then the card; a text that Telegram refuses is refused here (A3).

        A plan that is entered already has nothing to be previewed: its card is shown.
        """
        there = await self.announcing.there(plan)
        if there is not None:
            await send_to(self.bot, admin, await self.desk.card(words, there.id))
            return
        contents = self.render(MailingKind.ANNOUNCEMENT, previewed(plan, self.desk.clock))
        refused = await send_copies(self.bot, admin, words, contents)
        if refused is None:
            await send_to(self.bot, admin, await self.card(words, admin, SeminarDraft(plan)))
        else:
            await send_to(self.bot, admin, refused_screen(words, admin, plan, *refused))

    async def take(self, admin: int, words: Words, draft: SeminarDraft, text: str) -> Screen | None:
        """Take what is typed while a draft waits: a part of the plan, or a whole line; return what must be asked."""
        if FIELD_MARK in text:
            return await self.read(admin, words, text)
        if draft.awaited is None:
            return fields_screen(words, admin, draft.plan)
        plans = understood(self._corrections(draft), text, self.desk.clock.now())
        if not isinstance(plans, FormError):
            return await self.preview(admin, words, plans)
        line = with_time(form_of(draft.plan), text)
        return ask_place(words, plans, line) if asks_place(plans, line) else ask_field(words, admin, draft, plans)

    async def read(self, admin: int, words: Words, line: str, source: int | None = None) -> Screen | None:
        """Preview what a line means, below; return what must be asked first. ``source`` is that of ``Announcing``."""
        plans = understood(self.desk.read_plan, line, self.desk.clock.now())
        if isinstance(plans, FormError):
            return self.desk.form_error(words, plans, line)
        return await self.preview(admin, words, plans, source)

    async def preview(
        self, admin: int, words: Words, plans: Sequence[Plan], source: int | None = None
    ) -> Screen | None:
        """Preview the plan below; of two return the question which moment is meant."""
        if len(plans) > 1:
            return ask_moment(words, form_of(plans[0]), [plan.when for plan in plans])
        await self.open(admin, words, plans[0], source)
        return None

    async def card(self, words: Words, admin: int, draft: SeminarDraft, before: int | None = None) -> Screen:
        """Return the card under the preview, with the count of now; ``before`` is what was shown."""
        now, shown = self.desk.clock.now(), self.desk.presentation
        seminar, count = previewed(draft.plan, self.desk.clock), await self.announcing.count()
        people = await self.desk.seminars.wanting(NOT_YET)
        reach = Reach(people, shortfalls(seminar, shown.offsets, people, shown.send_rate, now))
        return draft_card(words, shown, draft, admin, Expected(count, now, reach, before))

    async def waiting(self, words: Words, conversation: Conversation) -> Screen:
        """Return what the conversation about a draft waits for."""
        draft = unpacked(conversation.step)
        if draft.awaited is not None:
            return ask_field(words, conversation.chat, draft)
        return await self.card(words, conversation.chat, draft)

    def _corrections(self, draft: SeminarDraft) -> Callable[[str, datetime], tuple[Plan, ...]]:
        """Return what reads the awaited part of the plan."""
        home, field = self.desk.presentation.admin_zone, draft.awaited or Field.WHEN
        return lambda text, now: corrected(draft.plan, field, text, now, home)
