"""A move and a cancellation are previewed: nobody who was told of the seminar hears of it before it is confirmed."""

from datetime import timedelta

import pytest

from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, Town, town
from tests.handlers.seminars.test_admin_chat import draft, entered, stored

NEW = "2026-12-06 19:00 America/New_York"


async def moving(place: Town, typed: str = NEW) -> Chatter:
    """An admin before the card of a move."""
    admin = await entered(place)
    await place.tick()
    await admin.taps("Перенести")
    await admin.sends(typed)
    return admin


async def cancelling(place: Town) -> Chatter:
    """An admin before the card of a cancellation."""
    admin = await entered(place)
    await place.tick()
    await admin.taps("Отменить семинар")
    return admin


async def test_m04_a_move_is_previewed_in_both_languages_as_it_arrives() -> None:
    async with town() as place:
        anna, john = await place.subscriber(), await place.subscriber("John", "en")
        admin = await moving(place)
        label_ru, russian, label_en, english = [str(message["text"]) for message in admin.from_bot[-5:-1]]
        assert ("по-русски" in label_ru, "по-английски" in label_en) == (True, True)
        admin.sees("Было: сб 5 декабря, 19:00 Нью-Йорк", "Станет: вс 6 декабря, 19:00 Нью-Йорк", "Перенести · 2")
        await admin.taps("English")
        admin.sees("It will be:", "The message goes to 2 people", "Move · 2", "Edit", "Cancel")
        await admin.taps("Move · 2")
        await place.tick()
        assert (russian, english) == (anna.text, john.text)
        assert (await stored(place))[0].revision == 1


async def test_m04_a_cancellation_is_previewed_in_both_languages_as_it_arrives() -> None:
    async with town() as place:
        anna, john = await place.subscriber(), await place.subscriber("John", "en")
        admin = await cancelling(place)
        _, russian, _, english = [str(message["text"]) for message in admin.from_bot[-5:-1]]
        admin.sees("ещё не отменён", "Сообщение получат 2 человека", "Отменить семинар · 2")
        assert len(await stored(place)) == 1
        await admin.taps("English")
        admin.sees("Cancel the seminar · 2")
        await admin.taps("Cancel the seminar · 2")
        await place.tick()
        assert (russian, english) == (anna.text, john.text)
        assert await stored(place) == []


async def test_m04_another_time_typed_under_the_preview_is_previewed_anew() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await moving(place)
        old = admin.last["message_id"]
        await admin.taps("Исправить")
        admin.sees("пришлите новое время")
        await admin.sends("07.12.2026 7pm")
        admin.sees("Станет: пн 7 декабря, 19:00 Нью-Йорк")
        await admin.sends("08.12.2026 7pm")
        admin.sees("Станет: вт 8 декабря, 19:00 Нью-Йорк")
        new = admin.last["message_id"]
        await place.tick()
        assert anna.got("Семинар перенесён") == 0
        assert old != new
        await admin.taps("Перенести · 1", new)
        await place.tick()
        assert (anna.got("Семинар перенесён"), (await stored(place))[0].revision) == (1, 1)


async def test_m04_a_move_back_to_the_same_moment_is_told_to_nobody() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await moving(place, "2026-12-06 03:00 Europe/Moscow")
        admin.sees("2026-12-06 03:00 Europe/Moscow", "Отменить семинар")
        await place.tick()
        assert (anna.got("Семинар перенесён"), await draft(place)) == (0, None)


@pytest.mark.parametrize(("what", "label"), [(moving, "Перенести ·"), (cancelling, "Отменить семинар ·")])
async def test_m04_a_change_counts_once(what: object, label: str) -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await (moving(place) if what is moving else cancelling(place))
        data = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await admin.taps(label)
        (before,) = place.query("SELECT revision, sequence, state FROM seminar")
        await admin.taps_data(data)
        assert "больше нечего" in admin.toasts[-1]
        assert place.query("SELECT revision, sequence, state FROM seminar") == [before]
        await place.tick()
        assert anna.got("Семинар перенесён") + anna.got("Семинар отменён") == 1


