"""What an attacker, a careless lawyer or a bad moment could make of the desk (R4, R6, R9, R16)."""

import sqlite3

import pytest
from aiogram.exceptions import TelegramAPIError, TelegramBadRequest, TelegramForbiddenError
from aiogram.methods import CopyMessage

from bot.core.tickets.often import EDITS_AN_HOUR, NEW_A_DAY, REMEMBERED_CHATS, Often
from bot.demo.faults.plan import Fault, FaultKind, When
from tests.clock import ManualClock
from tests.group_chat import OWNER, words_of
from tests.tickets.desk import UPGRADED, desk
from tests.tickets.test_asked_chat import asks
from tests.tickets.test_gone import erased


async def test_a_reply_in_the_supergroup_is_never_taken_for_one_to_a_message_of_the_old_group() -> None:
    async with desk(basic=True) as d:
        d.known.reactions = False
        anna, boris = d.town.person("Анна"), d.town.person("Борис")
        tickets = [await d.asks(anna, "Вопрос А"), await d.asks(boris, "Вопрос Б")]
        for _ in range(4):
            await d.vera.says("Коллеги")
        said = await d.vera.replies("Вопрос А", "Ответ")
        (short, *_) = d.group.answers_to(said)
        d.group.group = d.group.group.upgrades(OWNER, UPGRADED)
        await d.town.settle()
        await d.later(seconds=5)
        d.known.reactions = False
        while max(d.group.group.log) < short["message_id"] - 2:
            await d.vera.says("Коллеги")
        await d.adds(anna, tickets[0], "Ещё А")
        await d.adds(boris, tickets[1], "Ещё Б")
        assert d.group.find("Ещё Б")["message_id"] == short["message_id"]
        await d.vera.replies("Ещё Б", "Только для Бориса")
        assert (anna.got("Только для Бориса"), boris.got("Только для Бориса")) == (0, 1)


async def test_an_answer_claimed_before_the_group_moved_is_not_copied_from_the_new_one() -> None:
    async with desk(basic=True) as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        number = int(d.vera.person.sends("Ответ", group=d.group.group)["message_id"])
        await d.does("INSERT INTO ticket_message (ticket, kind, source, state) VALUES (1, 'answer', ?, 'due')", number)
        rows, tickets = d.town.app.tickets.rows, d.town.app.sender.senders[-2]
        (parcel,) = await rows.claim(d.town.clock.now(), 9)
        other = d.town.group(UPGRADED)
        while max(other.group.log, default=0) < number:
            await other.lawyer("Чужая").says("Не для вас")
        await d.town.app.tickets.keep_group_true.moved(UPGRADED)
        await tickets._courier.deliver(parcel)  # noqa: SLF001 -- between claim and call
        assert anna.got("Не для вас") == 0


async def test_r6_a_general_topic_that_is_shut_is_tried_again_with_pauses() -> None:
    async with desk(forum=True) as d:
        d.group.group.promotes_bot(OWNER, ("can_delete_messages",))
        await d.later(seconds=5)
        shut = Fault(FaultKind.ERROR, methods=("sendMessage",), status=400, description="Bad Request: TOPIC_CLOSED")
        d.town.telegram.faults.add(shut)
        await d.asks(d.town.person("Анна"), "Вопрос")
        for _ in range(30):
            await d.later(seconds=10)
        tried = [e for e in d.town.telegram.ledger.entries if e.method == "sendMessage"]
        assert len(tried) <= 15
        d.town.telegram.faults.remove(shut)
        for _ in range(12):
            await d.later(seconds=10)
        assert d.group.got("Вопрос") == 1


async def test_r9_where_a_topic_may_not_be_deleted_the_bots_own_copies_in_it_are() -> None:
    async with desk(forum=True) as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос", "И ещё")
        d.town.telegram.faults.add(
            Fault(
                FaultKind.ERROR, methods=("deleteForumTopic",), status=400, description="Bad Request: not enough rights"
            )
        )
        await erased(anna)
        await d.carried()
        assert [words_of(each) for each in d.group.from_bot] == []
        assert d.town.query("SELECT count(*) FROM ticket_removal") == [(0,)]


async def test_r9_one_message_that_is_too_old_to_be_deleted_keeps_none_of_the_others() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос", "И ещё")
        d.town.telegram.faults.add(
            Fault(
                FaultKind.ERROR,
                methods=("deleteMessages",),
                status=400,
                description="Bad Request: message can't be deleted for everyone",
            )
        )
        await erased(anna)
        await d.carried()
        assert [words_of(each) for each in d.group.from_bot] == []


