"""What every bot of a test builds anew and never changes: built once a process, so that a town takes half as long.

Only tests use this. Each part is a pure function of its arguments: the parameters of a callback by its code, the tree
of a release by its text, the lists of wishes by their words.
"""

import gc
from collections.abc import Callable
from functools import cache
from types import CodeType

from aiogram import Dispatcher, Router
from aiogram.dispatcher.event.handler import CallableObject

from bot import answer_wiring, wiring
from bot.core.faq.wishes import Listed, Say, Wish, Wishes, read_wishes
from bot.core.locales import Locale

_Learned = tuple[bool, set[str], bool]
_learned: dict[tuple[CodeType, type], _Learned] = {}


def _learn(self: CallableObject, learn: Callable[[CallableObject], None] = CallableObject.__post_init__) -> None:
    """Ask of a function, a bound method or a filter what it takes once for its code; of anything else every time."""
    callback = self.callback
    code = getattr(callback, "__code__", None) or getattr(type(callback).__call__, "__code__", None)
    if not isinstance(code, CodeType) or hasattr(callback, "__signature__") or hasattr(callback, "__wrapped__"):
        learn(self)
        return
    key = code, type(callback)
    if key not in _learned:
        learn(self)
        _learned[key] = self.awaitable, self.params, self.varkw
    self.awaitable, self.params, self.varkw = _learned[key]


_wishes: dict[tuple[str, ...], Wishes] = {}


def _read_wishes(say: Say) -> Wishes:
    """Read the lists of wishes once for their words."""
    words = tuple(say(locale, f"wishes-said-{name.value}") for name in (*Wish, *Listed) for locale in Locale)
    if words not in _wishes:
        _wishes[words] = read_wishes(say)
    return _wishes[words]


_unused: list[list[Router]] = []


def _lend_routers(build: Callable[[], list[Router]] = wiring.all_routers) -> list[Router]:  # type: ignore[attr-defined]  # imported there
    """Lend routers that a town has given back; each is in one town at a time, and keeps nothing of it."""
    return _unused.pop() if _unused else build()


def give_back(dispatcher: Dispatcher) -> None:
    """Take a town's routers from it, once nobody asks them any more."""
    (all_of_them,) = dispatcher.sub_routers
    routers = list(all_of_them.sub_routers)
    for router in routers:
        router._parent_router = None  # noqa: SLF001 -- Aiogram lets a router be put into one other, once
    _unused.append(routers)


@cache
def install() -> None:
    """Put the memories in the place of what they remember, once.

    What has been imported is no garbage and is not looked through again, as in ``bot run``.
    """
    CallableObject.__post_init__ = _learn  # type: ignore[method-assign]  # what it does stays
    wiring.read_catalogues = cache(wiring.read_catalogues)  # type: ignore[assignment, attr-defined]  # as above
    wiring.shipped_tree = cache(wiring.shipped_tree)  # type: ignore[assignment, attr-defined]  # as above
    wiring.all_routers = _lend_routers  # type: ignore[attr-defined]  # as above
    answer_wiring.read_wishes = _read_wishes  # type: ignore[attr-defined]  # as above
    gc.collect()
    gc.freeze()