@pytest.mark.parametrize(("what", "label"), [(moving, "Перенести ·"), (cancelling, "Отменить семинар ·")])
async def test_m04_people_who_came_meanwhile_are_asked_about(what: object, label: str) -> None:
    async with town() as place:
        admin = await (moving(place) if what is moving else cancelling(place))
        admin.sees(f"{label} 0", "никто не получит")
        for number in range(11):
            who = place.person(str(number))
            await who.sends("/start seminar_1")
            await who.taps("Напомнить")
            await who.taps("Напомнить")
        await admin.taps(label)
        assert "Не отправлено" in admin.toasts[-1]
        admin.sees("стало 11 вместо 0", f"{label} 11")
        assert place.query("SELECT sequence, state FROM seminar") == [(0, "planned")]
        await admin.taps(f"{label} 11")
        assert place.query("SELECT sequence FROM seminar") == [(1,)]


async def test_m04_what_another_admin_changed_meanwhile_is_asked_about() -> None:
    async with town(admin_ids="9001,9002") as place:
        first = await cancelling(place)
        second = place.person("Второй", number=9002)
        await second.sends("/seminar")
        await second.taps("Разрешение на работу")
        await second.taps("Перенести")
        await second.sends(NEW)
        await second.taps("Перенести ·")
        await first.taps("Отменить семинар ·")
        assert "Не отправлено" in first.toasts[-1]
        assert len(await stored(place)) == 1
        await first.taps("Отменить семинар ·")
        assert await stored(place) == []


@pytest.mark.parametrize(("what", "label"), [(moving, "Перенести ·"), (cancelling, "Отменить семинар ·")])
async def test_m04_a_late_confirmation_of_a_change_is_drawn_anew(what: object, label: str) -> None:
    async with town() as place:
        admin = await (moving(place) if what is moving else cancelling(place))
        place.clock.forward(minutes=6)
        await admin.taps(label)
        admin.sees("Нажатие не выполнено", label)
        assert place.query("SELECT sequence, state FROM seminar") == [(0, "planned")]
        await admin.taps(label)
        assert place.query("SELECT sequence FROM seminar") == [(1,)]


async def test_m04_a_cancellation_does_not_run_after_the_messages_that_leave() -> None:
    """While the announcement is being sent, the number of those told grows with every second."""
    async with town() as place:
        for number in range(30):
            await place.subscriber(str(number))
        admin = await entered(place)
        await admin.sends("/pause")
        await place.app.queue_due()
        await admin.taps("Отменить семинар")
        admin.sees("Подтверждение их остановит")
        await admin.taps("Отменить семинар ·")
        assert await stored(place) == []


async def test_m04_a_new_time_that_has_passed_meanwhile_moves_nothing() -> None:
    async with town() as place:
        soon = (place.clock.now() + timedelta(minutes=2)).strftime("%Y-%m-%d %H:%M")
        admin = await moving(place, f"{soon} UTC")
        place.clock.forward(minutes=3)
        await admin.taps("Перенести ·")
        assert place.query("SELECT sequence FROM seminar") == [(0,)]
        assert "больше нечего" in admin.toasts[-1]


async def test_m04_a_move_given_up_under_its_preview_leaves_the_time() -> None:
    async with town() as place:
        anna = await place.subscriber()
        admin = await moving(place)
        await admin.taps("Отмена")
        assert await draft(place) is None
        await admin.sends("2026-12-07 19:00 America/New_York")
        await place.tick()
        assert ((await stored(place))[0].revision, anna.got("Семинар перенесён")) == (0, 0)


async def test_m04_a_late_text_under_a_move_shows_its_card_again() -> None:
    async with town() as place:
        admin = await moving(place)
        admin.person.sends("2026-12-07 19:00 America/New_York")
        place.clock.forward(minutes=6)
        await place.settle()
        admin.sees("больше пяти минут", "Станет: вс 6 декабря", "Перенести ·")


async def test_m04_a_notice_telegram_refuses_changes_nothing() -> None:
    async with town() as place:
        admin = await entered(place)
        refusal = "Bad Request: <nope>"
        place.telegram.faults.add(
            Fault(FaultKind.ERROR, methods={"sendMessage"}, calls=(2,), status=400, description=refusal)
        )
        await admin.taps("Отменить семинар")
        admin.sees("не принимает русское сообщение", "<nope>", "Назад")
        admin.sees_not("Отменить семинар")
        await admin.taps("Назад")
        admin.sees("Перенести")


async def test_m04_a_seminar_cancelled_meanwhile_is_not_asked_about() -> None:
    async with town() as place:
        admin = await entered(place)
        await place.app.dispatcher["seminar_changes"].confirm.cancel_seminar(1)
        await admin.taps("Отменить семинар")
        admin.sees("Семинар отменён")
        admin.sees_not("Отменить семинар ·")
