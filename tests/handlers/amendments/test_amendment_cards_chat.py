"""The card of an amendment: one, wherever the admin looks; and what is refused at the last moment (A6, A7)."""

from bot.core.mailings.mailings import MailingState
from bot.demo.faults.plan import Fault, FaultKind, Faults
from tests.chat import ADMIN, Town, town
from tests.handlers.amendments.test_delete_everywhere import SECOND, TEXT, left, second_admin, sent


def failing(method: str, status: int, said: str) -> Faults:
    """Let every such call to the admin fail."""
    return Faults(Fault(FaultKind.ERROR, methods=(method,), chats={ADMIN}, status=status, description=said))


async def held(t: Town) -> None:
    """Let everything stand still."""
    await t.app.repositories.pause.switch(on=True)


async def test_a_card_that_was_deleted_comes_again_once() -> None:
    async with sent() as (t, _, admin):
        await held(t)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await t.tick()
        admin.person.deletes(admin.last["message_id"])
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        await t.tick()
        admin.sees("Удаление закончено", "Удалено: 3")
        assert admin.got("Удаление закончено") == 1


async def test_the_card_is_where_its_author_looked_last_and_a_late_tap_moves_it() -> None:
    async with sent() as (t, readers, admin):
        other = second_admin(t)
        await held(t)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await admin.taps("⏸ Пауза")
        await t.tick()
        await other.taps("Что сделано с разосланным")
        other.sees("Удаление на паузе")
        t.clock.forward(minutes=10)
        await other.taps("▶️ Продолжить")
        other.sees("▶️ Продолжить")
        await t.later(seconds=3)
        admin.sees("Удаление на паузе")
        admin.person.deletes(admin.last["message_id"])
        await admin.sends("/admin")
        await admin.taps_data("bac:ru:0:1:resume")
        admin.sees("Рассылка удаляется")
        t.clock.forward(minutes=10)
        await admin.taps("⏸ Пауза")
        await admin.taps("▶️ Продолжить")
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        await t.tick()
        assert left(readers) == 0
        admin.sees("Удаление закончено")


async def test_an_admin_who_blocked_the_bot_and_one_who_cannot_be_told_stop_nothing() -> None:
    async with sent() as (t, readers, admin):
        second_admin(t)
        await admin.taps("Удалить у всех")
        t.telegram.faults = failing("editMessageText", 403, "Forbidden: bot was blocked by the user")
        await admin.taps("↩️ Удалить 3")
        unheard = Fault(FaultKind.ERROR, methods=("sendMessage",), chats={SECOND}, status=502)
        t.telegram.faults.add(unheard)
        await t.tick()
        assert t.query("SELECT told FROM amendment") == [(0,)]
        t.telegram.faults = failing("editMessageText", 502, "Bad Gateway")
        await t.tick()
        t.telegram.faults = Faults()
        await t.tick()
        assert t.query("SELECT told FROM amendment") == [(1,)]
        assert left(readers) == 0


async def test_an_author_who_erases_everything_leaves_the_work_to_the_others() -> None:
    async with sent() as (t, readers, admin):
        await held(t)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await admin.sends("/delete")
        await admin.taps("Удалить всё")
        assert t.query("SELECT author, card FROM amendment") == [(None, None)]
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        assert left(readers) == 0


async def test_while_one_is_under_way_no_other_begins() -> None:
    async with sent() as (t, readers, admin):
        other = second_admin(t)
        await held(t)
        await admin.taps("Удалить у всех")
        await admin.taps("↩️ Удалить 3")
        await other.sends("/admin")
        await other.taps_data("bae:ru:0:1")
        assert "Ничего не начато" in other.toasts[-1]
        await other.taps_data("bar:ru:0:1")
        other.sees("нечего удалять")
        assert left(readers) == 3


async def test_what_is_said_before_the_numbers_are_sure() -> None:
    async with sent() as (t, _, admin):
        await t.app.repositories.outbox.record((), t.clock.now())
        async with t.app.repositories.mailings._database.writing() as tx:  # noqa: SLF001 -- as after a crash
            await tx.execute("UPDATE mailing SET twice = 1")
            await tx.execute("UPDATE delivery SET state = 1 WHERE person = (SELECT min(person) FROM delivery)")
        await admin.taps("Удалить у всех")
        admin.sees("Возможно, дважды получили: 1", "ещё в пути", "Можно удалить: 2")
        await admin.taps("↩️ Удалить 2")
        admin.sees("Числа изменились")
        assert t.query("SELECT count(*) FROM amendment") == [(0,)]


async def test_an_edit_is_begun_of_ones_own_complete_draft_only() -> None:
    async with town() as t:
        await t.subscriber()
        admin = t.admin()
        await admin.sends("/broadcast")
        await admin.sends(TEXT)
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        await admin.taps("Исправить у всех")
        desk, mailings = t.app.dispatcher["amendment_desk"], t.app.repositories.mailings
        draft = await mailings.get(2)
        assert draft is not None
        assert draft.edits
        for author, number in ((ADMIN, 1), (ADMIN, 9), (SECOND, 2)):
            assert await desk.edit(author, number, "", 1, 1) is None
        await admin.sends("Новый текст")
        preview = await desk.edit.composer.preview(ADMIN, await mailings.get(2))
        assert await desk.edit(ADMIN, 2, preview.mark, 30, 1) is None, "the count has moved"
        assert await desk.edit(ADMIN, 2, "another", 1, 1) is None
        assert await desk.retract.ask(ADMIN, 2) is None, "a draft was sent to nobody"
        found = await mailings.get(1)
        assert found is not None
        assert found.state is MailingState.DONE
