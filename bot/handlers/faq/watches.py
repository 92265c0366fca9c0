"""🔔 under an answer: a notice when it changes, after the person has read what is stored for it (S6)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.content import Content, Contents, Variant
from bot.core.faq.topics import Change, Topic, Tree
from bot.core.faq.watches import WatchAnswer, Watching
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.pagination import GAP
from bot.handlers.faq.screens import answer_of
from bot.handlers.ui.callbacks import AskWatch, Cover, Deed, Place, ShowTopic, Spoken
from bot.handlers.ui.discreet import content_of, discreet
from bot.handlers.ui.screens import Row, Screen, Words, replace, show
from bot.messages import payload
from bot.texts import Texts


class SetWatch(Deed, prefix="wts"):
    """Be told, or not, of changes of an answer."""

    topic: str
    on: bool
    came: Place | None = None
    found: str | None = None
    sure: bool | None = None
    again: bool | None = None


class OpenChange(Spoken, prefix="opc"):
    """Open what has changed in an answer, told discreetly."""

    topic: str


class CoverChange(Cover, prefix="covc"):
    """Hide it again."""

    topic: str


@dataclass(frozen=True)
class ChangeText:
    """Words a change for every language and variant."""

    texts: Texts

    def __call__(self, topic: Topic, change: Change) -> Contents:
        """Return all texts; the discreet one opens what the open one says."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            contents[Variant(locale)] = _told(words, topic, change)
            contents[Variant(locale, discreet=True)] = _neutral(words, topic.id)
        return contents


def change_screen(words: Words, tree: Tree, topic_id: str) -> Screen:
    """Draw the newest change of an answer, as it is told openly; or that the answer is gone."""
    topic = tree.find(topic_id)
    if topic is None or not topic.changes:
        return watch_screen(words, AskWatch(lang=words.locale, topic=topic_id), Watching.LOST)
    newest = max(topic.changes, key=lambda change: change.day)
    footer = words.footer(OpenChange(lang=words.locale, topic=topic_id))
    return Screen(_what_changed(words, topic, newest), (*_change_rows(words, topic_id), footer))


def watch_screen(words: Words, here: AskWatch, state: Watching) -> Screen:
    """Draw what will be stored, or whether the answer is watched; Back leads to the answer as it was shown."""
    if state is Watching.LOST:
        menu = (words.go("menu", Place.MENU), *words.hide())
        return Screen(words("watching-lost"), ((words.go("label-faq", Place.FAQ),), menu))
    title = words.plain(f"faq-{here.topic}")
    text = GAP.join((words("watching-title"), words(f"watching-{state.value}", title=title)))
    on = state is Watching.ON
    switched = SetWatch(lang=words.locale, on=not on, **here.model_dump(exclude={"lang", "pick"}))
    switch = words.button("watching-stop" if on else "answers-watch", switched)
    return Screen(text, ((switch,), words.footer(here, answer_of(words, here))))


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
    await show(query, watch_screen(words, callback_data, state))


async def set_watch(query: CallbackQuery, callback_data: SetWatch, words: Words, watch_answer: WatchAnswer) -> None:
    """On or off, shown in place."""
    state = await watch_answer(callback_data.topic, query.from_user.id, words.locale, on=callback_data.on)
    here = AskWatch(**callback_data.model_dump(exclude={"on"}))
    await show(query, watch_screen(words, here, state))


async def open_change(query: CallbackQuery, callback_data: OpenChange, words: Words, tree: Tree) -> None:
    """What has changed, in the place of the neutral message, with «Скрыть»."""
    opened = words.covered_by(CoverChange(lang=words.locale, topic=callback_data.topic))
    await show(query, change_screen(opened, tree, callback_data.topic))


async def cover_change(query: CallbackQuery, callback_data: CoverChange, words: Words) -> None:
    """«Скрыть»: the neutral message again."""
    await query.answer()
    await replace(query, payload(_neutral(words, callback_data.topic)))


def _neutral(words: Words, topic: str) -> Content:
    return discreet(words, MailingKind.CHANGE, OpenChange(lang=words.locale, topic=topic))


def _told(words: Words, topic: Topic, change: Change) -> Content:
    return content_of([_what_changed(words, topic, change)], _change_rows(words, topic.id))


def _what_changed(words: Words, topic: Topic, change: Change) -> str:
    title = words.plain(f"faq-{topic.id}")
    return words("watching-changed", title=title, day=change.day, what=change.words[words.locale.value])


def _change_rows(words: Words, topic: str) -> tuple[Row, ...]:
    return (
        (words.button("watching-open", ShowTopic(lang=words.locale, topic=topic)),),
        (words.button("watching-stop", SetWatch(lang=words.locale, topic=topic, on=False)),),
    )
