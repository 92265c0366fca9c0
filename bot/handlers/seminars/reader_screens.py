"""Screens of seminars for one reader: they need the seminar, and what this reader has chosen."""

from dataclasses import dataclass

from bot.core.clock import Clock
from bot.core.seminars.recordings import Recordings
from bot.core.seminars.seminars import Phase, Seminars, SeminarState
from bot.core.subscribers.subscribers import Subscribers
from bot.handlers.seminars.recording_screens import ShowPast, past_screen, recorded_card
from bot.handlers.seminars.screens import card, consent, front, front_card, gone, reminded
from bot.handlers.ui.callbacks import Go, Place
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Screen, Words
from bot.wording.ics import CalendarFile, calendar_file

LARGEST_ROW_NUMBER = 2**63 - 1
"""SQLite stores no larger one; a forged button or link may carry any number."""


@dataclass(frozen=True)
class SeminarScreens:
    """Reads seminars and a reader's choices, and draws them; ``number`` is a seminar's id."""

    seminars: Seminars
    subscribers: Subscribers
    presentation: Presentation
    clock: Clock
    recordings: Recordings

    async def front(self, words: Words, chat: int, came: Place | None = None) -> Screen:
        """Return the first screen: the list of coming seminars, or the card when there is only one.

        ``came`` is where Back leads, if anywhere.
        """
        screen = await self._front(words, chat)
        if await self.recordings.published():
            past = words.button("recordings-to-past", ShowPast(lang=words.locale))
            screen = Screen(screen.text, (*screen.rows[:-1], (past,), screen.rows[-1]))
        if came is None:
            return screen
        here = Go(lang=words.locale, to=Place.SEMINARS, came=came)
        return Screen(screen.text, (*screen.rows[:-1], words.footer(here, Go(lang=words.locale, to=came))))

    async def _front(self, words: Words, chat: int) -> Screen:
        now = self.clock.now()
        coming = await self.seminars.coming(now)
        if len(coming) != 1:
            return front(words, self.presentation, coming, now)
        row = await self.subscribers.get(chat)
        choice = await self.seminars.choice(coming[0].id, chat)
        phase, on = coming[0].phase(now), reminded(choice, row)
        return front_card(words, self.presentation, coming[0], phase, on=on, ask=row is None)

    async def found(self, words: Words, chat: int, number: int) -> Screen | None:
        """Return a seminar's card, or None when it is not stored."""
        seminar = await self.seminars.get(number) if 0 < number <= LARGEST_ROW_NUMBER else None
        if seminar is None:
            return None
        recording = await self.recordings.get(number)
        if recording is not None:
            return recorded_card(words, seminar, recording, self.presentation.display_zones)
        row = await self.subscribers.get(chat)
        choice = await self.seminars.choice(number, chat)
        phase, zones = seminar.phase(self.clock.now()), self.presentation.display_zones
        return card(words, seminar, zones, phase, on=reminded(choice, row), ask=row is None)

    async def past(self, words: Words, page: int) -> Screen:
        """Return a page of the past seminars with recordings."""
        return past_screen(words, await self.recordings.published(), self.presentation.display_zones, page)

    async def card(self, words: Words, chat: int, number: int) -> Screen:
        """Return a seminar's card, or that the seminar is no longer stored."""
        return await self.found(words, chat, number) or gone(words)

    async def consent(self, words: Words, chat: int, number: int) -> Screen:
        """Return what one reminder stores, or the card when there is nothing to be reminded of any more."""
        seminar = await self.seminars.get(number)
        if seminar is None:
            return gone(words)
        ahead = seminar.state is SeminarState.PLANNED and seminar.phase(self.clock.now()) is Phase.AHEAD
        return consent(words, seminar) if ahead else await self.card(words, chat, number)

    async def calendar(self, words: Words, chat: int, number: int) -> CalendarFile | None:
        """Return the calendar file in the reader's mode (open or discreet), or None when the seminar is gone."""
        seminar = await self.seminars.get(number)
        if seminar is None:
            return None
        row = await self.subscribers.get(chat)
        discreet = row.discreet if row else await self.seminars.choice(number, chat) is not None
        return calendar_file(words, seminar, self.presentation.bot, self.clock.now(), discreet=discreet)
