"""What an attacker, a careless lawyer or a bad moment could make of the desk (R4, R6, R9, R16)."""

from bot.demo.faults.plan import Fault, FaultKind
from tests.group_chat import OWNER, words_of
from tests.tickets.desk import UPGRADED, desk
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
