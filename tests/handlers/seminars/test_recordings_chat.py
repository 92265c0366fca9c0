"""The recording of a seminar that is over, from the first question to the reader (A9, P7)."""

import pytest

from bot.core.locales import Locale
from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Chatter, Town, town
from tests.clock import START
from tests.youtube.pretended import ADDRESS, PretendedFeed, name

FORM = "/seminar 2026-11-25 19:00 America/New_York | Разрешение на работу | Work permits | https://youtu.be/abc | 90m"
RUSSIAN = "Главное: срок <b>150</b> дней & ещё 30.\n\nНе пропускайте письма."
ENGLISH = "In short: 150 days and 30 more."
LINK = f"https://youtu.be/{name(7)}"
TELL = "Опубликовать и разослать"
QUIETLY = "Опубликовать без рассылки"


def buttons(admin: Chatter) -> list[list[dict[str, str]]]:
    """The buttons under the newest message."""
    return list(admin.last["reply_markup"]["inline_keyboard"])


async def over(t: Town, form: str = FORM) -> Chatter:
    """An admin whose seminar was announced, and is over for days."""
    admin = t.admin()
    await admin.announces(form)
    await t.later(days=3)
    return admin


async def began(t: Town, form: str = FORM) -> Chatter:
    """An admin who is asked for the link."""
    admin = await over(t, form)
    await admin.sends("/seminar")
    await admin.taps("Прошедшие семинары")
    await admin.taps("Разрешение на работу")
    await admin.taps("Запись и конспект")
    return admin


async def previewed(t: Town, link: str = LINK) -> Chatter:
    """An admin before the card under the preview."""
    admin = await began(t)
    for text in (link, RUSSIAN, ENGLISH):
        await admin.sends(text)
    return admin


async def test_a_recording_is_asked_for_previewed_and_sent_once() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await began(t)
        admin.sees("Запись: ссылка", "Сейчас: https://youtu.be/abc", "Оставить как есть")
        await admin.sends(LINK)
        admin.sees("Конспект по-русски", "1500")
        await admin.sends(RUSSIAN)
        admin.sees("Конспект по-английски")
        before = (len(anna.from_bot), len(john.from_bot))
        await admin.sends(ENGLISH)
        admin.sees("Запись готова", f"{TELL} 2", QUIETLY, "Исправить ссылку", "Отмена")
        russian, english = str(admin.from_bot[-4]["text"]), str(admin.from_bot[-2]["text"])
        assert (len(anna.from_bot), len(john.from_bot)) == before
        assert t.query("SELECT count(*) FROM recording") == [(0,)]
        confirm, data = admin.last["message_id"], f"{TELL} 2"
        await admin.taps(data)
        await t.tick()
        assert (anna.text, john.text) == (russian, english)
        anna.sees("Запись семинара", "Разрешение на работу", RUSSIAN, name(7), "YouTube")
        john.sees("A seminar's recording", "Work permits", ENGLISH, "YouTube")
        assert admin.got("Доставлено: 2") == 1
        await admin.taps("Запись и конспект", confirm)
        for _ in range(3):
            await admin.taps("Оставить как есть")
        admin.sees("второй раз рассылки не будет", QUIETLY)
        admin.sees_not(TELL)


async def test_readers_find_past_seminars_behind_a_button_in_both_languages() -> None:
    async with town() as t:
        admin = await previewed(t)
        reader = t.person("Пётр")
        await reader.sends("/seminars")
        reader.sees_not("Прошедшие")
        await admin.taps(QUIETLY)
        await reader.sends("/seminars")
        await reader.taps("Прошедшие семинары")
        await reader.taps("Разрешение на работу")
        reader.sees("Запись семинара", RUSSIAN, "YouTube", "Назад")
        await reader.taps("English")
        reader.sees("A seminar's recording", ENGLISH)
        await reader.taps("Back")
        reader.sees("Past seminars", "Work permits")
        await reader.sends("/start seminar_1")
        reader.sees("A seminar's recording")
        assert t.query("SELECT count(*) FROM mailing WHERE kind = 'broadcast'") == [(0,)]


async def test_a_summary_without_a_recording_is_complete() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await previewed(t, link="-")
        await admin.taps(TELL + " 1")
        await t.tick()
        anna.sees("Семинар: главное", RUSSIAN)
        anna.sees_not("YouTube", "Запись:")


@pytest.mark.parametrize(
    ("sent", "said"),
    [(("Право",), "не похоже на ссылку"), ((LINK, "я" * 1501), "длиннее 1500"), ((LINK, "\u200b"), "нет текста")],
)
async def test_what_does_not_fit_is_asked_again(sent: tuple[str, ...], said: str) -> None:
    async with town() as t:
        admin = await began(t)
        for text in sent:
            await admin.sends(text)
        admin.sees(said)


