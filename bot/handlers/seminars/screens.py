"""What a person sees of a seminar: the list, the card, the question before one reminder is stored (P7)."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit

from aiogram.types import InlineKeyboardButton

from bot.core.content import units
from bot.core.seminars.seminars import Phase, Seminar, SeminarState
from bot.core.subscribers.subscribers import Subscriber
from bot.handlers.ui.callbacks import Deed, Go, Place, RowNumber, ShowSeminar, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import COPIED_UNITS, Row, Screen, Words
from bot.wording.moments import day_words, moment, relative
from bot.wording.seminar_lines import facts, shown_link, speaker_line

SEMINARS_SHOWN = 8
"""How many seminars a list shows: more do not fit an old phone's screen, nor Telegram's limit."""

LABEL_CHARACTERS = 40
"""How much of a title a button shows before Telegram would cut it anyway."""

YOUTUBE_HOSTS = ("youtube.com", "youtu.be")


class Remind(Deed, prefix="rmd"):
    """Want, or do not want, to be reminded of one seminar; ``agreed`` after the question what is stored."""

    seminar: RowNumber
    want: bool
    agreed: bool = False


class AskConsent(Spoken, prefix="cst"):
    """Show what one reminder stores."""

    seminar: RowNumber


class GetCalendar(Spoken, prefix="ics"):
    """Send a seminar's calendar file."""

    seminar: RowNumber


def reminded(choice: bool | None, subscriber: Subscriber | None) -> bool:
    """Return whether reminders of a seminar reach the person: their own choice, else the subscription."""
    if choice is not None:
        return choice
    return subscriber is not None and subscriber.reminders


def about(words: Words, seminar: Seminar, zones: Iterable[str], *, over: bool = False) -> str:
    """Return the lines about a seminar that its card and its reminders share."""
    at = moment(words, seminar.start, zones)
    when = (
        words("seminars-time-over", moment=at)
        if over
        else words("seminars-time", moment=at, relative=relative(words, seminar.start))
    )
    heading = words("seminars-heading", title=seminar.title(words.locale))
    return "\n".join([heading, when, speaker_line(words, seminar.plan), *facts(words, seminar.plan)])


def watch_button(words: Words, link: str) -> InlineKeyboardButton:
    """Return the button that opens the link, called YouTube only if it is."""
    host = (urlsplit(link).hostname or "").removeprefix("www.").removeprefix("m.")
    return words.link("seminars-youtube" if host in YOUTUBE_HOSTS else "seminars-join", link)


def link_rows(words: Words, link: str | None) -> list[Row]:
    """Return the button that opens the link, and the one that copies it: many watch on another device."""
    if not link:
        return []
    copy = [(words.copy("seminars-copy-link", link),)] if units(link) <= COPIED_UNITS else []
    return [(watch_button(words, link),), *copy]


def remind_button(words: Words, seminar: int, *, on: bool, ask: bool) -> InlineKeyboardButton:
    """Return 🔔 or 🔕; ``ask`` leads to the question first."""
    if on:
        return words.button("seminars-dont-remind", Remind(lang=words.locale, seminar=seminar, want=False))
    if ask:
        return words.button("seminars-remind", AskConsent(lang=words.locale, seminar=seminar))
    return words.button("seminars-remind", Remind(lang=words.locale, seminar=seminar, want=True))


def card_rows(words: Words, seminar: Seminar, phase: Phase, *, on: bool, ask: bool) -> list[Row]:
    """Return the buttons of a seminar that is not over; one that runs is watched, not entered into a calendar."""
    link = link_rows(words, seminar.plan.link)
    if phase is Phase.LIVE:
        return link
    calendar = words.button("seminars-calendar", GetCalendar(lang=words.locale, seminar=seminar.id))
    return [(remind_button(words, seminar.id, on=on, ask=ask),), (calendar,), *link]


def uncalendar_button(words: Words, seminar: int) -> InlineKeyboardButton:
    """Return the button to the file that takes a cancelled seminar out of a calendar (P9)."""
    return words.button("seminars-uncalendar", GetCalendar(lang=words.locale, seminar=seminar))


def card(
    words: Words, seminar: Seminar, zones: Iterable[str], phase: Phase = Phase.AHEAD, *, on: bool, ask: bool
) -> Screen:
    """Return a seminar's card; its buttons work only while it is planned and not over."""
    here = ShowSeminar(lang=words.locale, seminar=seminar.id)
    opened = words.cover is not None  # such a message has one way back: «Скрыть»
    footer = words.footer(here, None if opened else Go(lang=words.locale, to=Place.SEMINARS))
    over = phase is Phase.OVER or seminar.state is SeminarState.CANCELLED
    rows = [] if over else card_rows(words, seminar, phase, on=on, ask=ask)
    if seminar.state is SeminarState.CANCELLED and phase is not Phase.OVER:
        rows = [(uncalendar_button(words, seminar.id),)]
    text = about(words, seminar, zones, over=over)
    return Screen("\n\n".join([*_state(words, seminar, phase), text]), (*rows, footer))


