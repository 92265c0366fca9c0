"""A2: link buttons under a broadcast, and under an album as a message of their own."""

import pytest

from bot.core.mailings.outbox import Outcome, Parcel, Partly, Unknown, Verdict
from bot.core.subscribers.subscribers import Choice
from bot.demo.calls import JsonObject
from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chat import Chatter, Town, town
from tests.handlers.broadcasts.test_albums_chat import albums, composed
from tests.handlers.broadcasts.test_misleading_chat import composing

LINE = "Запись — https://example.org/a"
OTHER = "Recording — https://example.org/b"


async def test_each_language_gets_its_buttons_and_either_may_go_without() -> None:
    async with town() as t:
        anna, john = await t.subscriber(), await t.subscriber("John", "en")
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.sends("Hello")
        await admin.taps("Кнопки-ссылки")
        admin.sees("Кнопки под русским", "Без кнопок", "К предпросмотру")
        await admin.sends("http://example.org")
        admin.sees("В строке 1", "https://", "Кнопки под русским")
        await admin.sends(LINE)
        admin.sees("Кнопки под английским")
        await admin.taps("Без кнопок")
        admin.sees("Отправить 2")
        assert admin.from_bot[-4]["reply_markup"]["inline_keyboard"] == [
            [{"text": "Запись", "url": "https://example.org/a"}]
        ]
        await admin.taps("Исправить русский")
        await admin.sends("Привет всем")
        await admin.taps("Отправить 2")
        await t.tick()
        assert (anna.text, anna.labels) == ("Привет всем", ["Запись"])
        assert (john.text, john.labels) == ("Hello", [])


async def test_one_text_for_all_is_asked_once_and_buttons_can_go_again() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.taps("Одно для всех")
        await admin.taps("Кнопки-ссылки")
        await admin.sends(f"{LINE}\n{OTHER}")
        admin.sees("Отправить 1")
        stored = "SELECT DISTINCT keyboard IS NULL FROM mailing_text WHERE discreet = 0"
        assert t.query(stored) == [(0,)]
        await admin.taps("Кнопки-ссылки")
        await admin.taps("К предпросмотру")
        assert t.query(stored) == [(0,)]
        await admin.taps("Кнопки-ссылки")
        await admin.taps("Без кнопок")
        admin.sees("Отправить 1")
        assert t.query(stored) == [(1,)]


async def test_russian_readers_only_are_asked_for_russian_buttons_only() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.taps("Только русским")
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        await admin.taps("Отправить 1")
        await t.tick()
        assert anna.labels == ["Запись"]


async def test_a_buttons_message_under_an_album_is_part_of_one_recipients_broadcast() -> None:
    async with town() as t:
        people = [await t.subscriber(f"n{number}") for number in range(3)]
        admin = await composing(t)
        await composed(t, admin, ("photo",) * 10)
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        await t.later(seconds=1)
        await admin.taps("Отправить 3")
        await t.later(seconds=5)
        for person in people:
            assert len(albums(person)[0]) == 10
            assert (person.text, person.labels) == ("👇", ["Запись"])
            assert len(person.from_bot) == 11
        assert t.query("SELECT total, delivered, twice FROM mailing") == [(3, 3, 0)]
        assert t.query("SELECT DISTINCT json_array_length(messages), part FROM delivery") == [(11, 1)]
        await people[0].sends("/clear")
        assert not albums(people[0])
        await admin.taps("Удалить у всех")
        await admin.taps("Удалить")
        await t.later(seconds=5)
        assert [person.from_bot for person in people[1:]] == [[], []]


async def test_a_kill_between_the_album_and_its_buttons_sends_only_what_is_missing() -> None:
    async with town() as t:
        people = [await t.subscriber(f"n{number}") for number in range(2)]
        admin = await composing(t)
        await composed(t, admin, ("photo", "photo"))
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        outbox = t.app.repositories.outbox
        admin.person.press("Отправить 2")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        (first,) = await outbox.claim(t.clock.now(), 1)
        verdict = await t.app.sender.senders[0]._courier.deliver(first)  # noqa: SLF001 -- the sender dies after this call
        await outbox.record([_outcome(first, verdict)], t.clock.now())
        assert t.query("SELECT part, until, state FROM delivery ORDER BY part DESC") == [(1, -1, 0), (0, 0, 0)]
        (second,) = await outbox.claim(t.clock.now(), 1)
        assert (second.chat, second.part, second.cost) == (first.chat, 1, 1), "the rest of what has begun goes first"
        await outbox.recover()
        await t.later(seconds=5)
        assert [len(albums(person)) for person in people] == [1, 1]
        assert [person.got("👇") for person in people] == [1, 1]
        assert t.query("SELECT delivered, twice FROM mailing") == [(2, 1)], "the one in flight may be there twice"


async def test_who_stops_wanting_news_or_a_cancel_between_the_two_keeps_the_numbers() -> None:
    async with town() as t:
        people = [await t.subscriber(f"n{number}") for number in range(2)]
        admin = await composing(t)
        await composed(t, admin, ("photo", "photo"))
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        outbox = t.app.repositories.outbox
        admin.person.press("Отправить 2")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        for _ in people:
            (parcel,) = [each for each in await outbox.claim(t.clock.now(), 1) if each.part == 0]
            await outbox.record([_outcome(parcel, _partly())], t.clock.now())
            await t.app.dispatcher["choose"](parcel.chat, Choice.NEWS, on=False)
            await outbox.claim(t.clock.now(), 1)
        assert t.query("SELECT state, messages FROM delivery") == [(2, "[1, 2]")] * 2
        assert t.query('SELECT delivered, "left" FROM mailing') == [(2, 0)]


