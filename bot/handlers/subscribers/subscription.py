"""Subscribing after reading what is stored, and leaving at once (S1)."""

from dataclasses import dataclass

from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.core.clock import Clock
from bot.core.pagination import GAP
from bot.core.seminars.seminars import Phase, Seminar, Seminars
from bot.core.subscribers.carried import carried_of
from bot.core.subscribers.subscribers import Leave, Subscribe, Subscriber, Subscribers
from bot.core.tickets.asking import Asking
from bot.handlers.ui.callbacks import Deed, Go, Place, ShowSeminar, Spoken
from bot.handlers.ui.commands import TypedCommand
from bot.handlers.ui.display import Presentation
from bot.handlers.ui.screens import Row, Screen, Words, send, show
from bot.wording.carried_text import kinds_said, manners_said
from bot.wording.moments import moment, relative


class ShowSubscription(Spoken, prefix="sbs"):
    """Show the offer with the discreet switch set so: before subscribing the choice lives in the button only."""

    discreet: bool


class TakeSubscription(Deed, prefix="sbt"):
    """Subscribe."""

    discreet: bool


class AskToLeave(Spoken, prefix="sba"):
    """Show the button that unsubscribes."""


class GiveUpSubscription(Deed, prefix="sbu"):
    """Unsubscribe."""


class ShowLeft(Spoken, prefix="sbl"):
    """Show that the person is not subscribed any more."""


@dataclass(frozen=True)
class NextSeminar:
    """The seminar that comes next, or is live; ``zones`` are IANA names."""

    seminar: Seminar | None
    zones: tuple[str, ...]
    live: bool = False

    def text(self, words: Words) -> str:
        """Return when it is, or that nothing is planned yet."""
        if self.seminar is None:
            return words("subscription-no-date")
        title, start = self.seminar.title(words.locale), self.seminar.start
        when = words("seminars-time", moment=moment(words, start, self.zones), relative=relative(words, start))
        live = (words("seminars-live"),) if self.live else ()
        return "\n".join((words("subscription-next"), words("seminars-heading", title=title), *live, when))

    def rows(self, words: Words) -> tuple[Row, ...]:
        """Return the button to its card."""
        if self.seminar is None:
            return ()
        return ((words.button("subscription-to-next", ShowSeminar(lang=words.locale, seminar=self.seminar.id)),),)


NOTHING_PLANNED = NextSeminar(None, ())


@dataclass(frozen=True)
class SubscriptionScreens:
    """Reads the subscription of a chat and what it will bring next, and draws them."""

    subscribers: Subscribers
    seminars: Seminars
    presentation: Presentation
    clock: Clock

    async def of(self, words: Words, chat: int, *, discreet: bool = False) -> Screen:
        """Return the subscription as it is, or the offer with the discreet switch set so."""
        row = await self.subscribers.get(chat)
        now = self.clock.now()
        seminar = next(iter(await self.seminars.coming(now)), None) if row else None
        live = seminar is not None and seminar.phase(now) is Phase.LIVE
        ahead = NextSeminar(seminar, self.presentation.display_zones, live)
        return subscription_screen(words, row, ahead, discreet=discreet)


def subscription_screen(
    words: Words, row: Subscriber | None, ahead: NextSeminar = NOTHING_PLANNED, *, discreet: bool
) -> Screen:
    """Draw the subscription as it is, or the offer to those without one."""
    return _offer(words, discreet=discreet) if row is None else _subscribed(words, row, ahead)


def leave_screen(words: Words) -> Screen:
    """Draw the one question before unsubscribing, for whoever asked for it in words."""
    leaving = words.button("label-unsubscribe", GiveUpSubscription(lang=words.locale))
    deleting = words.go("label-delete", Place.DELETE)
    return Screen(words("wishes-leave"), ((leaving,), (deleting,), words.footer(AskToLeave(lang=words.locale))))


def left_screen(words: Words, *, asked: bool = False) -> Screen:
    """Draw what unsubscribing did; with ``asked`` a question to the lawyers is still open."""
    clearing = words.go("label-clear", Place.CLEAR)
    rows = ((words.go("label-subscribe", Place.SUBSCRIBE),), (clearing,), words.footer(ShowLeft(lang=words.locale)))
    open_question = (words("subscription-left-question"),) if asked else ()
    gone = words("subscription-left-server" if words.on_server else "subscription-left")
    text = GAP.join((words("subscription-left-title"), *open_question, gone, words("subscription-left-after")))
    return Screen(text, (*(words.ask_row() if asked else ()), *rows))


