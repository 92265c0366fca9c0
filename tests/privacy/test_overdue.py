"""The clock past every retention: no row is left that has outlived its purpose, in any table (T73)."""

from bot.core.faq.question_stats import SHOWN_FROM
from bot.core.faq.search import Certainty, Found
from bot.core.faq.watches import Watch
from bot.core.locales import Locale
from bot.core.mailings.conversations import DRAFT_LIFE
from bot.core.tickets.asking import AskDraft
from bot.core.tickets.tickets import Ticket
from tests.chat import Town, town
from tests.handlers.tickets.lawyers import write

FORM = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/abc | 90m"
FOR_GOOD = {
    "meta",
    "seminar",
    "text_stamp",
    "fact_stamp",
    "video",
    "feed",
    "recording",
    "journal",
    "imported",
    "rating",
    "ticket_wait",
    "ticket_sum",
}
"""What no person is in."""

NOT_ALONE = {"mailing_beside", "erased", "day_sum", "amendment", "album_item", "ticket_message", "ticket_removal"}
"""What goes with a row of another table, or with the next tick."""


WHERE = {"person": "chat IS NOT NULL", "person_bucket": "entries <> zeroblob(length(entries))"}
"""What counts of a table whose rows are emptied, not deleted."""


def counts(t: Town) -> dict[str, int]:
    """How many rows stand in each table."""
    tables = t.query("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
    found = {}
    for (name,) in tables:
        sql = f"SELECT count(*) FROM {name} WHERE {WHERE.get(name, '1')}"  # noqa: S608 -- the schema's names
        found[name] = int(t.query(sql)[0][0])
    return found


async def lively(t: Town) -> None:
    """Everything that is ever stored of people gets a row."""
    anna, boris, admin = await t.subscriber(), t.person("Борис"), t.admin()
    await admin.announces(FORM)
    await t.tick()
    await boris.sends("/start seminar_1")
    await boris.taps("Напомнить")
    await boris.taps("Напомнить")
    await t.app.repositories.seminars.choose(1, anna.id, Locale.RU, wanted=True)
    await t.app.repositories.watches.add(Watch("first-steps", anna.id, Locale.RU, t.clock.now().date()))
    await admin.sends("/broadcast")
    await admin.sends("Новость")
    await admin.taps("Одно для всех")
    await admin.taps("Отправить 1")
    for _ in range(SHOWN_FROM):
        t.app.questions.question_stats.count(Found(Certainty.SUGGEST, (("fees", 1.0),)), Locale.RU)
    await t.tick()
    await admin.sends("/broadcast")
    asks, now = t.app.repositories.tickets.asking, t.clock.now()
    draft = AskDraft(boris.id, 1, (2,))
    assert await asks.begin(draft, now, now + DRAFT_LIFE) is None
    ticket = await asks.send(draft, Locale.RU, now)
    assert isinstance(ticket, Ticket)
    mute = "INSERT INTO ticket_mute VALUES (2, unixepoch('2026-11-25'))"
    await write(t, "UPDATE ticket_message SET state = 'sent', copy = 5", mute)
    await asks.close(boris.id, ticket.id, now)


async def test_t73_after_every_retention_nothing_of_anybody_is_left() -> None:
    async with town() as t:
        await lively(t)
        before = counts(t)
        personal = {"subscriber", "seminar_choice", "delivery", "draft", "mailing", "mailing_text", "seen", "tally"}
        personal |= {"watch", "person", "person_bucket", "ticket", "ticket_mute"}
        assert before.keys() == personal | FOR_GOOD | NOT_ALONE, "a new table: what is its life?"
        assert {name for name in personal if not before[name]} == set()
        await t.later(days=14)
        kept = {name for name, count in (counts(t)).items() if count}
        assert kept <= FOR_GOOD | {"subscriber", "tally", "watch", "person", "person_bucket"}
        await t.later(days=352)
        await t.later(days=30)
        await t.later(days=2)
        assert {name for name, count in (counts(t)).items() if count} <= FOR_GOOD


async def test_t73_each_row_lives_as_long_as_the_inventory_says() -> None:
    async with town() as t:
        await lively(t)
        await t.later(hours=2)
        assert (counts(t))["draft"] == 0
        await t.later(hours=47)
        kept = counts(t)
        assert kept["mailing"] > 0
        assert kept["seminar_choice"] == 2
        await t.later(days=3)
        assert (counts(t))["seen"] == 0
