"""A13 as chats: any admin stops all mailings and lets them go on; nobody else does, no stale tap lets them go on."""

import pytest

from bot.core.locales import Locale
from tests.chat import ADMIN, Chatter, Town, town

OTHER = 9002
BOTH = f"{ADMIN},{OTHER}"
SEMINAR = "/seminar 2026-12-05 19:00 America/New_York | Тема | Topic"
WORDS = {
    "ru": ("Пауза всех отправок", "Отправки остановлены", "Продолжить", "Отправки продолжаются", "поставил на паузу"),
    "en": ("Pause all sending", "Sending is stopped", "Resume", "Sending goes on", "has paused all"),
}


async def desk(t: Town, language: str = "ru") -> tuple[Chatter, Chatter]:
    """Two admins who have pressed Start, the first in a language."""
    first, second = t.person("Админ", language, number=ADMIN), t.person("Второй", language, number=OTHER)
    for admin in (first, second):
        await admin.sends("/start")
        t.app.dispatcher["languages"].chose(admin.id, Locale(language))
    return first, second


def late(t: Town) -> None:
    """Let every card be too old for a tap on it to be an order."""
    t.clock.forward(minutes=6)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_what_waits_stands_still_until_another_admin_lets_it_go_on(language: str) -> None:
    pause, stopped, resume, goes_on, told = WORDS[language]
    async with town(admin_ids=BOTH) as t:
        first, second = await desk(t, language)
        anna = await t.subscriber()
        await first.sends("/admin")
        await first.taps(pause)
        first.sees(stopped, resume)
        second.sees(told)
        assert str(ADMIN) not in second.text
        await first.announces(SEMINAR)
        await t.later(seconds=5)
        assert anna.from_bot == []
        await second.sends("/admin")
        second.sees(stopped)
        await second.taps(resume)
        second.sees(pause)
        first.sees(goes_on)
        assert anna.got("Тема") == 1
        await t.later(seconds=5)
        assert anna.got("Тема") == 1


async def test_the_command_stops_at_once_and_answers_still_come() -> None:
    async with town(admin_ids=BOTH) as t:
        first, second = await desk(t)
        anna = await t.subscriber()
        await first.sends("/pause")
        first.sees("Отправки остановлены", "Продолжить")
        await first.sends("/pause")
        assert second.got("поставил на паузу") == 1
        await anna.sends("/faq")
        anna.sees("Вопросы и ответы")
        await first.taps("English")
        first.sees("Sending is stopped")


async def test_an_admin_who_is_not_there_is_passed_over() -> None:
    async with town(admin_ids=BOTH) as t:
        t.person("Второй", number=OTHER)
        first = t.admin()
        await first.sends("/pause")
        first.sees("Отправки остановлены")


async def test_nobody_else_stops_anything() -> None:
    async with town() as t:
        anna = await t.subscriber()
        for command in ("/pause", "/admin"):
            await anna.sends(command)
            anna.sees("Такой команды у бота нет")
        await anna.taps_data("hld:ru:0:1")
        assert not await t.app.repositories.pause.on()


async def test_a_command_that_waited_stops_but_starts_nothing() -> None:
    async with town() as t:
        admin = t.admin()
        admin.person.sends("/pause")
        admin.person.sends("/broadcast")
        t.clock.forward(minutes=6)
        await t.settle()
        assert await t.app.repositories.pause.on()
        admin.sees("не выполнил")


async def test_a_tap_that_waited_stops_but_lets_nothing_go_on() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/admin")
        late(t)
        await admin.taps("Пауза всех отправок")
        assert await t.app.repositories.pause.on()
        late(t)
        await admin.taps("Продолжить")
        assert await t.app.repositories.pause.on()


async def test_the_card_of_a_broadcast_says_so() -> None:
    async with town() as t:
        anna, admin = await t.subscriber(), t.admin()
        await admin.sends("/start")
        await admin.sends("/pause")
        await admin.sends("/broadcast")
        await admin.sends("Текст")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        admin.sees("Рассылка идёт", "Отправки остановлены для всех")
        await t.tick()
        assert anna.from_bot == []
        await admin.sends("/admin")
        await admin.taps("Продолжить")
        await t.later(seconds=3)
        assert anna.got("Текст") == 1
        assert admin.got("Рассылка закончена") == 1


@pytest.mark.parametrize(
    ("hours", "useful"), [(24.4, "Скоро"), (26, "Как прошёл"), pytest.param(80, None, marks=pytest.mark.long)]
)
async def test_after_a_long_pause_only_the_newest_step_comes(hours: float, useful: str | None) -> None:
    async with town() as t:
        anna, admin = await t.subscriber(), t.admin()
        await admin.sends("/start")
        await admin.announces("/seminar 2026-11-26 12:00 UTC | Тема | Topic | 30m")
        await t.later(seconds=5)
        before = len(anna.from_bot)
        await t.later(hours=23, minutes=30)
        await admin.sends("/pause")
        for _ in range(int(hours * 12)):
            await t.later(minutes=5)
        assert len(anna.from_bot) == before
        await admin.sends("/admin")
        await admin.taps("Продолжить")
        await t.later(seconds=5)
        got = [str(message["text"]).split("\n")[0] for message in anna.from_bot[before:]]
        assert [useful in line for line in got] == [True] if useful else got == []


@pytest.mark.parametrize("way", ["📚 Ответы", "📅 Семинары"])
async def test_back_leads_to_the_desk_one_came_from(way: str) -> None:
    async with town() as t:
        admin = t.admin()
        await admin.sends("/start")
        await admin.sends("/admin")
        await admin.taps(way)
        await admin.taps("Назад")
        admin.sees("📣 Рассылка", "📚 Ответы")