def _offer(words: Words, *, discreet: bool) -> Screen:
    here = ShowSubscription(lang=words.locale, discreet=discreet)
    switched = here.model_copy(update={"discreet": not discreet})
    label = "subscription-discreet-on" if discreet else "subscription-discreet-off"
    rows = (
        (words.button(label, switched),),
        (words.button("label-subscribe", TakeSubscription(lang=words.locale, discreet=discreet)),),
        words.footer(here),
    )
    keys = ("subscription-title", "subscription-what", "subscription-stored", "subscription-discreet")
    return Screen(GAP.join(map(words, keys)), rows)


def _subscribed(words: Words, row: Subscriber, ahead: NextSeminar) -> Screen:
    chosen = carried_of(row)
    text = (
        words("subscription-subscribed-title"),
        "\n".join((words("subscription-receives"), kinds_said(words, chosen))),
        *manners_said(words, chosen),
        *((ahead.text(words),) if row.reminders else ()),
        words("subscription-leave-hint"),
    )
    rows = (
        *ahead.rows(words),
        (words.go("label-settings", Place.SETTINGS),),
        (words.button("label-unsubscribe", GiveUpSubscription(lang=words.locale)),),
        words.footer(Go(lang=words.locale, to=Place.SUBSCRIBE)),
    )
    return Screen(GAP.join(text), rows)


def router() -> Router:
    """Return the routes of the subscription."""
    routes = Router(name="subscription")
    routes.message.register(show_subscription, TypedCommand("subscribe"))
    routes.message.register(stop, TypedCommand("stop", "unsubscribe"))
    routes.callback_query.register(show_subscription, Go.filter(F.to == Place.SUBSCRIBE))
    routes.callback_query.register(show_offer, ShowSubscription.filter())
    routes.callback_query.register(take, TakeSubscription.filter())
    routes.callback_query.register(ask_to_leave, AskToLeave.filter())
    routes.callback_query.register(give_up, GiveUpSubscription.filter())
    routes.callback_query.register(show_left, ShowLeft.filter())
    return routes


async def show_subscription(
    event: Message | CallbackQuery, words: Words, subscription_screens: SubscriptionScreens
) -> None:
    """/subscribe and its button: the subscription, or what will be stored before anything is."""
    chat = event.from_user.id if event.from_user else 0
    await show(event, await subscription_screens.of(words, chat))


async def stop(message: Message, words: Words, leave: Leave, asking: Asking) -> None:
    """/stop, /unsubscribe: deleted before the answer; a person who was not subscribed gets the same answer."""
    await leave(message.chat.id, keep_questions=True)
    await send(message, left_screen(words, asked=await asking.has_open(message.chat.id)))


async def show_offer(
    query: CallbackQuery, callback_data: ShowSubscription, words: Words, subscription_screens: SubscriptionScreens
) -> None:
    """The offer with the discreet switch set as the button says."""
    await show(query, await subscription_screens.of(words, query.from_user.id, discreet=callback_data.discreet))


async def take(
    query: CallbackQuery,
    callback_data: TakeSubscription,
    words: Words,
    subscribe: Subscribe,
    subscription_screens: SubscriptionScreens,
) -> None:
    """Subscribe; a second tap changes nothing and shows the same."""
    await subscribe(query.from_user.id, words.locale, discreet=callback_data.discreet)
    await show(query, await subscription_screens.of(words, query.from_user.id))


async def ask_to_leave(query: CallbackQuery, words: Words) -> None:
    """The question before unsubscribing, in the other language."""
    await show(query, leave_screen(words))


async def give_up(query: CallbackQuery, words: Words, leave: Leave, asking: Asking) -> None:
    """Unsubscribe."""
    await leave(query.from_user.id, keep_questions=True)
    await show(query, left_screen(words, asked=await asking.has_open(query.from_user.id)))


async def show_left(
    query: CallbackQuery,
    words: Words,
    subscribers: Subscribers,
    subscription_screens: SubscriptionScreens,
    asking: Asking,
) -> None:
    """What unsubscribing did, unless the person has subscribed again since."""
    chat = query.from_user.id
    if await subscribers.get(chat) is not None:
        return await show(query, await subscription_screens.of(words, chat))
    await show(query, left_screen(words, asked=await asking.has_open(chat)))
    return None
