"""Broadcasts through the whole bot: who is removed, what stops a run, and reports that add up (A6, A8, S9)."""

import re
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.demo.calls import Refusal
from bot.demo.limits import Limits
from bot.demo.replies import Reply, reply_of
from tests.chat import ADMIN, Chatter, Town, town
from tests.privacy.running import running
from tests.waiting import until

TEXT = "Новость для всех"
LINES = ("Доставлено", "Недоступны", "Ошибки", "Неизвестно", "Просрочено", "Отписались", "Всего", "Возможно дважды")
GONE = (403, "Forbidden: bot was blocked by the user")
CONTENT = (400, "Bad Request: can't parse entities")
VOICE = (400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")


async def people(t: Town, count: int) -> list[Chatter]:
    """Let so many subscribe."""
    return [await t.subscriber() for _ in range(count)]


async def send(t: Town, count: int) -> Chatter:
    """The admin writes, previews and confirms; nothing but what the sender does by itself happens after that."""
    admin = t.admin()
    await admin.sends("/broadcast")
    await admin.sends(TEXT)
    await admin.taps("Одно для всех")
    await admin.taps(f"Отправить {count}")
    return admin


def refuse(t: Town, chats: Collection[int], status: int, description: str, times: int = 10_000) -> None:
    """Let Telegram refuse the broadcast to these chats so many times."""
    call, left = t.telegram.call, [times]

    async def refusing(method: str, params: Mapping[str, Any], *rest: Any, **more: Any) -> Reply:
        aimed = method == "sendMessage" and int(params["chat_id"]) in chats and params["text"] == TEXT
        if not aimed or left[0] <= 0:
            return await call(method, params, *rest, **more)
        left[0] -= 1
        refusal = Refusal(status, description)
        return reply_of(refusal)

    vars(t.telegram)["call"] = refusing


def report(admin: Chatter) -> dict[str, int]:
    """The report's lines; all but the last two add up to the total."""
    numbers = {line: int(number) for line, number in re.findall(r"^([^\n:]+): (\d+)", admin.text, re.MULTILINE)}
    found = {line: numbers[line] for line in LINES}
    assert sum(found[line] for line in LINES[:6]) == found["Всего"]
    return found


def reached(t: Town) -> list[int]:
    """To whom Telegram accepted it, the admin's previews left out."""
    entries = t.telegram.ledger.accepted("sendMessage")
    return [int(e.chat_id) for e in entries if e.chat_id not in {None, ADMIN} and e.params["text"] == TEXT]


async def subscribed(t: Town) -> int:
    """How many subscribers there are."""
    return sum((await t.app.repositories.subscribers.count()).values())


async def test_who_has_blocked_the_bot_is_removed_at_the_end_of_the_run() -> None:
    async with town() as t:
        crowd = await people(t, 40)
        for anna in crowd[:4]:
            anna.person.blocked = True
        crowd[4].person.deactivate()
        admin = await send(t, 40)
        assert await subscribed(t) == 40
        await t.tick()
        assert await subscribed(t) == 35
        assert report(admin) == dict(zip(LINES, (35, 5, 0, 0, 0, 0, 40, 0), strict=True))
        assert sorted(reached(t)) == sorted(anna.id for anna in crowd[5:])


async def test_who_blocks_is_removed_at_once_and_comes_back_as_a_stranger() -> None:
    async with town() as t:
        (anna,) = await people(t, 1)
        anna.person.blocks()
        await t.settle()
        assert await subscribed(t) == 0
        await anna.sends("/start")
        await anna.taps("Подписаться")
        anna.sees("Что для этого сохранится")


async def test_a_content_nobody_is_given_stops_after_the_first_and_removes_nobody() -> None:
    async with town() as t:
        crowd = await people(t, 60)
        refuse(t, {anna.id for anna in crowd}, *CONTENT)
        admin = await send(t, 60)
        await t.tick()
        admin.sees("Рассылка остановилась сама", "Telegram отказался")
        assert (reached(t), await subscribed(t)) == ([], 60)
        await admin.taps("Отменить")
        found = report(admin)
        assert 5 <= found["Ошибки"] <= 16
        assert found["Просрочено"] == 60 - found["Ошибки"]


async def test_a_refusal_that_is_the_recipients_stops_nothing() -> None:
    async with town() as t:
        crowd = await people(t, 30)
        refuse(t, {anna.id for anna in crowd[:6]}, *VOICE)
        admin = await send(t, 30)
        await t.tick()
        assert report(admin) == dict(zip(LINES, (24, 0, 6, 0, 0, 0, 30, 0), strict=True))
        assert await subscribed(t) == 30


async def test_too_many_gone_among_the_first_hundred_pauses_and_removes_nobody() -> None:
    async with town() as t:
        crowd = await people(t, 150)
        refuse(t, {anna.id for anna in crowd[::4]}, *GONE)
        admin = await send(t, 150)
        await t.later(seconds=30)
        admin.sees("Рассылка остановилась сама", "недоступны")
        assert await subscribed(t) == 150
        assert 75 <= len(reached(t)) <= 90
        await admin.taps("Продолжить")
        await t.later(seconds=30)
        assert report(admin)["Недоступны"] == 38
        assert await subscribed(t) == 112


async def test_too_many_failures_stop_it() -> None:
    async with town() as t:
        crowd = await people(t, 260)
        refuse(t, {anna.id for anna in crowd[::10]}, *VOICE)
        admin = await send(t, 260)
        await t.later(seconds=30)
        admin.sees("Рассылка остановилась сама")
        assert 200 <= len(reached(t)) + 20 <= 240
        assert await subscribed(t) == 260


async def test_a_429_holds_everybody_and_loses_nobody(tmp_path: Path) -> None:
    limits = Limits(per_second=20, model="penalty")
    async with running(tmp_path, limits, 60) as play:
        crowd = await play.subscribers(100, 10_001)
        await play.broadcast(TEXT, 100)
        await until(lambda: "Всего" in str(play.admin.messages[-1].get("text")), within=60)
        entries = [e for e in play.telegram.ledger.entries if e.method == "sendMessage" and e.chat_id != ADMIN]
        refused = [e.at for e in entries if e.status == 429]
        assert refused
        for at in refused:
            # What was with Telegram already when it said so comes within an instant; then nothing for three seconds.
            assert not [e for e in entries if at + 0.5 < e.at < at + 3]
        assert sorted(play.reached(TEXT)) == [person.id for person in crowd]


@pytest.mark.parametrize("order", ["Пауза", "Отменить"])
async def test_an_order_works_within_a_second(tmp_path: Path, order: str) -> None:
    async with running(tmp_path, Limits(latency=(0, 0.1), after=(0, 0.1)), 30) as play:
        await play.subscribers(120, 10_001)
        await play.broadcast(TEXT, 120)
        await until(lambda: len(play.reached(TEXT)) >= 30)
        play.admin.press(order)
        ordered = play.telegram.world.now()
        await until(lambda: play.telegram.world.now() > ordered + 3)
        sent = [e.at for e in play.telegram.ledger.accepted("sendMessage") if e.params["text"] == TEXT]
        assert max(sent) <= ordered + 1
        reached_then = len(play.reached(TEXT))
        if order == "Отменить":
            await play.sees(f"Доставлено: {reached_then}")
            await play.sees("Всего: 120")
            return
        play.admin.press("Продолжить")
        resumed = play.telegram.world.now()
        await until(lambda: len(play.reached(TEXT)) > reached_then)
        assert play.telegram.world.now() - resumed <= 1
        await until(lambda: "Доставлено: 120" in str(play.admin.messages[-1].get("text")), within=30)
        assert len(play.reached(TEXT)) == len(set(play.reached(TEXT))) == 120
