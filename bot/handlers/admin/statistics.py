"""📊 and /stats: the numbers, under a picture of three charts where the extra ``charts`` is installed (A11)."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from aiogram import Bot, Router
from aiogram.types import BufferedInputFile, CallbackQuery, Message

from bot.core.chart_sheet import Bar, ChartSheet, Curve
from bot.core.events import Event, event
from bot.core.faq.library import Library
from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.core.seminars.ratings import Rated, RatingStore
from bot.core.statistics import LookBack, Statistics
from bot.handlers.admin.access import FromAdmin, TappedByAdmin
from bot.handlers.ui.callbacks import ShowDesk, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.screens import Screen, Words, send_to
from bot.messages import frame

TOPICS_SHOWN = 3
SEMINARS_SHOWN = 3
TITLE_SIGNS = 40
"""A longer title of a seminar is cut: the numbers stand under a picture."""


DrawCharts = Callable[[ChartSheet], Awaitable[bytes]]
"""Draws a PNG, beside the bot."""


class ShowStatistics(Spoken, prefix="sts"):
    """Send the statistics."""


def numbers(words: Words, library: Library, found: Statistics, rated: Sequence[Rated] = ()) -> str:
    """Word the numbers; what is below five is not among them."""
    counts = [curve_label(words, found, language) for language in Locale]
    asked = found.found + found.not_found
    parts = [
        words("stats-title", day=found.days[-1]),
        "\n".join((words("stats-subscribers"), *counts)),
        "\n".join((words("stats-deliveries"), *(_outcomes(words, found) or [words("stats-nothing")]))),
        words("stats-questions", count=asked, share=share(found)) if asked else words("stats-no-questions"),
    ]
    topics = [words("stats-topic", title=bar.label, count=bar.value) for bar in topic_bars(words, library, found)]
    asked_for = ["\n".join((words("stats-topics"), *topics))] if topics else []
    return GAP.join((*parts, *asked_for, *rating_lines(words, rated), words("stats-small")))


def rating_lines(words: Words, rated: Sequence[Rated]) -> list[str]:
    """Word how the newest seminars were rated: a mean to a tenth of at least five answers."""
    lines = [_rating_line(words, each) for each in rated]
    return ["\n".join((words("stats-ratings"), *lines))] if lines else []


def _short(title: str) -> str:
    return title if len(title) <= TITLE_SIGNS else f"{title[: TITLE_SIGNS - 1]}…"


def _rating_line(words: Words, rated: Rated) -> str:
    whole, tenth = divmod(round(rated.mean * 10), 10)
    return words(
        "stats-rating", title=_short(rated.seminar.title(words.locale)), whole=whole, tenth=tenth, count=rated.answers
    )


def _outcomes(words: Words, found: Statistics) -> list[str]:
    return [words("stats-outcome", name=bar.label, count=bar.value) for bar in outcome_bars(words, found)]


def share(found: Statistics) -> int:
    """Return of a hundred questions how many found no answer."""
    asked = found.found + found.not_found
    return round(100 * found.not_found / asked) if asked else 0


def curve_label(words: Words, found: Statistics, language: Locale) -> str:
    """Return the name of a language with its newest number."""
    now = found.now(language)
    few = f"stats-few-{language.value}"
    return words(f"stats-many-{language.value}", count=now) if now is not None else words(few)


def outcome_bars(words: Words, found: Statistics) -> list[Bar]:
    """Return the outcomes that have a number."""
    return [Bar(words.plain(f"stats-{name}"), count) for name, count in found.deliveries.items() if count]


def topic_bars(words: Words, library: Library, found: Statistics) -> list[Bar]:
    """Return the topics that were found most often, of those there still are."""
    written = {topic.id for topic in library.tree.topics if topic.written}
    there = [(topic, count) for topic, count in found.topics if topic in written]
    shown = [(f"faq-{topic}", count) for topic, count in there[:TOPICS_SHOWN]]
    return [Bar(words.plain(f"{answer}.button"), count) for answer, count in shown]


def chart_sheet(words: Words, library: Library, found: Statistics) -> ChartSheet:
    """Word the picture."""
    asked = found.found + found.not_found
    return ChartSheet(
        subscribers_title=words.plain("stats-chart-subscribers"),
        curves=[Curve(curve_label(words, found, each), found.subscribers[each]) for each in Locale],
        days=(words.plain("stats-day", day=found.days[0]), words.plain("stats-day", day=found.days[-1])),
        deliveries_title=words.plain("stats-chart-deliveries"),
        outcomes=outcome_bars(words, found),
        questions_title=words.plain("stats-chart-questions", share=share(found))
        if asked
        else words.plain("stats-chart-asked"),
        questions=found.questions,
        found=words.plain("stats-found"),
        not_found=words.plain("stats-not-found"),
        topics=topic_bars(words, library, found),
        nothing=words.plain("stats-nothing"),
    )


@dataclass
class StatisticsDesk:
    """Sends the statistics. A picture is drawn once for the same numbers, and one at a time."""

    bot: Bot
    look_back: LookBack
    library: Library
    ratings: RatingStore
    draw: DrawCharts | None = None
    _drawn: dict[Locale, tuple[ChartSheet, bytes]] = field(default_factory=dict)
    _drawing: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def send(self, chat: int, words: Words) -> None:
        """Send them to an admin: below, since a picture cannot take the place of a text."""
        found = await self.look_back()
        footer = words.footer(ShowStatistics(lang=words.locale), ShowDesk(lang=words.locale))
        rated = await self.ratings.rated(SEMINARS_SHOWN)
        screen = Screen(numbers(words, self.library, found, rated), (footer,))
        picture = await self._picture(words.locale, chart_sheet(words, self.library, found))
        if picture is None:
            await send_to(self.bot, chat, screen)
            return
        file = BufferedInputFile(picture, "statistics.png")
        await self.bot.send_photo(chat, file, caption=screen.text, reply_markup=frame(screen.rows)["reply_markup"])

    async def _picture(self, language: Locale, sheet: ChartSheet) -> bytes | None:
        """Return the picture, None without the extra or when it cannot be drawn: the numbers are there all the same."""
        if self.draw is None:
            return None
        async with self._drawing:
            known = self._drawn.get(language)
            if known and known[0] == sheet:
                return known[1]
            try:
                picture = await self.draw(sheet)
            except Exception as trouble:  # of any library: a picture is no reason to keep the numbers back
                event(Event.CHARTS_NOT_DRAWN, kind=trouble)
                return None
            self._drawn[language] = sheet, picture
            return picture


async def type_stats(message: Message, admin: int, words: Words, statistics_desk: StatisticsDesk) -> None:
    """``/stats``."""
    await statistics_desk.send(admin, words)


async def show_stats(query: CallbackQuery, admin: int, words: Words, statistics_desk: StatisticsDesk) -> None:
    """📊 on the desk, and 🌐 under the statistics."""
    await query.answer()
    await statistics_desk.send(admin, words)


def router() -> Router:
    """Return the routes of the statistics."""
    made = Router(name="statistics")
    made.message.register(type_stats, TypedCommand("stats"), FromAdmin())
    made.callback_query.register(show_stats, ShowStatistics.filter(), TappedByAdmin())
    return made
