"""What Telegram answers on a ticket's way, and what becomes of the ticket (R5, R6, T34)."""

import pytest

from bot.demo.faults.plan import Fault, FaultKind, When
from tests.chaos.figures import note
from tests.group_chat import OWNER
from tests.tickets.desk import Desk, desk


def fails(d: Desk, description: str, *methods: str, status: int = 400, calls: tuple[int, ...] = (1,)) -> None:
    """Let calls be refused with these words."""
    d.town.telegram.faults.add(
        Fault(FaultKind.ERROR, methods=methods, calls=calls, status=status, description=description)
    )


async def waits(d: Desk, minutes: int = 3) -> None:
    """Let time pass in steps."""
    for _ in range(minutes * 6):
        await d.later(seconds=10)


@pytest.mark.parametrize("kind", [FaultKind.ERROR, FaultKind.RESET, FaultKind.UNREACHABLE, FaultKind.HTML])
async def test_whatever_the_network_does_questions_and_answers_arrive(kind: FaultKind) -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        d.town.telegram.faults.add(Fault(kind, methods=("sendMessage", "copyMessage"), calls=(1, 2, 4)))
        await d.asks(anna, "Вопрос", "И ещё")
        await waits(d)
        said = await d.vera.replies("Вопрос", "Ответ")
        await waits(d)
        assert (d.group.got("Вопрос"), d.group.got("И ещё"), anna.got("Ответ")) == (1, 1, 1)
        assert d.group.reactions(said) == ["👍"]


async def test_what_may_have_arrived_is_tried_again_and_what_was_told_to_wait_waits() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        d.town.telegram.faults.add(
            Fault(FaultKind.HANG, When.AFTER, methods=("copyMessage",), calls=(1,)),
            Fault(FaultKind.ERROR, methods=("copyMessage",), calls=(2,), status=429, description="x", retry_after=40),
        )
        await d.asks(anna, "Вопрос")
        await d.later(seconds=20)
        assert d.group.got("Вопрос") == 1
        await waits(d)
        assert d.group.got("Вопрос") == 2
        assert d.town.query("SELECT state, maybe FROM ticket_message") == [("sent", 0)]


async def test_a_question_that_telegram_will_not_copy_ends_its_ticket_after_two_tries() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        fails(d, "Bad Request: who knows", "copyMessage", calls=(1, 2, 3))
        await d.asks(anna, "Вопрос")
        await waits(d)
        tries = [e for e in d.town.telegram.ledger.entries if e.method == "copyMessage"]
        assert (len(tries), d.town.query("SELECT state, ending FROM ticket")) == (2, [("closed", "source")])
        anna.sees("не смогли передать")
        note("T35", "the source deleted, or refused by Telegram: 2 tries at most, both sides told")


async def test_an_answer_or_a_sentence_that_telegram_will_not_send_is_given_up_and_the_group_is_told() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        fails(d, "Forbidden: something else", "copyMessage", status=403)
        await d.vera.replies("Вопрос", "Ответ")
        d.group.sees("ответ не доставлен")
        fails(d, "Bad Request: who knows", "sendMessage")
        await d.does("INSERT INTO ticket_message (ticket, kind, word, state) VALUES (1, 'to-asker', 'later', 'due')")
        await d.carried()
        await d.vera.replies("Вопрос", "Второй ответ")
        assert anna.got("Второй ответ") == 1
        assert ("to-asker", "failed", 1) in d.states


async def test_a_chat_that_is_not_found_again_and_again_ends_the_ticket() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        fails(d, "Bad Request: chat not found", "copyMessage", calls=(1, 2, 3, 4))
        await d.vera.replies("Вопрос", "Ответ")
        await waits(d)
        d.group.sees("больше не пользуется ботом")


async def test_an_answer_from_a_group_that_is_not_found_is_not_laid_at_the_askers_door() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        fails(d, "Bad Request: chat not found", "copyMessage", calls=(1, 2, 3, 4))
        fails(d, "Bad Request: chat not found", "getChat", calls=(1, 2, 3))
        await d.vera.replies("Вопрос", "Ответ")
        await waits(d, minutes=6)
        assert anna.got("Ответ") == 1


