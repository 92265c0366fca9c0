"""A seminar's link changes: what was sent already is corrected in its place, silently, and once (S7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from bot.core.content import Contents
from bot.core.locales import Locale
from bot.core.mailings.outbox import Outcome, Sent
from bot.core.seminars.links import StaleLink
from bot.core.seminars.seminars import Seminar
from bot.delivery.amendments import AmendingCourier
from bot.delivery.courier import Courier
from bot.delivery.transport import BotTransport
from bot.demo.ledger import Entry
from tests.chat import ADMIN, Chatter, Town, town
from tests.handlers.broadcasts.restarts import server
from tests.handlers.seminars.test_editing_chat import to_part

FORM = "/seminar 2026-12-05 19:00 America/New_York | Работа | Work | https://youtu.be/old | 90m"
CLOSE = "/seminar 2026-12-05 20:00 America/New_York | Учёба | Study | https://youtu.be/second | 90m"
OLD, NEW, NEWER = "https://youtu.be/old", "https://youtu.be/new", "https://youtu.be/newer"


async def relink(t: Town, link: str | None, seminar: int = 1) -> None:
    """Store another link, as an admin's edit does."""
    rows = t.app.repositories.seminars
    old = await rows.get(seminar)
    assert old is not None
    new = replace(old, plan=replace(old.plan, link=link), sequence=old.sequence + 1)
    await rows.replace(old, new, None, {})


def links(person: Chatter) -> list[str]:
    """The addresses behind the buttons of the newest message."""
    return button_links(person.last)


def button_links(message: dict[str, Any]) -> list[str]:
    """The addresses behind the buttons of a message."""
    rows: list[list[dict[str, Any]]] = message.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["url"] for row in rows for button in row if "url" in button]


def edits(t: Town) -> list[Entry]:
    """Every edit in the chats of people."""
    calls = t.telegram.ledger.entries
    return [each for each in calls if each.method.startswith("editMessage") and each.chat_id != ADMIN and each.accepted]


async def announced(t: Town, form: str = FORM) -> tuple[Chatter, Chatter, Chatter]:
    """Somebody who reads Russian, somebody who reads English, and the admin; the seminar is announced to both."""
    people = (await t.subscriber("Анна"), await t.subscriber("Olga", "en"))
    admin = t.admin()
    await admin.announces(form)
    await t.tick()
    return (*people, admin)


async def test_what_was_sent_is_corrected_in_place_and_silently() -> None:
    async with town() as t:
        anna, olga, _ = await announced(t)
        numbers = [person.last["message_id"] for person in (anna, olga)]
        counts = [len(person.from_bot) for person in (anna, olga)]
        assert links(anna) == links(olga) == [OLD]
        await relink(t, NEW)
        await t.tick()
        assert links(anna) == links(olga) == [NEW]
        assert [person.last["message_id"] for person in (anna, olga)] == numbers
        assert [len(person.from_bot) for person in (anna, olga)] == counts
        assert t.query("SELECT action, count FROM journal ORDER BY number")[-1] == ("link-corrected", 2)
        done = len(edits(t))
        for _ in range(3):
            await t.tick()
        assert len(edits(t)) == done == 2


async def test_a_link_that_comes_late_or_goes_is_corrected_too() -> None:
    async with town() as t:
        anna, _, _ = await announced(t, FORM.replace(f" | {OLD}", ""))
        assert links(anna) == []
        await relink(t, NEW)
        await t.tick()
        assert links(anna) == [NEW]
        await relink(t, None)
        await t.tick()
        assert links(anna) == []


async def test_two_changes_in_a_row_end_with_the_last() -> None:
    async with town() as t:
        anna, _, _ = await announced(t)
        await t.app.repositories.pause.switch(on=True)
        await relink(t, NEW)
        await t.tick()
        await relink(t, NEWER)
        await t.tick()
        assert links(anna) == [OLD]
        await t.app.repositories.pause.switch(on=False)
        await t.tick()
        assert links(anna) == [NEWER]
        assert t.query("SELECT state FROM amendment ORDER BY id") == [("cancelled",), ("done",)]
        await relink(t, NEWER)
        await t.tick()
        assert t.query("SELECT count(*) FROM amendment") == [(2,)]


async def test_a_discreet_message_stays_neutral_and_opens_with_the_new_link() -> None:
    async with town() as t:
        anna = t.person("Анна")
        anna.person.started = True
        await t.app.dispatcher["subscribe"](anna.id, Locale.RU, discreet=True)
        await announced(t)
        await anna.taps("Открыть")
        await relink(t, NEW)
        await t.tick()
        anna.sees_not("Работа", "youtu.be")
        await anna.taps("Открыть")
        assert links(anna) == [NEW]