async def test_a_cancelled_album_without_its_buttons_was_told() -> None:
    async with town() as t:
        await t.subscriber()
        await t.subscriber("John")
        admin = await composing(t)
        await composed(t, admin, ("photo", "photo"))
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        outbox = t.app.repositories.outbox
        admin.person.press("Отправить 2")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        (parcel,) = await outbox.claim(t.clock.now(), 1)
        await outbox.record([_outcome(parcel, _partly())], t.clock.now())
        t.clock.forward(seconds=1)
        admin.person.press("Отменить")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        assert t.query("SELECT state, delivered, expired FROM mailing") == [("cancelled", 1, 1)]
        assert t.query("SELECT state, messages FROM delivery") == [(2, "[1, 2]")]


async def test_no_answer_to_the_buttons_message_tries_that_message_alone_again() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await composed(t, admin, ("photo", "photo"))
        await admin.taps("Кнопки-ссылки")
        await admin.sends(LINE)
        outbox = t.app.repositories.outbox
        admin.person.press("Отправить 1")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        (parcel,) = await outbox.claim(t.clock.now(), 1)
        await outbox.record([_outcome(parcel, _partly())], t.clock.now())
        (links,) = await outbox.claim(t.clock.now(), 1)
        await outbox.record([_outcome(links, Unknown())], t.clock.now())
        await t.later(seconds=10)
        assert (len(albums(anna)), anna.got("👇")) == (0, 1)
        assert t.query("SELECT delivered, twice, json_array_length(messages) FROM mailing JOIN delivery") == [(1, 1, 3)]


async def _begun(t: Town) -> Chatter:
    """An admin whose album has reached Anna and whose link buttons have not."""
    admin = await composing(t)
    await composed(t, admin, ("photo", "photo"))
    await admin.taps("Кнопки-ссылки")
    await admin.sends(LINE)
    return admin


@pytest.mark.parametrize("said", ["Bad Request: BUTTON_URL_INVALID", "Bad Request: not enough rights", ""])
async def test_who_has_the_album_does_not_get_it_again_when_its_buttons_fail_and_can_have_it_taken_back(
    said: str,
) -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await _begun(t)
        refused = Fault(FaultKind.ERROR, methods=("sendMessage",), chats={anna.id}, status=400, description=said)
        t.telegram.faults = Faults(
            refused if said else Fault(FaultKind.RESET, methods=("sendMessage",), chats={anna.id})
        )
        await admin.taps("Отправить 1")
        await t.later(seconds=5)
        for _ in range(0 if said else 14):
            await t.later(minutes=11)
        t.telegram.faults = Faults()
        assert len(albums(anna)) == 1
        (report,) = [each for each in admin.from_bot if "Доставлено: 1" in each.get("text", "")]
        assert "Повторить" not in str(report)
        await admin.taps("Удалить у всех", report["message_id"])
        await admin.taps("Удалить")
        await t.later(seconds=5)
        assert albums(anna) == []


async def test_an_album_whose_buttons_were_on_their_way_at_a_kill_is_taken_back_after_a_cancel() -> None:
    async with town() as t:
        await t.subscriber()
        admin = await _begun(t)
        outbox = t.app.repositories.outbox
        admin.person.press("Отправить 1")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        (parcel,) = await outbox.claim(t.clock.now(), 1)
        await outbox.record([_outcome(parcel, _partly())], t.clock.now())
        await outbox.claim(t.clock.now(), 1)
        await outbox.recover()  # a new process finds the buttons on their way
        t.clock.forward(seconds=1)
        admin.person.press("Отменить")
        for raw in await _waiting(t):
            await t.app.inbox.take(raw)
        assert t.query("SELECT delivered, unknown, expired FROM mailing") == [(1, 0, 0)]
        assert t.query("SELECT state, messages FROM delivery") == [(2, "[1, 2]")]


async def test_a_silent_broadcast_comes_without_a_sound_and_an_older_card_does_not_send_it() -> None:
    async with town() as t:
        anna = await t.subscriber()
        admin = await composing(t)
        await admin.sends("Привет")
        await admin.taps("Одно для всех")
        rows = admin.last["reply_markup"]["inline_keyboard"]
        loud = next(button["callback_data"] for row in rows for button in row if button["text"] == "Отправить 1")
        await admin.taps("Без звука")
        admin.sees("Придёт без звука", "Со звуком", "Отправить 1")
        await admin.taps_data(loud)
        assert "изменена" in admin.toasts[-1]
        await admin.taps("Со звуком")
        admin.sees_not("Придёт без звука")
        await admin.taps("Без звука")
        await admin.taps("Отправить 1")
        await t.tick()
        (sent,) = t.telegram.ledger.accepted("sendMessage", anna.id)
        assert sent.params["disable_notification"]


async def _waiting(t: Town) -> list[JsonObject]:
    t.clock.forward(seconds=1)
    return await t.updates()


def _partly() -> Partly:
    return Partly((1, 2))


def _outcome(parcel: Parcel, verdict: Verdict) -> Outcome:
    return Outcome(parcel, verdict)
