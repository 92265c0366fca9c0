"""After a restore nothing of a ticket is sent on the word of the backup, and both sides read so (A10)."""

from bot.storage.maintenance.restore import TICKETS
from tests.tickets.desk import desk


async def test_what_was_on_its_way_then_is_not_sent_again_unasked() -> None:
    async with desk() as d:
        anna, boris = d.town.person("Анна"), d.town.person("Борис")
        await d.asks(anna, "Дошло")
        ticket = await d.asks(boris, "Первое")
        rows = vars(d.town.app.tickets.rows)
        rows["claim"] = _nothing
        await d.adds(boris, ticket, "В пути")
        await d.answers(ticket, await d.vera.says("Ответ"))
        await d.does("UPDATE ticket_message SET state = 'edited' WHERE id = 1")
        for sql in TICKETS:
            await d.does(sql)
        del rows["claim"]
        await d.carried()
        boris.sees("не знаем, дошло ли до юристов")
        d.group.sees("неизвестно, дошёл ли последний ответ")
        assert anna.got("не знаем") == 0
        assert (d.group.got("Дошло"), d.group.got("В пути"), boris.got("Ответ")) == (1, 0, 0)
        assert d.town.query("SELECT DISTINCT state FROM ticket") == [("waiting",)]


async def _nothing(*_claim: object) -> tuple[()]:
    return ()