async def test_whoever_is_told_while_it_changes_reads_the_new_link() -> None:
    async with town() as t:
        people = [await t.subscriber(f"Анна {number}") for number in range(20)]
        await t.app.repositories.pause.switch(on=True)
        await t.admin().announces(FORM)
        await t.tick()
        await t.app.repositories.pause.switch(on=False)
        outbox, courier = t.app.repositories.outbox, Courier(BotTransport(t.app.bot), t.app.repositories.outbox)
        claimed = await outbox.claim(t.clock.now(), 8)
        for parcel in claimed[:4]:
            await outbox.record([Outcome(parcel, await courier.deliver(parcel))], t.clock.now())
        await relink(t, NEW)
        await t.app.correct_links()
        for parcel in claimed[4:]:  # under way with the old link
            await outbox.record([Outcome(parcel, await courier.deliver(parcel))], t.clock.now())
        assert t.query("SELECT count(*) FROM amendment") == [(0,)], "not before nothing is under way"
        for parcel in await outbox.claim(t.clock.now(), 1):
            await outbox.record([Outcome(parcel, await courier.deliver(parcel))], t.clock.now())
        told = [person for person in people if person.from_bot]
        assert sorted(links(person)[0] for person in told) == [NEW] + [OLD] * 8
        await t.tick()
        await t.tick()
        assert [links(person) for person in people] == [[NEW]] * 20
        assert t.query("SELECT total, done FROM amendment") == [(20, 20)]


async def test_a_kill_in_between_corrects_each_and_none_is_left_out(tmp_path: Path) -> None:
    place = server(tmp_path)
    async with place.process() as t:
        people = [await t.subscriber(f"Анна {number}") for number in range(20)]
        admin = t.admin()
        await admin.announces(FORM)
        await t.tick()
        await relink(t, NEW)
        await t.app.correct_links()
        claimed = await t.app.repositories.amended_rows.claim(t.clock.now(), 9)
        courier = AmendingCourier(t.app.bot, t.app.repositories.outbox)
        assert [await courier.deliver(parcel) for parcel in claimed[:5]] == [Sent()] * 5
    async with place.process(admin, *people) as t:
        await t.tick()
        assert [links(person) for person in people] == [[NEW]] * 20
        assert t.query("SELECT total, done FROM amendment") == [(20, 20)]
        assert len(edits(t)) == 20


async def test_a_reminder_of_two_seminars_names_the_new_link_of_the_second() -> None:
    async with town() as t:
        anna, _, admin = await announced(t)
        await admin.announces(CLOSE)
        await t.tick()
        seminar = await t.app.repositories.seminars.get(1)
        assert seminar is not None
        t.clock.forward(seconds=(seminar.start - t.clock.now()).total_seconds() - 24 * 3600 + 5)
        await t.tick()
        anna.sees("youtu.be/second", "youtu.be/old")
        await relink(t, NEW, 2)
        await t.tick()
        anna.sees("youtu.be/new", "youtu.be/old")
        anna.sees_not("youtu.be/second")


async def test_a_moved_seminar_is_corrected_in_what_tells_of_its_new_time_only() -> None:
    async with town() as t:
        anna, _, admin = await announced(t)
        await admin.taps("Перенести")
        await admin.sends("2026-12-06 19:00 America/New_York")
        await admin.taps(next(label for label in admin.labels if "Перенести" in label))
        await t.tick()
        assert anna.got("перенесён") == 1
        await relink(t, NEW)
        await t.tick()
        assert links(anna) == [NEW]
        assert t.query("SELECT m.kind, a.done FROM amendment a JOIN mailing m ON m.id = a.mailing") == [("moved", 2)]


@pytest.mark.parametrize("how", ["Изменить без сообщения", "Сообщить · 2"])
async def test_an_admins_edit_of_the_link_corrects_the_announcement(how: str) -> None:
    async with town() as t:
        anna, olga, admin = await announced(t)
        first = [person.last["message_id"] for person in (anna, olga)]
        await to_part(admin, "Ссылка")
        await admin.sends(NEW)
        assert links(anna) == [OLD]
        await admin.taps(how)
        await t.tick()
        await t.tick()
        corrected = [
            message for person in (anna, olga) for message in person.from_bot if message["message_id"] in first
        ]
        assert [button_links(message) for message in corrected] == [[NEW], [NEW]]
        assert len(edits(t)) == 2, "what was told just now names it already"
        assert anna.got("Семинар изменился") == (how != "Изменить без сообщения")


async def test_texts_worded_before_another_change_are_not_taken() -> None:
    async with town() as t:
        anna, _, _ = await announced(t)
        await relink(t, NEW)
        rows = t.app.repositories.sent_links
        (stale,) = await rows.stale()
        seen = await t.app.repositories.seminars.get(1)
        assert seen is not None
        await relink(t, NEWER)
        assert not await rows.reword(stale, t.app.correct_links.render(stale.kind, seen, stale.step), [seen])
        gone = replace(stale, others=(9,))
        await replace(t.app.correct_links, links=Only(gone))()
        await t.tick()
        assert links(anna) == [NEWER]


@dataclass(frozen=True)
class Only:
    """Knows of one stale mailing, told together with a seminar that is no more; nothing of it may be reworded."""

    found: StaleLink

    async def stale(self) -> Sequence[StaleLink]:
        return (self.found,)

    async def reword(self, stale: StaleLink, contents: Contents, seminars: Sequence[Seminar]) -> bool:
        raise AssertionError(stale)

    async def correct(self) -> int:
        return 0