async def test_a_part_is_corrected_and_an_old_button_publishes_nothing() -> None:
    async with town() as t:
        admin = await previewed(t)
        old = next(b for row in buttons(admin) for b in row if b["text"] == QUIETLY)["callback_data"]
        await admin.taps("Исправить английский")
        admin.sees("Сейчас: In short")
        await admin.sends("Всё по-русски")
        admin.sees("Английский конспект написан кириллицей")
        await admin.taps_data(old)
        assert "уже опубликован" in admin.toasts[-1]
        assert t.query("SELECT count(*) FROM recording") == [(0,)]
        await admin.taps("Отмена")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]
        admin.sees("Запись и конспект")


async def test_r15_a_late_tap_publishes_nothing() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await previewed(t)
        t.clock.forward(minutes=6)
        await admin.taps(TELL + " 1")
        assert t.query("SELECT count(*) FROM recording") == [(0,)]
        admin.sees("ничего не изменилось", TELL)
        await admin.taps(TELL + " 1")
        assert t.query("SELECT link, told FROM recording") == [(LINK, 1)]


async def test_when_the_count_moved_much_it_is_asked_again() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await previewed(t)
        for number in range(12):
            await t.subscriber(f"Ещё {number}")
        await admin.taps(TELL + " 1")
        assert t.query("SELECT count(*) FROM recording") == [(0,)]
        await admin.taps(TELL + " 13")
        assert t.query("SELECT told FROM recording") == [(1,)]


async def test_of_two_admins_only_the_first_tells() -> None:
    async with town(admin_ids="9001,9002") as t:
        anna, other = await t.subscriber(), t.person("Вторая", "ru", number=9_002)
        admin = await previewed(t)
        await other.sends("/seminar")
        await other.taps("Прошедшие семинары")
        await other.taps("Разрешение на работу")
        await other.taps("Запись и конспект")
        for text in (LINK, "Другой конспект", ENGLISH):
            await other.sends(text)
        await admin.taps(TELL + " 1")
        await other.taps(TELL + " 1")
        assert "кое-что изменилось" in other.toasts[-1]
        other.sees("второй раз рассылки не будет")
        await other.taps(QUIETLY)
        await t.tick()
        assert anna.got("Запись семинара") == 1
        assert t.query("SELECT summary_ru, told FROM recording") == [("Другой конспект", 1)]


async def test_above_the_number_another_admin_must_approve_what_is_told_of_it() -> None:
    async with town(admin_ids="9001,9002", second_approval_above=2) as t:
        people, other = [await t.subscriber(f"n{number}") for number in range(3)], t.person("Вторая", number=9_002)
        other.person.started = True
        admin = await previewed(t)
        await admin.taps(TELL + " 3")
        assert "на подтверждение" in admin.toasts[-1]
        await t.later(hours=1)
        assert not sum(person.got("Запись семинара") for person in people)
        admin.sees("ждёт второго подтверждения", "Кому: 3")
        other.sees("Нужно ваше подтверждение")
        assert t.query("SELECT told FROM recording") == [(1,)]
        await other.taps("Подтвердить")
        await t.tick()
        assert [person.got("Запись семинара") for person in people] == [1, 1, 1]
        assert admin.got("Доставлено: 3") == 1
        noted = [row[0] for row in t.query("SELECT action FROM journal ORDER BY number")]
        assert noted[-4:] == ["approval-asked", "recording-published", "approval-given", "broadcast-sent"]


@pytest.mark.parametrize("back", [True, False])
async def test_before_many_hear_of_it_there_is_a_way_back(back: bool) -> None:
    async with town(send_undo=10) as t:
        people = [await t.subscriber(f"n{number}") for number in range(51)]
        admin = await previewed(t)
        await admin.taps(TELL + " 51")
        await t.later(seconds=4)
        assert t.query("SELECT state FROM mailing WHERE kind = 'broadcast'") == [("undo",)]
        if back:
            await admin.taps("Вернуть")
        await t.later(seconds=8)
        await t.later(seconds=30)
        assert sum(person.got("Запись семинара") for person in people) == (0 if back else 51)
        assert t.query("SELECT state FROM mailing WHERE kind = 'broadcast'") == [("draft" if back else "done",)]


async def test_who_does_not_want_recordings_gets_none() -> None:
    async with town() as t:
        anna, oleg = await t.subscriber(), await t.subscriber("Олег")
        await oleg.sends("/settings")
        await oleg.taps("Записи")
        admin = await previewed(t)
        await admin.taps(TELL + " 1")
        await t.tick()
        assert (anna.got("Запись семинара"), oleg.got("Запись семинара")) == (1, 0)


async def test_the_recordings_video_is_not_new_to_the_feed() -> None:
    feed = PretendedFeed(lambda: START)
    feed.publish(1)
    async with town(feed=feed, youtube_feed_url=ADDRESS, youtube_autopush=True) as t:
        feed.now = t.clock.now
        anna = await t.subscriber()
        admin = await previewed(t)
        await admin.taps(TELL + " 1")
        feed.publish(7)
        await t.later(minutes=31)
        assert (len(feed.asked) > 1, anna.got(name(7))) == (True, 1)
        await admin.sends(LINK)
        admin.sees("уже получили")


