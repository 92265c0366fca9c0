"""Rows come, change and go, and after going nothing of them is in any file."""

import pytest

from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingState
from bot.core.mailings.outbox import Sent
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.message_log import RecentMessages
from bot.core.subscribers.subscribers import Choice, Choose, ChooseLanguage, Leave, Subscribe
from bot.storage.people.people import number_of
from tests.engine import about_the_file
from tests.storage.conftest import Store

CHAT = 7_123_456_789


class Nobody:
    """No message is under way."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    async def quiet(self, chat: int) -> list[int]:
        self.asked.append(chat)
        return [77]


async def test_subscribing_twice_changes_nothing(store: Store) -> None:
    languages = Languages(store.rows.subscribers, Locale.RU)
    subscribe = Subscribe(store.rows.subscribers, languages, store.clock)
    assert await subscribe(CHAT, Locale.EN, discreet=True)
    first = await store.rows.subscribers.get(CHAT)
    store.clock.forward(days=3)
    assert not await subscribe(CHAT, Locale.RU, discreet=False)
    assert await store.rows.subscribers.get(CHAT) == first
    assert first
    assert (first.language, first.discreet, first.joined) == (Locale.EN, True, "2026-11-24")


@pytest.mark.parametrize("choice", list(Choice))
async def test_every_switch_can_be_set(store: Store, choice: Choice) -> None:
    await store.people(CHAT)
    choose = Choose(store.rows.subscribers, store.clock)
    for on in (True, False, False, True):
        row = await choose(CHAT, choice, on=on)
        assert row
        assert row.has(choice) is on
        assert await store.rows.subscribers.get(CHAT) == row


async def test_a_switch_without_a_row_makes_none(store: Store) -> None:
    assert await Choose(store.rows.subscribers, store.clock)(CHAT, Choice.NEWS, on=True) is None
    assert await store.count("subscriber") == 0


async def test_the_language_of_a_row_is_kept_and_of_a_reader_only_remembered(store: Store) -> None:
    languages = Languages(store.rows.subscribers, Locale.RU)
    choose = ChooseLanguage(store.rows.subscribers, languages, store.clock)
    await choose(CHAT, Locale.EN)
    assert await store.count("subscriber") == 0
    assert await languages.of(CHAT, None, "ru") is Locale.EN
    await store.people(CHAT + 1)
    await choose(CHAT + 1, Locale.EN)
    fresh = Languages(store.rows.subscribers, Locale.RU)
    assert await fresh.of(CHAT + 1, Locale.RU, "ru") is Locale.EN
    assert await fresh.of(CHAT, None, "ru") is Locale.RU


async def test_leaving_takes_everything_and_waits_for_what_is_under_way(store: Store) -> None:
    await store.people(CHAT, 2)
    mailing = await store.broadcast()
    seminar = await store.seminar()
    await store.rows.seminars.choose(seminar.id, CHAT, Locale.RU, wanted=True)
    nobody, recent = Nobody(), RecentMessages(store.clock)
    leave = Leave(store.rows.subscribers, Languages(store.rows.subscribers, Locale.RU), nobody, recent)
    number = await number_of(store.database, CHAT)
    assert await leave(CHAT)
    assert await number_of(store.database, CHAT) is None
    assert nobody.asked == [CHAT]
    for table in ("subscriber", "delivery", "seminar_choice"):
        assert await store.count(table, f"person = {number}") == 0
    assert recent.of(CHAT) == [77]  # what arrived meanwhile
    counters = await store.counters(mailing)
    assert (counters.total, counters.left, counters.remaining) == (2, 1, 1)
    assert not await leave(CHAT)


@about_the_file
async def test_after_leaving_the_id_is_in_no_file(store: Store) -> None:
    await store.people(CHAT, *range(1, 200))
    await store.broadcast()
    seminar = await store.seminar()
    await store.rows.seminars.choose(seminar.id, CHAT, Locale.RU, wanted=True)
    forms = (CHAT.to_bytes(6, "big"), str(CHAT).encode())
    found = any(form in file.read_bytes() for file in store.path.parent.iterdir() for form in forms)
    assert found
    await store.rows.subscribers.erase(CHAT)
    await store.rows.retention.wipe_round()
    for file in store.path.parent.iterdir():
        assert not any(form in file.read_bytes() for form in forms), file.name


async def test_the_last_one_to_leave_ends_the_mailing(store: Store) -> None:
    await store.people(1, 2)
    mailing = await store.broadcast()
    await store.record(await store.claim(1), Sent((5,)))
    await store.rows.subscribers.erase(2)
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert stored.state is MailingState.DONE
    assert stored.counters.delivered + stored.counters.left == stored.counters.total == 2


async def test_an_admin_who_leaves_is_no_author_any_more(store: Store) -> None:
    await store.people(9001, 2)
    mailing = await store.broadcast()
    await store.rows.subscribers.erase(9001)
    stored = await store.rows.mailings.get(mailing)
    assert stored
    assert (stored.author, stored.card) == (None, None)


async def test_counting_by_language(store: Store) -> None:
    await store.people(1, 2)
    await store.people(3, language=Locale.EN)
    assert await store.rows.subscribers.count() == {Locale.RU: 2, Locale.EN: 1}
