"""The link that takes a language and switches to another bot, and what it opens there (P2, O10)."""

import dataclasses
from collections.abc import Iterator
from typing import Annotated

from aiogram import F, Router
from aiogram.filters import BaseFilter
from aiogram.types import CallbackQuery, Message
from pydantic import AfterValidator

from bot.core.locales import Locale
from bot.core.pagination import GAP
from bot.core.subscribers.carried import Carried, carried_of, read_carried, read_letters
from bot.core.subscribers.subscribers import Choice, Subscribe, Subscribers
from bot.core.telegram_time import TelegramTime
from bot.handlers.admin.access import version
from bot.handlers.admin.late import LateTaps
from bot.handlers.subscribers.subscription import SubscriptionScreens
from bot.handlers.ui.callbacks import Deed, Go, Place, Spoken
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.menu import menu_screen
from bot.handlers.ui.screens import Screen, Words, show
from bot.texts import Safe
from bot.wording.carried_text import bot_of, carried_link, kinds_said, manners_said
from bot.wording.seminar_lines import shown_link


def _spelt(letters: str) -> str:
    """Let through only what the bot writes itself; the data of a forged button is not parsed."""
    if letters != Carried(Locale.RU, read_letters(letters)).letters():
        raise ValueError("no switches")
    return letters


Letters = Annotated[str, AfterValidator(_spelt)]


class ShowCarried(Spoken, prefix="cry"):
    """Show what a link would switch on; ``on`` are the letters of the switches."""

    on: Letters


class TakeCarried(Deed, prefix="crt"):
    """Subscribe with the switches of a link."""

    on: Letters


class FreshCard(BaseFilter):
    """A tap on a screen that was drawn at most five minutes ago: the tap is no older (R15)."""

    async def __call__(self, query: CallbackQuery, telegram_time: TelegramTime) -> bool:
        """Return whether it is one."""
        return isinstance(query.message, Message) and telegram_time.fresh(version(query.message))


def carry_screen(words: Words, carried: Carried, presentation: Presentation, back: Place) -> Screen:
    """Draw the link to keep, what is in it, and what is not."""
    successor = bot_of(presentation.successor)
    link, typed = carried_link(successor or presentation.username, carried), f"/start {carried.payload()}"
    said = (
        words("carried-title"),
        words("carried-why") if successor else words("carried-why-own", typed=typed),
        *(() if successor else _where(words, presentation)),
        words("carried-link-successor" if successor else "carried-link-own", link=link),
        "\n".join((words("carried-holds"), _language(words, carried), kinds_said(words, carried))),
        *manners_said(words, carried),
        words("carried-nothing-else"),
        *((words("carried-typed", typed=typed), *_where(words, presentation)) if successor else ()),
    )
    kept = words.copy("carried-copy", link) if successor else words.copy("carried-copy-line", typed)
    here = Go(lang=words.locale, to=Place.CARRY, came=back)
    return Screen(GAP.join(said), ((kept,), words.footer(here, Go(lang=words.locale, to=back))))


def _where(words: Words, presentation: Presentation) -> Iterator[str]:
    """Yield where the name of a new bot will stand, if any page is known."""
    page = presentation.successor if not bot_of(presentation.successor) else ""
    pages = (page, *(link for link in presentation.official_links if link != page))
    links = [words("seminars-official-link", url=url, shown=shown_link(url)) for url in pages if url]
    if links:
        yield words("carried-where", pages=Safe(" · ".join(links)))


def offer_screen(words: Words, carried: Carried) -> Screen:
    """Draw what a link would switch on and what would be stored, before anything is."""
    here = ShowCarried(lang=words.locale, on=carried.letters())
    discreet = carried.has(Choice.DISCREET)
    switched = carried.with_(Choice.DISCREET, on=not discreet).letters()
    rows = (
        (
            words.button(
                "subscription-discreet-on" if discreet else "subscription-discreet-off",
                here.model_copy(update={"on": switched}),
            ),
        ),
        (words.button("label-subscribe", TakeCarried(lang=words.locale, on=carried.letters())),),
        words.footer(here),
    )
    text = (
        words("subscription-title"),
        "\n".join((words("carried-offer"), kinds_said(words, carried))),
        *manners_said(words, carried),
        words("subscription-stored"),
        words("subscription-discreet"),
    )
    return Screen(GAP.join(text), rows)


async def linked_screen(words: Words, screens: SubscriptionScreens, chat: int, payload: str) -> Screen:
    """Return what a link of switches opens, in its own language; ``payload`` is what stands behind its prefix."""
    carried = read_carried(payload)
    if carried is None:
        first = menu_screen(words)
        return Screen(GAP.join((words("carried-unreadable"), first.text)), first.rows)
    return await carried_screen(dataclasses.replace(words, locale=carried.language), screens, chat, carried)


async def carried_screen(words: Words, screens: SubscriptionScreens, chat: int, carried: Carried) -> Screen:
    """Return the offer; to a subscriber the subscription as it is, which no link changes."""
    if await screens.subscribers.get(chat) is None:
        return offer_screen(words, carried)
    as_it_is = await screens.of(words, chat)
    return Screen(GAP.join((words("carried-already"), as_it_is.text)), as_it_is.rows)


def router() -> Router:
    """Return the routes of the link and of what it opens."""
    routes = Router(name="carried")
    routes.callback_query.register(show_carry, Go.filter(F.to == Place.CARRY))
    routes.callback_query.register(show_carried, ShowCarried.filter())
    routes.callback_query.register(take_carried, TakeCarried.filter(), FreshCard())
    routes.callback_query.register(take_carried_late, TakeCarried.filter())
    return routes


async def show_carry(
    query: CallbackQuery, callback_data: Go, words: Words, subscribers: Subscribers, presentation: Presentation
) -> None:
    """The link: of one's own switches, or of the usual ones for whoever has no subscription."""
    row = await subscribers.get(query.from_user.id)
    carried = carried_of(row) if row else Carried(words.locale)
    await show(query, carry_screen(words, carried, presentation, callback_data.came or Place.SETTINGS))


async def show_carried(
    query: CallbackQuery, callback_data: ShowCarried, words: Words, subscription_screens: SubscriptionScreens
) -> None:
    """The offer with the switches of the button."""
    await show(query, await _of(query, callback_data, words, subscription_screens))


async def take_carried(
    query: CallbackQuery,
    callback_data: TakeCarried,
    words: Words,
    subscribe: Subscribe,
    subscription_screens: SubscriptionScreens,
) -> None:
    """Subscribe with these switches; whoever is subscribed already keeps their own."""
    await subscribe(query.from_user.id, words.locale, on=read_letters(callback_data.on))
    await show(query, await subscription_screens.of(words, query.from_user.id))


async def take_carried_late(
    query: CallbackQuery,
    callback_data: TakeCarried,
    words: Words,
    subscription_screens: SubscriptionScreens,
    late_taps: LateTaps,
) -> None:
    """A tap that may be old changes nothing: the offer is drawn anew, and asks again."""
    await late_taps.redraw(query, words, await _of(query, callback_data, words, subscription_screens))


async def _of(
    query: CallbackQuery, data: ShowCarried | TakeCarried, words: Words, screens: SubscriptionScreens
) -> Screen:
    return await carried_screen(words, screens, query.from_user.id, Carried(words.locale, read_letters(data.on)))


def _language(words: Words, carried: Carried) -> str:
    return words("carried-language", language=carried.language.value)
