"""The wiring is whole: every handler and filter is given what it asks for, before anybody taps."""

import ast
import inspect
import textwrap
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import CallableObject, HandlerObject
from aiogram.filters import Command
from aiogram.filters.base import Filter
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import Message

from bot.handlers.admin.access import Admins, FromAdmin
from bot.handlers.admin.conversation import InConversation
from tests.chat import town
from tests.tree import ROOT, repository

MAX_THINGS = 6
"""The event counts too; what always travels together is one frozen value."""
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)

BY_AIOGRAM = {"bot", "event_update", "event_router", "handler", "event_from_user", "event_chat", "event_context"}
BY_MIDDLEWARE = {"tree", "locale", "words"}
BEFORE_ANYTHING = {"bot", "event_update", "event_router", "handler"}
"""What an error handler can count on: the exception may have come before the middleware."""
TAKEN_BY_OTHERS = {"choose_language", "compositions", "enter_seminar", "lawyers_group"}
"""What the middleware or a whole router's filter takes, a store that stands beside the others, what the demo takes."""


def gives(thing: Any) -> set[str]:
    """Return the names a filter adds for those after it: literal keys of what it returns, and its inner filters'."""
    if isinstance(thing, Command):
        return {"command"}
    if isinstance(thing, CallbackQueryFilter):
        return {"callback_data"}
    if not isinstance(thing, Filter) or type(thing).__module__.startswith("aiogram."):
        return set()
    source = ast.parse(textwrap.dedent(inspect.getsource(type(thing).__call__)))
    dicts = [node for node in ast.walk(source) if isinstance(node, ast.Dict)]
    keys = {str(key.value) for node in dicts for key in node.keys if isinstance(key, ast.Constant)}
    return keys.union(*(gives(inner) for inner in vars(thing).values()))


def asks(thing: CallableObject) -> dict[str, inspect.Parameter]:
    """Return the parameters that must be given by name: all but the event and those with a default."""
    if isinstance(thing.callback, Filter) and type(thing.callback).__module__.startswith("aiogram."):
        return {}
    target = thing.callback.__call__ if isinstance(thing.callback, Filter) else inspect.unwrap(thing.callback)
    parameters = list(inspect.signature(target, eval_str=True).parameters.values())[1:]
    named = [each for each in parameters if each.kind is not each.VAR_KEYWORD and each.kind is not each.VAR_POSITIONAL]
    return {each.name: each for each in named if each.default is each.empty}


def handlers(root: Router) -> Iterator[tuple[str, HandlerObject]]:
    """Yield the kind of update and the handler, everywhere below the router."""
    for router in root.chain_tail:
        for kind, observer in router.observers.items():
            for handler in observer.handlers:
                if router is not root or kind != "update":
                    yield kind, handler


def missing(dispatcher: Dispatcher) -> list[str]:
    """Return ``handler: name`` for everything asked for and not given, filters in their order."""
    faults = []
    for kind, handler in handlers(dispatcher):
        known = set(dispatcher.workflow_data) | (BEFORE_ANYTHING if kind == "error" else BY_AIOGRAM | BY_MIDDLEWARE)
        for each in [*(handler.filters or ()), handler]:
            name = getattr(each.callback, "__qualname__", type(each.callback).__qualname__)
            faults += [f"{name}: {wanted}" for wanted in asks(each) if wanted not in known]
            known |= gives(each.callback)
    return faults


async def test_everything_asked_for_is_given() -> None:
    async with town() as t:
        assert len(list(handlers(t.app.dispatcher))) > 40
        assert missing(t.app.dispatcher) == []


async def test_what_is_given_is_of_the_kind_asked_for() -> None:
    async with town() as t:
        given = t.app.dispatcher.workflow_data
        for _, handler in handlers(t.app.dispatcher):
            for each in [*(handler.filters or ()), handler]:
                for name, parameter in asks(each).items():
                    kind = parameter.annotation
                    if name in given and inspect.isclass(kind) and not getattr(kind, "_is_protocol", False):
                        assert isinstance(given[name], kind), f"{each.callback}: {name}"


async def test_nothing_is_given_that_nobody_asks_for() -> None:
    async with town() as t:
        wanted: set[str] = set()
        for _, handler in handlers(t.app.dispatcher):
            for each in [*(handler.filters or ()), handler]:
                wanted |= each.params
        assert set(t.app.dispatcher.workflow_data) - wanted <= TAKEN_BY_OTHERS


async def unwired(message: Message, crystal_ball: Any) -> None:
    """Ask for something that does not exist."""


async def admins_only(message: Message, admin: int) -> None:
    """Ask for what only a filter gives."""


def crowded(path: Path) -> list[str]:
    """Return ``file: function asks for number`` for every function of a file that takes too many values."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    counts = ((node.name, _taken(node)) for node in ast.walk(tree) if isinstance(node, _FUNCTIONS))
    return [f"{path.name}: {name} asks for {count}" for name, count in counts if count > MAX_THINGS]


def _taken(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [each.arg for each in (*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs)]
    return len([name for name in names if name not in {"self", "cls"}])


def test_no_handler_asks_for_more_than_six_things() -> None:
    files = [path for path in repository(ROOT / "bot" / "handlers") if path.suffix == ".py"]
    assert len(files) > 60
    assert [found for path in files for found in crowded(path)] == []


async def test_no_registered_callback_asks_for_more_than_six_things() -> None:
    async with town() as t:
        for _, handler in handlers(t.app.dispatcher):
            for each in [*(handler.filters or ()), handler]:
                assert len(asks(each)) + 1 <= MAX_THINGS, each.callback


@pytest.mark.parametrize(
    ("parameters", "found"),
    [
        ("a, b, /, c, d, *, e, f", []),
        ("self, a, b, c, d, e, f", []),
        ("a, b, /, c, d, *, e, f, g", ["rooms.py: ask asks for 7"]),
        ("self, a, b, c, d, e, f, g", ["rooms.py: ask asks for 7"]),
    ],
)
@pytest.mark.parametrize("kind", ["def", "async def"])
def test_a_function_that_asks_for_seven_things_is_named(
    kind: str, parameters: str, found: list[str], tmp_path: Path
) -> None:
    path = tmp_path / "rooms.py"
    path.write_text(f"{kind} ask({parameters}): ...", encoding="utf-8")
    assert crowded(path) == found


@pytest.mark.parametrize(
    ("handler", "filters", "fault"),
    [
        (unwired, (), ["unwired: crystal_ball"]),
        (admins_only, (), ["admins_only: admin"]),
        (admins_only, (FromAdmin(),), []),
    ],
)
def test_a_handler_that_asks_for_too_much_is_named(handler: Any, filters: tuple[Any, ...], fault: list[str]) -> None:
    dispatcher = Dispatcher(disable_fsm=True, admins=Admins(frozenset()), telegram_time=None)
    router = Router()
    router.message.register(handler, *filters)
    dispatcher.include_router(router)
    assert missing(dispatcher) == fault


def test_a_filter_gives_what_its_inner_filter_gives() -> None:
    assert gives(InConversation(typing.cast(Any, "move"))) == {"admin", "conversation"}