async def test_a_reaction_on_a_message_that_is_gone_says_nothing_of_the_group() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        fails(d, "Bad Request: message to react not found", "setMessageReaction", calls=(2,))
        await d.vera.replies("Вопрос", "Ответ")
        assert (anna.got("Ответ"), d.known.reactions, d.group.got("👍")) == (1, True, 0)
        fails(d, "Bad Request: REACTION_INVALID", "setMessageReaction", calls=(2,))
        await d.vera.replies("Вопрос", "Второй ответ")
        assert (anna.got("Второй ответ"), d.known.reactions, d.group.got("👍 Ответ доставлен")) == (1, False, 1)


async def test_a_general_topic_that_is_shut_is_waited_for() -> None:
    async with desk() as d:
        fails(d, "Bad Request: TOPIC_CLOSED", "sendMessage", calls=(1, 2))
        await d.asks(d.town.person("Анна"), "Вопрос")
        await waits(d)
        assert d.group.got("Вопрос") == 1


async def test_r16_an_answer_does_not_wait_behind_the_questions_of_a_crowd() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        ticket = await d.asks(anna, "Вопрос")
        said = d.vera.person.sends("Ответ", group=d.group.group)["message_id"]
        await d.town.settle()
        sender, rows = d.town.app.sender, vars(d.town.app.tickets.rows)
        rows["claim"] = _nothing
        for number in range(30):
            await d.asks(d.town.person(f"Борис {number}"), f"Вопрос {number}.")
        await d.answers(ticket, said)
        del rows["claim"]
        began = d.town.clock.now().timestamp()
        await sender.drain()
        copied = [e for e in d.town.telegram.ledger.accepted("copyMessage") if e.at >= began]
        assert min(e.at - began for e in copied if e.chat_id == anna.id) <= 3
        assert sum(e.chat_id == d.group.id for e in copied) == 30


async def _nothing(*_claim: object) -> tuple[()]:
    return ()


async def test_whoever_waits_for_the_groups_pace_has_not_been_tried() -> None:
    async with desk() as d:
        for number in range(12):
            await d.asks(d.town.person(f"Анна {number}"), f"Вопрос {number}.")
        await waits(d)
        assert [d.group.got(f"Вопрос {number}.") for number in range(12)] == [1] * 12
        assert d.town.query("SELECT max(attempts) FROM ticket_message") == [(1,)]


async def test_the_group_away_for_six_hours_loses_nothing_and_is_asked_seldom() -> None:
    async with desk() as d:
        people = [d.town.person(f"Анна {number}") for number in range(5)]
        d.group.group.removes_bot(OWNER)
        for number, person in enumerate(people):
            await d.asks(person, f"Вопрос {number}.")
        before = len(d.town.telegram.ledger.entries)
        for _ in range(6 * 60 * 2):
            await d.later(seconds=30)
        asked = len(d.town.telegram.ledger.entries) - before
        assert asked <= 6 * 60 * 4
        d.group.group.adds_bot(OWNER)
        d.group.group.promotes_bot(OWNER)
        await waits(d)
        assert [d.group.got(f"Вопрос {number}.") for number in range(5)] == [1] * 5
        note("T34", f"away for six hours with 5 questions waiting: lost 0, doubled 0, {asked} calls meanwhile")


async def test_a_topic_that_is_shut_where_the_bot_may_not_open_it_is_left_for_the_group_itself() -> None:
    async with desk(forum=True) as d:
        anna = d.town.person("Анна")
        ticket = await d.asks(anna, "Вопрос")
        (topic,) = d.group.topics
        d.group.group.closes_topic(OWNER, topic)
        d.group.group.promotes_bot(OWNER, ("can_delete_messages",))
        await d.adds(anna, ticket, "И ещё")
        assert "is_topic_message" not in d.group.find("И ещё")
        assert (d.group.got("Вопрос"), d.group.got("И ещё")) == (1, 1)


async def test_a_forum_that_was_shut_is_noticed_by_the_next_question() -> None:
    async with desk(forum=True) as d:
        d.group.group.shuts_forum()
        await d.asks(d.town.person("Анна"), "Вопрос")
        assert (d.group.got("Вопрос"), d.known.forum) == (1, False)


async def test_a_rare_refusal_of_a_topic_is_tried_again() -> None:
    async with desk(forum=True) as d:
        fails(d, "Bad Request: who knows", "createForumTopic")
        await d.asks(d.town.person("Анна"), "Вопрос")
        await waits(d)
        assert len(d.group.topics) == 1