def consent(words: Words, seminar: Seminar) -> Screen:
    """Return what one reminder stores, before it does."""
    agreed = Remind(lang=words.locale, seminar=seminar.id, want=True, agreed=True)
    text = "\n\n".join([words("seminars-consent"), words("seminars-consent-what", title=seminar.title(words.locale))])
    footer = words.footer(
        AskConsent(lang=words.locale, seminar=seminar.id), ShowSeminar(lang=words.locale, seminar=seminar.id)
    )
    return Screen(text, ((words.button("seminars-remind", agreed),), footer))


def gone(words: Words) -> Screen:
    """Return what to say of a seminar that is no longer kept."""
    here = Go(lang=words.locale, to=Place.SEMINARS)
    return Screen(words("seminars-gone"), ((words.go("label-seminars", Place.SEMINARS),), words.footer(here)))


def intro(words: Words, presentation: Presentation) -> list[str]:
    """Return what seminars are and where they are announced officially."""
    links = [words("seminars-official-link", url=link, shown=shown_link(link)) for link in presentation.official_links]
    official = ["\n".join([words("seminars-official"), *links])] if links else []
    site = presentation.site
    follow = [words("seminars-site", url=f"{site}/{words.locale.value}/seminars.html", shown=shown_link(site))]
    return [words("seminars-title"), words("seminars-what"), *official, *(follow if site else ())]


def front(words: Words, presentation: Presentation, coming: Sequence[Seminar], now: datetime) -> Screen:
    """Return the seminars' first screen: what they are, the nearest ones with a button each."""
    zones = presentation.display_zones
    here = Go(lang=words.locale, to=Place.SEMINARS)
    blocks = intro(words, presentation)
    if not coming:
        subscribe = words.go("label-subscribe", Place.SUBSCRIBE)
        return Screen("\n\n".join([*blocks, words("seminars-none")]), ((subscribe,), words.footer(here)))
    shown = coming[:SEMINARS_SHOWN]
    cut = [words("seminars-more")] if len(coming) > SEMINARS_SHOWN else []
    listed = [_short(words, seminar, zones, seminar.phase(now)) for seminar in shown]
    text = "\n\n".join([*blocks, words("seminars-coming"), *listed, *cut])
    buttons = [(_open(words, seminar, zones),) for seminar in shown]
    return Screen(text, (*buttons, words.footer(here)))


def front_card(
    words: Words, presentation: Presentation, seminar: Seminar, phase: Phase = Phase.AHEAD, *, on: bool, ask: bool
) -> Screen:
    """Return the first screen when there is one seminar: its card, at once."""
    here = Go(lang=words.locale, to=Place.SEMINARS)
    state = _state(words, seminar, phase)
    blocks = [*intro(words, presentation), *state, about(words, seminar, presentation.display_zones)]
    return Screen("\n\n".join(blocks), (*card_rows(words, seminar, phase, on=on, ask=ask), words.footer(here)))


def _state(words: Words, seminar: Seminar, phase: Phase) -> list[str]:
    if seminar.state is SeminarState.CANCELLED:
        return [words("seminars-cancelled")]
    if phase is Phase.OVER:
        return [words("seminars-over")]
    if phase is Phase.LIVE:
        return [words("seminars-live")]
    return [words("seminars-moved")] if seminar.revision else []


def _short(words: Words, seminar: Seminar, zones: Iterable[str], phase: Phase) -> str:
    heading = words("seminars-heading", title=seminar.title(words.locale))
    live = [words("seminars-live")] if phase is Phase.LIVE else []
    at = moment(words, seminar.start, zones)
    return "\n".join([heading, *live, words("seminars-time", moment=at, relative=relative(words, seminar.start))])


def _open(words: Words, seminar: Seminar, zones: Iterable[str]) -> InlineKeyboardButton:
    return open_button(words, seminar, zones, ShowSeminar(lang=words.locale, seminar=seminar.id))


def open_button(words: Words, seminar: Seminar, zones: Iterable[str], target: Spoken) -> InlineKeyboardButton:
    """Return the button that opens a seminar: its title, and its day in the zones its text has (P8)."""
    days = day_words(words, seminar.start, zones)
    return words.button("seminars-open", target, title=short_title(words, seminar), days=days)


def short_title(words: Words, seminar: Seminar) -> str:
    """Return the title as far as a button shows it."""
    title = seminar.title(words.locale)
    return title if len(title) <= LABEL_CHARACTERS else title[: LABEL_CHARACTERS - 1].rstrip() + "…"
