"""Privacy as a chat: only this chat's rows, and gone from the file when the bot says so."""

from datetime import UTC, datetime

import pytest

from bot.core.locales import Locale
from bot.core.seminars.seminars import Plan, Seminar, When
from bot.handlers.subscribers.privacy import EraseEverything
from tests.chat import ADMIN, Town, town

DELETE = {"ru": "Удалить всё", "en": "Delete everything"}
DELETED = {"ru": "Удалено", "en": "Deleted"}
NOTHING = {"ru": "Ничего.", "en": "Nothing."}
LANGUAGES = ["ru", "en"]
FAR = 8_123_456_789_012


def bytes_of(t: Town) -> bytes:
    """Everything the database has on the disk."""
    return b"".join(path.read_bytes() for path in t.path.parent.glob(f"{t.path.name}*"))


async def planned(t: Town, day: int, title: str) -> Seminar:
    """Let a seminar be planned in December."""
    start = datetime(2026, 12, day, 19, tzinfo=UTC)
    when = When(start, start.strftime("%Y-%m-%dT%H:%M"), "UTC")
    seminar: Seminar = await t.app.dispatcher["enter_seminar"](Plan(when, title, "Work"))
    return seminar


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reader_sees_that_nothing_is_stored(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language)
        await anna.sends("/privacy")
        anna.sees(NOTHING[language])
        anna.sees_not(str(anna.id))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_subscriber_sees_the_own_row_only(language: str) -> None:
    async with town() as t:
        anna, boris = await t.subscriber(language=language), await t.subscriber("Борис")
        await anna.sends("/start")
        await anna.taps({"ru": "Приватность", "en": "Privacy"}[language])
        anna.sees(str(anna.id), "2026")
        anna.sees_not(str(boris.id), NOTHING[language])


async def test_choices_are_shown_with_their_seminar_also_without_a_subscription() -> None:
    async with town() as t:
        anna = t.person()
        seminar = await planned(t, 5, "Работа <b>")
        await t.app.repositories.seminars.choose(seminar.id, anna.id, Locale.RU, wanted=True)
        await anna.sends("/privacy")

        anna.sees("напоминать о семинаре «Работа <b>»", str(anna.id))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_is_deleted_after_one_question(language: str) -> None:
    async with town() as t:
        anna = t.person(language=language, number=FAR)
        await anna.sends("/subscribe")
        await anna.taps({"ru": "Подписаться", "en": "Subscribe"}[language])
        await anna.sends("/privacy")
        await anna.taps(DELETE[language])
        assert await t.app.repositories.subscribers.get(FAR) is not None
        await anna.taps(DELETE[language])
        anna.sees(DELETED[language])

        assert await t.app.repositories.subscribers.get(FAR) is None
        anna.sees({"ru": "в течение минуты", "en": "within a minute"}[language])
        await t.later(seconds=30)
        assert FAR.to_bytes(6, "big") not in bytes_of(t)
        await anna.sends("/privacy")
        anna.sees(NOTHING[language])


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_question_can_be_declined(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await anna.sends("/delete")
        await anna.taps({"ru": "Отмена", "en": "Cancel"}[language])
        anna.sees(str(anna.id))

        assert await t.app.repositories.subscribers.get(anna.id) is not None


async def test_deleting_twice_and_nothing_is_harmless() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/delete")
        for _ in range(3):
            await anna.taps_data(EraseEverything(lang=Locale.RU).pack())
            anna.sees(DELETED["ru"])

        assert len(anna.toasts) == 3
        assert len(anna.from_bot) == 1


async def test_every_privacy_screen_switches_its_language() -> None:
    async with town() as t:
        anna = t.person()
        await anna.sends("/privacy")
        await anna.taps("English")
        anna.sees(NOTHING["en"])
        await anna.taps(DELETE["en"])
        await anna.taps("Русский")
        anna.sees("Удалить всё?")
        await anna.taps(DELETE["ru"])
        await anna.taps("English")
        anna.sees(DELETED["en"])


async def test_an_admin_is_told_of_the_settings() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/privacy")
        admin.sees("вы администратор")
        assert admin.id == ADMIN


async def test_many_choices_are_turned_page_by_page() -> None:
    async with town() as t:
        anna = t.person()
        for day in range(1, 29):
            seminar = await planned(t, day, f"{'Работа ' * 15}{day}")
            await t.app.repositories.seminars.choose(seminar.id, anna.id, Locale.RU, wanted=True)
        await anna.sends("/privacy")
        pages = [anna.text]
        while "›" in anna.labels:
            await anna.taps("›")
            pages.append(anna.text)

        assert len(pages) > 1
        assert all(any(f"Работа {day}»" in page for page in pages) for day in range(1, 29))
        await anna.taps("‹")
        assert anna.text == pages[-2]
