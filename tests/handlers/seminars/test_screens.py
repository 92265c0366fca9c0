"""What people see of seminars, drawn from the package's own words in both languages."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.locales import Locale
from bot.core.seminars.seminars import Phase, Seminar, SeminarState, TalkLanguage
from bot.core.subscribers.subscribers import Subscriber
from bot.handlers.seminars.reader_screens import SeminarScreens
from bot.handlers.seminars.screens import (
    SEMINARS_SHOWN,
    AskConsent,
    GetCalendar,
    Remind,
    card,
    consent,
    front,
    front_card,
    gone,
    reminded,
    short_title,
)
from bot.handlers.ui.callbacks import ShowSeminar
from bot.handlers.ui.display import Presentation
from tests.clock import ManualClock
from tests.core.seminars.recording_memory import MemoryRecordings
from tests.core.seminars.seminar_memory import NOW, MemorySeminars, MemorySubscribers, seminar
from tests.handlers.drawn import check_screen, labels, parsed, seen, target, targets, words

ZONES = ("America/New_York", "Europe/Moscow")
PRESENTATION = Presentation(
    username="seminar_test_bot",
    official_links=("https://www.youtube.com/@jurisq", "https://t.me/jurisq?a=1&b=2"),
    display_zones=ZONES,
    admin_zone="America/New_York",
    offsets=(86400, 3600, 600, 0),
    send_rate=30.0,
)
LOCALES = list(Locale)
ANNA = 7
ROW = Subscriber(ANNA, Locale.RU, joined="2026-11-24", active="2026-11-24")
HOSTILE = '<b>"x" & {y}</b>' * 7


def titled(text: str, **fields: Any) -> Seminar:
    """A seminar with a title in both languages."""
    plan = replace(seminar().plan, title_ru=text, title_en=text)
    return seminar(plan=plan, **fields)


@pytest.mark.parametrize("locale", LOCALES)
def test_with_nothing_planned_the_screen_invites_to_subscribe(locale: Locale) -> None:
    screen = front(words(locale), PRESENTATION, [], NOW)
    check_screen(screen, locale)
    assert target(screen, {Locale.RU: "Подписаться", Locale.EN: "Subscribe"}[locale]).endswith(":subscribe")
    text, entities = parsed(screen.text)
    assert "youtube.com/@jurisq" in text
    assert {entity["url"] for entity in entities if "url" in entity} == set(PRESENTATION.official_links)


def test_without_official_links_nothing_is_said_of_them() -> None:
    screen = front(words(Locale.RU), replace(PRESENTATION, official_links=()), [], NOW)
    assert "Официальные" not in seen(screen)


@pytest.mark.parametrize("locale", LOCALES)
def test_several_seminars_are_a_list_with_a_button_each(locale: Locale) -> None:
    coming = [seminar(NOW + timedelta(days=day), id=day) for day in (1, 2, 3)]
    screen = front(words(locale), PRESENTATION, coming, NOW)
    check_screen(screen, locale)
    opened = [ShowSeminar.unpack(data).seminar for data in targets(screen) if data.startswith("sem:")]
    assert opened == [1, 2, 3]
    assert seen(screen).count(coming[0].title(locale)) == 3


@pytest.mark.parametrize("locale", LOCALES)
def test_a_long_list_is_cut_and_says_so(locale: Locale) -> None:
    coming = [titled(HOSTILE, id=day) for day in range(1, 60)]
    screen = front(words(locale), PRESENTATION, coming, NOW)
    check_screen(screen, locale)
    assert len([data for data in targets(screen) if data.startswith("sem:")]) == SEMINARS_SHOWN
    assert words(locale)("seminars-more") in seen(screen)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("link", [None, "https://youtu.be/abc", "https://example.org/?a=1&b=<"])
@pytest.mark.parametrize("talk", list(TalkLanguage))
def test_a_card_has_everything(locale: Locale, link: str | None, talk: TalkLanguage) -> None:
    plan = replace(seminar().plan, link=link, talk=talk, title_ru=HOSTILE, title_en=HOSTILE)
    screen = card(words(locale), seminar(plan=plan), ZONES, on=False, ask=False)
    check_screen(screen, locale)
    text = seen(screen)
    assert HOSTILE in text
    assert {Locale.RU: "Яков Спектор", Locale.EN: "Yakov Spektor"}[locale] in text
    urls = [button.url for row in screen.rows for button in row if button.url]
    assert urls == ([link] if link else [])
    assert target(screen, {Locale.RU: "Напомнить", Locale.EN: "Remind me"}[locale])
    assert target(screen, {Locale.RU: "В календарь", Locale.EN: "Calendar"}[locale])


@pytest.mark.parametrize(
    ("link", "label"),
    [
        ("https://youtu.be/abc", "▶️ YouTube"),
        ("https://www.youtube.com/watch?v=a", "▶️ YouTube"),
        ("https://m.youtube.com/watch?v=a", "▶️ YouTube"),
        ("https://notyoutube.com/a", "▶️ Ссылка на встречу"),
        ("https://us02web.zoom.us/j/1", "▶️ Ссылка на встречу"),
    ],
)
def test_only_youtube_is_called_youtube(link: str, label: str) -> None:
    plan = replace(seminar().plan, link=link)
    assert label in labels(card(words(Locale.RU), seminar(plan=plan), ZONES, on=False, ask=False))


@pytest.mark.parametrize(
    ("minutes", "russian", "english"),
    [(45, "45 мин", "45 min"), (60, "1 ч", "1 h"), (90, "1 ч 30 мин", "1 h 30 min"), (720, "12 ч", "12 h")],
)
def test_the_length_reads_well(minutes: int, russian: str, english: str) -> None:
    plan = replace(seminar().plan, minutes=minutes)
    for locale, length in ((Locale.RU, russian), (Locale.EN, english)):
        lines = seen(card(words(locale), seminar(plan=plan), ZONES, on=True, ask=False)).split("\n")
        assert any(line.endswith(f": {length}") for line in lines)


def test_the_button_does_what_the_state_allows() -> None:
    on, asks, off = (
        target(card(words(Locale.RU), seminar(), ZONES, on=on, ask=ask), label)
        for on, ask, label in ((True, True, "Не напоминать"), (False, True, "Напомнить"), (False, False, "Напомнить"))
    )
    assert Remind.unpack(on).want is False
    assert AskConsent.unpack(asks).seminar == 1
    assert Remind.unpack(off) == Remind(lang=Locale.RU, seminar=1, want=True)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("fields", "over", "sentence"),
    [
        ({"state": SeminarState.CANCELLED}, False, "seminars-cancelled"),
        ({"state": SeminarState.CANCELLED, "revision": 1}, True, "seminars-cancelled"),
        ({}, True, "seminars-over"),
    ],
)
def test_what_is_over_or_cancelled_says_so_and_promises_no_reminder(
    locale: Locale, fields: dict[str, Any], over: bool, sentence: str
) -> None:
    phase = Phase.OVER if over else Phase.AHEAD
    screen = card(words(locale), seminar(**fields), ZONES, phase, on=False, ask=True)
    check_screen(screen, locale)
    assert screen.text.startswith(words(locale)(sentence))
    calendar = [data for data in targets(screen) if data.startswith("ics:")]
    cancelled = "state" in fields and not over
    assert (len(screen.rows), len(calendar)) == (1 + cancelled, int(cancelled))
    formats = [entity.get("date_time_format") for entity in parsed(screen.text)[1]]
    assert "r" not in formats


@pytest.mark.parametrize("locale", LOCALES)
def test_a_moved_seminar_says_that_its_time_is_new(locale: Locale) -> None:
    assert words(locale)("seminars-moved") in card(words(locale), seminar(revision=1), ZONES, on=True, ask=False).text


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_stored_is_said_before_it_is(locale: Locale) -> None:
    screen = consent(words(locale), titled(HOSTILE))
    check_screen(screen, locale)
    assert "48" in seen(screen)
    agreed = Remind.unpack(target(screen, {Locale.RU: "Напомнить", Locale.EN: "Remind me"}[locale]))
    assert (agreed.want, agreed.agreed) == (True, True)


@pytest.mark.parametrize("locale", LOCALES)
def test_a_seminar_that_is_gone_leads_back_to_the_list(locale: Locale) -> None:
    screen = gone(words(locale))
    check_screen(screen, locale)
    assert target(screen, {Locale.RU: "Семинары", Locale.EN: "Seminars"}[locale]).endswith(":seminars")


@pytest.mark.parametrize(
    ("choice", "row", "expected"),
    [
        (None, None, False),
        (True, None, True),
        (None, ROW, True),
        (False, ROW, False),
        (None, replace(ROW, reminders=False), False),
        (True, replace(ROW, reminders=False), True),
    ],
)
def test_who_is_reminded(choice: bool | None, row: Subscriber | None, expected: bool) -> None:
    assert reminded(choice, row) is expected


def test_a_long_title_is_cut_on_its_button_only() -> None:
    assert short_title(words(Locale.RU), titled("я" * 40)) == "я" * 40
    assert short_title(words(Locale.RU), titled("я" * 41)) == "я" * 39 + "…"


def screens(
    seminars: MemorySeminars, subscribers: MemorySubscribers | None = None, at: datetime = NOW
) -> SeminarScreens:
    """What readers see of these seminars at that time."""
    return SeminarScreens(
        seminars, subscribers or MemorySubscribers(), PRESENTATION, ManualClock(at), MemoryRecordings()
    )


async def test_a_single_seminar_is_shown_at_once_with_the_choice_of_the_subscriber() -> None:
    kept, people = MemorySeminars({1: seminar()}), MemorySubscribers({ANNA: ROW})
    screen = await screens(kept, people).front(words(Locale.RU), ANNA)
    assert screen == front_card(words(Locale.RU), PRESENTATION, seminar(), on=True, ask=False)
    check_screen(screen, Locale.RU)
    assert "🔕 Не напоминать" in labels(screen)


async def test_several_seminars_are_listed() -> None:
    several = [seminar(), seminar(id=2)]
    listed = await screens(MemorySeminars({each.id: each for each in several})).front(words(Locale.RU), ANNA)
    assert listed == front(words(Locale.RU), PRESENTATION, several, NOW)


async def test_a_seminar_that_has_ended_is_not_among_those_to_come() -> None:
    screen = await screens(MemorySeminars({1: seminar()}), at=seminar().end).front(words(Locale.RU), ANNA)
    assert screen == front(words(Locale.RU), PRESENTATION, [], NOW)


@pytest.mark.parametrize("number", [0, -1, 2, 2**63, 10**30])
async def test_an_unknown_number_is_no_seminar(number: int) -> None:
    kept = MemorySeminars({1: seminar()})
    assert await screens(kept).found(words(Locale.RU), ANNA, number) is None


async def test_the_card_follows_the_choice_and_the_clock() -> None:
    kept = MemorySeminars({1: seminar()}, {(1, ANNA): True})
    open_card = await screens(kept).card(words(Locale.RU), ANNA, 1)
    assert "🔕 Не напоминать" in labels(open_card)
    ended = await screens(kept, at=seminar().end).card(words(Locale.RU), ANNA, 1)
    assert ended.text.startswith("Семинар уже прошёл")


@pytest.mark.parametrize("button", [Remind, AskConsent, GetCalendar])
@pytest.mark.parametrize("number", ["-1", str(2**63), "1e5", "x", ""])
def test_a_forged_number_is_nobodys(button: type[Remind | AskConsent | GetCalendar], number: str) -> None:
    rest = ":1:0" if button is Remind else ""
    with pytest.raises(ValueError, match=r"."):
        button.unpack(f"{button.__prefix__}:ru:0:{number}{rest}")
