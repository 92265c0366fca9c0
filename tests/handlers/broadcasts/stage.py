"""A stage for broadcasts: their routers over the real storage and the pretended Telegram, in process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.middlewares.base import BaseRequestMiddleware, NextRequestMiddlewareType
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import Update

from bot.core.clock import epoch
from bot.core.drawn_cards import DrawnCards
from bot.core.faq.library import Library
from bot.core.faq.topics import shipped_tree
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import Composer, Confirm
from bot.core.mailings.control import Control
from bot.core.mailings.conversations import WritesForOthers
from bot.core.mailings.gathering import Gather
from bot.core.mailings.outbox import Outcome, Sent, Verdict
from bot.core.mailings.paid_broadcasts import ConfirmPaid
from bot.core.mailings.pastes import Pastes
from bot.core.subscribers.albums import Albums
from bot.core.subscribers.languages import Languages
from bot.core.subscribers.subscribers import ChooseLanguage, Subscriber
from bot.core.telegram_time import TelegramTime
from bot.core.tickets.group import LawyersGroup
from bot.core.updates import Incoming, current
from bot.demo.calls import JsonObject
from bot.demo.chats.person import Person, buttons
from bot.demo.doors.in_process import InProcessSession
from bot.demo.limits import Limits
from bot.demo.telegram import Telegram
from bot.handlers.admin.access import Admins
from bot.handlers.admin.late import LateTaps
from bot.handlers.broadcasts import compose
from bot.handlers.broadcasts.desk import BroadcastDesk
from bot.handlers.broadcasts.progress import ProgressCards
from bot.handlers.broadcasts.stars import Purse
from bot.handlers.middleware.drawn_cards import RememberCards
from bot.handlers.middleware.locale import LocaleMiddleware
from bot.handlers.ui.screens import Words
from bot.storage.contents.albums import AlbumRepository
from bot.storage.db.database import Database
from bot.storage.db.sqlite import open_database
from bot.storage.mailings.broadcasts import BroadcastRepository
from bot.storage.mailings.conversations import ConversationRepository
from bot.storage.mailings.mailings import MailingRepository
from bot.storage.mailings.outbox import OutboxRepository
from bot.storage.subscribers import SubscriberRepository
from bot.texts import Texts, read_catalogues
from tests.core.mailings.broadcast_memory import StillClock, neutral
from tests.empty_database import lay_empty_database

ADMIN, COLLEAGUE, STRANGER = 7, 8, 9


class Line(BaseRequestMiddleware):
    """Between the bot and Telegram: the first call settles the update; texts in ``refused`` never get through."""

    def __init__(self) -> None:
        self.refused: dict[str, str] = {}

    async def __call__(
        self, make_request: NextRequestMiddlewareType[TelegramType], bot: Bot, method: TelegramMethod[TelegramType]
    ) -> Response[TelegramType]:
        incoming = current.get()
        if incoming is not None:
            incoming.settle()
        reason = self.refused.get(getattr(method, "text", ""))
        if reason is not None:
            raise TelegramBadRequest(method, reason)
        return await make_request(bot, method)


@dataclass
class Stage:
    """One town with two admins; people come with ``subscribed``."""

    clock: StillClock
    telegram: Telegram
    bot: Bot
    line: Line
    database: Database
    dispatcher: Dispatcher
    mailings: MailingRepository
    outbox: OutboxRepository
    cards: ProgressCards
    unhandled: int = 0
    _offset: int = 0
    _people: list[int] = field(default_factory=list)

    def person(self, chat: int, language: str | None = "ru") -> Person:
        person = self.telegram.person(chat, "Анна", language)
        person.started = True
        return person

    async def subscribed(self, *languages: Locale, news: bool = True) -> None:
        rows = SubscriberRepository(self.database, self.clock)
        for language in languages:
            chat = 1000 + len(self._people)
            self._people.append(chat)
            await rows.add(Subscriber(chat, language, "2026-11-01", "2026-11-01", news=news))

    async def goes_on(self) -> None:
        """Let the bot handle everything that waits, each update in its own context."""
        while (reply := await self.telegram.call("getUpdates", {"offset": self._offset, "timeout": 0})).body["result"]:
            for raw in reply.body["result"]:
                self._offset = raw["update_id"] + 1
                await self._handle(raw)

    async def says(self, person: Person, text: str, **fields: Any) -> None:
        person.sends(text, **fields)
        await self.goes_on()

    async def taps(self, person: Person, label: str, message_id: int | None = None) -> None:
        person.press(label, message_id)
        await self.goes_on()

    async def settles(self, *verdicts: Verdict) -> None:
        """Let the next recipients have these outcomes."""
        parcels = await self.outbox.claim(self.clock.now(), len(verdicts))
        pairs = zip(parcels, verdicts, strict=True)
        await self.outbox.record([Outcome(parcel, verdict) for parcel, verdict in pairs], self.clock.now())

    async def _handle(self, raw: JsonObject) -> None:
        token = current.set(Incoming(raw["update_id"]))
        try:
            update = Update.model_validate(raw, context={"bot": self.bot})
            self.unhandled += await self.dispatcher.feed_update(self.bot, update) is UNHANDLED
        finally:
            current.reset(token)


def last(person: Person) -> JsonObject:
    """The newest message of the chat."""
    return person.messages[-1]


def labels(message: JsonObject) -> list[str]:
    """What the buttons of a message say."""
    return [str(button["text"]) for button in buttons(message)]


def delivered(count: int) -> tuple[Verdict, ...]:
    """That many successes."""
    return (Sent((1,)),) * count


def ages(bot: Bot, clock: StillClock) -> dict[str, Any]:
    """What tells how old an order is."""
    telegram_time = TelegramTime(clock)
    drawn_cards = DrawnCards(telegram_time, clock, frozenset({ADMIN, COLLEAGUE}))
    bot.session.middleware(RememberCards(drawn_cards))
    return {"telegram_time": telegram_time, "drawn_cards": drawn_cards, "late_taps": LateTaps(drawn_cards)}


def pieces(database: Database, clock: StillClock) -> dict[str, Any]:
    """What puts together what comes in several messages."""
    composer = Composer(BroadcastRepository(database), neutral, clock)
    gather = Gather(AlbumRepository(database), composer, MailingRepository(database), clock)
    return {"albums": Albums(), "pastes": Pastes(), "gather": gather}


@asynccontextmanager
async def raised(folder: Path) -> AsyncIterator[Stage]:
    """Open the stage over a database in the folder."""
    clock, line = StillClock(), Line()
    telegram = Telegram(now=lambda: float(epoch(clock.now())), sleep=clock.sleep, limits=Limits(model="off"))
    bot = Bot(telegram.token, session=InProcessSession(telegram), default=DefaultBotProperties(parse_mode="HTML"))
    bot.session.middleware(line)
    database = await open_database(await lay_empty_database(folder / "bot.db"), None, clock)
    subscribers, mailings = SubscriberRepository(database, clock), MailingRepository(database)
    broadcasts, conversations = BroadcastRepository(database), ConversationRepository(database)
    languages, texts = Languages(subscribers, Locale.RU), Texts(read_catalogues())
    confirm = Confirm(mailings, broadcasts, clock, wake=lambda: None)
    cards = ProgressCards(bot, texts, mailings, languages, clock)
    dispatcher = Dispatcher(
        clock=clock,
        **ages(bot, clock),
        admins=Admins(frozenset({ADMIN, COLLEAGUE})),
        mailings=mailings,
        conversations=conversations,
        control=Control(mailings, clock, wake=lambda: None),
        **pieces(database, clock),
        broadcast_desk=BroadcastDesk(
            bot=bot,
            composer=Composer(broadcasts, neutral, clock),
            confirm=confirm,
            confirm_paid=ConfirmPaid(mailings, broadcasts, confirm),
            mailings=mailings,
            cards=cards,
            purse=Purse(bot, 0),
            send_rate=30,
        ),
    )
    library = Library(texts, shipped_tree(resources.files("bot") / "locales"), clock)
    choose = ChooseLanguage(subscribers, languages, clock)
    writes_for_others = WritesForOthers(frozenset({ADMIN, COLLEAGUE}), conversations, clock)
    locale = LocaleMiddleware(partial(Words, texts), library, languages, choose, writes_for_others, LawyersGroup())
    dispatcher.update.outer_middleware(locale)
    dispatcher.include_routers(compose.cancel_router(), compose.router())
    outbox = OutboxRepository(database, clock)
    yield Stage(clock, telegram, bot, line, database, dispatcher, mailings, outbox, cards)
    await database.close()
