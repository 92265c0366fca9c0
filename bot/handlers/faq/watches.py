"""🔔 under an answer: a notice when it changes, after the person has read what is stored for it (S6)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.content import Button, Content, Contents, Variant
from bot.core.faq.topics import Change, Topic
from bot.core.faq.watches import WatchAnswer, Watching
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.pagination import GAP
from bot.handlers.ui.callbacks import AskWatch, Deed, Place, ShowTopic
from bot.handlers.ui.discreet import discreet
from bot.handlers.ui.screens import Row, Screen, Words, show
from bot.texts import Texts


class SetWatch(Deed, prefix="wts"):
    """Be told, or not, of changes of an answer."""

    topic: str
    on: bool


@dataclass(frozen=True)
class ChangeText:
    """Words a change for every language and variant."""

    texts: Texts

    def __call__(self, topic: Topic, change: Change) -> Contents:
        """Return all texts; the discreet one opens the answer."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            opening = ShowTopic(lang=locale, topic=topic.id)
            contents[Variant(locale)] = _told(words, topic, change)
            contents[Variant(locale, discreet=True)] = discreet(words, MailingKind.CHANGE, opening)
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


def _told(words: Words, topic: Topic, change: Change) -> Content:
    title = words.plain(f"faq-{topic.id}")
    text = words("watching-changed", title=title, day=change.day, what=change.words[words.locale.value])
    rows: tuple[Row, ...] = (
        (words.button("watching-open", ShowTopic(lang=words.locale, topic=topic.id)),),
        (words.button("watching-stop", SetWatch(lang=words.locale, topic=topic.id, on=False)),),
    )
    return Content(text, keyboard=tuple(tuple(Button(b.text, b.callback_data, b.url) for b in row) for row in rows))