async def test_an_answer_that_waits_when_its_lawyer_closes_the_question_arrives_before_the_end() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        d.town.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("copyMessage",), calls=(1,), status=429, description="x", retry_after=30)
        )
        said = await d.vera.replies("Вопрос", "Ответ")
        await d.vera.replies("Вопрос", "/close")
        for _ in range(6):
            await d.later(seconds=10)
        assert anna.got("Ответ") == 1
        assert d.group.reactions(said) == ["👍"]
        assert "закрыл вопрос" in words_of(anna.last)
        assert d.town.query("SELECT person FROM ticket") == [(None,)]


async def test_a_file_that_a_lawyer_replaced_is_replaced_at_the_asker_too() -> None:
    async with desk() as d:
        anna, group = d.town.person("Анна"), d.group.group
        await d.asks(anna, "Вопрос")
        wrong = await d.vera.replies_with("Вопрос", "photo", caption="Ваш бланк")
        right = int(d.vera.person.sends_photo(b"\xff\xd8\xffright", group=group)["message_id"])
        await d.town.settle()
        edited = {**group.log[wrong], "photo": group.log[right]["photo"]}
        group.replace(edited)
        group.world.updates.add("edited_message", edited)
        await d.town.settle()
        await d.later(seconds=1)
        shown = [each["photo"][-1]["file_unique_id"] for each in anna.person.log.values() if "photo" in each]
        assert shown == [edited["photo"][-1]["file_unique_id"]]
        await d.vera.edits(wrong, "Ваш бланк, другой")
        assert (anna.got("Ваш бланк, другой"), anna.got("Ваш бланк")) == (1, 1)


async def test_an_edit_of_what_was_erased_is_forgotten() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        said = await d.vera.replies("Вопрос", "Ответ")
        d.town.telegram.faults.add(Fault(FaultKind.UNREACHABLE, methods=("editMessageText",)))
        await d.vera.edits(said, "Ответ, исправлен")
        queue = d.town.app.tickets.rows._edits  # noqa: SLF001 -- texts in memory
        assert len(queue.rows) == 1
        await erased(anna)
        await d.carried()
        assert queue.rows == ()


async def test_undo_does_not_promise_that_nobody_saw_an_answer_that_may_have_arrived() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        d.town.telegram.faults.add(Fault(FaultKind.HANG, When.AFTER, methods=("copyMessage",), calls=(1,)))
        said = await d.vera.replies("Вопрос", "Неверный ответ")
        await d.vera.replies(said, "/undo")
        d.group.sees("мог его получить")
        d.group.sees_not("автор его не увидит")
        assert (anna.got("Неверный ответ"), anna.got("отозвал свой ответ")) == (1, 1)


@pytest.mark.parametrize("basic", [True, False])
async def test_a_header_is_drawn_anew_only_where_it_stands(basic: bool) -> None:
    async with desk(basic=basic) as d:
        anna, boris = d.town.person("Анна"), d.town.person("Борис")
        first = await d.asks(anna, "Вопрос А")
        d.town.clock.forward(minutes=2)
        await d.vera.taps("Беру", d.group.find("Вопрос А")["message_id"] - 1)
        d.group.sees("Отвечает: Вера")
        if basic:
            d.group.group = d.group.group.upgrades(OWNER, UPGRADED)
            await d.town.settle()
            await d.later(seconds=5)
            while max(d.group.group.log) < 2:
                await d.vera.says("Коллеги")
        second = await d.asks(boris, "Вопрос Б")
        header = d.group.find("Вопрос Б")["message_id"] - 1
        before = [words_of(each) for each in d.group.from_bot]
        await d.vera.taps_data(f"ltk:ru:0:{first}:1", header)
        assert second != first
        assert [words_of(each) for each in d.group.from_bot] == before
        assert d.vera.toasts[-1] == "Этот вопрос уже закрыт"
        if basic:
            d.town.clock.forward(hours=1)
            before = [words_of(each) for each in d.group.from_bot]
            await d.town.app.tickets.end_taken()
            assert [words_of(each) for each in d.group.from_bot] == before


async def test_r16_who_asks_and_closes_or_edits_without_end_does_not_fill_the_group() -> None:
    async with desk() as d:
        anna, limits = await d.town.subscriber("Анна"), d.town.app.dispatcher["asking"].limits
        for _ in range(NEW_A_DAY - 1):
            limits.new.count(anna.id)
        asked = await asks(anna, "Вопрос")
        await anna.sends("/ask")
        await anna.taps("Задать вопрос")
        anna.sees("уже десять вопросов")
        shown = len(d.town.telegram.ledger.accepted("editMessageText"))
        for _ in range(EDITS_AN_HOUR - 1):
            limits.edits.count(anna.id)
        for number in range(3):
            anna.person.edits(asked, f"Вопрос, правка {number}")
            await d.town.settle()
        anna.sees("правок было слишком много")
        assert (d.group.got("правка 0"), len(d.town.telegram.ledger.accepted("editMessageText"))) == (1, shown + 1)
        d.town.clock.forward(days=1)
        await asks(anna, "Вопрос завтра")
        anna.person.edits(asked, "Вопрос, правка завтра")
        await d.town.settle()
        assert (d.group.got("Вопрос завтра"), d.group.got("правка завтра")) == (1, 1)


