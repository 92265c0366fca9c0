"""What the bot knows of the lawyers' group, and whom it tells (A10)."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.core.tickets.group import Missing
from bot.core.tickets.places import ExpireTickets
from bot.demo.faults.plan import Fault, FaultKind
from bot.demo.telegram import Telegram
from tests.chat import town
from tests.group_chat import LAWYERS, OWNER, lawyers_group
from tests.tickets.desk import BASIC, UPGRADED, desk


def nothing(_telegram: Telegram) -> None:
    """Make no group."""


def channel(telegram: Telegram) -> None:
    """Make a channel of that number."""
    lawyers_group(telegram).json["type"] = "channel"


def foreign(telegram: Telegram) -> None:
    """Make a group the bot is not in."""
    lawyers_group(telegram).removes_bot(OWNER)


def public(telegram: Telegram) -> None:
    """Give the group a public name."""
    lawyers_group(telegram).json["username"] = "lawyers_of_the_town"


def discussion(telegram: Telegram) -> None:
    """Let a channel be discussed in the group."""
    lawyers_group(telegram).json["linked_chat_id"] = -1001000000999


@pytest.mark.parametrize(
    ("prepare", "missing", "said"),
    [
        (public, Missing.PUBLIC, "может читать кто угодно"),
        (discussion, Missing.PUBLIC, "может читать кто угодно"),
        (nothing, Missing.NOT_FOUND, "проверьте LAWYER_CHAT_ID"),
        (channel, Missing.NO_GROUP, "не на группу"),
        (foreign, Missing.REMOVED, "удалили из группы"),
    ],
)
async def test_no_question_is_taken_where_none_would_arrive_and_the_admins_read_why(
    prepare: Callable[[Telegram], None], missing: Missing, said: str
) -> None:
    async with town(prepare=prepare, lawyer_chat_id=LAWYERS) as t:
        admin = t.admin()
        admin.person.started = True
        group = t.app.tickets.keep_group_true.group
        assert (group.set_up, group.takes_questions) == (True, False)
        for _ in range(3):
            t.clock.forward(minutes=10)
            await t.app.tickets.keep_group_true()
        assert (group.missing, group.takes_questions) == ({missing}, False)
        assert admin.got(said) == 1


async def test_without_a_group_nothing_is_looked_at_and_no_button_leads_there() -> None:
    async with town() as t:
        await t.app.tickets.keep_group_true()
        group = t.app.tickets.keep_group_true.group
        assert (group.set_up, group.takes_questions, group.topics) == (False, False, False)
        assert not [e for e in t.telegram.ledger.entries if e.method in ("getChat", "getChatMember")]


async def test_telegram_that_is_away_changes_nothing_and_is_asked_again_soon() -> None:
    async with town(prepare=lawyers_group, lawyer_chat_id=LAWYERS) as t:
        keep = t.app.tickets.keep_group_true
        t.telegram.faults.add(Fault(FaultKind.UNREACHABLE, methods=("getChat",), calls=(1, 2)))
        for seconds in (0, 5, 30, 5):
            t.clock.forward(seconds=seconds)
            await keep()
        assert keep.group.missing == {Missing.UNSEEN}
        t.clock.forward(seconds=30)
        await keep()
        assert keep.group.takes_questions
        asked = len(t.telegram.ledger.accepted("getChat"))
        await keep()
        assert len(t.telegram.ledger.accepted("getChat")) == asked == 1


async def test_a_change_of_the_bots_place_is_noticed_within_seconds() -> None:
    async with desk() as d:
        d.group.group.demotes_bot(OWNER)
        await d.town.settle()
        await d.later(seconds=5)
        assert d.known.missing == {Missing.NO_ADMIN}
        d.group.sees("Боту в этой группе не хватает", "прав администратора")
        assert [each["text"] for each in d.group.from_bot if "t.me/" in str(each)] == []


async def test_another_group_in_the_settings_gives_every_open_question_a_new_place() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        await d.does("INSERT INTO ticket_removal (message) VALUES (77)")
        keep = d.town.app.tickets.keep_group_true
        other = d.town.group(-1001000000999)
        keep.set_to, keep.started = other.id, False
        await keep()
        await d.carried()
        assert (d.group.got("Вопрос"), other.got("Вопрос"), d.known.chat) == (1, 1, other.id)
        assert d.town.query("SELECT count(*) FROM ticket_removal") == [(0,)]
        keep.started = False
        await keep()
        await d.carried()
        assert other.got("Вопрос") == 1


async def test_an_upgrade_is_known_from_the_message_that_tells_of_it_and_after_a_restart() -> None:
    async with desk(basic=True) as d:
        anna = d.town.person("Анна")
        await d.asks(anna, "Вопрос")
        d.group.group = d.group.group.upgrades(OWNER, UPGRADED)
        await d.town.settle()
        await d.later(seconds=5)
        keep = d.town.app.tickets.keep_group_true
        assert (d.group.got("Вопрос"), keep.group.chat, keep.set_to) == (1, UPGRADED, BASIC)
        keep.group.chat, keep.started = BASIC, False
        await keep()
        assert keep.group.chat == UPGRADED
        await keep.moved(BASIC)
        assert keep.group.chat == UPGRADED
        keep.set_to, keep.started = UPGRADED, False
        await keep()
        await d.carried()
        assert (d.group.got("Вопрос"), keep.group.chat) == (1, UPGRADED)


async def test_where_the_group_allows_no_reactions_that_is_seen() -> None:
    async with desk() as d:
        d.group.group.reactions.allowed = ("❤",)
        await d.later(minutes=10)
        assert not d.known.reactions


async def test_telegram_may_tell_of_an_upgrade_only_when_it_is_asked() -> None:
    async with desk(basic=True) as d:
        d.town.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("getChat",), calls=(1,), status=400, migrate_to_chat_id=UPGRADED)
        )
        await d.later(minutes=10)
        assert d.known.chat == UPGRADED


async def test_admins_who_could_not_be_told_are_told_at_the_next_look() -> None:
    async with desk() as d:
        admin = d.town.admin()
        admin.person.started = True
        d.town.telegram.faults.add(
            Fault(FaultKind.UNREACHABLE, methods=("sendMessage",), calls=(1,), chats=(admin.id,)),
            Fault(FaultKind.UNREACHABLE, methods=("sendMessage",), calls=(1,), chats=(d.group.id,)),
        )
        d.group.group.demotes_bot(OWNER)
        await d.later(minutes=10)
        assert (admin.got("не администратор"), d.group.got("Боту в этой группе")) == (0, 0)
        await d.later(minutes=10)
        await d.later(minutes=10)
        assert (admin.got("не администратор"), d.group.got("Боту в этой группе")) == (1, 1)


async def test_r15_nothing_expires_on_the_word_of_a_clock_that_jumped() -> None:
    async with desk() as d:
        await d.asks(d.town.person("Анна"), "Вопрос")
        keep = d.town.app.tickets.keep_group_true
        await ExpireTickets(keep.places, _unknown)()
        d.town.clock.set(d.town.clock.now() + timedelta(days=15))
        await d.town.app.tickets.expire()
        assert d.town.query("SELECT state FROM ticket") == [("waiting",)]


async def _unknown() -> datetime | None:
    return None


async def test_what_waits_does_not_leave_while_anybody_could_read_it() -> None:
    async with desk() as d:
        anna = d.town.person("Анна")
        d.group.group.json["username"] = "lawyers_of_the_town"
        await d.later(minutes=10)
        d.group.sees("• закрытой группы")
        await d.asks(anna, "Можно ли работать?")
        assert d.group.got("Можно ли работать?") == 0
        del d.group.group.json["username"]
        await d.later(minutes=10)
        assert d.group.got("Можно ли работать?") == 1
