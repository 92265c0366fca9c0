"""What the running process still knows after a conversation: numbers it needs, and not a word (the running host)."""

import asyncio
import gc
import secrets
import sys
from collections.abc import Iterator
from types import CoroutineType, FrameType, ModuleType
from typing import Any

from bot.demo.faults.plan import Fault, FaultKind
from tests.chat import Town, town
from tests.resident import forget_what_was_told

SKIPPED = (ModuleType, FrameType, CoroutineType, asyncio.Task, type(sys))


def held(t: Town) -> Iterator[Any]:
    """Yield everything the bot holds on to, from its parts and its modules; not the pretended Telegram."""
    roots = [vars(module) for name, module in tuple(sys.modules.items()) if _ours(name)]
    seen, waiting = {id(t.telegram), id(t)}, [t.app, *roots]
    while waiting:
        thing = waiting.pop()
        if id(thing) in seen or isinstance(thing, SKIPPED):
            continue
        seen.add(id(thing))
        yield thing
        if not _strange(thing):
            waiting += gc.get_referents(thing)


def _ours(name: str) -> bool:
    return name.startswith("bot.") and not name.startswith("bot.demo")


def _strange(thing: Any) -> bool:
    """Return whether it is the inside of somebody else's module."""
    return isinstance(thing, dict) and "__builtins__" in thing and not _ours(str(thing.get("__name__")))


async def test_no_word_and_no_name_of_anybody_stays_in_memory() -> None:
    word = secrets.token_hex(8)
    async with town() as t:
        await asyncio.wrap_future(t.app.questions.search.prepare())
        anna = t.person(f"Анна{word}", number=8_123_456_789_012)
        for text in (f"/start {word}", f"{word} как подать на убежище", f"/nothing{word}", "/subscribe", "/faq"):
            await anna.sends(text)
        anna.person.sends_photo(caption=f"паспорт {word}")
        anna.person.sends_document(f"{word}.pdf")
        await t.settle()
        await anna.taps_data(f"top:ru:0:{word}:0")
        t.telegram.faults.add(
            Fault(FaultKind.ERROR, methods=("sendMessage",), status=400, description="Bad Request: x")
        )
        await anna.sends(f"{word} что делать, если отказали")
        t.telegram.faults.clear()
        await anna.sends(f"{word} как продлить разрешение на работу")
        for text in ("/broadcast", f"Новость {word}", "/cancel"):
            await t.admin().sends(text)
        await t.later(minutes=6)
        assert anna.from_bot
        forget_what_was_told(t)
        gc.collect()
        kept = list(held(t))
        assert anna.id in [thing for thing in kept if type(thing) is int]
        words = [thing for thing in kept if isinstance(thing, str)]
        raw = [thing for thing in kept if isinstance(thing, bytes)]
        assert len(words) > 1_000
        assert [text for text in words if word in text] == []
        assert [text for text in raw if word.encode() in text] == []


async def test_what_is_held_on_to_is_found() -> None:
    """The search is worth something: a word that a part of the bot keeps is found."""
    word = secrets.token_hex(8)
    async with town() as t:
        t.app.recent.keep = [f"{word}!"]  # type: ignore[attr-defined]  # a part that remembers too much
        assert any(isinstance(thing, str) and word in thing for thing in held(t))
