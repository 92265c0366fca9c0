"""🔔 under an answer: a notice when it changes, after the person has read what is stored for it (S6)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.clock import Clock
from bot.core.content import Button, Content, Contents, Variant
from bot.core.faq.topics import Change, Topic, Tree
from bot.core.faq.watches import WatchAnswer, Watching
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.pagination import GAP
from bot.handlers.faq.routes import show_topic
from bot.handlers.ui.callbacks import AskWatch, Cover, Deed, Place, ShowTopic, Spoken
from bot.handlers.ui.discreet import discreet
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Row, Screen, Words, replace, show
from bot.messages import payload
from bot.texts import Texts


class SetWatch(Deed, prefix="wts"):
    """Be told, or not, of changes of an answer."""

    topic: str
    on: bool


class OpenChange(Spoken, prefix="opc"):
    """Open the answer whose change was told discreetly."""

    topic: str


class CoverChange(Cover, prefix="covc"):
    """Hide the opened answer again."""

    topic: str


@dataclass(frozen=True)
class ChangeText:
    """Words a change for every language and variant."""

    texts: Texts

    def __call__(self, topic: Topic, change: Change) -> Contents:
        """Return all texts; the discreet one opens the answer."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            contents[Variant(locale)] = _told(words, topic, change)
            contents[Variant(locale, discreet=True)] = _neutral(words, topic.id)
        return contents


def watch_screen(words: Words, topic: str, state: Watching) -> Screen:
    """Draw what will be stored, or whether the answer is watched; Back leads to the answer."""
    if state is Watching.LOST:
        return Screen(words("watching-lost"), ((words.go("label-faq", Place.FAQ),), (words.go("menu", Place.MENU),)))
    title = words.plain(f"faq-{topic}")
    text = GAP.join((words("watching-title"), words(f"watching-{state.value}", title=title)))
    on = state is Watching.ON
    switch = words.button(
        "watching-stop" if on else "answers-watch", SetWatch(lang=words.locale, topic=topic, on=not on)
    )
    back = ShowTopic(lang=words.locale, topic=topic)
    return Screen(text, ((switch,), words.footer(AskWatch(lang=words.locale, topic=topic), back)))


def router() -> Router:
    """Return the routes of 🔔."""
    routes = Router(name="watches")
    routes.callback_query.register(ask, AskWatch.filter())
    routes.callback_query.register(set_watch, SetWatch.filter())
    routes.callback_query.register(open_change, OpenChange.filter())
    routes.callback_query.register(cover_change, CoverChange.filter())
    return routes


async def ask(query: CallbackQuery, callback_data: AskWatch, words: Words, watch_answer: WatchAnswer) -> None:
    """What will be stored, or that it is."""
    state = await watch_answer.state(callback_data.topic, query.from_user.id)
    await show(query, watch_screen(words, callback_data.topic, state))


async def set_watch(query: CallbackQuery, callback_data: SetWatch, words: Words, watch_answer: WatchAnswer) -> None:
    """On or off, shown in place."""
    topic, on = callback_data.topic, callback_data.on
    state = await watch_answer(topic, query.from_user.id, words.locale, on=on)
    await show(query, watch_screen(words, topic, state))


async def open_change(
    query: CallbackQuery,
    callback_data: OpenChange,
    words: Words,
    tree: Tree,
    clock: Clock,
    presentation: Presentation,
) -> None:
    """The answer in the place of the neutral message, with «Скрыть»."""
    opened = words.covered_by(CoverChange(lang=words.locale, topic=callback_data.topic))
    await show_topic(query, ShowTopic(lang=words.locale, topic=callback_data.topic), opened, tree, clock, presentation)


async def cover_change(query: CallbackQuery, callback_data: CoverChange, words: Words) -> None:
    """«Скрыть»: the neutral message again."""
    await query.answer()
    await replace(query, payload(_neutral(words, callback_data.topic)))


def _neutral(words: Words, topic: str) -> Content:
    return discreet(words, MailingKind.CHANGE, OpenChange(lang=words.locale, topic=topic))


def _told(words: Words, topic: Topic, change: Change) -> Content:
    title = words.plain(f"faq-{topic.id}")
    text = words("watching-changed", title=title, day=change.day, what=change.words[words.locale.value])
    rows: tuple[Row, ...] = (
        (words.button("watching-open", ShowTopic(lang=words.locale, topic=topic.id)),),
        (words.button("watching-stop", SetWatch(lang=words.locale, topic=topic.id, on=False)),),
    )
    return Content(text, keyboard=tuple(tuple(Button(b.text, b.callback_data, b.url) for b in row) for row in rows))
