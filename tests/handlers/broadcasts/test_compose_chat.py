"""Broadcasts as an admin lives through them: real routers, real storage, pretended Telegram (A2, A3, A6, R11, R12)."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.core.locales import Locale
from bot.core.mailings.conversations import Conversation, Flow
from bot.core.mailings.mailings import Audience, MailingState
from bot.core.mailings.outbox import Gone
from bot.demo.chats.person import Person
from bot.storage.mailings.conversations import ConversationRepository
from tests.handlers.broadcasts.stage import ADMIN, COLLEAGUE, STRANGER, Stage, delivered, labels, last, raised

BOLD = [{"type": "bold", "offset": 0, "length": 6}]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with raised(tmp_path) as opened:
        yield opened


@pytest.fixture
def admin(stage: Stage) -> Person:
    return stage.person(ADMIN)


async def previewed(stage: Stage, admin: Person) -> None:
    """Compose in both languages, for two Russian readers and an English one."""
    await stage.subscribed(Locale.RU, Locale.RU, Locale.EN)
    await stage.says(admin, "/broadcast")
    await stage.says(admin, "Привет всем", entities=BOLD)
    await stage.says(admin, "Hello all")


async def sent(stage: Stage, admin: Person) -> None:
    await previewed(stage, admin)
    await stage.taps(admin, "Отправить 3")


class TestComposing:
    async def test_asks_for_russian_then_english_then_previews(self, stage: Stage, admin: Person) -> None:
        await stage.says(admin, "/broadcast")
        assert "русский текст" in last(admin)["text"]
        assert "✖️ Отмена" in labels(last(admin))
        await stage.says(admin, "Привет всем", entities=BOLD)
        assert labels(last(admin))[:3] == ["Одно для всех", "Только русским", "✖️ Отмена"]
        await stage.says(admin, "Hello all")
        above_russian, russian, above_english, english, card = admin.messages[-5:]
        assert ("Русский текст" in above_russian["text"], "Английский текст" in above_english["text"]) == (True, True)
        assert (russian["text"], russian["entities"]) == ("Привет всем", BOLD)
        assert (english["text"], english.get("entities")) == ("Hello all", None)
        assert "Все · 0" in card["text"]

    async def test_the_card_says_whom_how_long_and_how_many(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        card = last(admin)
        assert "Кому: Все · 3" in card["text"]
        assert "Займёт: меньше минуты" in card["text"]
        fixes = ["✏️ Исправить русский", "✏️ Исправить английский"]
        assert labels(card)[:8] == [
            "Отправить 3",
            "🕓 Отправить позже",
            "🔗 Кнопки-ссылки",
            "🔕 Без звука",
            "👥 Кому",
            *fixes,
            "✖️ Отмена",
        ]

    async def test_every_formatting_comes_back_exactly(self, stage: Stage, admin: Person) -> None:
        text = "жирный ссылка код эмодзи 👍 время цитата"
        entities = [
            {"type": "bold", "offset": 0, "length": 6},
            {"type": "text_link", "offset": 7, "length": 6, "url": "https://example.org/?a=1&b=<2>"},
            {"type": "pre", "offset": 14, "length": 3, "language": "python"},
            {"type": "custom_emoji", "offset": 25, "length": 2, "custom_emoji_id": "5368324170671202286"},
            {"type": "date_time", "offset": 28, "length": 5, "unix_time": 1_800_000_000, "date_time_format": "wDt"},
            {"type": "expandable_blockquote", "offset": 34, "length": 6},
        ]
        await stage.says(admin, "/broadcast")
        await stage.says(admin, text, entities=entities)
        own = admin.messages[-2]
        await stage.taps(admin, "Одно для всех")
        copy = admin.messages[-2]
        assert (copy["text"], copy["entities"]) == (own["text"], own["entities"])
        assert copy["from"]["is_bot"]

    async def test_markup_typed_as_text_stays_text(self, stage: Stage, admin: Person) -> None:
        hostile = "<b>1 & 2</b> {0} %s { $count } </code>"
        await stage.says(admin, "/broadcast")
        await stage.says(admin, hostile)
        await stage.taps(admin, "Одно для всех")
        assert admin.messages[-2]["text"] == hostile
        assert "entities" not in admin.messages[-2]

    async def test_a_mention_without_a_name_loses_the_person(self, stage: Stage, admin: Person) -> None:
        user = {"id": 555_000_111, "is_bot": False, "first_name": "Canarykin"}
        await stage.says(admin, "/broadcast")
        await stage.says(
            admin, "Спасибо другу", entities=[{"type": "text_mention", "offset": 8, "length": 5, "user": user}]
        )
        await stage.taps(admin, "Одно для всех")
        assert "entities" not in admin.messages[-2]
        rows = await stage.database.rows("SELECT content, entities FROM mailing_text WHERE discreet = 0")
        assert rows == [("Спасибо другу", "[]")] * 2

    async def test_one_for_all_is_shown_once(self, stage: Stage, admin: Person) -> None:
        await stage.subscribed(Locale.RU, Locale.EN)
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "Привет")
        before = len(admin.messages)
        await stage.taps(admin, "Одно для всех")
        assert len(admin.messages) == before + 3
        assert "один для всех" in last(admin)["text"]
        assert "Отправить 2" in labels(last(admin))

    async def test_russian_only_reaches_russian_readers(self, stage: Stage, admin: Person) -> None:
        await stage.subscribed(Locale.RU, Locale.EN)
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "Привет")
        await stage.taps(admin, "Только русским")
        assert "Русский · 1" in last(admin)["text"]
        assert "Отправить 1" in labels(last(admin))

    async def test_nobody_to_send_to_has_no_button(self, stage: Stage, admin: Person) -> None:
        await stage.subscribed(Locale.RU, news=False)
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "Привет")
        await stage.taps(admin, "Только русским")
        assert "Отправлять некому" in last(admin)["text"]
        assert not [label for label in labels(last(admin)) if label.startswith("Отправить")]

    async def test_in_english_too(self, stage: Stage) -> None:
        admin = stage.person(ADMIN, "en")
        await stage.subscribed(Locale.RU, Locale.EN)
        await stage.says(admin, "/broadcast")
        assert "Russian text" in last(admin)["text"]
        await stage.says(admin, "Привет")
        assert labels(last(admin))[:2] == ["One for all", "Russian readers only"]
        await stage.taps(admin, "Russian readers only")
        assert "Русский · 1" in last(admin)["text"]
        await stage.taps(admin, "One for all")
        assert "All · 2" in last(admin)["text"]
        await stage.taps(admin, "Send 2")
        assert "The broadcast is running" in last(admin)["text"]
        assert admin.toasts[-1]["text"] == "The broadcast is confirmed"


class TestMistakes:
    @pytest.mark.parametrize("text", ["я" * 4097, "😀" * 2049])
    async def test_too_long_a_text_is_named_and_the_draft_kept(self, stage: Stage, admin: Person, text: str) -> None:
        await stage.says(admin, "/broadcast")
        await stage.says(admin, text)
        assert "не больше 4096 знаков" in last(admin)["text"]
        await stage.says(admin, "Короче")
        assert "Русский текст принят" in last(admin)["text"]

    async def test_a_blank_text_is_named_and_the_draft_kept(self, stage: Stage, admin: Person) -> None:
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "я" * 4096)
        stage.clock.at += timedelta(seconds=10)  # at once it would be the rest of a paste
        blank = admin.place(admin.user, {"text": "\u2003"})
        stage.telegram.world.updates.add("message", blank)
        await stage.goes_on()
        assert "нет текста" in last(admin)["text"]
        await stage.says(admin, "Hello")
        assert [message["text"] for message in admin.messages[-4:-1]][::2] == ["я" * 4096, "Hello"]

    async def test_what_is_no_content_is_refused_and_the_draft_stays(self, stage: Stage, admin: Person) -> None:
        await stage.says(admin, "/broadcast")
        kinds: tuple[dict[str, object], ...] = (
            {"photo": []},
            {"dice": {"emoji": "🎲", "value": 1}},
            {"location": {"latitude": 1, "longitude": 2}},
        )
        for media in kinds:
            message = admin.place(admin.user, {**media, "caption": "Привет"})
            stage.telegram.world.updates.add("message", message)
            await stage.goes_on()
            assert "разослать нельзя" in last(admin)["text"]
        await stage.says(admin, "Привет")
        assert "Русский текст принят" in last(admin)["text"]

    async def test_what_telegram_refuses_is_refused_in_the_preview(self, stage: Stage, admin: Person) -> None:
        await stage.subscribed(Locale.RU)
        stage.line.refused["Hello"] = "Bad Request: can't parse <entities>"
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "Привет")
        await stage.says(admin, "Hello")
        told = last(admin)
        assert "не принимает английское сообщение" in told["text"]
        assert "can't parse <entities>" in told["text"]
        assert not [label for label in labels(told) if label.startswith("Отправить")]
        await stage.says(admin, "Hello again")
        assert [message["text"] for message in admin.messages[-4:-1]][::2] == ["Привет", "Hello again"]
        assert "Отправить 1" in labels(last(admin))

    async def test_a_refused_russian_text_comes_first(self, stage: Stage, admin: Person) -> None:
        stage.line.refused["Привет"] = "Bad Request: something new"
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "Привет")
        await stage.says(admin, "Hello")
        assert "не принимает русское сообщение" in last(admin)["text"]
        assert "something new" in last(admin)["text"]
        await stage.taps(admin, "Исправить русский")
        assert "исправленный русский" in last(admin)["text"]
        await stage.says(admin, "Zoom")
        assert [message["text"] for message in admin.messages[-4:-1]][::2] == ["Zoom", "Hello"]

    async def test_a_text_under_the_preview_corrects_it_and_the_old_card_is_stale(
        self, stage: Stage, admin: Person
    ) -> None:
        await previewed(stage, admin)
        old = last(admin)["message_id"]
        await stage.says(admin, "Hello everybody")
        assert admin.messages[-2]["text"] == "Hello everybody"
        await stage.taps(admin, "Отправить 3", old)
        assert admin.toasts[-1]["show_alert"]
        assert "изменена" in admin.toasts[-1]["text"]
        await stage.taps(admin, "Отправить 3")
        assert "Рассылка идёт" in last(admin)["text"]


class TestConfirming:
    async def test_the_card_becomes_the_progress(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        card = last(admin)["message_id"]
        await stage.taps(admin, "Отправить 3")
        assert last(admin)["message_id"] == card
        assert "Отправлено: 0" in last(admin)["text"]
        (mailing,) = await stage.mailings.with_cards()
        assert (mailing.card, mailing.author, mailing.state) == (card, ADMIN, MailingState.QUEUED)
        assert (mailing.audience, mailing.counters.total) == (Audience.ALL, 3)

    async def test_a_double_tap_sends_once(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        admin.press("Отправить 3")
        admin.press("Отправить 3")
        await stage.goes_on()
        assert [toast["show_alert"] for toast in admin.toasts] == [False, True]
        assert len(await stage.outbox.claim(stage.clock.now(), 100)) == 3

    async def test_another_admin_cannot_confirm(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        data = last(admin)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        colleague = stage.person(COLLEAGUE)
        await stage.says(colleague, "/broadcast")
        colleague.taps(last(colleague)["message_id"], data)
        await stage.goes_on()
        assert colleague.toasts[-1]["show_alert"]
        assert not await stage.mailings.with_cards()

    async def test_a_stranger_is_not_even_answered_here(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        stranger = stage.person(STRANGER)
        for row in last(admin)["reply_markup"]["inline_keyboard"][:4]:
            stranger.taps(1, row[0]["callback_data"])
        await stage.says(stranger, "/broadcast")
        assert stage.unhandled == 5
        assert not stranger.toasts

    async def test_an_hour_later_it_is_stale(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        stage.clock.at += timedelta(hours=1)
        await stage.taps(admin, "Отправить 3")
        assert admin.toasts[-1]["show_alert"]
        await stage.taps(admin, "English")
        assert "There is no draft" in last(admin)["text"]

    async def test_a_new_broadcast_replaces_the_draft(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        old = last(admin)["message_id"]
        await stage.says(admin, "/broadcast")
        for label in ("Отправить 3", "Исправить русский", "Отмена"):
            await stage.taps(admin, label, old)
            assert admin.toasts[-1]["show_alert"]
        await stage.says(admin, "Новое")
        assert "Русский текст принят" in last(admin)["text"]


class TestOrders:
    async def test_only_fresh_own_typed_orders_count(self, stage: Stage, admin: Person) -> None:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
        admin.sends("/broadcast", forward_origin=origin)
        admin.sends_photo(caption="/broadcast")
        admin.sends("/broadcast")
        stage.clock.at += timedelta(minutes=5, seconds=1)
        await stage.goes_on()
        assert stage.unhandled == 3
        await stage.says(admin, "/broadcast")
        assert stage.unhandled == 3

    async def test_commands_never_become_the_text(self, stage: Stage, admin: Person) -> None:
        await stage.says(admin, "/broadcast")
        await stage.says(admin, "/faq")
        assert stage.unhandled == 1
        await stage.says(admin, "Привет")
        assert "Русский текст принят" in last(admin)["text"]

    async def test_cancel_drops_the_broadcast(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        await stage.says(admin, "/cancel")
        assert "Черновик рассылки удалён" in last(admin)["text"]
        assert await stage.database.rows("SELECT 1 FROM mailing_text UNION ALL SELECT 1 FROM draft") == []
        await stage.says(admin, "/cancel")
        assert stage.unhandled == 1

    async def test_cancel_drops_a_move_and_says_so(self, stage: Stage, admin: Person) -> None:
        expires = stage.clock.now() + timedelta(hours=1)
        await ConversationRepository(stage.database).put(Conversation(ADMIN, Flow.MOVE, "when", 1), expires)
        await stage.says(admin, "/cancel")
        assert "Перенос отменён" in last(admin)["text"]

    async def test_the_cancel_button_drops_it_too(self, stage: Stage, admin: Person) -> None:
        await previewed(stage, admin)
        await stage.taps(admin, "Отмена")
        assert "Черновик рассылки удалён" in last(admin)["text"]
        await stage.says(admin, "Текст")
        assert stage.unhandled == 1


class TestLanguage:
    async def test_every_composing_screen_switches_in_place(self, stage: Stage, admin: Person) -> None:
        await stage.subscribed(Locale.RU)
        seen = []
        for step in ("/broadcast", "Привет", "Hello", "Исправить английский"):
            if step.startswith("Исправить"):
                await stage.taps(admin, step)
            else:
                await stage.says(admin, step)
            before = len(admin.messages)
            await stage.taps(admin, "English")
            seen.append(last(admin)["text"].splitlines()[0])
            await stage.taps(admin, "Русский")
            assert len(admin.messages) == before
        assert seen == [
            "📣 New broadcast",
            "📣 The Russian text is in",
            "📣 The broadcast is ready",
            "✏️ Send the corrected English text as one message. Until then the old one stays.",
        ]

    async def test_the_progress_and_the_report_switch_too(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        await stage.taps(admin, "English")
        assert "The broadcast is running" in last(admin)["text"]
        await stage.taps(admin, "Cancel")
        assert "The broadcast is cancelled" in last(admin)["text"]
        await stage.taps(admin, "Русский")
        assert "Рассылка отменена" in last(admin)["text"]


class TestControlling:
    async def test_pause_and_resume(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        await stage.settles(*delivered(1))
        await stage.taps(admin, "Пауза")
        assert "Рассылка на паузе" in last(admin)["text"]
        assert "Осталось: 2" in last(admin)["text"]
        assert labels(last(admin))[:2] == ["▶️ Продолжить", "⏹ Отменить"]
        assert not await stage.outbox.claim(stage.clock.now(), 10)
        await stage.taps(admin, "Продолжить")
        assert "Рассылка идёт" in last(admin)["text"]
        assert [toast["text"] for toast in admin.toasts[-2:]] == ["Рассылка на паузе", "Рассылка продолжается"]

    async def test_a_repeated_tap_says_that_nothing_changed(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        admin.press("Пауза")
        admin.press("Пауза")
        await stage.goes_on()
        assert admin.toasts[-1]["text"].startswith("Ничего не изменилось")
        assert "Рассылка на паузе" in last(admin)["text"]

    async def test_cancelling_shows_the_report(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        await stage.settles(*delivered(1))
        await stage.taps(admin, "Отменить")
        lines = last(admin)["text"].splitlines()
        assert {"Доставлено: 1", "Просрочено: 2", "Всего: 3"} <= set(lines)
        assert "Не получили из-за отмены: 2. Они учтены в строке «Просрочено»." in lines
        assert not await stage.outbox.claim(stage.clock.now(), 10)

    async def test_any_admin_may_stop_a_run(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        data = last(admin)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        colleague = stage.person(COLLEAGUE)
        colleague.taps(1, data)
        await stage.goes_on()
        (mailing,) = await stage.mailings.with_cards()
        assert mailing.state is MailingState.PAUSED

    async def test_a_forged_state_is_not_obeyed(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        data = last(admin)["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
        admin.taps(last(admin)["message_id"], data.replace("paused", "done"))
        await stage.goes_on()
        assert stage.unhandled == 1

    async def test_a_button_of_a_purged_broadcast_is_answered(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        async with stage.database.writing() as tx:
            await tx.execute("DELETE FROM mailing")
        await stage.taps(admin, "Пауза")
        assert "Черновика нет" in last(admin)["text"]

    async def test_a_run_to_its_end_is_reported_by_the_tick(self, stage: Stage, admin: Person) -> None:
        await sent(stage, admin)
        await stage.settles(*delivered(2), Gone())
        await stage.cards.refresh()
        text = last(admin)["text"]
        assert "Рассылка закончена" in text
        assert {"Доставлено: 2", "Недоступны: 1", "Всего: 3"} <= set(text.splitlines())
        assert not await stage.mailings.with_cards()
