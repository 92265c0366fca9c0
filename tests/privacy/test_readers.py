"""A person who only reads leaves no row and no number in any file (R13, T68)."""

from pathlib import Path

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Go, Place, ShowGroup, ShowTopic
from tests.chat import Town, town
from tests.privacy.traces import FIRST, everything, found
from tests.sizes import trials

READERS = trials(1_000, 60)
PERSONAL = ("subscriber", "seminar_choice", "delivery", "draft", "mailing")
PAYLOAD = "canary_payload_of_a_leaflet"
TYPED = "канарейка: мне отказали вчера"
LINKS = ("faq_first-steps", "seminar_1", "subscribe", PAYLOAD)


def rows(t: Town) -> int:
    """How many rows stand in the tables that may hold people."""
    counts = [t.query(f"SELECT count(*) FROM {name}") for name in PERSONAL]  # noqa: S608 -- names above
    return sum(int(count[0][0]) for count in counts)


async def read(t: Town, number: int) -> None:
    """What a reader does: arrive by a link, write, tap around, switch the language."""
    reader = t.person("Читатель", ("ru", "en", None)[number % 3], number=FIRST + number)
    other = (Locale.EN, Locale.RU)[number % 2]
    reader.person.sends(f"/start {LINKS[number % len(LINKS)]}")
    commands = ("/faq", "/seminars", "/privacy", "/help", "/settings", "/language")
    reader.person.sends((f"{TYPED} {number}", commands[number % len(commands)])[number // 2 % 2])
    await t.settle()
    places = (
        ShowGroup(lang=other, group="start"),
        ShowTopic(lang=other, topic="first-steps"),
        *(Go(lang=other, to=place) for place in (Place.SUBSCRIBE, Place.SETTINGS, Place.DELETE)),
    )
    for data in (Go(lang=other, pick=True, to=Place.MENU), places[number % len(places)]):
        reader.person.taps(reader.last["message_id"], data.pack())
    await t.settle()
    assert len(reader.from_bot) == 2


async def test_readers_leave_nothing() -> None:
    async with town() as t:
        for number in range(READERS):
            await read(t, number)
            t.clock.forward(seconds=1)
        await t.later(minutes=1)
        assert rows(t) == 0
        folder = Path(t.path.parent)
        assert found(range(FIRST, FIRST + READERS), folder) == set()
        data = everything(folder)
        assert PAYLOAD.encode() not in data
        assert "канарейка".encode() not in data
        assert all(link.encode() not in data for link in LINKS[:2])


async def test_who_stops_without_having_subscribed_leaves_nothing() -> None:
    async with town() as t:
        anna = t.person(number=FIRST)
        for text in ("/stop", "/delete", "/unsubscribe"):
            await anna.sends(text)
        await anna.taps("Удалить всё")
        anna.person.blocks()
        await t.settle()
        assert rows(t) == 0
        assert found([FIRST], t.path.parent) == set()


async def test_the_search_finds_a_subscriber() -> None:
    """What the other tests do not find is not there: the same search finds a row in the log and in the file."""
    async with town() as t:
        anna = t.person(number=FIRST)
        await anna.sends("/subscribe")
        await anna.taps("Подписаться")
        assert found([FIRST], t.path.parent) == {FIRST}
        t.query("PRAGMA wal_checkpoint(TRUNCATE)")
        assert found([FIRST, FIRST + 1], t.path.parent) == {FIRST}
