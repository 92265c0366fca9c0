"""Who erases everything is gone, in the group too as far as Telegram allows; nothing there says who asked (T74, R9)."""

import json
import logging
from pathlib import Path

import pyrage
import pytest

from bot.core.locales import Locale
from bot.demo.faults.plan import Fault, FaultKind
from bot.storage.erase import erase_chats
from tests.chaos.figures import note
from tests.chat import Chatter
from tests.group_chat import words_of
from tests.privacy.traces import FIRST, everything, found
from tests.tickets.desk import Desk, desk

CANARY = "КАНАРЕЙКА"


async def erased(anna: Chatter) -> None:
    """Delete everything, and let one round go by."""
    await anna.sends("/delete")
    await anna.taps("Удалить всё")
    await anna.town.app.repositories.retention.wipe_round()


@pytest.mark.parametrize("forum", [False, True])
async def test_after_delete_the_copies_go_and_no_file_has_the_chat_or_a_word(
    forum: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="bot")
    async with desk(forum=forum) as d:
        anna = d.town.person("Анна", number=FIRST)
        await d.asks(anna, f"Вопрос {CANARY}", "И ещё")
        await d.vera.replies("И ещё", f"Ответ {CANARY}")
        assert found([FIRST], d.town.path.parent) == {FIRST}
        await erased(anna)
        await d.carried()
        assert [words_of(each) for each in d.group.from_bot] == []
        assert d.group.topics == {}
        assert d.town.query("SELECT count(*) FROM ticket_removal") == [(0,)]
        assert found([FIRST], d.town.path.parent) == set()
        files = everything(d.town.path.parent)
        assert not any(CANARY.encode(code) in files for code in ("utf-8", "utf-16-le"))
        assert not any(CANARY in record.getMessage() or str(FIRST) in record.getMessage() for record in caplog.records)


async def test_a_backup_has_no_word_and_one_made_after_delete_not_the_chat(tmp_path: Path) -> None:
    identity, folder = pyrage.x25519.Identity.generate(), tmp_path / "backups"
    folder.mkdir()
    async with desk(backup_recipients=str(identity.to_public()), backup_dir=folder) as d:
        anna, database = d.town.person(CANARY, number=FIRST), d.town.app.tickets.rows.database
        await d.asks(anna, f"Вопрос {CANARY}")
        await d.vera.replies("Вопрос", f"Ответ {CANARY}")
        for stored in ({FIRST}, set()):
            d.town.clock.forward(minutes=1)
            backup = await database.back_up()
            assert backup is not None
            assert found([FIRST], folder) == set(), "what is beside it is encrypted too"
            opened = tmp_path / "opened"
            opened.mkdir(exist_ok=True)
            (opened / "backup").write_bytes(pyrage.decrypt(backup.read_bytes(), [identity]))
            assert found([FIRST], opened) == stored
            assert not any(CANARY.encode(code) in everything(opened) for code in ("utf-8", "utf-16-le"))
            await erased(anna)


async def test_deletions_wait_for_a_group_that_is_away_and_are_given_up_where_telegram_refuses() -> None:
    async with desk() as d:
        for number in range(2):
            await d.asks(d.town.person(f"Анна {number}", number=FIRST + number), f"Вопрос {number}.")
        away = Fault(FaultKind.ERROR, methods=("deleteMessages",), status=403, description="Forbidden: bot was kicked")
        d.town.telegram.faults.add(away)
        await erased(Chatter(d.town, d.town.telegram.person(FIRST, "Анна")))
        await d.later(minutes=2)
        assert d.town.query("SELECT count(*) > 0 FROM ticket_removal") == [(1,)]
        d.town.telegram.faults.remove(away)
        await d.later(minutes=2)
        assert (d.group.got("Вопрос 0."), d.group.got("Вопрос 1.")) == (0, 1)
        d.town.telegram.faults.add(Fault(FaultKind.ERROR, methods=("deleteMessages",), status=400, description="x"))
        await erased(Chatter(d.town, d.town.telegram.person(FIRST + 1, "Анна")))
        await d.carried()
        assert d.town.query("SELECT count(*) FROM ticket_removal") == [(0,)]


async def test_who_erases_everything_while_the_question_is_copied_leaves_no_copy() -> None:
    async with desk(forum=True) as d:
        anna = d.town.person("Анна", number=FIRST)
        for moment in ("createForumTopic", "sendMessage", "copyMessage"):
            await _erased_during(d, anna, moment)
            assert [words_of(each) for each in d.group.from_bot] == []
            assert d.group.topics == {}


async def test_r4_who_leaves_waits_until_the_own_question_is_not_on_its_way_any_more() -> None:
    async with desk() as d:
        anna = d.town.person("Анна", number=FIRST)
        await d.asks(anna, "Вопрос")
        await d.does("UPDATE ticket_message SET state = 'due'")
        (parcel,) = await d.town.app.tickets.rows.claim(d.town.clock.now(), 9)
        assert (parcel.chat, parcel.chats) == (d.group.id, (d.group.id, FIRST))
        await d.later(seconds=59)
        assert d.group.got("Вопрос") == 1
        await d.later(seconds=2)
        assert d.group.got("Вопрос") == 2


async def _erased_during(d: Desk, anna: Chatter, moment: str) -> None:
    number = int(anna.person.sends("Вопрос")["message_id"])
    await d.town.settle()
    bot, called = d.town.app.bot, type(d.town.app.bot).__call__
    erasing = {"done": False}

    async def call(self: object, method: object, request_timeout: int | None = None) -> object:
        result: object = await called(bot, method, request_timeout)  # type: ignore[arg-type]  # whatever aiogram is given
        if type(method).__name__.lower() == moment.lower() and not erasing["done"]:
            erasing["done"] = True
            async with d.town.app.tickets.rows.database.writing() as tx:
                await erase_chats(tx, [anna.id], 0)
        return result

    patched = pytest.MonkeyPatch()
    with patched.context() as patch:
        patch.setattr(type(bot), "__call__", call)
        await d.writes(anna, [number])
        await d.carried()
    assert erasing["done"]


async def test_t74_nothing_that_names_the_asker_reaches_the_group() -> None:
    names = {"first_name": f"{CANARY}1", "last_name": f"{CANARY}2", "username": f"{CANARY}3"}
    async with desk(forum=True) as d:
        anna = d.town.person(f"{CANARY}1", number=FIRST)
        anna.person.user.update(names)
        ticket = await d.asks(anna, "Можно ли работать?", locale=Locale.EN)
        await d.adds(anna, ticket, "И ещё")
        await d.vera.replies("И ещё", "Ответ")
        await d.later(days=15)
        anna.person.deactivated = True
        sent = [e for e in d.town.telegram.ledger.entries if e.chat_id == d.group.id]
        shown = json.dumps([dict(e.params) for e in sent if e.method != "copyMessage"], ensure_ascii=False, default=str)
        shown += json.dumps(d.group.messages, ensure_ascii=False, default=str)
        assert CANARY not in shown
        assert str(FIRST) not in shown
        assert {e.method for e in sent if e.method.startswith("forward")} == set()
        note(
            "T74",
            f"{len(sent)} calls that reached the lawyers' group: names, usernames and ids of askers 0, forwards 0",
        )
