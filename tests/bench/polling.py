"""aiogram's own polling with as simple a handler, and, if asked for, a mailing from workers in the same process."""

import asyncio
import sys
from typing import Any

from aiogram import Dispatcher, Router
from aiogram.filters import CommandStart
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions, Message

from tests.bench.bare import connect, crew, ready
from tests.bench.plan import FOREVER

MENU_TEXT = "<b>Семинары об убежище в США</b>\n\n" + "Здесь ответы на вопросы и напоминания о семинарах. " * 8
LABELS = (("Вопросы и ответы",), ("Семинары", "Подписаться"), ("Конфиденциальность", "Ещё"), ("English",))


def menu() -> InlineKeyboardMarkup:
    """Draw buttons as many as ours."""
    rows = [[InlineKeyboardButton(text=label, callback_data=f"go:{label[:6]}") for label in row] for row in LABELS]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def tapped(query: CallbackQuery) -> None:
    """Answer a tap and show the menu in place."""
    await query.answer()
    if isinstance(query.message, Message):
        preview = LinkPreviewOptions(is_disabled=True)
        await query.message.edit_text(MENU_TEXT, reply_markup=menu(), link_preview_options=preview, parse_mode="HTML")


async def started(message: Message) -> None:
    """Answer a message with the menu."""
    await message.answer(MENU_TEXT, reply_markup=menu(), parse_mode="HTML")


async def bot(url: str, plan: dict[str, Any]) -> dict[str, Any]:
    """Poll until SIGTERM."""
    router, dispatcher, client = Router(), Dispatcher(), connect(url)
    router.message.register(started, CommandStart())
    router.message.register(started)
    router.callback_query.register(tapped)
    dispatcher.include_router(router)
    await ready(client)
    mailing = asyncio.ensure_future(crew(client, plan["count"], plan["rate"], FOREVER)) if plan.get("rate") else None
    await dispatcher.start_polling(client)
    if mailing:
        mailing.cancel()
    return {}


if __name__ == "__main__":
    asyncio.run(bot(sys.argv[1], {}))
