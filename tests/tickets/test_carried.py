"""A question's way to the lawyers and an answer's way back, whatever becomes of the group (A10, T34, T35)."""

from collections.abc import Awaitable, Callable

import pytest

from bot.core.tickets.group import Missing
from tests.chat import Chatter
from tests.group_chat import OWNER, words_of
from tests.tickets.desk import UPGRADED, Desk, desk


async def plain(_d: Desk) -> None:
    """Nothing happens."""


async def loses_topics(d: Desk) -> None:
    """The bot may not manage topics any more."""
    d.group.group.promotes_bot(OWNER, ("can_delete_messages",))


async def is_demoted(d: Desk) -> None:
    """The bot is an ordinary member."""
    d.group.group.demotes_bot(OWNER)


async def loses_topic(d: Desk) -> None:
    """Somebody deletes every topic."""
    for topic in list(d.group.topics):
        d.group.group.deletes_topic(topic)


async def shuts_forum(d: Desk) -> None:
    """The owner switches topics off."""
    d.group.group.shuts_forum()


async def opens_forum(d: Desk) -> None:
    """The owner switches topics on."""
    d.group.group.opens_forum()


async def is_upgraded(d: Desk) -> None:
    """A basic group becomes a supergroup."""
    d.group.group = d.group.group.upgrades(OWNER, UPGRADED)


async def is_removed(d: Desk) -> None:
    """The bot is removed for six hours, while something waits, and added again."""
    d.group.group.removes_bot(OWNER)
    await d.does("INSERT INTO ticket_message (ticket, kind, word, state) VALUES (1, 'to-group', 'asker-closed', 'due')")
    for _ in range(36):
        await d.later(minutes=10)
    d.group.group.adds_bot(OWNER)
    d.group.group.promotes_bot(OWNER)
    await d.later(minutes=10)


STATES: dict[str, tuple[bool, bool, Callable[[Desk], Awaitable[None]]]] = {
    "plain": (False, False, plain),
    "forum": (True, False, plain),
    "no admin": (False, False, is_demoted),
    "rights lost": (True, False, loses_topics),
    "topic deleted": (True, False, loses_topic),
    "forum shut": (True, False, shuts_forum),
    "forum opened": (False, False, opens_forum),
    "upgraded": (False, True, is_upgraded),
    "removed and added": (False, False, is_removed),
}


def copies(d: Desk, *texts: str) -> list[int]:
    """How often each text stands in the group."""
    return [d.group.got(text) for text in texts]


async def answered(d: Desk, anna: Chatter, text: str) -> None:
    """Let a lawyer answer, and the answer arrive once, with 👍 under it."""
    said = await d.vera.replies(next(each for each in reversed(d.group.from_bot) if words_of(each)[-1] in "?."), text)
    assert anna.got(text) == 1
    assert d.group.reactions(said) == ["👍"]


@pytest.mark.parametrize("state", STATES)
async def test_in_every_state_of_the_group_questions_and_answers_arrive_once(state: str) -> None:
    forum, basic, happens = STATES[state]
    async with desk(forum=forum, basic=basic) as d:
        anna, admin = d.town.person("Анна"), d.town.admin()
        admin.person.started = True
        ticket = await d.asks(anna, "Можно ли работать?", "Я жду решения.")
        assert d.group.topics == ({d.group.last["message_thread_id"]: "Ива-101"} if forum else {})
        await answered(d, anna, "Пока нет.")
        assert anna.last["reply_to_message"]["text"] == "Я жду решения."
        await happens(d)
        await d.adds(anna, ticket, "А через полгода?")
        await d.later(seconds=5)
        assert copies(d, "Можно ли работать?", "Я жду решения.", "А через полгода?") == [1, 1, 1]
        assert "is_topic_message" in d.group.find("через полгода") or state not in ("forum", "topic deleted")
        await answered(d, anna, "Да, через 180 дней.")
        assert {row[1] for row in d.states} == {"sent"}
        if state == "removed and added":
            assert admin.got("Бота удалили из группы юристов") == 1
            assert admin.got("снова доступна") == 1


async def test_a_group_that_lacks_rights_reads_what_is_missing_once_and_that_all_is_well_again() -> None:
    async with desk(forum=True) as d:
        d.group.group.promotes_bot(OWNER, ())
        await d.later(minutes=10)
        await d.later(minutes=10)
        assert copies(d, "управлять темами", "удалять сообщения") == [1, 1]
        assert d.known.missing == {Missing.NO_TOPICS, Missing.NO_DELETING}
        assert d.known.takes_questions
        d.group.group.promotes_bot(OWNER)
        await d.later(minutes=10)
        d.group.sees("всё в порядке")
        assert d.town.admin().from_bot == []


async def test_a_source_that_is_gone_ends_the_ticket_and_both_sides_read_it() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        ticket = await d.asks(anna, "Первый вопрос")
        gone = anna.person.sends("Второй")["message_id"]
        await d.town.settle()
        anna.person.deletes(gone)
        await d.does(
            "INSERT INTO ticket_message (ticket, kind, source, state) VALUES (?, 'question', ?, 'due')", 1, gone
        )
        await d.carried()
        assert d.town.query("SELECT state, ending, person FROM ticket") == [("closed", "source", None)]
        anna.sees("не смогли передать", "Ива-101")
        d.group.sees("автор удалил сообщение")
        tries = [e for e in d.town.telegram.ledger.entries if e.method == "copyMessage" and not e.accepted]
        assert len(tries) <= 2
        await d.answers(ticket, await d.vera.says("Поздно"))
        assert anna.got("Поздно") == 0


async def test_an_answer_whose_source_is_gone_is_told_of_in_the_group() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        ticket = await d.asks(anna, "Вопрос")
        said = await d.vera.says("Ответ")
        await d.vera.deletes(said)
        await d.answers(ticket, said)
        d.group.sees("ответ не доставлен")


async def test_an_asker_who_blocked_the_bot_is_told_of_and_stays_a_subscriber() -> None:
    async with desk() as d:
        anna = await d.town.subscriber("Анна")
        ticket = await d.asks(anna, "Вопрос")
        anna.person.deactivated = True
        await d.answers(ticket, await d.vera.says("Ответ"))
        d.group.sees("больше не пользуется ботом")
        assert d.town.query("SELECT state, ending, person FROM ticket") == [("closed", "gone", None)]
        assert d.town.query("SELECT count(*) FROM subscriber") == [(1,)]


async def test_a_ticket_expires_and_both_sides_read_it() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        await d.later(days=14, minutes=1)
        await d.later(days=1)
        anna.sees("Срок вопроса «Ива-101» закончился")
        d.group.sees("срок вопроса закончился")
        assert d.town.query("SELECT state, ending, person FROM ticket") == [("closed", "expired", None)]


async def test_an_album_leaves_as_one_and_where_reactions_are_forbidden_a_short_reply_says_so() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        d.known.reactions = False
        await d.vera.replies_with_album(d.group.last, 3)
        await d.later(seconds=3)
        *_, first, _, _, whose = anna.from_bot
        assert len({message.get("media_group_id") for message in anna.from_bot[-4:-1]}) == 1
        assert whose["reply_to_message"]["message_id"] == first["message_id"]
        anna.sees("Это ответ юриста на вопрос «Ива-101»", "Ответ юриста · Ива-101", "Дополнить", "Закрыть вопрос")
        assert copies(d, "👍 Ответ доставлен") == [1]
        await anna.sends("А дальше?", reply_to=whose["message_id"])
        anna.sees("Дополнение к вопросу", "Ива-101")
