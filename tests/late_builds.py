"""``python -m tests.late_builds [all]``: what it costs to build a class when the bot has started, as one line of JSON.

Milliseconds of CPU, for each class that the code of the bot makes, validates or calls for; ``all`` for every class.
Each is built in a child forked for it, so that none profits from another.
"""

import ast
import gc
import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from aiogram import Bot, methods, types
from pydantic import BaseModel

from bot.telegram_types import build_telegram_types

CODE = Path(__file__).parents[1] / "bot"
SHORTCUTS = (types.Message, types.CallbackQuery, types.InlineQuery, types.Chat)
"""Types with methods that make a call, as ``message.answer`` makes a SendMessage."""

LOOKS = 3
"""The cheapest of so many is what counts: the machine does other things too."""


def names() -> Iterator[str]:
    """Yield what the bot makes, validates or calls for, by the names in its code; the pretended Telegram left out."""
    for path in CODE.rglob("*.py"):
        if "demo" not in path.relative_to(CODE).parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from _called(node.func)


def _called(function: ast.expr) -> Iterator[str]:
    if isinstance(function, ast.Name):
        yield function.id
    elif isinstance(function, ast.Attribute):
        if isinstance(function.value, ast.Name):
            yield function.value.id
        if function.attr in vars(Bot):
            yield "".join(word.capitalize() for word in function.attr.split("_"))
        for owner in SHORTCUTS:
            made = getattr(getattr(owner, function.attr, None), "__annotations__", {})
            yield str(made.get("return"))


def kinds() -> dict[str, Any]:
    """Return every type and method by its name."""
    found = {name: getattr(module, name) for module in (types, methods) for name in module.__all__}
    return {name: kind for name, kind in found.items() if isinstance(kind, type) and issubclass(kind, BaseModel)}


def results(method: Any) -> Iterator[Callable[[], object]]:
    """Yield what builds the answer to a method."""
    if isinstance(getattr(method, "__api_method__", None), str):
        yield lambda: methods.Response[method.__returning__]


def milliseconds(build: Callable[[], object]) -> float:
    """Return the CPU time of a build, measured in children."""
    return min(_in_a_child(build) for _ in range(LOOKS))


def _in_a_child(build: Callable[[], object]) -> float:
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        began = time.process_time()
        build()
        os.write(writing, str(time.process_time() - began).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        os.waitpid(child, 0)
        return float(said.read()) * 1000


def measured(name: str, kind: Any) -> dict[str, float]:
    """Return what is left to build for a class; nothing if nothing is."""
    builds = {f"answer to {name}": build for build in results(kind)}
    if not kind.__pydantic_complete__:
        builds[name] = kind.model_rebuild
    return {what: milliseconds(build) for what, build in builds.items()}


def main(everything: str = "") -> None:
    """Build what is built at the start, then measure the rest."""
    build_telegram_types()
    gc.freeze()  # else the first collection in a child would copy every page that it shares
    gc.disable()
    found: dict[str, float] = {}
    for name in kinds() if everything else kinds().keys() & set(names()):
        found |= measured(name, kinds()[name])
    json.dump({"builds": found}, sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
