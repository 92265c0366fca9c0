"""«Ещё нужно?»: the one question to those who have changed nothing for a year, open or discreet (S10)."""

from dataclasses import dataclass

from aiogram import Router
from aiogram.types import CallbackQuery

from bot.core.content import Content, Contents, Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.pagination import GAP
from bot.core.subscribers.inactivity import Keep
from bot.core.subscribers.subscribers import Subscribers
from bot.handlers.subscribers.subscription import GiveUpSubscription, SubscriptionScreens
from bot.handlers.ui.callbacks import Cover, Deed, Place, Spoken
from bot.handlers.ui.discreet import content_of, discreet
from bot.handlers.ui.screens import Row, Screen, Words, replace, show
from bot.messages import payload
from bot.texts import Texts


class ShowIdle(Spoken, prefix="idl"):
    """Show the question."""


class OpenIdle(Spoken, prefix="opi"):
    """Open the question that came discreetly."""


class CoverIdle(Cover, prefix="covi"):
    """Hide the opened question again."""


class KeepSubscription(Deed, prefix="kep"):
    """Stay subscribed."""


class ShowKept(Spoken, prefix="kpt"):
    """Show that the subscription stays."""


@dataclass(frozen=True)
class InactivityText:
    """Words the question for every language and variant."""

    texts: Texts

    def __call__(self) -> Contents:
        """Return all texts."""
        contents: dict[Variant, Content] = {}
        for locale in Locale:
            words = Words(self.texts, locale)
            screen = idle_screen(words)
            contents[Variant(locale)] = content_of([screen.text], screen.rows)
            contents[Variant(locale, discreet=True)] = _neutral(words)
        return contents


def idle_screen(words: Words) -> Screen:
    """Draw the question; without an answer the subscription ends later."""
    rows: tuple[Row, ...] = (
        (words.button("idle-keep", KeepSubscription(lang=words.locale)),),
        (words.button("label-unsubscribe", GiveUpSubscription(lang=words.locale)),),
        words.footer(ShowIdle(lang=words.locale)),
    )
    return Screen(GAP.join((words("idle-title"), words("idle-text"))), rows)


def kept_screen(words: Words) -> Screen:
    """Draw that the subscription stays."""
    rows = ((words.go("label-settings", Place.SETTINGS),), words.footer(ShowKept(lang=words.locale)))
    return Screen(words("idle-kept"), rows)


def router() -> Router:
    """Return the routes of the question."""
    routes = Router(name="inactivity")
    routes.callback_query.register(show_idle, ShowIdle.filter())
    routes.callback_query.register(open_idle, OpenIdle.filter())
    routes.callback_query.register(cover_idle, CoverIdle.filter())
    routes.callback_query.register(keep_subscription, KeepSubscription.filter())
    routes.callback_query.register(show_kept, ShowKept.filter())
    return routes


async def show_idle(
    query: CallbackQuery, words: Words, subscribers: Subscribers, subscription_screens: SubscriptionScreens
) -> None:
    """The question until it is answered, then the subscription as it is."""
    row = await subscribers.get(query.from_user.id)
    asked = row is not None and row.asked is not None
    await show(query, idle_screen(words) if asked else await subscription_screens.of(words, query.from_user.id))


async def open_idle(
    query: CallbackQuery, words: Words, subscribers: Subscribers, subscription_screens: SubscriptionScreens
) -> None:
    """The question in the place of its neutral message, with «Скрыть»."""
    await show_idle(query, words.covered_by(CoverIdle(lang=words.locale)), subscribers, subscription_screens)


async def cover_idle(query: CallbackQuery, words: Words) -> None:
    """«Скрыть»: the neutral message again."""
    await query.answer()
    await replace(query, payload(_neutral(words)))


async def keep_subscription(
    query: CallbackQuery, words: Words, keep: Keep, subscription_screens: SubscriptionScreens
) -> None:
    """Keep the subscription; when it has ended already, offer to subscribe again."""
    kept = await keep(query.from_user.id)
    await show(query, kept_screen(words) if kept else await subscription_screens.of(words, query.from_user.id))


async def show_kept(
    query: CallbackQuery, words: Words, subscribers: Subscribers, subscription_screens: SubscriptionScreens
) -> None:
    """That it stays, in the other language."""
    row = await subscribers.get(query.from_user.id)
    await show(query, kept_screen(words) if row else await subscription_screens.of(words, query.from_user.id))


def _neutral(words: Words) -> Content:
    return discreet(words, MailingKind.IDLE, OpenIdle(lang=words.locale))
