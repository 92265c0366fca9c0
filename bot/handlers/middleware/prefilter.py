"""Chooses the routers that can answer: by the kind of update, and for a tap by the prefix of its callback data.

Aiogram asks one router after the other until one answers; each costs some 20 µs, and every filter more. Here the
routers keep their order, but one that cannot answer is not asked.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from aiogram import Router
from aiogram.dispatcher.event.bases import UNHANDLED
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackQueryFilter
from aiogram.types import CallbackQuery, TelegramObject


class Prefilter(Router):
    """A router without handlers of its own, between the dispatcher and the other routers."""

    def __init__(self, routers: Sequence[Router]) -> None:
        """Take the routers, complete with their handlers."""
        super().__init__(name="prefilter")
        self.include_routers(*routers)
        self._prefixes = {router: set(_prefixes(router)) for router in routers}
        self._known = set[str | None]().union(*self._prefixes.values())
        self._chosen: dict[tuple[str, str | None], list[Router]] = {}

    async def propagate_event(self, update_type: str, event: TelegramObject, **data: Any) -> Any:
        """Ask the routers that can answer, in their order."""
        for router in self.may_answer(update_type, event):
            response = await router.propagate_event(update_type=update_type, event=event, **data)
            if response is not UNHANDLED:
                return response
        return UNHANDLED

    @property
    def words(self) -> set[str]:
        """The first words of all the taps that somebody knows."""
        return {word for word in self._known if word is not None}

    def may_answer(self, update_type: str, event: TelegramObject) -> list[Router]:
        """Return the routers that are asked, in their order; the same list for the same kind of update."""
        prefix = (event.data or "").split(":", 1)[0] if isinstance(event, CallbackQuery) else None
        key = update_type, prefix if prefix in self._known else None
        if key not in self._chosen:
            self._chosen[key] = [router for router in self.sub_routers if self._has_handlers(router, *key)]
        return self._chosen[key]

    def _has_handlers(self, router: Router, update_type: str, prefix: str | None) -> bool:
        if update_type == "callback_query":
            return bool(self._prefixes[router] & {prefix, None})
        observers = (each.observers.get(update_type) for each in router.chain_tail)
        return any(observer.handlers for observer in observers if observer)


def _prefixes(router: Router) -> Iterator[str | None]:
    """Yield the first words of the taps a router answers, and None for a handler that takes any."""
    for each in router.chain_tail:
        yield from map(_prefix, each.callback_query.handlers)


def _prefix(handler: HandlerObject) -> str | None:
    for each in handler.filters or ():
        if isinstance(each.callback, CallbackQueryFilter):
            return each.callback.callback_data.__prefix__
    return None
