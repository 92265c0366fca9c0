"""An admin moves a seminar: the conversation about its new time."""

from bot.core.mailings.conversations import Flow
from tests.chat import town
from tests.handlers.seminars.test_admin_chat import BEFORE_FOLD, EARLIER, FOLD, draft, entered, stored


async def test_moving_tells_those_who_were_told_and_ends_the_conversation() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await entered(place)
        await place.tick()
        await admin.taps("Перенести")
        admin.sees("2026-12-01 19:00 America/New_York", "Отмена")
        assert (await draft(place)).flow is Flow.MOVE
        await admin.sends("завтра")
        admin.sees("Не получилось прочитать дату", "2026-12-01 19:00 America/New_York")
        await admin.sends("2026-12-06 19:00 America/New_York")
        admin.sees("ещё не перенесён", "Станет: вс 6 декабря, 19:00 Нью-Йорк")
        assert (anna.got("Прежнее время больше не действует"), (await stored(place))[0].revision) == (0, 0)
        await admin.taps("Перенести · 1")
        admin.sees("Переносов: 1", "6 декабря, 19:00 Нью-Йорк")
        assert await draft(place) is None
        assert anna.got("Прежнее время больше не действует") == 1
        await admin.sends("2026-12-07 19:00 America/New_York")
        (seminar,) = await stored(place)
        assert seminar.revision == 1


async def test_moving_into_the_hour_that_happens_twice_is_asked_about() -> None:
    async with town(start=BEFORE_FOLD) as place:
        admin = await entered(place, "/seminar 2026-11-05 19:00 America/New_York | А | B")
        await admin.taps("Перенести")
        await admin.sends(FOLD)
        assert (await stored(place))[0].revision == 0
        await admin.taps("English")
        await admin.taps("Earlier")
        assert (await stored(place))[0].revision == 0
        await admin.taps("Move · 0")
        (seminar,) = await stored(place)
        assert (seminar.start, seminar.revision) == (EARLIER, 1)
        assert await draft(place) is None
        await admin.taps_data(f"fld:en:0:1:{int(EARLIER.timestamp())}")
        assert (await stored(place))[0].revision == 1


async def test_a_move_can_be_given_up() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        await admin.taps("English")
        admin.sees("send the new time")
        await admin.taps("Cancel")
        assert await draft(place) is None
        await admin.sends("2026-12-06 19:00 America/New_York")
        assert (await stored(place))[0].revision == 0


async def test_a_command_is_never_a_new_time() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        await admin.sends("/seminars")
        admin.sees("Бесплатные онлайн-встречи")
        assert (await draft(place)).flow is Flow.MOVE


async def test_a_seminar_cancelled_meanwhile_is_not_moved() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        await place.app.dispatcher["seminar_changes"].confirm.cancel_seminar(1)
        await admin.sends("2026-12-06 19:00 America/New_York")
        admin.sees("Семинар отменён")
        assert await draft(place) is None


async def test_an_expired_conversation_awaits_nothing() -> None:
    async with town() as place:
        admin = await entered(place)
        await admin.taps("Перенести")
        place.clock.forward(minutes=61)
        await admin.sends("2026-12-06 19:00 America/New_York")
        assert (await stored(place))[0].revision == 0
