"""New videos of the channel in chats: offered, previewed, sent once; a pasted link; a feed that fails (S7)."""

from datetime import timedelta

import pytest

from bot.core.locales import Locale
from bot.core.videos.feed import Trouble
from tests.chat import Chatter, Town
from tests.handlers.videos.scene import channel
from tests.youtube.pretended import PretendedFeed, name

OTHER = 9_002
TITLE = "Как подать <заявление> & не ошибиться"
TWO = {"admin_ids": "9001,9002"}


async def appears(t: Town, feed: PretendedFeed, number: int = 2, title: str = TITLE, *, short: bool = False) -> None:
    """A video is published, and the next poll comes."""
    feed.publish(number, title, short=short)
    await t.later(minutes=16)


def the_admin(t: Town) -> Chatter:
    """The chat of the listed admin."""
    return Chatter(t, t.telegram.person(9001, "Админ", "ru"))


async def test_the_first_poll_only_sets_the_mark() -> None:
    async with channel(youtube_autopush=True) as (t, _):
        anna = await t.subscriber()
        await t.later(minutes=16)
        assert anna.from_bot == []
        assert the_admin(t).got("новое видео") == 0
        assert t.query("SELECT id, state FROM video") == [(name(1), "known")]


async def test_a_new_video_is_offered_previewed_and_sent_once() -> None:
    async with channel() as (t, feed):
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = the_admin(t)
        await appears(t, feed)
        admin.sees("На канале новое видео", TITLE, name(2), "включены у 2", "Показать рассылку")
        assert (anna.from_bot, john.from_bot) == ([], [])
        await admin.taps("Показать рассылку")
        russian, english = str(admin.from_bot[-4]["text"]), str(admin.from_bot[-2]["text"])
        admin.sees("Записи и новые видео · 2", "Отправить 2", "Исправить русский", "Отмена")
        assert (anna.from_bot, john.from_bot) == ([], [])
        await admin.taps("Отправить 2")
        await t.tick()
        assert (anna.text, john.text) == (russian, english)
        anna.sees("Новое видео", TITLE, f"https://youtu.be/{name(2)}", "Смотреть на YouTube")
        john.sees("A new video", TITLE, "Watch on YouTube")
        admin.sees("Рассылка закончена", "Доставлено: 2")
        await t.later(minutes=16)
        assert anna.got(TITLE) == john.got(TITLE) == 1


async def test_the_offer_speaks_english_too() -> None:
    async with channel() as (t, feed):
        admin = the_admin(t)
        await admin.sends("/language")
        await admin.taps("English")
        await appears(t, feed)
        admin.sees("A new video on the channel", "Push to subscribers?", "Show the mailing")
        await admin.taps("Show the mailing")
        admin.sees("Nobody to send to", "Recordings and new videos · 0")


async def test_who_does_not_want_recordings_gets_none_also_when_they_change_their_mind_last() -> None:
    async with channel() as (t, feed):
        anna, oleg = await t.subscriber(), await t.subscriber("Олег")
        await oleg.sends("/settings")
        await oleg.taps("Записи")
        await appears(t, feed)
        admin = the_admin(t)
        await admin.taps("Показать рассылку")
        admin.sees("Отправить 1")
        await anna.sends("/settings")
        await anna.taps("Записи")
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.got(TITLE) == oleg.got(TITLE) == 0


async def test_of_two_admins_only_the_first_confirmation_sends() -> None:
    async with channel(**TWO) as (t, feed):
        anna, admin, other = await t.subscriber(), the_admin(t), t.person("Вторая", "ru", number=OTHER)
        await other.sends("/start")
        await appears(t, feed)
        for each in (admin, other):
            await each.taps("Показать рассылку")
        await admin.taps("Отправить 1")
        await other.taps("Отправить 1")
        assert "уже отправлена" in other.toasts[-1]
        await t.tick()
        assert anna.got(TITLE) == 1
        offer = next(each for each in other.from_bot if "На канале новое видео" in each["text"])
        await other.taps("Показать рассылку", offer["message_id"])
        assert "уже получили" in other.toasts[-1]


