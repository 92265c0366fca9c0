"""The page of seminars: those to come, and what those that are over were about."""

from collections.abc import Iterator

from bot.core.pagination import bare
from bot.core.seminars.recordings import Recording
from bot.core.seminars.seminars import Seminar, SeminarState
from bot.site.page import Page
from bot.site.records import About, Records
from bot.wording.markup import escaped, paragraph
from bot.wording.moments import moment_words
from bot.wording.seminar_lines import facts, shown_link, speaker_line
from bot.wording.wording import Wording


def seminars_page(words: Wording, records: Records) -> Page:
    """Return the page, with the addresses by which the seminars are followed without a subscription."""
    about = records.about
    coming = "".join(_coming(words, each, about) for each in records.seminars)
    past = "".join(_past(words, seminar, recording, about) for seminar, recording in records.past)
    parts = (
        paragraph(words("seminars-what")),
        coming or paragraph(words("site-seminars-none")),
        f"<h2>{escaped(words.plain('site-follow'))}</h2>",
        *_followed(words, about),
        *((f"<h2>{escaped(words.plain('site-past'))}</h2>", past) if past else ()),
    )
    return Page("seminars", words.plain("site-seminars"), "".join(parts))


def _coming(words: Wording, seminar: Seminar, about: About) -> str:
    cancelled = seminar.state is SeminarState.CANCELLED
    told = (speaker_line(words, seminar.plan), *facts(words, seminar.plan))
    lines = (words("seminars-cancelled"),) if cancelled else told
    said = "<br>".join((*_moments(words, seminar, about), *lines))
    return f'<section id="s{seminar.id}"><h2>{escaped(seminar.title(words.locale))}</h2>{paragraph(said)}</section>'


def _past(words: Wording, seminar: Seminar, recording: Recording, about: About) -> str:
    link = recording.link
    watched = paragraph(words("recordings-link", url=link, shown=shown_link(link))) if link else ""
    summary = "".join(paragraph(escaped(part)) for part in recording.summary(words.locale).split("\n\n"))
    at = paragraph("<br>".join(_moments(words, seminar, about)))
    title = escaped(seminar.title(words.locale))
    return f'<section id="s{seminar.id}"><h3>{title}</h3>{at}{summary}{watched}</section>'


def _moments(words: Wording, seminar: Seminar, about: About) -> Iterator[str]:
    """Yield when it is in each zone, which no small phone cuts in two."""
    yield from (moment_words(words, seminar.start, (zone,)) for zone in about.zones)


def _followed(words: Wording, about: About) -> Iterator[str]:
    """Yield how to follow them; a calendar asks the address again and again, so it must be the site's own."""
    yield paragraph(words("site-follow-how"))
    base = f"{about.address}/{words.locale.value}/" if about.address else ""
    webcal = base.replace("https://", "webcal://", 1).replace("http://", "webcal://", 1)
    for name, key in (("seminars.ics", "site-calendar"), ("meetings.ics", "site-calendar-discreet")):
        once = f' · <a href="{name}">{escaped(words.plain("site-calendar-once"))}</a>' if webcal else ""
        yield paragraph(f'<a href="{escaped(webcal)}{name}">{escaped(words.plain(key))}</a>{once}')
    yield paragraph(f'<a href="seminars.atom">{escaped(bare(words("site-feed-seminars")))}</a>')
