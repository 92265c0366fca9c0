"""What the handlers of the wizard share: the answers so far, the next question, and the preview at the end (A9)."""

from dataclasses import dataclass

from bot.core.mailings.conversations import DRAFT_LIFE, Conversation, Flow
from bot.core.month_grid import Days, local_time
from bot.core.seminars.announcing import NOT_YET
from bot.core.seminars.form import FIELD_MARK, FormError
from bot.core.seminars.wizard import Entered, Question, asked_again, checked_moment, entered_in, plans_of, take
from bot.core.seminars.zones import place
from bot.handlers.seminar_wizard.screens import WizardScreens
from bot.handlers.seminars.preview_desk import SeminarPreviews
from bot.handlers.ui.calendar_keyboard import View
from bot.handlers.ui.screens import Screen, Words


@dataclass(frozen=True)
class SeminarWizard:
    """Asks, keeps the answers as the admin's conversation, and hands the seminar over to its preview."""

    previews: SeminarPreviews

    @property
    def home(self) -> str:
        """The organisers' zone: where days and hours are read."""
        return self.previews.desk.presentation.admin_zone

    async def begin(self, admin: int, words: Words) -> Screen:
        """Begin anew, and return the first question."""
        return await self.ask(admin, words, Entered({}))

    async def entered(self, admin: int) -> Entered | None:
        """Return what the admin has entered so far, None without an open wizard."""
        found = await self.previews.desk.conversations.get(admin, self.previews.desk.clock.now())
        return entered_in(found.step) if found is not None and found.flow is Flow.WIZARD else None

    async def ask(self, admin: int, words: Words, entered: Entered, fault: FormError | None = None) -> Screen:
        """Keep the answers for an hour and return the question that waits."""
        desk = self.previews.desk
        conversation = Conversation(admin, Flow.WIZARD, entered.packed(), NOT_YET)
        await desk.conversations.put(conversation, desk.clock.now() + DRAFT_LIFE)
        return self.question(admin, words, entered, fault)

    async def take(self, admin: int, words: Words, entered: Entered, text: str) -> Screen | None:
        """Take an answer; return what is asked next, None when the preview stands below."""
        if FIELD_MARK in text:
            return await self.previews.read(admin, words, text)
        now = self.previews.desk.clock.now()
        try:
            found = take(entered, text, now, self.home)
        except FormError as refused:
            return self.question(admin, words, entered, refused)
        fault = checked_moment(found, now, self.home)
        if fault is not None:
            return await self.ask(admin, words, found.at(asked_again(fault)), fault)
        if found.awaited is not None:
            return await self.ask(admin, words, found)
        plans = plans_of(found, now, self.home)
        return await self.previews.preview(admin, words, plans)

    def question(
        self,
        admin: int,
        words: Words,
        entered: Entered,
        fault: FormError | None = None,
        view: View = View.NOTHING,
        at: int = 0,
    ) -> Screen:
        """Return the question that waits, with a part of the calendar where it has one."""
        shown = self.previews.desk.presentation
        zones = (shown.admin_zone, *shown.display_zones)
        return WizardScreens(words, admin, entered, self._days, zones).question(fault, view, at)

    async def waiting(self, words: Words, conversation: Conversation) -> Screen:
        """Return what the conversation waits for."""
        return self.question(conversation.chat, words, entered_in(conversation.step))

    async def choose(self, admin: int, words: Words, entered: Entered, view: View, at: int) -> Screen | None:
        """Take a tapped day or minute; return what is asked next."""
        local = local_time(at)
        if local is None:
            return self.question(admin, words, entered)
        if view is View.HOURS:
            return await self.ask(admin, words, entered.answered(Question.DAY, local.date().isoformat()))
        found = entered.answered(Question.DAY, local.date().isoformat())
        return await self.take(admin, words, found, local.time().isoformat("minutes"))

    @property
    def _days(self) -> Days:
        now = self.previews.desk.clock.now()
        return Days(now.astimezone(place(self.home)).replace(tzinfo=None))
