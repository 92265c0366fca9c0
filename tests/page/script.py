"""A scripted bot with short answers that show every form a bubble can have. It calls the stand-in directly."""

import json
from collections.abc import Mapping
from typing import Any

from bot.demo.telegram import Telegram, Upload

Json = dict[str, Any]
Keys = list[list[Json]]
BUTTONS: Keys = [
    [{"text": "📚 Вопросы и ответы", "callback_data": "faq", "style": "primary"}],
    [{"text": "📅 Семинары", "callback_data": "seminars"}, {"text": "🔔 Подписаться", "callback_data": "toast"}],
    [{"text": "Важно", "callback_data": "alert", "style": "danger"}, {"text": "⋯ Ещё", "callback_data": "more"}],
]
MORE: Keys = [
    [{"text": "Файл", "callback_data": "file"}, {"text": "Молчит", "callback_data": "silent"}],
    [{"text": "Сайт", "url": "https://example.org/"}, {"text": "Копия", "copy_text": {"text": "Клён-417"}}],
    [{"text": "Поделиться", "switch_inline_query": "work"}],
    [{"text": "↩️ Назад", "callback_data": "menu"}],
]
WELCOME = (
    "<b>Здравствуйте!</b> Я помогаю разобраться с убежищем в США и напоминаю о бесплатных семинарах.\n\n"
    "Это информация, а не юридическая консультация. Мы никогда не просим денег, паспорт и коды."
)
ANSWER = (
    "<b>Сколько ждать разрешения на работу</b>\n\nПодать прошение можно через 150 дней после полного заявления.\n"
    "<blockquote expandable>Счёт дней останавливается, если вы сами просите отложить слушание.\n"
    "Он идёт дальше, когда причина отпала.\nСлужба считает дни со дня получения.\n"
    "Ещё одна строка, чтобы цитата была длинной.\nПоследняя строка.</blockquote>\n"
    'Источник: <a href="https://example.org/8cfr208">8 CFR § 208.7</a>, см. также '
    '<a href="https://t.me/seminar_demo_bot?start=faq_first-steps">первые шаги</a>.'
)
SEMINAR = (
    "<b>Разрешение на работу</b>\n"
    '<tg-time unix="{at}" format="wDt">сб 5 декабря, 19:00 Нью-Йорк</tg-time> '
    '(<tg-time unix="{at}" format="r">скоро</tg-time>)\nПодробнее: /seminars'
)
RICH = (
    "👩‍⚖️🇺🇸 <b>жирный</b> <i>курсив <u>и подчёркнутый</u></i> <s>нет</s> <tg-spoiler>тайна</tg-spoiler> "
    "<code>code</code>\n"
    '<pre><code class="language-python">print("👍")</code></pre>\n<blockquote>цитата</blockquote>\n'
    "https://example.org a@example.org #тег"
)

TITLES = ("Первые шаги", "Разрешение на работу", "Суд и слушания")


class Script:
    """Answers the updates that wait; `edits_later` edits a message without a tap."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def introduce(self) -> None:
        """Set the profile and the commands."""
        menu = [("start", "Начать"), ("seminars", "Семинары"), ("settings", "Настройки")]
        await self.call("setMyName", name="Семинары об убежище")
        await self.call("setMyDescription", description="Ответы с источниками и напоминания о семинарах.")
        await self.call("setMyDescription", description="Sourced answers and reminders.", language_code="en")
        commands = [{"command": name, "description": text} for name, text in menu]
        await self.call("setMyCommands", commands=commands)

    async def play(self) -> None:
        """Poll for ever."""
        offset = 0
        while True:
            for update in await self.call("getUpdates", offset=offset, timeout=30):
                offset = update["update_id"] + 1
                await self._answer(update)

    async def call(self, method: str, files: Mapping[str, Upload] | None = None, **params: Any) -> Any:
        reply = await self._telegram.call(method, params, files or {})
        if not reply.body["ok"]:
            raise AssertionError(json.dumps(reply.body))
        return reply.body["result"]

    async def edits_later(self, chat_id: int, message_id: int, text: str) -> None:
        await self.call("editMessageText", chat_id=chat_id, message_id=message_id, text=text)

    async def _answer(self, update: Json) -> None:
        if query := update.get("callback_query"):
            await self._tapped(query)
        elif message := update.get("message"):
            await self._written(message)
        elif query := update.get("inline_query"):
            await self._offers(query)

    async def _written(self, message: Json) -> None:
        chat, text = message["chat"]["id"], message.get("text", "")
        if text.startswith("/start"):
            payload = text.partition(" ")[2]
            await self._say(chat, WELCOME + (f"\n\n<code>{payload}</code>" if payload else ""), BUTTONS)
        elif text == "/rich":
            await self._say(chat, RICH)
        elif text == "/seminars":
            await self._say(chat, SEMINAR.format(at=message["date"] + 7300))
        elif text:
            entities = [entity for entity in message.get("entities", []) if entity["type"] in ("bold", "italic")]
            await self.call("sendMessage", chat_id=chat, text=text, entities=entities)

    async def _offers(self, query: Json) -> None:
        """Offer the titles that contain what is asked; each becomes a text with a link to the bot."""
        key = {"text": "Открыть", "url": "https://t.me/seminar_demo_bot?start=faq_first-steps"}
        results = [
            {
                "type": "article",
                "id": f"r{number}",
                "title": title,
                "description": f"Коротко: {title} " + "и ещё слова " * 9,
                "input_message_content": {"message_text": f"<b>{title}</b>\n{query['query']}", "parse_mode": "HTML"},
                "reply_markup": {"inline_keyboard": [[key]]},
            }
            for number, title in enumerate(TITLES)
            if query["query"].lower() in title.lower()
        ]
        await self.call("answerInlineQuery", inline_query_id=query["id"], results=results)

    async def _tapped(self, query: Json) -> None:
        data = query["data"]
        if data == "silent":
            return
        notes = {"toast": ("Вы подписаны", False), "alert": ("Мы никогда не просим денег.", True)}
        text, alert = notes.get(data, ("", False))
        await self.call("answerCallbackQuery", callback_query_id=query["id"], text=text, show_alert=alert)
        chat, message_id = query["message"]["chat"]["id"], query["message"]["message_id"]
        if data == "file":
            upload = Upload("памятка.html", b"<!doctype html><p>offline</p>")
            await self.call("sendDocument", {"document": upload}, chat_id=chat, caption="Откроется без сети")
        screens: dict[str, tuple[str, Keys]] = {
            "faq": (ANSWER, MORE),
            "menu": (WELCOME, BUTTONS),
            "more": (WELCOME, MORE),
        }
        if screen := screens.get(data):
            await self._edit(chat, message_id, *screen)
        elif data == "seminars":
            await self._say(chat, SEMINAR.format(at=query["message"]["date"] + 7300))

    async def _say(self, chat: int, text: str, buttons: Keys | None = None) -> None:
        markup = {"inline_keyboard": buttons} if buttons else None
        await self.call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", reply_markup=markup)

    async def _edit(self, chat: int, message_id: int, text: str, buttons: Keys) -> None:
        markup = {"inline_keyboard": buttons}
        await self.call(
            "editMessageText",
            chat_id=chat,
            message_id=message_id,
            text=text,
            parse_mode="HTML",
            reply_markup=markup,
        )
