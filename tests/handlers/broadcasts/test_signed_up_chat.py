"""A3: a broadcast to those who are reminded of one seminar, and to those who want reminders at all."""

from bot.core.locales import Locale
from bot.core.subscribers.subscribers import Choice
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_misleading_chat import SEMINAR, composing

OTHER = "/seminar 2026-12-20 19:00 America/New_York | Другая тема | Another topic"
BOTH = ("Привет", "Hello")


async def wants(t: Town, chatter: Chatter, seminar: int, *, wanted: bool, language: Locale = Locale.RU) -> None:
    """Somebody's own choice about one seminar."""
    chatter.person.started = True
    await t.app.repositories.seminars.choose(seminar, chatter.id, language, wanted=wanted)


async def no_reminders(t: Town, chatter: Chatter) -> None:
    """A subscriber switches reminders off."""
    await t.app.dispatcher["choose"](chatter.id, Choice.REMINDERS, on=False)


async def with_seminar(t: Town) -> Chatter:
    """An admin who has entered a seminar, of which everybody was told."""
    admin = t.admin()
    await admin.sends("/start")
    await admin.announces(SEMINAR)
    await t.tick()
    return admin


async def to_signed_up(t: Town, admin: Chatter, *texts: str, seminar: str = "Тема") -> None:
    """Compose a broadcast for the people of a seminar, as far as its card."""
    await admin.sends("/broadcast")
    for text in texts or BOTH:
        await admin.sends(text)
    await admin.taps("Кому")
    await admin.taps("Записавшиеся")
    await admin.taps(seminar)


async def cancelled(t: Town) -> None:
    """Another admin cancels the first seminar."""
    await t.app.dispatcher["seminar_changes"].confirm.cancel_seminar(1)
    await t.tick()


async def test_a_seminars_people_are_those_its_reminders_reach() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        off, out = await t.subscriber("Off"), await t.subscriber("Out")
        only = t.person("Only")
        admin = await with_seminar(t)
        await admin.announces(OTHER)
        await t.tick()
        await no_reminders(t, off)
        await no_reminders(t, john)
        await wants(t, john, 1, wanted=True, language=Locale.EN)
        await wants(t, out, 1, wanted=False)
        await wants(t, only, 1, wanted=True)
        for chatter in (anna, john):
            await t.app.dispatcher["choose"](chatter.id, Choice.NEWS, on=False)
        await admin.sends("/broadcast")
        for text in BOTH:
            await admin.sends(text)
        await admin.taps("Кому")
        admin.sees("Напоминания о семинарах · 2", "Записавшиеся")
        await admin.taps("Записавшиеся")
        first, second = admin.labels[:2]
        assert first.endswith("Тема · 3")
        assert second.endswith("Другая тема · 2")
        await admin.taps(first)
        admin.sees("Кому: Записавшиеся · 3", "Тема", "Отправить 3")
        await admin.taps("Отправить 3")
        await t.tick()
        assert (anna.text, john.text) == ("Привет", "Hello")
        assert only.labels[0] == "Открыть"  # who has no subscription is told discreetly
        assert not off.got("Привет")
        assert not out.got("Привет")
        admin.sees("Доставлено: 3")
        assert t.query("SELECT audience, seminar, signed_up FROM mailing WHERE kind = 'broadcast'") == [
            ("seminar", None, 1)
        ]


