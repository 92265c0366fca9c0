"""«Повторить тем, кому не дошло»: a new run to exactly those whose outcome was an error, once (A8, R15)."""

from bot.demo.faults.plan import Fault, FaultKind, Faults, When
from tests.chat import ADMIN, Chatter, Town, town

REPEAT = "Повторить тем, кому не дошло · 1"
UNKNOWN = "⚠️ Повторить неизвестным · 1"


def refusing(*people: Chatter) -> Faults:
    """Let Telegram refuse what is sent to these people, for a reason of their own."""
    chats = frozenset(person.id for person in people)
    said = "Bad Request: VOICE_MESSAGES_FORBIDDEN"
    return Faults(Fault(FaultKind.ERROR, methods=("sendMessage",), chats=chats, status=400, description=said))


def silent(*people: Chatter) -> Faults:
    """Let Telegram never answer about these people, and not send either."""
    chats = frozenset(person.id for person in people)
    return Faults(Fault(FaultKind.RESET, methods=("sendMessage",), chats=chats))


async def broadcast(t: Town, admin: Chatter, count: int) -> None:
    """Send one text to everybody."""
    await admin.sends("/broadcast")
    await admin.sends("Привет всем")
    await admin.taps("Одно для всех")
    await admin.taps(f"Отправить {count}")
    await t.tick()


async def test_only_who_was_refused_gets_the_repetition_and_only_once() -> None:
    async with town() as t:
        anna, olga, admin = await t.subscriber("Анна"), await t.subscriber("Ольга"), t.admin()
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        admin.sees("Доставлено: 1", "Ошибки: 1", REPEAT)
        report = admin.last["message_id"]
        t.telegram.faults = Faults()
        await admin.taps(REPEAT)
        assert (anna.got("Привет всем"), olga.got("Привет всем")) == (1, 0)
        admin.sees("Кому не дошло · 1", "только тем, у кого в отчёте ошибка", "Отправить 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert (anna.got("Привет всем"), olga.got("Привет всем")) == (1, 1)
        admin.sees("Доставлено: 1", "Всего: 1")
        admin.sees_not("Повторить")
        await admin.taps(REPEAT, report)
        assert "Повторять некому" in admin.toasts[-1]
        await t.tick()
        assert (anna.got("Привет всем"), olga.got("Привет всем")) == (1, 1)


async def test_two_admins_with_the_same_preview_reach_nobody_twice() -> None:
    async with town(admin_ids=f"{ADMIN},9002") as t:
        await t.subscriber("Анна")
        olga, admin, second = await t.subscriber("Ольга"), t.admin(), t.person("Вторая", number=9002)
        second.person.started = True
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults()
        report = admin.last["message_id"]
        await admin.taps(REPEAT, report)
        await second.sends("/admin")
        await second.taps_data("bcr:ru:0:1:failed")
        second.sees("Кому не дошло · 1", "Отправить 1")
        await admin.taps("Отправить 1")
        await t.tick()
        await second.taps("Отправить 1")
        await t.tick()
        assert olga.got("Привет всем") == 1


async def test_who_may_have_it_is_apart_and_warned_of() -> None:
    async with town() as t:
        anna, olga, admin = await t.subscriber("Анна"), await t.subscriber("Ольга"), t.admin()
        t.telegram.faults = silent(olga)
        await broadcast(t, admin, 2)
        while not admin.got("Неизвестно: 1"):
            await t.later(minutes=11)
        (report,) = [each for each in admin.from_bot if "Telegram не ответил" in each.get("text", "")]
        assert UNKNOWN in str(report) and "Повторить тем" not in str(report)
        t.telegram.faults = Faults()
        await admin.taps(UNKNOWN, report["message_id"])
        admin.sees("Неизвестно, дошло ли · 1", "второй раз", "Отправить 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert (anna.got("Привет всем"), olga.got("Привет всем")) == (1, 1)


async def test_who_was_refused_after_an_unheard_attempt_may_have_it() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        olga, admin = await t.subscriber("Ольга"), t.admin()
        chats = frozenset({olga.id})
        unheard = Fault(FaultKind.RESET, When.AFTER, ("sendMessage",), chats, calls=(1,))
        refused = Fault(
            FaultKind.ERROR, methods=("sendMessage",), chats=chats, status=400, description="Bad Request: no"
        )
        t.telegram.faults = Faults(unheard)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults(refused)
        await t.later(seconds=10)
        await t.tick()
        assert olga.got("Привет всем") == 1
        admin.sees("Ошибки: 1", UNKNOWN)
        admin.sees_not("Повторить тем")


async def test_who_left_gets_no_repetition_and_has_no_row() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        olga, admin = await t.subscriber("Ольга"), t.admin()
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults()
        report = admin.last["message_id"]
        await olga.sends("/stop")
        await admin.taps(REPEAT, report)
        assert "Повторять некому" in admin.toasts[-1]
        assert t.query("SELECT count(*) FROM delivery WHERE state = 5") == [(0,)]


async def test_a_tap_that_waited_draws_the_report_anew_and_repeats_nothing() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        olga, admin = await t.subscriber("Ольга"), t.admin()
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        t.telegram.faults = Faults()
        t.clock.forward(minutes=6)
        await admin.taps(REPEAT)
        admin.sees("Доставлено: 1", REPEAT)
        admin.sees_not("Отправить 1")
        assert t.query("SELECT count(*) FROM mailing WHERE state = 'draft'") == [(0,)]
        await admin.taps(REPEAT)
        admin.sees("Отправить 1")


async def test_a_stranger_repeats_nothing() -> None:
    async with town() as t:
        await t.subscriber("Анна")
        olga, admin, eve = await t.subscriber("Ольга"), t.admin(), t.person("Ева")
        t.telegram.faults = refusing(olga)
        await broadcast(t, admin, 2)
        await eve.sends("/start")
        for forged in ("bcr:ru:0:1:failed", "bcr:ru:0:1:unknown", "bcr:ru:0:1:delivered"):
            await eve.taps_data(forged)
        assert t.query("SELECT count(*) FROM mailing") == [(1,)]
