"""The card of a running broadcast: true, redrawn only when it changed, and in the end the report (A6, A8)."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest
from aiogram import Bot
from aiogram.client.default import DefaultBotProperties
from hypothesis import given
from hypothesis import strategies as st

from bot.core.locales import Locale
from bot.core.mailings.mailings import Audience, Breaker, Counters, Mailing, MailingKind, MailingState
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import Subscriber
from bot.demo.chats.person import Person
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.demo.text.html import parse_html
from bot.handlers.broadcasts.bars import bar
from bot.handlers.broadcasts.progress import ControlBroadcast, ProgressCards, progress_screen
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES
from bot.handlers.ui.screens import Screen, Words
from bot.texts import Texts, read_catalogues
from tests.core.mailings.broadcast_memory import MemoryMailings, StillClock

TEXTS = Texts(read_catalogues())
WORDS = {locale: Words(TEXTS, locale) for locale in Locale}
ADMIN = 7
RUN = Counters(total=1000, delivered=500, gone=20, failed=3, unknown=1, expired=0, left=6, twice=2, refused=1)
END = replace(RUN, delivered=940, expired=30)
few = st.integers(min_value=0, max_value=5000)


def mailing(state: MailingState, counters: Counters = RUN, **more: object) -> Mailing:
    drawn = Mailing(4, MailingKind.BROADCAST, state, Audience.ALL, counters, author=ADMIN, card=1)
    return replace(drawn, **more)  # type: ignore[arg-type]  # fields by name


def lines(screen: Screen) -> list[str]:
    text, _ = parse_html(screen.text)
    return text.splitlines()


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


class TestScreen:
    @pytest.mark.parametrize("state", [state for state in MailingState if state is not MailingState.DRAFT])
    @pytest.mark.parametrize("locale", Locale)
    def test_every_state_can_be_drawn(self, state: MailingState, locale: Locale) -> None:
        screen = progress_screen(WORDS[locale], mailing(state, id=2**63 - 1), 28.5)
        assert lines(screen)
        for row in screen.rows:
            assert all(len((button.callback_data or "").encode()) <= CALLBACK_DATA_BYTES for button in row)
        assert labels(screen)[-1] == {Locale.RU: "🌐 English", Locale.EN: "🌐 Русский"}[locale]

    def test_a_running_one_says_everything(self) -> None:
        assert lines(progress_screen(WORDS[Locale.RU], mailing(MailingState.QUEUED), 10))[:12] == [
            "📣 Рассылка идёт", "",
            "▓▓▓▓▓░░░░░", "",
            "Отправлено: 500", "Осталось: 470", "Недоступны: 20", "Ошибки: 3", "Неизвестно: 1", "",
            "Скорость: 10 в секунду", "До конца: меньше минуты",
        ]  # fmt: skip

    def test_without_a_known_rate_none_is_claimed(self) -> None:
        text = progress_screen(WORDS[Locale.RU], mailing(MailingState.QUEUED), 0).text
        assert "Скорость" not in text
        assert "До конца" not in text

    def test_a_slow_one_is_not_said_to_stand_still(self) -> None:
        assert "Скорость: 1 в" in progress_screen(WORDS[Locale.RU], mailing(MailingState.QUEUED), 0.2).text

    @pytest.mark.parametrize("state", [MailingState.PAUSED, MailingState.STOPPED])
    def test_one_that_stands_has_no_rate_and_can_go_on(self, state: MailingState) -> None:
        screen = progress_screen(WORDS[Locale.RU], mailing(state), 10)
        assert "Скорость" not in screen.text
        assert labels(screen)[:2] == ["▶️ Продолжить", "⏹ Отменить"]

    @pytest.mark.parametrize(
        ("locale", "expected"), [(Locale.RU, ["⏸ Пауза", "⏹ Отменить"]), (Locale.EN, ["⏸ Pause", "⏹ Cancel"])]
    )
    def test_a_running_one_can_be_paused_and_cancelled(self, locale: Locale, expected: list[str]) -> None:
        screen = progress_screen(WORDS[locale], mailing(MailingState.QUEUED), 10)
        assert labels(screen)[:2] == expected
        targets = [ControlBroadcast.unpack(button.callback_data or "").to for button in screen.rows[0]]
        assert targets == [MailingState.PAUSED, MailingState.CANCELLED]

    @pytest.mark.parametrize(
        ("reason", "words"),
        [
            (Breaker.REFUSED, "отказался принять этот текст"),
            (Breaker.GONE, "пятой части"),
            (Breaker.FAILING, "двадцатой части"),
            (None, "Проверьте счётчики"),
        ],
    )
    def test_one_that_stopped_itself_says_why(self, reason: Breaker | None, words: str) -> None:
        text = progress_screen(WORDS[Locale.RU], mailing(MailingState.STOPPED, reason=reason), 0).text
        assert "остановилась сама" in text
        assert words in text

    def test_a_small_one_refused_altogether_says_why_in_its_report(self) -> None:
        refused = Counters(total=3, failed=3, refused=3)
        done = mailing(MailingState.DONE, refused, reason=Breaker.REFUSED)
        assert "отказался принять" in progress_screen(WORDS[Locale.RU], done, 0).text
        forced = replace(done, forced=True)
        assert "отказался принять" not in progress_screen(WORDS[Locale.RU], forced, 0).text

    @given(few, few, few)
    def test_the_bar_never_promises_more_than_was_done(self, delivered: int, left: int, waiting: int) -> None:
        total = delivered + left + waiting
        drawn = bar(total, waiting)
        assert len(drawn) == 10
        assert drawn.count("▓") * total <= 10 * (delivered + left) or total == 0
        assert (drawn.count("░") == 0) is (waiting == 0)


class TestReport:
    @pytest.mark.parametrize(
        ("locale", "expected"),
        [
            (Locale.RU, ["Доставлено: 940", "Недоступны: 20", "Ошибки: 3", "Неизвестно: 1", "Просрочено: 30",
                         "Отписались: 6", "Всего: 1000", "", "Возможно дважды: 2"]),
            (Locale.EN, ["Delivered: 940", "Gone: 20", "Failed: 3", "Unknown: 1", "Expired: 30",
                         "Left: 6", "Total: 1000", "", "Possibly twice: 2"]),
        ],
    )  # fmt: skip
    def test_one_outcome_a_line(self, locale: Locale, expected: list[str]) -> None:
        assert lines(progress_screen(WORDS[locale], mailing(MailingState.DONE, END), 0))[2:] == expected

    @given(few, few, few, few, few, few, few)
    def test_the_lines_add_up(
        self, delivered: int, gone: int, failed: int, unknown: int, expired: int, left: int, twice: int
    ) -> None:
        total = delivered + gone + failed + unknown + expired + left
        counters = Counters(total, delivered, gone, failed, unknown, expired, left, twice)
        shown = lines(progress_screen(WORDS[Locale.RU], mailing(MailingState.DONE, counters), 0))[2:9]
        numbers = [int(line.split(": ")[1]) for line in shown]
        assert sum(numbers[:6]) == numbers[6] == total

    def test_a_cancelled_one_says_how_many_were_not_reached(self) -> None:
        screen = progress_screen(WORDS[Locale.RU], mailing(MailingState.CANCELLED, END), 0)
        assert lines(screen)[-1] == "Не получили из-за отмены: 30. Они учтены в строке «Просрочено»."
        assert labels(screen) == ["🏠 Меню", "🌐 English"]

    def test_what_is_still_under_way_is_said(self) -> None:
        late = replace(END, expired=28)
        assert lines(progress_screen(WORDS[Locale.RU], mailing(MailingState.CANCELLED, late), 0))[-1].startswith(
            "Ещё в пути: 2."
        )


class NoRows:
    """Nobody has subscribed."""

    async def get(self, chat: int) -> Subscriber | None:
        return None


@dataclass
class Watching(MemoryMailings):
    """Mailings whose reading can fail."""

    broken: bool = False
    final: list[int] = field(default_factory=list)

    async def with_cards(self) -> list[Mailing]:
        if self.broken:
            raise OSError("secret 123456789")
        return await super().with_cards()

    async def card(self, mailing: int, message: int | None) -> None:
        if message is None:
            self.final.append(mailing)
        await super().card(mailing, message)


@dataclass
class Scene:
    clock: StillClock
    telegram: Telegram
    admin: Person
    mailings: Watching
    languages: Languages
    cards: ProgressCards

    def has(self, state: MailingState, counters: Counters = RUN, number: int = 4) -> None:
        known = self.mailings.mailings.get(number)
        card = known.card if known else self.admin.place(self.telegram.world.bot, {"text": "card"})["message_id"]
        self.mailings.mailings[number] = mailing(state, counters, id=number, card=card)

    async def after(self, seconds: float) -> None:
        self.clock.ticks += seconds
        await self.cards.refresh()

    @property
    def text(self) -> str:
        return str(self.admin.messages[-1]["text"])

    @property
    def edits(self) -> int:
        return len([entry for entry in self.telegram.ledger.entries if entry.method == "editMessageText"])


@pytest.fixture
async def scene() -> AsyncIterator[Scene]:
    clock = StillClock()
    telegram = Telegram(now=lambda: 1_700_000_000.0, sleep=clock.sleep, limits=Limits(model="off"))
    admin = telegram.person(ADMIN, "Админ")
    admin.started = True
    bot = Bot(telegram.token, session=InProcessSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    languages = Languages(NoRows(), Locale.RU)  # type: ignore[arg-type]  # only reading is asked for
    mailings = Watching()
    yield Scene(clock, telegram, admin, mailings, languages, ProgressCards(bot, TEXTS, mailings, languages, clock))


class TestCards:
    async def test_the_rate_is_what_came_since_the_last_look(self, scene: Scene) -> None:
        scene.has(MailingState.QUEUED)
        await scene.after(0)
        assert "Скорость" not in scene.text
        scene.has(MailingState.QUEUED, replace(RUN, delivered=584))
        await scene.after(3)
        assert "Скорость: 28 в секунду" in scene.text
        await scene.after(3)
        assert "Скорость" not in scene.text

    async def test_nothing_is_asked_when_nothing_changed(self, scene: Scene) -> None:
        scene.has(MailingState.PAUSED)
        for _ in range(5):
            await scene.after(3)
        assert scene.edits == 1

    async def test_a_card_drawn_before_a_restart_is_no_failure(
        self, scene: Scene, caplog: pytest.LogCaptureFixture
    ) -> None:
        scene.has(MailingState.PAUSED)
        await scene.after(0)
        again = ProgressCards(scene.cards.bot, TEXTS, scene.mailings, scene.languages, scene.clock)
        await again.refresh()
        await again.refresh()
        assert scene.edits == 2
        assert not caplog.records

    async def test_the_language_is_the_authors(self, scene: Scene) -> None:
        scene.has(MailingState.PAUSED)
        scene.languages.chose(ADMIN, Locale.EN)
        await scene.after(0)
        assert "The broadcast is paused" in scene.text

    @pytest.mark.parametrize("state", [MailingState.DONE, MailingState.CANCELLED])
    async def test_at_the_end_the_card_is_the_report_and_final(self, scene: Scene, state: MailingState) -> None:
        scene.has(MailingState.QUEUED)
        await scene.after(0)
        scene.has(state, END)
        await scene.after(3)
        await scene.after(3)
        assert "Всего: 1000" in scene.text
        assert (scene.mailings.final, scene.edits, len(scene.admin.messages)) == ([4], 2, 1)

    async def test_a_cancelled_one_waits_for_what_is_under_way(self, scene: Scene) -> None:
        scene.has(MailingState.CANCELLED, replace(END, delivered=939))
        await scene.after(0)
        assert not scene.mailings.final
        scene.has(MailingState.CANCELLED, END)
        await scene.after(3)
        assert "Доставлено: 940" in scene.text
        assert scene.mailings.final == [4]

    @pytest.mark.parametrize("state", [MailingState.QUEUED, MailingState.DONE])
    async def test_a_deleted_card_comes_back_once(self, scene: Scene, state: MailingState) -> None:
        scene.has(MailingState.PAUSED)
        await scene.after(0)
        scene.admin.deletes(1)
        scene.has(state, END)
        await scene.after(3)
        await scene.after(3)
        assert len(scene.admin.messages) == 1
        assert scene.admin.messages[0]["message_id"] == 2
        card = scene.mailings.mailings[4].card
        assert card == (None if state is MailingState.DONE else 2)

    async def test_an_admin_who_blocked_the_bot_is_let_go_at_the_end(self, scene: Scene) -> None:
        scene.has(MailingState.DONE, END)
        scene.admin.blocks()
        await scene.after(0)
        assert scene.mailings.final == [4]

    async def test_one_bad_card_does_not_stop_the_others(self, scene: Scene, caplog: pytest.LogCaptureFixture) -> None:
        scene.has(MailingState.DONE, END, number=3)
        scene.mailings.mailings[3] = replace(scene.mailings.mailings[3], author=-404)
        scene.has(MailingState.DONE, END, number=4)
        await scene.after(0)
        assert scene.mailings.final == [4]
        assert [record.getMessage() for record in caplog.records] == ["card_not_drawn kind=TelegramBadRequest"]

    async def test_a_failed_report_is_tried_again(self, scene: Scene) -> None:
        scene.has(MailingState.DONE, END)
        known = scene.mailings.mailings[4]
        scene.mailings.mailings[4] = replace(known, author=-404)
        await scene.after(0)
        assert not scene.mailings.final
        scene.mailings.mailings[4] = known
        await scene.after(3)
        assert scene.mailings.final == [4]

    async def test_a_storage_that_cannot_be_read_is_logged_without_a_word(
        self, scene: Scene, caplog: pytest.LogCaptureFixture
    ) -> None:
        scene.mailings.broken = True
        await scene.after(0)
        assert [record.getMessage() for record in caplog.records] == ["cards_not_read kind=OSError"]
        assert "123456789" not in caplog.text

    async def test_a_broadcast_without_a_reader_is_passed_over(self, scene: Scene) -> None:
        scene.has(MailingState.QUEUED)
        scene.mailings.mailings[4] = replace(scene.mailings.mailings[4], author=None)
        await scene.after(0)
        assert scene.edits == 0