async def test_who_wants_reminders_is_an_audience_and_is_asked_again_when_it_is_sent() -> None:
    async with town() as t:
        anna, boris = await t.subscriber(), await t.subscriber("Борис")
        await no_reminders(t, boris)
        admin = await composing(t)
        for text in BOTH:
            await admin.sends(text)
        await admin.taps("Кому")
        admin.sees_not("Записавшиеся")
        await admin.taps("Напоминания о семинарах · 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.text == "Привет"
        assert not boris.got("Привет")
        await admin.taps("Поправка тем, кто получил")
        for text in ("Поправка", "Correction"):
            await admin.sends(text)
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.text == "Поправка"


async def test_eight_seminars_at_most_are_offered_those_to_come_first() -> None:
    async with town() as t:
        await t.subscriber()
        admin = t.admin()
        await admin.sends("/start")
        for day in range(10, 20):
            await admin.announces(f"/seminar 2026-12-{day} 19:00 America/New_York | Тема {day} | Topic {day}")
        await admin.sends("/broadcast")
        for text in BOTH:
            await admin.sends(text)
        await admin.taps("Кому")
        await admin.taps("Записавшиеся")
        assert [label for label in admin.labels if "Тема" in label] == [
            label for day in range(10, 18) for label in admin.labels if f"Тема {day} " in label
        ]
        await admin.taps("👥 Кому")
        admin.sees("Все · 1")


async def test_a_seminar_cancelled_between_preview_and_confirmation_sends_nothing_and_says_so() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        await cancelled(t)
        card = next(each for each in reversed(admin.from_bot) if "Рассылка готова" in str(each.get("text")))
        await admin.taps("Отправить 1", card["message_id"])
        assert "Семинар отменён" in admin.toasts[-1]
        assert not anna.got("Привет")
        assert t.query("SELECT state FROM mailing WHERE kind = 'broadcast'") == [("draft",)]
        await admin.taps("Кому", card["message_id"])
        admin.sees_not("Записавшиеся")
        await admin.taps("Все · 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.text == "Привет"


async def test_a_seminar_long_over_is_off_too_and_one_just_over_is_not() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        ((end,),) = t.query("SELECT start + minutes * 60 FROM seminar")
        t.clock.forward(seconds=end - t.clock.now().timestamp() + 47 * 3600 + 58 * 60)
        await to_signed_up(t, admin)
        admin.sees("Отправить 1")
        card = admin.last["message_id"]
        t.clock.forward(minutes=4)
        await admin.taps("Отправить 1")
        assert "давно прошёл" in admin.toasts[-1]
        await admin.taps_data("bcc:ru:0:2:signed-up", card)
        await admin.taps_data(admin_button(t, 1), card)
        assert not anna.got("Привет")
        draft_of = t.query("SELECT signed_up, state FROM mailing WHERE kind = 'broadcast'")
        assert draft_of == [(1, "draft")]


def admin_button(t: Town, seminar: int) -> str:
    """The data of the button that chooses a seminar's people for the draft."""
    ((draft,),) = t.query("SELECT id FROM mailing WHERE kind = 'broadcast'")
    return f"bsu:ru:0:{draft}:{seminar}"


async def test_a_card_of_other_people_confirms_nothing_and_forged_choices_change_nothing() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        await admin.announces(OTHER)
        await t.tick()
        await to_signed_up(t, admin)
        confirms = admin.last["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        await admin.taps("Кому")
        await admin.taps("Записавшиеся")
        choices = admin.last["message_id"]
        await admin.taps("Другая тема")
        number = admin_button(t, 1).split(":")[3]
        assert t.query("SELECT signed_up FROM mailing WHERE kind = 'broadcast'") == [(2,)]
        await anna.sends("/start")
        await anna.taps_data(admin_button(t, 1))
        for data in (f"bau:ru:0:{number}:seminar", f"bau:ru:0:{number}:told", admin_button(t, 404), "bsu:ru:0:404:1"):
            await admin.taps_data(data, choices)
        assert t.query("SELECT audience, signed_up FROM mailing WHERE kind = 'broadcast'") == [("seminar", 2)]
        await admin.taps_data(admin_button(t, 404), choices)
        assert "отменён или давно прошёл" in admin.toasts[-1]
        t.clock.forward(seconds=400)
        await admin.taps_data(admin_button(t, 1), choices)
        assert t.query("SELECT audience, signed_up FROM mailing WHERE kind = 'broadcast'") == [("seminar", 2)]
        await admin.taps_data(confirms, choices)
        assert "отправлен" in admin.toasts[-1]
        assert t.query("SELECT state FROM mailing WHERE kind = 'broadcast'") == [("draft",)]
        assert not anna.got("Привет")


async def test_many_more_people_of_the_seminar_are_asked_about_again() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        for number in range(11):
            await wants(t, t.person(f"P{number}"), 1, wanted=True)
        await admin.taps("Отправить 1")
        assert "заметно больше" in admin.toasts[-1]
        admin.sees("Записавшиеся · 12", "Отправить 12")
        assert not anna.got("Привет")
        await admin.taps("Отправить 12")
        await t.tick()
        assert anna.text == "Привет"


async def test_a_draft_for_russian_readers_only_is_not_for_a_seminars_people() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await with_seminar(t)
        await admin.sends("/broadcast")
        await admin.sends("Привет")
        await admin.taps("Только русским")
        await admin.taps("Кому")
        await admin.taps("Записавшиеся")
        await admin.taps("Тема")
        assert "нет текста" in admin.toasts[-1]


async def test_the_last_seminar_cancelled_while_its_people_are_chosen_leaves_no_choice() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await with_seminar(t)
        await admin.sends("/broadcast")
        for text in BOTH:
            await admin.sends(text)
        await admin.taps("Кому")
        whom = admin.last["message_id"]
        await cancelled(t)
        await admin.taps("Записавшиеся", whom)
        assert any("Сейчас нет семинара" in str(each.get("text")) for each in admin.from_bot)


async def test_a_scheduled_one_whose_seminar_is_cancelled_asks_and_is_not_sent() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        await admin.taps("Отправить позже")
        await admin.sends("2026-12-20 19:00")
        admin.sees("Семинар отменён или давно прошёл")
        await admin.sends("завтра 19:00")
        await cancelled(t)
        await t.later(days=1, hours=12)
        asked = next(each for each in reversed(admin.from_bot) if "предназначена" in str(each.get("text")))
        assert not anna.got("Привет")
        assert t.query("SELECT state, hold FROM mailing WHERE kind = 'broadcast'") == [("asks", "seminar")]
        await admin.taps("Посмотреть и отправить", asked["message_id"])
        admin.sees("Отправлять некому", "Кому")


async def test_a_scheduled_one_goes_to_who_is_reminded_then() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        await admin.taps("Отправить позже")
        await admin.sends("завтра 19:00")
        boris = await t.subscriber("Борис")
        await wants(t, anna, 1, wanted=False)
        ((due,),) = t.query("SELECT not_before FROM mailing WHERE kind = 'broadcast'")
        await t.later(seconds=due - t.clock.now().timestamp())
        assert not anna.got("Привет")
        assert boris.got("Привет")


async def test_a_seminar_cancelled_in_the_window_is_asked_about() -> None:
    async with town(send_undo=10) as t:
        people = [await t.subscriber(f"P{number}") for number in range(51)]
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        await admin.taps("Отправить 51")
        await cancelled(t)
        await t.later(seconds=11)
        assert t.query("SELECT state, hold FROM mailing WHERE kind = 'broadcast'") == [("asks", "seminar")]
        assert not any(each.got("Привет") for each in people)


async def test_a_second_admin_is_shown_the_seminar_and_its_end_voids_the_request() -> None:
    async with town(admin_ids="7,8", second_approval_above=1) as t:
        anna, boris = await t.subscriber(), await t.subscriber("Борис")
        other = t.person("Второй", number=8)
        await other.sends("/start")
        admin = t.person("Первый", number=7)
        await admin.sends("/start")
        await admin.announces(SEMINAR)
        await t.tick()
        for cancels in (False, True):
            await to_signed_up(t, admin)
            await admin.taps("Отправить 2")
            await t.tick()
            other.sees("Записавшиеся · 2", "Тема")
            if cancels:
                await cancelled(t)
                assert t.query("SELECT state, hold FROM mailing ORDER BY id DESC LIMIT 2")[-1] == ("asks", "seminar")
            else:
                await other.taps(other.labels[0])
                await t.tick()
        assert (anna.got("Привет"), boris.got("Привет")) == (1, 1)


async def test_what_follows_the_run_goes_to_its_people_whatever_else_they_get() -> None:
    async with town() as t:
        anna, only, out = await t.subscriber(), t.person("Only"), await t.subscriber("Out")
        await t.app.dispatcher["choose"](anna.id, Choice.NEWS, on=False)
        admin = await with_seminar(t)
        await wants(t, only, 1, wanted=True)
        await to_signed_up(t, admin)
        await admin.taps("Отправить 3")
        await t.tick()
        report = admin.last["message_id"]
        await admin.taps("Исправить у всех", report)
        await admin.taps("Исправить русский")
        await admin.sends("Привет всем")
        await admin.taps("Исправить 3")
        await t.tick()
        assert anna.text == "Привет всем"
        await wants(t, out, 1, wanted=False)
        await admin.taps("Поправка тем, кто получил", report)
        for text in ("Поправка", "Correction"):
            await admin.sends(text)
        admin.sees("Отправить 2")
        await admin.taps("Отправить 2")
        await t.tick()
        assert anna.text == "Поправка"
        assert not out.got("Поправка")
        assert only.labels[0] == "Открыть"


async def test_it_is_repeated_to_those_of_the_seminar_whom_it_did_not_reach() -> None:
    async with town() as t:
        anna = await t.subscriber()
        await t.subscriber("Борис")
        admin = await with_seminar(t)
        await to_signed_up(t, admin)
        await admin.taps("Отправить 2")
        await t.tick()
        ((run,),) = t.query("SELECT id FROM mailing WHERE kind = 'broadcast'")
        desk = t.app.dispatcher["broadcast_desk"]
        async with desk.mailings._database.writing() as tx:  # noqa: SLF001 -- one person's outcome becomes another
            await tx.execute("UPDATE delivery SET state = 5 WHERE mailing = ? AND person = 1", (run,))
            await tx.execute("UPDATE mailing SET failed = 1, delivered = 1 WHERE id = ?", (run,))
        source = await desk.mailings.get(run)
        assert (await desk.mailings.missed(source)).failed == 1
        await admin.taps_data(f"bcr:ru:0:{run}:failed")
        admin.sees("Отправить 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.got("Привет") == 2
        assert t.query("SELECT signed_up FROM mailing WHERE repeats IS NOT NULL") == [(1,)]


async def test_the_cost_is_counted_by_the_languages_of_its_people() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await with_seminar(t)
        await wants(t, t.person("John", "en"), 1, wanted=True, language=Locale.EN)
        await to_signed_up(t, admin)
        ((draft,),) = t.query("SELECT id FROM mailing WHERE kind = 'broadcast'")
        desk = t.app.dispatcher["broadcast_desk"]
        preview = await desk.composer.preview(admin.id, await desk.mailings.get(draft))
        assert (preview.recipients, preview.in_russian) == (2, 1)