async def test_a_changed_title_and_a_restored_video_bring_nothing() -> None:
    async with channel() as (t, feed):
        await appears(t, feed)
        admin, gone = the_admin(t), feed.entries.pop()
        await t.later(minutes=16)
        feed.publish(2, "Новый заголовок", at=gone.published)
        await t.later(minutes=16)
        assert (admin.got("На канале новое видео"), admin.got("Новый заголовок")) == (1, 0)


async def test_an_older_video_that_comes_back_into_the_list_is_not_new() -> None:
    async with channel() as (t, feed):
        feed.publish(3, "Совсем старое", at=t.clock.now() - timedelta(days=400))
        await t.later(minutes=16)
        assert the_admin(t).got("Совсем старое") == 0


@pytest.mark.parametrize(("shorts", "offered"), [(False, 0), (True, 1)])
async def test_shorts_count_only_if_set(shorts: bool, offered: int) -> None:
    async with channel(youtube_shorts=shorts) as (t, feed):
        await appears(t, feed, short=True)
        assert the_admin(t).got("На канале новое видео") == offered


async def test_a_seminars_own_link_brings_nothing() -> None:
    async with channel() as (t, feed):
        admin = the_admin(t)
        link = f"https://www.youtube.com/live/{name(2)}?feature=share"
        await admin.announces(f"/seminar 2026-12-05 19:00 America/New_York | Право | Law | {link} | 90m")
        await appears(t, feed)
        assert admin.got("На канале новое видео") == 0
        await admin.sends(f"https://youtu.be/{name(2)}")
        admin.sees("Это ссылка семинара")


async def test_by_itself_it_goes_out_at_once_and_the_admin_has_its_card() -> None:
    async with channel(youtube_autopush=True) as (t, feed):
        anna, john, admin = await t.subscriber(), await t.subscriber("John", "en"), the_admin(t)
        await appears(t, feed)
        assert (anna.got(TITLE), john.got(TITLE)) == (1, 1)
        await t.tick()
        assert admin.got("Новое видео уходит подписчикам") == 1
        assert admin.got("Доставлено: 2") == 1
        assert t.query("SELECT alias, action, count FROM journal") == [("bot", "broadcast-sent", 2)]
        await admin.sends(f"youtu.be/{name(2)}")
        admin.sees("уже получили")


async def test_without_an_admin_it_goes_out_all_the_same() -> None:
    async with channel(youtube_autopush=True, admin_ids="") as (t, feed):
        anna = await t.subscriber()
        await appears(t, feed)
        assert anna.got(TITLE) == 1


async def test_an_admin_who_never_pressed_start_costs_no_endless_attempts() -> None:
    async with channel(youtube_autopush=True, admin_ids="9002") as (t, feed):
        anna = await t.subscriber()
        await appears(t, feed)
        for _ in range(5):
            await t.later(seconds=10)
        refused = [each for each in t.telegram.ledger.refused() if each.chat_id == OTHER]
        assert (anna.got(TITLE), len(refused) <= 4) == (1, True), len(refused)
        assert t.query("SELECT card FROM mailing") == [(None,)]


async def test_a_discreet_person_sees_nothing_of_it_before_opening_it() -> None:
    async with channel(youtube_autopush=True) as (t, feed):
        anna = t.person("Анна")
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        await appears(t, feed)
        anna.sees_not("видео", "YouTube", "заявление")
        await anna.taps(anna.labels[0])
        anna.sees(TITLE, "Смотреть на YouTube")


@pytest.mark.parametrize(
    "link",
    [
        "https://youtu.be/{}?si=abcdef",
        "https://www.youtube.com/watch?v={}&t=10s",
        "http://m.youtube.com/watch?app=desktop&v={}",
        "https://youtube.com/live/{}",
        "youtube.com/shorts/{}",
    ],
)
async def test_a_pasted_link_becomes_a_preview(link: str) -> None:
    async with channel() as (t, _):
        anna, admin = await t.subscriber(), the_admin(t)
        await admin.sends(link.format(name(7)))
        admin.sees("Отправить 1")
        assert anna.from_bot == []
        await admin.taps("Отправить 1")
        await t.tick()
        anna.sees("Новое видео", f"https://youtu.be/{name(7)}")


