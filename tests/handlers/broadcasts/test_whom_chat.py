"""A3: the audience of a broadcast is chosen on its card, by language or by what people want."""

from bot.core.subscribers.subscribers import Choice
from tests.chat import town
from tests.handlers.broadcasts.test_albums_chat import album
from tests.handlers.broadcasts.test_misleading_chat import composing


async def test_each_audience_gets_its_own_and_the_count_is_theirs() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        await t.app.dispatcher["choose"](anna.id, Choice.RECORDINGS, on=False)
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.sends("Hello")
        await admin.taps("Кому")
        admin.sees("Все · 2", "Русский · 1", "English · 1", "Записи и новые видео · 1", "К предпросмотру")
        await admin.taps("К предпросмотру")
        admin.sees("Отправить 2")
        await admin.taps("Кому")
        await admin.taps("English · 1")
        admin.sees("English · 1", "Отправить 1")
        assert admin.from_bot[-2]["text"] == "Hello"
        await admin.sends("Hello again")
        await admin.taps("Кнопки-ссылки")
        admin.sees("под английским")
        await admin.sends("Site — https://example.org")
        admin.sees("Отправить 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert (john.text, john.labels, anna.from_bot) == ("Hello again", ["Site"], [])


async def test_a_draft_without_the_text_they_read_is_not_sent_to_them() -> None:
    async with town() as t:
        await t.subscriber("John", "en")
        anna = await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.taps("Только русским")
        await admin.taps("Кому")
        await admin.taps("English · 1")
        assert "нет текста" in admin.toasts[-1]
        await admin.taps("Русский · 1")
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.text == "Привет"


async def test_a_card_of_another_audience_no_longer_confirms_and_nobody_else_chooses() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.taps("Одно для всех")
        card = admin.last["message_id"]
        await admin.taps("Кому")
        await admin.taps("Записи и новые видео · 1")
        await anna.sends("/start")
        await anna.taps_data("bau:ru:0:1:all")
        await admin.taps_data("bau:ru:0:1:idle", card)
        await admin.taps_data("bau:ru:0:404:all", card)
        assert t.query("SELECT audience FROM mailing") == [("recordings",)]
        t.clock.forward(seconds=400)
        await admin.taps_data("bau:ru:0:1:all", card)
        assert t.query("SELECT audience FROM mailing") == [("recordings",)]


async def test_a_discreet_reader_opens_no_text_that_its_audience_was_not_previewed() -> None:
    async with town() as t:
        john = await t.subscriber("John", "en")
        await t.app.dispatcher["choose"](john.id, Choice.DISCREET, on=True)
        admin = await composing(t)
        await admin.sends("Ещё черновик")
        await admin.sends("Hello")
        await admin.taps("Кому")
        await admin.taps("English · 1")
        await admin.taps("Отправить 1")
        await t.tick()
        await john.taps("Open")
        john.sees("Hello")
        await john.taps("Русский")
        john.sees("Hello")
        assert not john.got("Ещё черновик")


async def test_a_forged_choice_changes_nothing_of_what_follows_another_run() -> None:
    async with town() as t:
        await t.subscriber()
        await t.subscriber("John", "en")
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.sends("Hello")
        await admin.taps("Отправить 2")
        await t.tick()
        for begun in ("Исправить у всех", "Поправка тем, кто получил"):
            report = next(each for each in admin.from_bot if "Доставлено: 2" in str(each.get("text")))
            await admin.taps(begun, report["message_id"])
            if begun.startswith("Поправка"):
                await admin.sends("Поправка")
                await admin.sends("Correction")
            ((draft,),) = t.query("SELECT id FROM mailing WHERE state = 'draft'")
            await admin.taps_data(f"bau:ru:0:{draft}:en")
            assert t.query(f"SELECT audience FROM mailing WHERE id = {int(draft)}") == [("all",)]  # noqa: S608 -- a number


async def test_an_album_for_english_readers_takes_as_many_messages_as_it_has_files() -> None:
    async with town() as t:
        await t.subscriber()
        for number in range(3):
            await t.subscriber(f"John {number}", "en")
        admin = await composing(t)
        await admin.sends("Привет")
        album(admin, ("photo", "photo"))
        await t.settle()
        await t.later(seconds=3)
        await admin.taps("Кому")
        await admin.taps("English · 3")
        await t.later(seconds=1)
        desk = t.app.dispatcher["broadcast_desk"]
        mailing = await desk.mailings.get(1)
        preview = await desk.composer.preview(admin.id, mailing)
        assert (preview.messages, await desk.confirm_paid._messages(mailing)) == (6, 6)  # noqa: SLF001 -- what it asks for
