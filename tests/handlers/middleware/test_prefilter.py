"""Who cannot answer is not asked, and who may is asked in the old order."""

from typing import Any

import pytest
from aiogram import Dispatcher, F, Router
from aiogram.dispatcher.event.bases import UNHANDLED, SkipHandler
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message, Update

from bot.handlers.middleware.prefilter import Prefilter
from bot.handlers.routers import all_routers
from tests.handlers.made import Wire, bot_on, message, tap


class Apple(CallbackData, prefix="app"):
    """A tap."""

    ripe: bool = True


class Pear(CallbackData, prefix="pear"):
    """Another."""


def answering(name: str, asked: list[str], *filters: Any, skips: bool = False, inside: bool = False) -> Router:
    """A router with one handler of taps, which may pass them on, or stand in a router inside."""
    routes = Router(name=name)

    async def handle(_tap: CallbackQuery) -> str:
        asked.append(name)
        if skips:
            raise SkipHandler
        return name

    routes.callback_query.register(handle, *filters)
    if inside:
        around = Router(name=f"around {name}")
        around.include_router(routes)
        return around
    return routes


async def answer(routers: list[Router], update: Update) -> Any:
    """What comes of an update."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.include_router(Prefilter(routers))
    return await dispatcher.feed_update(bot_on(Wire()), update)


@pytest.mark.parametrize("inside", [False, True])
async def test_taps_go_where_their_first_word_is_known_in_the_old_order(inside: bool) -> None:
    asked: list[str] = []
    routers = [
        answering("pears", asked, Pear.filter(), inside=inside),
        answering("green apples", asked, Apple.filter(~F.ripe), inside=inside),
        answering("tasted", asked, Apple.filter(), skips=True, inside=inside),
        answering("apples", asked, Apple.filter(), inside=inside),
        answering("anything", asked, inside=inside),
    ]
    assert await answer(routers, Update(update_id=1, callback_query=tap(Apple().pack()))) == "apples"
    assert asked == ["tasted", "apples"]


@pytest.mark.parametrize("data", ["unknown:1", "app:what", "", ":", None])
async def test_what_nobody_knows_goes_to_whoever_takes_anything(data: str | None) -> None:
    asked: list[str] = []
    routers = [answering("apples", asked, Apple.filter()), answering("anything", asked)]
    assert await answer(routers, Update(update_id=1, callback_query=tap(data))) == "anything"


async def test_other_updates_go_to_routers_that_have_handlers_of_their_kind() -> None:
    asked: list[str] = []
    routes = Router()

    async def handle(_message: Message) -> str:
        return "a message"

    routes.message.register(handle)
    routers = [answering("apples", asked, Apple.filter()), routes]
    assert await answer(routers, Update(update_id=1, message=message("x"))) == "a message"
    only_taps = [answering("apples", asked, Apple.filter())]
    assert await answer(only_taps, Update(update_id=2, message=message("x"))) is UNHANDLED


def test_forged_words_are_not_remembered() -> None:
    board = Prefilter(all_routers())
    asked = [board.may_answer("callback_query", tap(f"forged{number}:1")) for number in range(100)]
    assert asked[0]
    assert all(each is asked[0] for each in asked)


def test_every_button_of_ours_is_known_and_few_are_asked() -> None:
    board, alone = Prefilter(all_routers()), [Prefilter([router]) for router in all_routers()]
    assert len(board.words) > 30
    for word in board.words:
        button = tap(f"{word}:ru:0")
        chosen = board.may_answer("callback_query", button)
        taking = [bool(each.may_answer("callback_query", button)) for each in alone]
        assert [router in chosen for router in board.sub_routers] == taking
        assert chosen == [router for router in board.sub_routers if router in chosen]
        assert len(chosen) < len(board.sub_routers) / 2 or word == "go"
