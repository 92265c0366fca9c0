"""Groups that become supergroups while a broadcast is on its way to them (T23)."""

import asyncio

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Subscriber
from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from tests.chaos import figures
from tests.chaos.scene import TEXT, Scene, scene
from tests.chaos.virtual import on_virtual_time, true
from tests.sizes import trials

PEOPLE = trials(10_000, 200)
GROUPS = trials(200, 20)
OLD, NEW = -4_000_000_000, -1_001_000_000_000
AGAIN, THIRD = "Вторая новость", "Третья новость"
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"


async def subscribe(s: Scene, count: int = GROUPS) -> None:
    """Let basic groups be among those who are told: no door of the bot's lets them in."""
    for number in range(count):
        s.telegram.group(OLD - number, "x", basic=True)
        await s.app.repositories.subscribers.add(Subscriber(OLD - number, Locale.RU, "2026-11-24", "2026-11-24"))


def upgrade(s: Scene, number: int) -> None:
    """Make one a supergroup."""
    s.telegram.group(OLD - number, "x").upgrades(s.person(s.chats[0]).user, NEW - number)


def told(s: Scene, text: str = TEXT) -> list[int]:
    """How often each group has it, under its old number and its new one."""
    per_chat = s.telegram.ledger.per_chat(text)
    return [per_chat[OLD - number] + per_chat[NEW - number] for number in range(GROUPS)]


def refused(s: Scene) -> list[int]:
    """Under which numbers Telegram said that a group has moved."""
    return [e.chat_id for e in s.telegram.ledger.refused() if e.description == UPGRADED and e.chat_id is not None]


@on_virtual_time
async def test_t23_every_group_moves_once_and_has_every_broadcast_once() -> None:
    async with scene(PEOPLE, faults=Faults()) as s:
        await subscribe(s)
        for number in range(0, GROUPS, 2):
            upgrade(s, number)
        await s.broadcast(PEOPLE + GROUPS)
        await true(lambda: len(s.accepted()) >= GROUPS // 2)
        for number in range(1, GROUPS, 4):
            upgrade(s, number)
        report = await s.report()
        assert (report["Доставлено"], report["Всего"], report["Возможно дважды"]) == (PEOPLE + GROUPS,) * 2 + (0,)
        for number in range(3, GROUPS, 4):
            upgrade(s, number)
        for text in (AGAIN, THIRD):
            await s.broadcast(PEOPLE + GROUPS, text)
            await s.report()
        moved = set(refused(s))
        assert moved == {OLD - number for number in range(GROUPS)}
        assert (
            len(refused(s)) <= 1.1 * GROUPS
        )  # a few are asked twice: nothing moves while its audience is being queued
        assert s.lost() == []
        for text in (TEXT, AGAIN, THIRD):
            assert told(s, text) == [1] * GROUPS
        assert await s.value(f"SELECT count(*) FROM person WHERE chat > {OLD - GROUPS} AND chat < 0") == 0  # noqa: S608 -- numbers above
        assert await s.subscribed() == PEOPLE + GROUPS
        figures.note("T23", f"{len(moved)} groups among {PEOPLE}, 3 broadcasts: each moved once, doubled 0, lost 0")


@on_virtual_time
async def test_t23_an_answer_that_is_lost_is_asked_for_again() -> None:
    cut = Fault(FaultKind.RESET, When.AFTER, ("sendMessage",), range(OLD - GROUPS, OLD + 1), calls=range(1, GROUPS + 1))
    async with scene(20, faults=Faults(cut)) as s:
        await subscribe(s)
        for number in range(GROUPS):
            upgrade(s, number)
        await s.broadcast(20 + GROUPS)
        report = await s.report()
        assert report["Доставлено"] == 20 + GROUPS
        assert (told(s), s.lost()) == ([1] * GROUPS, [])
        assert len(refused(s)) == 2 * GROUPS
        figures.note("T23", "every first answer cut: doubled 0, lost 0")


@on_virtual_time
async def test_t23_a_group_said_to_move_back_and_forth_ends_as_an_error() -> None:
    faults = Faults(
        *(
            Fault(FaultKind.ERROR, chats=(chat,), status=400, description=UPGRADED, migrate_to_chat_id=to)
            for chat, to in ((OLD, NEW), (NEW, OLD))
        )
    )
    async with scene(20, faults=faults) as s:
        await subscribe(s, 1)
        await s.broadcast(21)
        report = await s.report()
        await asyncio.sleep(3_600)
        assert (report["Доставлено"], report["Ошибки"]) == (20, 1)
        assert refused(s) == [OLD, NEW]
        assert await s.subscribed() == 21
        figures.note("T23", "said to move back and forth: 2 calls, then an error in the report")