async def test_what_was_pasted_and_sent_is_not_new_to_the_feed() -> None:
    async with channel(youtube_autopush=True) as (t, feed):
        anna, admin = await t.subscriber(), the_admin(t)
        await admin.sends(f"https://youtu.be/{name(2)}")
        await admin.taps("Отправить 1")
        await appears(t, feed)
        assert (anna.got(name(2)), admin.got("Новое видео уходит")) == (1, 0)


async def test_what_was_pasted_and_not_sent_is_still_new() -> None:
    async with channel(youtube_autopush=True) as (t, feed):
        anna, admin = await t.subscriber(), the_admin(t)
        await admin.sends(f"https://youtu.be/{name(2)}")
        preview = admin.last["message_id"]
        await appears(t, feed)
        assert anna.got(name(2)) == 1
        await admin.taps("Отправить 1", preview)
        await t.tick()
        assert anna.got(name(2)) == 1


async def test_a_readers_link_is_a_question_like_any_other() -> None:
    async with channel() as (t, _):
        eve = t.person("Ева")
        await eve.sends(f"https://youtu.be/{name(2)}")
        eve.sees_not("Отправить", "рассылк")
        await eve.taps_data(f"vid:ru:0:{name(2)}")
        assert t.query("SELECT count(*) FROM mailing") == [(0,)]


@pytest.mark.parametrize(
    "data", ["vid:ru:0:", "vid:ru:0:video00000", "vid:ru:0:video0000'; --", "vid:ru:1:video000002"]
)
async def test_a_forged_button_does_nothing(data: str) -> None:
    async with channel() as (t, feed):
        await appears(t, feed)
        await the_admin(t).taps_data(data)
        assert t.query("SELECT count(*) FROM mailing") == [(0,)]


async def test_r15_a_late_tap_and_a_late_link_start_nothing() -> None:
    async with channel() as (t, feed):
        await appears(t, feed)
        admin = the_admin(t)
        await t.later(minutes=6)
        await admin.taps("Показать рассылку")
        assert t.query("SELECT count(*) FROM mailing") == [(0,)]
        admin.sees("ничего не изменилось", "На канале новое видео", "Показать рассылку")
        await admin.taps("Показать рассылку")
        admin.sees("Отправлять некому")
        await admin.sends("/cancel")
        admin.person.sends(f"https://youtu.be/{name(5)}")
        t.clock.forward(minutes=6)
        await t.settle()
        admin.sees("больше пяти минут")
        assert t.query("SELECT count(*) FROM mailing") == [(0,)]


@pytest.mark.parametrize(
    "trouble", [pytest.param(each, marks=[] if each is Trouble.SILENCE else pytest.mark.long) for each in Trouble]
)
async def test_a_failing_feed_is_told_after_a_day_then_weekly_and_once_when_it_is_back(trouble: Trouble) -> None:
    async with channel() as (t, feed):
        anna, admin = await t.subscriber(), the_admin(t)
        feed.trouble = trouble
        told: list[int] = []
        for hour in range(24 * 18):
            await t.later(hours=1)
            if admin.got("не открывается") > len(told):
                told.append(hour + 1)
        assert told == [25, 25 + 7 * 24, 25 + 14 * 24]
        admin.sees("уже 15 дней")
        feed.trouble = None
        feed.publish(2, TITLE)
        await t.later(hours=3)
        assert (admin.got("снова открывается"), admin.got("На канале новое видео")) == (1, 1)
        await t.later(hours=3)
        assert (admin.got("снова открывается"), admin.got("На канале новое видео")) == (1, 1)
        assert anna.from_bot == []


async def test_without_a_feed_nothing_is_asked_and_a_pasted_link_works() -> None:
    async with channel(youtube_feed_url="") as (t, feed):
        await appears(t, feed)
        assert feed.asked == []
        admin = the_admin(t)
        await admin.sends(f"https://youtu.be/{name(2)}")
        admin.sees("Отправлять некому")