async def test_a_seminar_to_come_has_no_recording_and_a_stranger_publishes_none() -> None:
    async with town() as t:
        admin = t.admin()
        await admin.announces(FORM)
        admin.sees_not("Запись и конспект")
        await admin.taps_data("man:ru:0:rec:1:0:0")
        admin.sees_not("Запись: ссылка")
        await t.later(days=3)
        eve = t.person("Ева")
        await eve.sends("/start")
        for data in ("man:ru:0:rec:1:0:0", "rcp:ru:0:0123456789ab:1", "rcq:ru:0:0123456789ab", "man:ru:0:past:0:0:0"):
            await eve.taps_data(data)
        assert t.query("SELECT count(*) FROM recording") == [(0,)]
        eve.sees_not("Запись", "Прошедшие")


async def test_a_discreet_person_sees_nothing_of_it_before_opening_it() -> None:
    async with town() as t:
        anna = t.person("Анна")
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        admin = await previewed(t)
        await admin.taps(TELL + " 1")
        await t.tick()
        anna.sees_not("Запись", "работу", "YouTube")
        await anna.taps(anna.labels[0])
        anna.sees("Запись семинара", RUSSIAN)


async def test_many_past_seminars_are_turned_page_by_page() -> None:
    async with town() as t:
        admin = t.admin()
        for number in range(9):
            await admin.announces(f"/seminar 2026-11-25 {10 + number}:00 UTC | Тема {number} | Topic {number} | 30m")
        await t.later(days=3)
        async with t.app.repositories.recordings._database.writing() as tx:  # noqa: SLF001 -- nine recordings at once
            await tx.execute("INSERT INTO recording SELECT id, NULL, 'Коротко', 'In short', 0 FROM seminar")
        reader = t.person("Пётр")
        await reader.sends("/seminars")
        await reader.taps("Прошедшие семинары")
        reader.sees("Тема 8", "Тема 1", "1/2")
        reader.sees_not("Тема 0")
        await reader.taps("›")
        reader.sees("Тема 0")


async def test_what_comes_beside_the_draft_shows_what_it_waits_for() -> None:
    async with town() as t:
        admin = await began(t)
        admin.person.sends("слишком поздно")
        t.clock.forward(minutes=6)
        await t.settle()
        admin.sees("больше пяти минут", "Запись: ссылка")
        for text in (LINK, RUSSIAN, ENGLISH):
            await admin.sends(text)
        await admin.sends("ещё что-то")
        admin.sees("Запись готова")
        await admin.taps("English")
        admin.sees("The recording is ready", "Publish without a mailing")
        await admin.taps("Русский")
        t.clock.forward(minutes=61)
        await admin.sends("и ещё")
        admin.sees("Черновик записи ждал час")
        assert t.query("SELECT count(*) FROM recording") == [(0,)]


async def test_cancel_forgets_the_draft_and_keeps_what_is_published() -> None:
    async with town() as t:
        admin = await previewed(t)
        await admin.taps(QUIETLY)
        await admin.taps("Запись и конспект")
        await admin.sends("-")
        await admin.sends("/cancel")
        admin.sees("Черновик записи удалён")
        assert t.query("SELECT link, told FROM recording") == [(LINK, 0)]


async def test_a_text_that_telegram_refuses_is_refused_before_anybody_gets_it() -> None:
    async with town() as t:
        admin = await began(t)
        await admin.sends(LINK)
        await admin.sends(RUSSIAN)
        refusal = Fault(FaultKind.ERROR, methods=("sendMessage",), calls=(4,), status=400, description="Bad Request")
        t.telegram.faults.add(refusal)
        await admin.sends(ENGLISH)
        admin.sees("Telegram не принимает", "Исправить английский")
        admin.sees_not(TELL, QUIETLY)


async def test_a_late_tap_on_the_seminars_card_asks_for_nothing() -> None:
    async with town() as t:
        admin = await over(t)
        await admin.sends("/seminar")
        await admin.taps("Прошедшие семинары")
        await admin.taps("Разрешение на работу")
        t.clock.forward(minutes=6)
        await admin.taps("Запись и конспект")
        admin.sees("ничего не изменилось", "Запись и конспект")
        assert t.query("SELECT count(*) FROM draft") == [(0,)]


async def test_a_second_tap_publishes_nothing_more() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await previewed(t)
        tell = buttons(admin)[0][0]["callback_data"]
        await admin.taps(TELL + " 1")
        await admin.taps_data(tell)
        assert "уже опубликован" in admin.toasts[-1]
        await t.tick()
        assert anna.got("Запись семинара") == 1
