"""What reminders say: in both languages, openly and discreetly, in time and late."""

import itertools
from dataclasses import replace
from typing import Any

import pytest

from bot.core.content import MESSAGE_UNITS, Content, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.seminars.seminars import Seminar
from bot.demo.text.utf16 import units
from bot.handlers.seminars.reminder_texts import OpenMailing, ReminderTexts
from bot.handlers.seminars.screens import GetCalendar, Remind
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, ShowSeminar, carried_language
from tests.core.seminars.seminar_memory import seminar
from tests.handlers.drawn import catalogues, parsed, words

ZONES = ("America/New_York", "Europe/Moscow")
LOCALES = list(Locale)
KINDS = [kind for kind in MailingKind if kind not in {MailingKind.BROADCAST, MailingKind.IDLE}]
STEPS = (7 * 86400, 86400, 3600, 3599, 600, 90, 0)
HOSTILE = "<i>&\"'{x}</i>|" * 8
TELLING = (
    ["семинар", "убежищ", "юрист", "адвокат", "виз", "мигра", "спектор", "jurisq", "http", "рассылк", "бот"],
    ["seminar", "asylum", "law", "attorney", "visa", "migra", "spektor", "jurisq", "http", "broadcast", "bot"],
)


def rendered(
    kind: MailingKind, locale: Locale, step: int = 0, *, discreet: bool = False, of: Seminar | None = None
) -> Content:
    """One text of a mailing about a seminar."""
    return ReminderTexts(catalogues(), ZONES)(kind, of or seminar(), step)[Variant(locale, discreet)]


def buttons(content: Content) -> dict[str, str | None]:
    """What the buttons lead to, by label."""
    return {button.text: button.data or button.url for row in content.keyboard for button in row}


def formats(content: Content) -> list[Any]:
    """The forms of the moments in a text."""
    return [entity["date_time_format"] for entity in parsed(content.text)[1] if entity["type"] == "date_time"]


@pytest.mark.parametrize(("kind", "step"), [*itertools.product(KINDS, (0,)), *((MailingKind.STEP, s) for s in STEPS)])
def test_every_text_parses_fits_and_has_buttons_in_its_language(kind: MailingKind, step: int) -> None:
    plan = replace(seminar().plan, title_ru=HOSTILE, title_en=HOSTILE, link="https://a.org/?a=1&b=2" + "c" * 400)
    contents = ReminderTexts(catalogues(), ZONES)(kind, seminar(plan=plan, id=2**63 - 1), step)
    assert set(contents) == {Variant(locale, discreet) for locale in LOCALES for discreet in (False, True)}
    for variant, content in contents.items():
        assert units(parsed(content.text)[0]) <= MESSAGE_UNITS
        assert content.entities is None
        assert content.keyboard
        for button in itertools.chain(*content.keyboard):
            assert (button.data is None) is not (button.url is None)
            if button.data:
                assert len(button.data.encode()) <= CALLBACK_DATA_BYTES
                assert carried_language(button.data) == (variant.language, False)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", [MailingKind.ANNOUNCEMENT, MailingKind.STEP, MailingKind.MOVED])
def test_an_open_reminder_has_the_seminar_its_time_and_its_buttons(kind: MailingKind, locale: Locale) -> None:
    content = rendered(kind, locale, 600)
    text, _ = parsed(content.text)
    assert seminar().title(locale) in text
    assert "youtu.be/abc" in text
    assert formats(content) == ["wDt", "r"]
    say = words(locale).plain
    assert buttons(content) == {
        "▶️ YouTube": "https://youtu.be/abc",
        say("seminars-calendar"): GetCalendar(lang=locale, seminar=1).pack(),
        say("seminars-card"): ShowSeminar(lang=locale, seminar=1).pack(),
        say("seminars-dont-remind"): Remind(lang=locale, seminar=1, want=False).pack(),
    }


@pytest.mark.parametrize("locale", LOCALES)
def test_a_live_seminar_offers_no_calendar_and_no_silence(locale: Locale) -> None:
    assert buttons(rendered(MailingKind.STEP, locale, 0)) == {
        "▶️ YouTube": "https://youtu.be/abc",
        words(locale).plain("seminars-card"): ShowSeminar(lang=locale, seminar=1).pack(),
    }


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("step", STEPS)
def test_no_reminder_says_how_long_it_is_to_the_start(step: int, locale: Locale) -> None:
    content = rendered(MailingKind.STEP, locale, step)
    lead = parsed(content.text)[0].split(seminar().title(locale))[0]
    assert not any(sign.isdigit() for sign in lead)
    assert "час" not in lead
    assert "hour" not in lead
    assert "r" in formats(content)


@pytest.mark.parametrize("locale", LOCALES)
def test_far_near_and_live_are_told_apart(locale: Locale) -> None:
    leads = {step: rendered(MailingKind.STEP, locale, step).text.split("\n")[0] for step in STEPS}
    assert len({leads[604800], leads[86400], leads[3600]}) == 1
    assert len({leads[3599], leads[600], leads[90]}) == 1
    assert len(set(leads.values())) == 3


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("step", [600, 0])
def test_without_a_link_no_link_is_promised(step: int, locale: Locale) -> None:
    content = rendered(MailingKind.STEP, locale, step, of=seminar(plan=replace(seminar().plan, link=None)))
    name = "reminders-soon-link" if step else "reminders-live-link"
    assert words(locale)(name) not in content.text
    assert words(locale)("seminars-no-link") in content.text
    assert not [button for row in content.keyboard for button in row if button.url]
    assert words(locale)(name) in rendered(MailingKind.STEP, locale, step).text


@pytest.mark.parametrize(("locale", "sentence"), [(Locale.RU, "не действует"), (Locale.EN, "no longer holds")])
def test_a_move_says_that_the_old_time_no_longer_holds(locale: Locale, sentence: str) -> None:
    assert sentence in rendered(MailingKind.MOVED, locale).text


@pytest.mark.parametrize("locale", LOCALES)
def test_b16_a_cancellation_names_the_seminar_and_offers_only_to_take_it_out_of_the_calendar(locale: Locale) -> None:
    content = rendered(MailingKind.CANCELLED, locale)
    assert seminar().title(locale) in content.text
    assert formats(content) == ["wDt"]
    assert list(buttons(content).values()) == [f"ics:{locale}:0:1", f"go:{locale}:0:seminars"]


@pytest.mark.parametrize(("locale", "telling"), list(zip(LOCALES, TELLING, strict=True)))
@pytest.mark.parametrize("kind", KINDS)
def test_a_discreet_first_message_gives_nothing_away(kind: MailingKind, locale: Locale, telling: list[str]) -> None:
    content = rendered(kind, locale, 600, discreet=True)
    shown = "\n".join([parsed(content.text)[0], *buttons(content)]).lower()
    assert not [word for word in telling if word in shown]
    assert not parsed(content.text)[1]
    assert not set(seminar().title(locale).lower().split()) & set(shown.split())
    (target,) = buttons(content).values()
    assert OpenMailing.unpack(target or "") == OpenMailing(lang=locale, seminar=1, kind=kind, among="1")


@pytest.mark.parametrize(("locale", "text"), [(Locale.RU, "Напоминание о встрече"), (Locale.EN, "Meeting reminder")])
def test_a_discreet_step_is_a_reminder_of_a_meeting(locale: Locale, text: str) -> None:
    assert rendered(MailingKind.STEP, locale, 3600, discreet=True).text == text
