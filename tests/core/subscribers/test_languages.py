"""Which language a chat is answered in, and how little of that is remembered."""

from dataclasses import dataclass, field

from bot.core.locales import Locale
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import Subscriber
from tests.core.seminars.seminar_memory import MemorySubscribers

ROW = Subscriber(1, Locale.EN, "2026-11-24", "2026-11-24")


@dataclass
class Counted(MemorySubscribers):
    """Subscribers that count how often they are asked, and may be out of reach."""

    asked: list[int] = field(default_factory=list)
    broken: bool = False

    async def get(self, chat: int) -> Subscriber | None:
        self.asked.append(chat)
        if self.broken:
            raise OSError
        return await super().get(chat)


async def test_the_row_comes_before_everything() -> None:
    languages = Languages(Counted({1: ROW}), Locale.RU)
    assert await languages.of(1, Locale.RU, "ru") is Locale.EN


async def test_the_tapped_button_comes_before_what_is_remembered() -> None:
    languages = Languages(Counted(), Locale.RU)
    languages.chose(2, Locale.EN)
    assert await languages.of(2, None, "ru") is Locale.EN
    assert await languages.of(2, Locale.RU, "en") is Locale.RU


async def test_a_known_chat_is_not_asked_for_again() -> None:
    subscribers = Counted({1: ROW})
    languages = Languages(subscribers, Locale.RU)
    for _ in range(3):
        await languages.of(1, None, None)
        await languages.of(2, None, None)
    assert subscribers.asked == [1, 2]


async def test_what_is_stored_and_forgotten() -> None:
    subscribers = Counted()
    languages = Languages(subscribers, Locale.RU)
    languages.stored(3, Locale.EN)
    assert await languages.of(3, Locale.RU, None) is Locale.EN
    languages.forget(3)
    assert await languages.of(3, None, None) is Locale.RU


async def test_the_memory_is_bounded_and_the_oldest_goes_first() -> None:
    languages = Languages(Counted(), Locale.RU, size=2)
    for chat in (1, 2, 3):
        languages.chose(chat, Locale.EN)
    assert await languages.of(1, None, None) is Locale.RU
    assert await languages.of(3, None, None) is Locale.EN


async def test_without_the_disk_it_guesses_and_remembers_nothing() -> None:
    subscribers = Counted({1: ROW}, broken=True)
    languages = Languages(subscribers, Locale.RU)
    assert await languages.of(1, None, "de") is Locale.EN
    assert await languages.of(1, Locale.RU, "de") is Locale.RU
    subscribers.broken = False
    assert await languages.of(1, Locale.RU, "ru") is Locale.EN


async def test_m08_cyrillic_counts_where_nothing_was_chosen() -> None:
    languages = Languages(Counted({1: ROW}), Locale.RU)
    assert await languages.of(1, None, "en", "как отписаться") is Locale.EN
    assert await languages.of(2, None, "de", "как отписаться") is Locale.RU
    assert await languages.of(2, None, "de") is Locale.EN
    languages.chose(2, Locale.EN)
    assert await languages.of(2, None, "ru", "как отписаться") is Locale.EN
    assert await Languages(Counted(broken=True), Locale.EN).of(3, None, "de", "да") is Locale.RU