def test_r13_chats_that_did_little_are_forgotten_first() -> None:
    often = Often(ManualClock(), 1, 60)
    for chat in range(REMEMBERED_CHATS + 1):
        often.count(chat)
    assert [often.spent(chat) for chat in (0, 1, REMEMBERED_CHATS)] == [False, True, True]


async def test_an_answer_that_was_taken_back_goes_also_where_telegram_refuses_for_a_while() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        said = await d.vera.replies("Вопрос", "Неверный ответ")
        d.town.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("deleteMessages",), calls=(1,), status=429, description="x", retry_after=5),
            Fault(FaultKind.ERROR, methods=("deleteMessage",), calls=(1,), status=500, description="x"),
        )
        await d.vera.replies(said, "/undo")
        for _ in range(3):
            await d.later(seconds=10)
        assert (anna.got("Неверный ответ"), anna.got("отозвал свой ответ")) == (0, 1)


async def test_an_answer_that_waits_behind_close_can_still_be_taken_back() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        d.town.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("copyMessage",), calls=(1,), status=429, description="x", retry_after=30)
        )
        said = await d.vera.replies("Вопрос", "Ответ")
        await d.vera.replies("Вопрос", "/close")
        await d.vera.replies(said, "/undo")
        d.group.sees("автор его не увидит")
        for _ in range(6):
            await d.later(seconds=10)
        assert (anna.got("Ответ"), anna.got("закрыл вопрос")) == (0, 1)
        assert d.town.query("SELECT state, person FROM ticket") == [("closed", None)]


async def test_r12_a_first_name_of_marks_is_shown_as_it_is() -> None:
    async with desk() as d:
        await d.asks(d.town.person("Анна"), "Вопрос")
        name = "<a href='tg://user?id=5001'>{ $code }</a>&"
        eve = d.group.lawyer(name)
        d.town.clock.forward(minutes=2)
        await eve.taps("Беру")
        header = d.group.find("Отвечает")
        assert name[:30] in words_of(header)
        assert [each["type"] for each in header.get("entities", ())] == ["bold"]


@pytest.mark.parametrize(
    "refusal",
    [
        TelegramBadRequest(CopyMessage(chat_id=1, from_chat_id=1, message_id=1), "Bad Request: chat not found"),
        TelegramForbiddenError(CopyMessage(chat_id=1, from_chat_id=1, message_id=1), "Forbidden: user is deactivated"),
    ],
)
async def test_an_asker_whose_chat_is_gone_stops_nobody_elses_question(
    refusal: TelegramAPIError, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with desk() as d:
        anna, boris = d.town.person("Анна"), d.town.person("Борис")
        kind = type(d.town.app.bot)
        called = kind.__call__

        async def call(self: object, method: object, request_timeout: int | None = None) -> object:
            if isinstance(method, CopyMessage) and method.from_chat_id == anna.id:
                raise refusal
            return await called(self, method, request_timeout)  # type: ignore[arg-type]  # whatever aiogram is given

        monkeypatch.setattr(kind, "__call__", call)
        await d.asks(anna, "Вопрос А")
        await d.asks(boris, "Вопрос Б")
        for _ in range(30):
            await d.later(seconds=10)
        assert d.group.got("Вопрос Б") == 1
        assert d.town.query("SELECT ending FROM ticket ORDER BY id") == [("gone",), (None,)]
        d.group.sees("больше не пользуется ботом")


async def test_a_topic_that_telegram_will_not_make_costs_nobody_the_question() -> None:
    async with desk(forum=True) as d:
        d.town.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("createForumTopic",), status=400, description="Bad Request: who knows")
        )
        await d.asks(d.town.person("Анна"), "Вопрос")
        for _ in range(6):
            await d.later(seconds=10)
        assert (d.group.got("Вопрос"), d.group.topics) == (1, {})
        assert d.town.query("SELECT state FROM ticket") == [("waiting",)]


async def test_r7_an_answer_that_cannot_be_written_down_is_not_lost_without_a_word() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        database = vars(d.town.app.tickets.rows.database)
        database["writing"] = _read_only
        said = await d.vera.replies("Вопрос", "Ответ")
        await d.vera.says("Коллеги")
        assert [words_of(each) for each in d.group.answers_to(said)][-1].startswith("Не сделано: бот сейчас")
        assert d.group.got("Не сделано") == 1
        del database["writing"]
        await d.vera.replies("Вопрос", "Ответ ещё раз")
        assert anna.got("Ответ") == 1


def _read_only() -> None:
    raise sqlite3.OperationalError("attempt to write a readonly database")
