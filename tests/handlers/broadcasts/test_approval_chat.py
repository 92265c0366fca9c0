"""A second pair of eyes: a large broadcast goes out only when another admin has approved the very copies (A4)."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.demo.faults.plan import Fault, FaultKind
from bot.storage.journal_file import read_journal
from tests.chaos import figures
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.restarts import Server, server, until

SECOND, THIRD = 9002, 9003
THREE = f"{ADMIN},{SECOND},{THIRD}"
SEVEN_IN_NEW_YORK = datetime(2026, 12, 6, 0, 0, tzinfo=UTC)
TEXT = "Привет всем"
REQUEST = "Нужно ваше подтверждение"
ANNOUNCED = "Отправляет:"

Admins = tuple[Chatter, Chatter, Chatter]


def admins_of(t: Town) -> Admins:
    """Three admins who have pressed Start."""
    found = (t.admin(), t.person("Вторая", number=SECOND), t.person("Третий", number=THIRD))
    for admin in found:
        admin.person.started = True
    return found


async def confirmed(admin: Chatter, count: int = 3, at: str = "") -> None:
    """Send one text to everybody, now or at a moment."""
    await admin.sends("/broadcast")
    await admin.sends(TEXT)
    await admin.taps("Одно для всех")
    await (admin.sends(at) if at else admin.taps(f"Отправить {count}"))


def told(people: list[Chatter]) -> int:
    """How many messages went out."""
    return sum(person.got(TEXT) for person in people)


def states(t: Town) -> list[tuple[Any, ...]]:
    """How every broadcast stands."""
    return t.query("SELECT state, hold FROM mailing")


@asynccontextmanager
async def asked(at: str = "", **settings: Any) -> AsyncIterator[tuple[Town, list[Chatter], Admins]]:
    """A town of three admins in which a broadcast to three readers was confirmed: more than two need approval."""
    values: dict[str, Any] = {"admin_ids": THREE, "second_approval_above": 2, **settings}
    async with town(**values) as t:
        people, admins = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(admins[0], at=at)
        await t.tick()
        yield t, people, admins


async def test_another_admin_sees_the_very_copies_and_lets_it_go_out() -> None:
    async with asked() as (t, people, (author, second, third)):
        author.sees("ждёт второго подтверждения", "Кому: 3", "Вернуть")
        for other in (second, third):
            assert other.got(TEXT) == 1
            other.sees(REQUEST, "Подготовлено: admin 1", "Все · 3", "Подтвердить", "Отклонить")
        await t.later(hours=1)
        assert not told(people)
        assert second.got(REQUEST) == 1
        await second.taps("Подтвердить")  # an hour old: it is drawn anew
        assert not told(people)
        await second.taps("Подтвердить")
        assert told(people) == 3
        await t.tick()
        author.sees("Рассылка закончена", "Доставлено: 3")
        second.sees("Вы подтвердили")
        await second.taps("Показать, как она идёт")
        second.sees("Рассылка закончена")


async def test_a_small_one_and_a_single_admin_ask_nobody() -> None:
    async with town(admin_ids=THREE, second_approval_above=3) as t:
        people, (author, second, _) = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(author)
        assert told(people) == 3
        await t.tick()
        assert not second.got(REQUEST)
    async with town(second_approval_above=0) as t:
        people, author = [await t.subscriber("Анна") for _ in range(3)], t.admin()
        await confirmed(author)
        assert told(people) == 3


async def test_its_author_and_strangers_approve_and_refuse_nothing() -> None:
    async with asked() as (t, people, (author, second, _)):
        eve = t.person("Ева")
        await eve.sends("/start")
        buttons = [button["callback_data"] for row in second.last["reply_markup"]["inline_keyboard"] for button in row]
        for data in buttons[:2]:
            await author.taps_data(data)
            await eve.taps_data(data)
        assert states(t) == [("approval", None)]
        assert not told(people)


async def test_of_two_approvals_at_once_one_counts() -> None:
    async with asked() as (t, people, (_, second, third)):
        second.person.press("Подтвердить")
        third.person.press("Подтвердить")
        await t.settle()
        await t.tick()
        assert told(people) == 3
        assert second.toasts[-1] == "Подтверждено"
        assert "больше не действует" in third.toasts[-1]
        assert third.got("Рассылка идёт") == 1
        assert [entry.action for entry in read_journal(t.path, None)[0]].count("approval-given") == 1


async def test_one_whose_request_is_over_is_told_and_a_second_tap_sends_nothing() -> None:
    async with asked() as (t, people, (_, second, third)):
        card, data = second.last["message_id"], second.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await second.taps("Подтвердить")
        await second.taps_data(data, card)
        assert "больше не действует" in second.toasts[-1]
        await third.taps("Отклонить")
        assert "больше не действует" in third.toasts[-1]
        await t.tick()
        assert told(people) == 3


async def test_refused_it_asks_its_author_who_may_change_it_and_ask_again() -> None:
    async with asked() as (t, people, (author, second, third)):
        await t.later(hours=2)
        await second.taps("Отклонить")  # what only stops is obeyed however late
        assert second.toasts[-1].startswith("Отклонено")
        await t.tick()
        assert states(t) == [("asks", "refused")]
        author.sees("ждёт вашего решения", "отклонил", "Посмотреть и отправить")
        await third.taps("Подтвердить")
        third.sees("ждёт вашего решения")
        assert states(t) == [("asks", "refused")]
        await author.taps("👁 Посмотреть и отправить")
        await author.sends("Привет, исправлено")
        await author.taps("Отправить 3")
        await t.tick()
        second.sees(REQUEST)
        assert second.got("исправлено") == 1
        await second.taps("Подтвердить")
        assert (told(people), sum(person.got("исправлено") for person in people)) == (0, 3)


async def test_its_author_takes_it_back_and_another_takes_it_off() -> None:
    async with asked() as (t, people, (author, second, _)):
        await author.taps("Вернуть")
        author.sees("Рассылка готова", "Отправить 3")
        await second.taps("Подтвердить")
        assert "больше не действует" in second.toasts[-1]
        await author.taps("Отправить 3")
        await t.tick()
        await second.taps_data("bcu:ru:0:1")
        assert states(t) == [("cancelled", None)]
        await t.later(days=2)
        assert not told(people)


async def test_after_a_day_the_request_is_void() -> None:
    async with asked() as (t, people, (author, second, third)):
        await t.later(hours=23, minutes=59)
        assert states(t) == [("approval", None)]
        await t.later(minutes=1)
        await t.tick()
        assert states(t) == [("asks", "unapproved")]
        for each in (author, second, third):
            each.sees("ждёт вашего решения", "никто не подтвердил")
        assert not told(people)


async def test_an_audience_that_has_moved_makes_it_void() -> None:
    async with asked() as (t, people, (author, second, _)):
        for _ in range(11):
            await t.subscriber("Ещё")
        await second.taps("Подтвердить")
        await t.tick()
        assert states(t) == [("asks", "moved")]
        author.sees("заметно больше")
        assert not told(people)


async def test_one_for_later_counts_as_scheduled_only_when_approved() -> None:
    async with asked("05.12 19:00") as (t, people, (author, second, _)):
        author.sees("ждёт второго подтверждения", "Время отправки", "Изменить время", "Вернуть")
        second.sees(REQUEST, "Время отправки")
        await second.taps("Подтвердить")
        assert states(t) == [("scheduled", None)]
        await t.tick()
        author.sees("Рассылка отложена", "Кому: 3")
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert told(people) == 3
        await t.later(hours=1)
        assert told(people) == 3


async def test_not_approved_by_its_moment_it_is_not_sent() -> None:
    async with asked("завтра 10:00") as (t, people, (author, second, _)):
        t.clock.forward(hours=23, minutes=20)  # 24 November, 7:00 in New York, to the 25th, 10:16
        t.clock.forward(hours=3, minutes=56)
        await t.tick()
        assert states(t) == [("asks", "late")]
        await second.taps("Подтвердить")
        await t.later(hours=1)
        assert not told(people)
        author.sees("больше 15 минут назад")


async def test_approved_within_a_quarter_of_an_hour_after_its_moment_it_begins() -> None:
    async with asked("сегодня 19:00") as (t, people, (_, second, _)):
        t.clock.forward(hours=12, minutes=10)
        await t.tick()
        await second.taps("Подтвердить")
        await second.taps("Подтвердить")
        await t.tick()
        assert told(people) == 3


@pytest.mark.parametrize("approved", [False, True])
async def test_another_moment_needs_another_approval(approved: bool) -> None:
    async with asked("05.12 19:00") as (t, people, (author, second, _)):
        old = second.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        if approved:
            await second.taps("Подтвердить")
            await t.tick()
        await t.later(minutes=1)
        await author.taps("🕓 Изменить время")
        await author.sends("06.12 19:00")
        author.sees("ждёт второго подтверждения")
        await t.tick()
        assert states(t) == [("approval", None)]
        assert second.got(REQUEST) == (1 if approved else 2)
        await second.taps_data(old)
        assert "больше не действует" in second.toasts[-1]
        assert states(t) == [("approval", None)]
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert not told(people)


async def test_grown_beyond_the_limit_while_it_waited_it_asks() -> None:
    async with town(admin_ids=THREE, second_approval_above=3) as t:
        people, (author, second, _) = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(author, at="05.12 19:00")
        await t.subscriber("Ещё")
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert states(t) == [("asks", "approver")]
        assert not told(people)
        await author.taps("👁 Посмотреть и отправить")
        await author.taps("Отправить 4")
        await t.tick()
        await second.taps("Подтвердить")
        assert told(people) == 3


async def test_every_other_admin_hears_once_of_every_broadcast_and_reads_nothing_of_it() -> None:
    async with asked(admin_aliases=f"{ADMIN}:Анна;{SECOND}:Борис") as (t, _, (author, second, third)):
        await second.taps("Подтвердить")
        await t.tick()
        await t.tick()
        third.sees("Рассылка", "Отправляет: Анна", "Подтверждает: Борис", "Кому: 3", "Начало:")
        third.sees_not(TEXT)
        assert [admin.got(ANNOUNCED) for admin in (author, second, third)] == [0, 0, 1]
        await confirmed(author, at="завтра 19:00")
        await author.taps("Вернуть")
        await author.sends("завтра 19:00")
        await t.tick()
        await third.taps("Подтвердить")
        await t.tick()
        second.sees("Отправляет: Анна", "Подтверждает: admin 3", "Время отправки")
        await t.later(days=2)
        assert [admin.got(ANNOUNCED) for admin in (author, second, third)] == [0, 1, 1]


async def test_a_broadcast_is_announced_when_its_window_is_over_and_not_when_it_was_taken_back() -> None:
    async with town(admin_ids=THREE, send_undo=10) as t:
        for _ in range(51):
            await t.subscriber("Анна")
        author, second, _ = admins_of(t)
        await confirmed(author, 51)
        await t.later(seconds=5)
        assert not second.got(ANNOUNCED)
        await author.taps("Вернуть · 7")
        await t.later(minutes=1)
        assert not second.got(ANNOUNCED)
        await author.taps("Отправить 51")
        await t.later(seconds=10)
        await t.later(seconds=3)
        assert second.got(ANNOUNCED) == 1


async def test_an_approved_one_has_no_window() -> None:
    async with town(admin_ids=THREE, second_approval_above=50, send_undo=10) as t:
        people = [await t.subscriber("Анна") for _ in range(51)]
        author, second, _ = admins_of(t)
        await confirmed(author, 51)
        await t.tick()
        await second.taps("Подтвердить")
        assert told(people) == 51


async def test_the_journal_tells_of_request_approval_refusal_and_void() -> None:
    async with asked(admin_aliases=f"{ADMIN}:Анна;{SECOND}:Борис") as (t, _, (author, second, _)):
        await second.taps("Отклонить")
        await t.tick()
        await author.taps("👁 Посмотреть и отправить")
        await author.taps("Отправить 3")
        await t.tick()
        await second.taps("Подтвердить")
        await confirmed(author)
        await t.later(days=1)
        entries = [(entry.alias, entry.action, entry.object, entry.count) for entry in read_journal(t.path, None)[0]]
        assert entries == [
            ("Анна", "approval-asked", "1", 3),
            ("Борис", "approval-refused", "1", 3),
            ("Анна", "approval-asked", "1", 3),
            ("Борис", "approval-given", "1", 3),
            ("Борис", "broadcast-sent", "1", 3),
            ("Анна", "approval-asked", "2", 3),
            ("bot", "approval-void", "2", 3),
        ]
        await author.sends("/admin")
        await author.taps("Журнал")
        author.sees("ждёт второго подтверждения", "Подтверждена рассылка", "Отклонена рассылка", "больше не действует")


async def test_the_request_is_read_in_the_language_of_whoever_reads_it() -> None:
    async with asked() as (_, _, (_, second, _)):
        await second.taps("English")
        second.sees("Your approval is needed", "Prepared by: admin 1", "All · 3", "Approve", "Refuse")


async def test_what_waits_for_approval_stands_on_the_desk_and_in_the_list() -> None:
    async with asked("05.12 19:00") as (t, _, (_, second, third)):
        await third.sends("/admin")
        third.sees("рассылка № 1")
        await third.taps("Отложенные рассылки")
        third.sees("Ждёт подтверждения", TEXT)
        await third.taps("Открыть 1")
        third.sees(REQUEST, "Подтвердить")
        assert third.got(REQUEST) == 2
        assert sum(message.get("text") == TEXT for message in third.from_bot) == 2
        await third.taps("Подтвердить")
        assert states(t) == [("scheduled", None)]
        await confirmed(third)
        t.clock.forward(minutes=3)
        await second.sends("/admin")
        second.sees("рассылка № 2")


async def test_another_admins_look_does_not_move_the_authors_card() -> None:
    async with asked() as (t, _, (author, second, _)):
        await second.taps("Подтвердить")
        card = t.query("SELECT card FROM mailing")
        await second.taps("English")
        await t.tick()
        assert t.query("SELECT card FROM mailing") in (card, [(None,)])
        author.sees("Рассылка закончена")
        assert author.got("Рассылка закончена") == 1


async def test_a_paid_one_costs_what_its_author_saw() -> None:
    values: dict[str, Any] = {
        "admin_ids": THREE,
        "second_approval_above": 9,
        "paid_broadcast_rate": 1000,
        "send_rate": 1,
    }
    async with town(**values) as t:
        t.telegram.world.stars.tenths = 1_000
        for _ in range(100):
            await t.subscriber("Анна")
        author, second, _ = admins_of(t)
        await author.sends("/broadcast")
        await author.sends(TEXT)
        await author.taps("Одно для всех")
        await author.taps("Быстро за 10")
        await t.tick()
        await second.taps("Подтвердить")
        assert t.query("SELECT fare, total FROM mailing") == [("paid", 100)]


async def test_a_paid_one_that_would_cost_more_than_its_author_saw_is_void() -> None:
    values: dict[str, Any] = {
        "admin_ids": THREE,
        "second_approval_above": 9,
        "paid_broadcast_rate": 1000,
        "send_rate": 1,
    }
    async with town(**values) as t:
        t.telegram.world.stars.tenths = 1_000
        for _ in range(100):
            await t.subscriber("Анна")
        author, second, _ = admins_of(t)
        await author.sends("/broadcast")
        await author.sends(TEXT)
        await author.taps("Одно для всех")
        await author.taps("Быстро за 10")
        assert "другому администратору" in author.toasts[-1]
        await t.subscriber("Ещё")
        await t.tick()
        await second.taps("Подтвердить")
        assert states(t) == [("asks", "moved")]


@pytest.mark.parametrize("who", ["author", "approver", "all others"])
async def test_it_is_void_when_either_is_an_admin_no_more(who: str, tmp_path: Path) -> None:
    place = server(tmp_path)
    place.admins, place.second_approval_above = THREE, 2
    async with place.process() as t:
        people, (author, second, third) = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(author, at="05.12 19:00")
        await t.tick()
        if who == "approver":
            await second.taps("Подтвердить")
    left = {"author": (SECOND, THIRD), "approver": (ADMIN, THIRD), "all others": (ADMIN,)}[who]
    place.admins = ",".join(map(str, left))
    async with place.process(author, second, third, *people) as t:
        if who == "approver":
            until(t, SEVEN_IN_NEW_YORK)
            await t.tick()
        hold = {"author": "author", "approver": "approver", "all others": "unapproved"}[who]
        assert states(t) == [("asks", hold)]
        assert not told(people)


async def test_a_tap_that_waited_out_a_downtime_approves_nothing_and_a_fresh_button_does(tmp_path: Path) -> None:
    place = server(tmp_path)
    place.admins, place.second_approval_above = THREE, 2
    async with place.process() as t:
        people, (author, second, third) = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(author)
        await t.tick()
    second.person.press("Подтвердить")
    t.clock.forward(minutes=1)
    async with place.process(author, second, third, *people) as t:
        await t.settle()
        assert states(t) == [("approval", None)]
        second.sees(REQUEST, "Подтвердить")
        await second.taps("Подтвердить")
        assert told(people) == 3
        assert second.got(REQUEST) == 0


@pytest.mark.parametrize("after", range(4))
async def test_a_kill_while_the_others_are_told_tells_nobody_twice(after: int, tmp_path: Path) -> None:
    place: Server = server(tmp_path)
    place.admins = THREE
    async with place.process() as t:
        await t.subscriber("Анна")
        author, second, third = admins_of(t)
        await confirmed(author, 1)
        # the calls behind so many fail, as for a process that is killed there
        sent = Fault(FaultKind.UNREACHABLE, methods=("sendMessage",), chats=(SECOND, THIRD)[after:])
        t.telegram.faults.add(sent)
        await t.tick()
    t.telegram.faults.clear()
    async with place.process(author, second, third) as t:
        await t.later(minutes=1)
        assert (second.got(ANNOUNCED), third.got(ANNOUNCED)) == (1, 1)


async def test_an_admin_who_cannot_be_reached_holds_up_nobody() -> None:
    async with town(admin_ids=THREE) as t:
        await t.subscriber("Анна")
        author, second, third = t.admin(), t.person("Вторая", number=SECOND), t.person("Третий", number=THIRD)
        second.person.started = False
        third.person.started = author.person.started = True
        await confirmed(author, 1)
        await t.later(seconds=3)
        assert third.got(ANNOUNCED) == 1


async def test_the_approver_who_deletes_everything_is_no_approver_any_more() -> None:
    async with asked("05.12 19:00") as (t, people, (_, second, _)):
        await second.taps("Подтвердить")
        assert t.query("SELECT approver IS NOT NULL FROM mailing") == [(1,)]
        await second.sends("/delete")
        await second.taps("Удалить")
        assert t.query("SELECT approver FROM mailing") == [(None,)]
        until(t, SEVEN_IN_NEW_YORK)
        await t.tick()
        assert states(t) == [("asks", "approver")]
        assert not told(people)


async def test_a_video_that_went_out_meanwhile_is_not_told_again() -> None:
    async with asked() as (t, people, (_, second, _)):
        async with t.app.repositories.broadcasts._database.writing() as tx:  # noqa: SLF001 -- as another draft would
            await tx.execute("UPDATE mailing SET video = 'x'")
            await tx.execute("INSERT INTO video VALUES ('x', '', 'pushed', 1, 0)")
        await second.taps("Подтвердить")
        assert "больше не действует" in second.toasts[-1]
        await t.later(days=2)
        assert not told(people)


async def test_a_request_for_later_is_announced_to_those_who_come_at_a_restart(tmp_path: Path) -> None:
    place = server(tmp_path)
    place.admins, place.second_approval_above = f"{ADMIN},{SECOND}", 2
    async with place.process() as t:
        people, (author, second, third) = [await t.subscriber("Анна") for _ in range(3)], admins_of(t)
        await confirmed(author)
    t.clock.forward(seconds=timedelta(minutes=1).total_seconds())
    async with place.process(author, second, third, *people) as t:
        await t.tick()
        assert second.got(REQUEST) == 1


async def test_t87_three_large_broadcasts_in_ten_minutes_by_one_admin_reach_nobody() -> None:
    async with asked() as (t, people, (author, second, third)):
        for _ in range(2):
            await t.later(minutes=3)
            await confirmed(author)
            await t.tick()
        await t.later(minutes=10)
        assert states(t) == [("approval", None)] * 3
        assert told(people) == 0
        assert (second.got(REQUEST), third.got(REQUEST)) == (3, 3)
        figures.note("T87", "three broadcasts in ten minutes by one admin: sent without approval 0")


async def test_an_approval_that_comes_behind_the_day_is_none_though_no_tick_has_seen_it() -> None:
    async with asked() as (t, people, (_, second, _)):
        await t.later(hours=23, minutes=58)
        await second.taps("Подтвердить")
        t.clock.forward(minutes=2)
        await second.taps("Подтвердить")
        assert states(t) == [("asks", "unapproved")]
        assert not told(people)
