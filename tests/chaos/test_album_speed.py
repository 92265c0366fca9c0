"""An album with buttons to everybody: at the pace of its messages, beside readers, and through a kill (A2, A6)."""

from collections import Counter

import pytest

from bot.demo.ledger import Entry
from tests.chaos import figures
from tests.chaos.scene import Scene, scene
from tests.chaos.virtual import on_virtual_time
from tests.chat import ADMIN
from tests.sizes import trials

PEOPLE = trials(10_000, 100)
FILES, RATE = 10, 30
LINE = "Запись — https://example.org/a"


async def composed(s: Scene, *, linked: bool) -> None:
    """Let the admin compose an album, perhaps with a button, and confirm it."""
    s.admin.sends("/broadcast")
    await s.sees(s.admin, "Отмена")
    for number in range(FILES):
        s.admin.sends_photo(caption=f"{number}", media_group_id="album")
    await s.sees(s.admin, "Одно для всех")
    s.admin.press("Одно для всех")
    await s.sees(s.admin, "Кнопки-ссылки")
    if linked:
        s.admin.press("Кнопки-ссылки")
        await s.sees(s.admin, "Без кнопок")
        s.admin.sends(LINE)
    await s.sees(s.admin, f"Отправить {PEOPLE}")
    s.admin.press(f"Отправить {PEOPLE}")


def taken(s: Scene, method: str) -> list[Entry]:
    """What Telegram accepted for people."""
    calls = s.telegram.ledger.entries
    wanted = [each for each in calls if each.method == method and each.accepted and each.chat_id != ADMIN]
    return [each for each in wanted if method == "sendMediaGroup" or each.text == "👇"]


@pytest.mark.long
@on_virtual_time
async def test_an_album_to_everybody_costs_as_many_messages_as_it_has_files() -> None:
    async with scene(PEOPLE) as s:
        await composed(s, linked=False)
        report = await s.report(within=48 * 3600)
        albums = taken(s, "sendMediaGroup")
        assert report["Доставлено"] == report["Всего"] == PEOPLE
        assert Counter(call.chat_id for call in albums) == dict.fromkeys(s.chats, 1)
        seconds, used = spent(albums, FILES)
        refused = len(s.refused_429())
        assert used >= 0.8, "beside one change of the card, two albums fit into a second, else three"
        assert refused == 0
        figures.note(
            "A6",
            f"an album of {FILES} to {PEOPLE:,} people in {seconds:,.0f} s, {used:.1%} of {RATE} messages a second,"
            f" refused {refused}; lost 0, doubled 0",
        )


@pytest.mark.long
@on_virtual_time
async def test_the_buttons_of_an_album_follow_it_at_once() -> None:
    async with scene(PEOPLE) as s:
        await composed(s, linked=True)
        report = await s.report(within=48 * 3600)
        albums, links = taken(s, "sendMediaGroup"), taken(s, "sendMessage")
        assert report["Доставлено"] == report["Всего"] == PEOPLE
        for calls in (albums, links):
            assert Counter(call.chat_id for call in calls) == dict.fromkeys(s.chats, 1)
        after = {call.chat_id: call.at for call in albums}
        gaps = sorted(call.at - after[call.chat_id] for call in links)
        seconds, used = spent([*albums, *links], (FILES + 1) / 2)
        refused = len(s.refused_429())
        assert used >= 0.7, "two albums with their buttons fit into a second, three do not"
        assert refused == 0
        assert gaps[-1] <= 10
        figures.note(
            "A2",
            f"an album of {FILES} with buttons to {PEOPLE:,} people in {seconds:,.0f} s, {used:.1%} of {RATE} messages"
            f" a second, refused {refused}; the buttons {gaps[len(gaps) // 2]:.1f} s behind their album, at most"
            f" {gaps[-1]:.1f} s; lost 0, doubled 0",
        )


def spent(calls: list[Entry], each: float) -> tuple[float, float]:
    """Seconds from the first call to the last, and which part of the rate calls of so many messages used."""
    times = [call.at for call in calls]
    seconds = max(times) - min(times)
    return seconds, each * (len(calls) - 1) / seconds / RATE
