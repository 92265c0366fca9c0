"""The page of seminars: those to come, as of a day, and what those that are over were about."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from bot.core.pagination import bare
from bot.core.seminars.recordings import Recording
from bot.core.seminars.seminars import Seminar, SeminarState
from bot.site.answers import AGES
from bot.site.page import Page, listed
from bot.site.records import About, Records
from bot.wording.markup import escaped, paragraph
from bot.wording.moments import moment_words
from bot.wording.seminar_lines import facts, shown_link, speaker_line
from bot.wording.wording import Wording

EAST = timedelta(hours=14)
"""The clock that is furthest ahead of UTC: whose own day is later than the day there, for them a moment is over."""

FRESH = timedelta(days=1)
"""A kept site is written each day; a reader far in the east may be a day ahead."""


def seminars_page(words: Wording, records: Records) -> Page:
    """Return the page, with the addresses by which the seminars are followed without a subscription."""
    about = records.about
    past = "".join(_past(words, seminar, recording, about) for seminar, recording in records.past)
    planned = _planned(words, records) if records.scheduled else (paragraph(words("site-seminars-unknown")),)
    parts = (
        paragraph(words("seminars-what")),
        *_official(words, about),
        *planned,
        *((f"<h2>{escaped(words.plain('site-past'))}</h2>", past) if past else ()),
    )
    return Page("seminars", words.plain("site-seminars"), "".join(parts), (AGES,))


def _official(words: Wording, about: About) -> Iterator[str]:
    """Yield the pages of the organisers, where there are any: a talk can be watched there without Telegram."""
    links = [words("seminars-official-link", url=url, shown=shown_link(url)) for url in about.official]
    if links:
        yield paragraph("\n".join((words("seminars-official"), *links)))


def _planned(words: Wording, records: Records) -> Iterator[str]:
    """Yield what is planned, as of a day, and how to follow it."""
    day, about = records.tree.day, records.about
    yield f'<div data-due="{day + FRESH}"><p class="known">{words("site-seminars-known", day=day)}</p></div>'
    coming = "".join(_coming(words, each, about) for each in records.seminars)
    yield coming or paragraph(words("site-seminars-none"))
    yield f"<h2>{escaped(words.plain('site-follow'))}</h2>"
    yield from _followed(words, about)


def _coming(words: Wording, seminar: Seminar, about: About) -> str:
    cancelled = seminar.state is SeminarState.CANCELLED
    told = (speaker_line(words, seminar.plan), *facts(words, seminar.plan))
    lines = (words("seminars-cancelled"),) if cancelled else told
    said = "<br>".join((*_moments(words, seminar, about), *lines))
    title, over = escaped(seminar.title(words.locale)), escaped(words.plain("seminars-over"))
    marks = "" if cancelled else f' data-due="{_last_day(seminar)}" data-over="{over}"'
    return f'<section id="s{seminar.id}"{marks}><h2>{title}</h2>{paragraph(said)}</section>'


def _last_day(seminar: Seminar) -> date:
    """Return the last day on which it can still be today that it ends, wherever the reader is."""
    return (seminar.end.astimezone(UTC) + EAST).date()


def _past(words: Wording, seminar: Seminar, recording: Recording, about: About) -> str:
    link = recording.link
    watched = paragraph(words("recordings-link", url=link, shown=shown_link(link))) if link else ""
    summary = "".join(paragraph(escaped(part)) for part in recording.summary(words.locale).split("\n\n"))
    at = paragraph("<br>".join(_moments(words, seminar, about)))
    title = escaped(seminar.title(words.locale))
    return f'<section id="s{seminar.id}"><h3>{title}</h3>{at}{summary}{watched}</section>'


def _moments(words: Wording, seminar: Seminar, about: About) -> Iterator[str]:
    """Yield when it is in each zone, which no small phone cuts in two."""
    yield from (moment_words(words, seminar.start, (zone,), "site-moment") for zone in about.zones)


def _followed(words: Wording, about: About) -> Iterator[str]:
    """Yield how to follow them; a calendar asks the address again and again, so it must be the site's own."""
    yield paragraph(words("site-follow-how"))
    base = f"{about.address}/{words.locale.value}/" if about.address else ""
    webcal = base.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1)
    kinds = (("seminars.ics", "site-calendar"), ("meetings.ics", "site-calendar-discreet"))
    named = [(name, words.plain(key)) for name, key in kinds]
    kept = [(f"{webcal}{name}", calendar) for name, calendar in named] if webcal else []
    once = [(name, words.plain("site-calendar-once", calendar=calendar)) for name, calendar in named]
    feed = ("seminars.atom", bare(words("site-feed-seminars")))
    yield listed(f'<a href="{escaped(url)}">{escaped(said)}</a>' for url, said in (*kept, *once, feed))
