"""Updates in the shapes of the Bot API, made from aiogram's description of it: every kind, every nested type."""

import types
import typing
from collections.abc import Iterator
from datetime import datetime
from enum import Enum
from random import Random
from typing import Any

from aiogram.client.default import Default
from aiogram.filters.callback_data import CallbackData
from aiogram.types import TelegramObject, Update
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Spoken
from tests.chat import ADMIN

DEEPEST = 5
ADMINS_SHARE = 0.05
KINDS = tuple(name for name in Update.model_fields if name != "update_id")
COMMANDS = (
    *("/start", "/faq", "/seminars", "/subscribe", "/stop", "/settings", "/privacy", "/delete", "/clear", "/help"),
    *("/start faq_first-steps", "/start seminar_1", "/start subscribe", "/start ask", "/language", "/cancel", "/nope"),
    *("/broadcast", "/seminar", "/faq@seminar_demo_bot", "привет", "How do I get a work permit?", "<b>", "{ $x }"),
)
UNWRITTEN = (type(None), Default)
"""What a type allows and Telegram never writes."""

PLAIN: dict[Any, Any] = {bool: True, float: 1.5, str: "слово", Any: None}


class Shapes:
    """Makes updates from a seed."""

    def __init__(self, random: Random, people: int, now: int) -> None:
        """Let so many people write; ``now`` is when, in seconds since 1970, and moves on with the clock."""
        self._random = random
        self._people = people
        self.now = now
        self._buttons = tuple(buttons(random))

    def update(self, number: int) -> dict[str, Any]:
        """Return one valid update, most often of a kind the bot handles."""
        kind = self._random.choice(("message", "callback_query") * 30 + ("my_chat_member",) * 5 + KINDS)
        body = self.shape(Update.model_fields[kind].annotation, 0)
        return {"update_id": number, kind: self._placed(kind, body)}

    def _placed(self, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        """Say who it is from, where, and something that means something."""
        person = 10**6 + self._random.randrange(self._people)
        if kind == "message" and self._random.random() < ADMINS_SHARE:
            person = ADMIN
        user = {"id": person, "is_bot": False, "first_name": "Ы", "language_code": self._random.choice(("ru", "en"))}
        private = {"id": person, "type": "private", "first_name": "Ы"}
        group = {"id": -person, "type": "supergroup", "title": "Ы"}
        chat = private if self._random.random() < 0.9 else group
        if kind == "callback_query":
            message = {"message_id": self._random.randrange(1, 99), "date": self.now, "chat": chat, "text": "x"}
            data = self._random.choice(self._buttons)
            return {"id": "1", "from": user, "chat_instance": "1", "data": data, "message": message}
        if kind in {"message", "edited_message", "my_chat_member"}:
            body |= {"from": user, "chat": chat, "date": self.now}
        if kind == "message" and self._random.random() < 0.6:
            body = {name: body[name] for name in ("message_id", "date", "chat", "from")}
            body |= {"text": self._random.choice(COMMANDS)}
        return body

    def shape(self, annotation: Any, depth: int) -> Any:
        """Return a value of the type."""
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self.shape(arguments[0], depth)
        if origin in {typing.Union, types.UnionType}:
            return self.shape(self._random.choice([each for each in arguments if each not in UNWRITTEN]), depth)
        if origin is typing.Literal:
            chosen = self._random.choice(arguments)
            return chosen.value if isinstance(chosen, Enum) else chosen
        if origin is list:
            return [self.shape(arguments[0], depth + 1) for _ in range(self._random.randrange(1, 3))]
        if isinstance(annotation, type) and issubclass(annotation, TelegramObject):
            return self._object(annotation, depth)
        return self._single(annotation)

    def _object(self, model: type[BaseModel], depth: int) -> dict[str, Any]:
        made = {}
        for name, field in model.model_fields.items():
            named = typing.get_origin(field.annotation) is typing.Literal
            if named or field.is_required() or (depth < DEEPEST and self._random.random() < 0.3 / (depth + 1)):
                made[field.alias or name] = self.shape(field.annotation, depth + 1)
        return made

    def _single(self, annotation: Any) -> Any:
        if annotation in PLAIN:
            return PLAIN[annotation]
        if annotation is int:
            return self._random.choice((1, 2, 77, self._random.randrange(1, 2**40)))
        return self.now if annotation is datetime or not isinstance(annotation, type) else str(annotation)


def buttons(random: Random) -> Iterator[str]:
    """Yield data of every kind of button the bot draws, packed."""
    waiting: list[type[CallbackData]] = [Spoken]
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        for _ in range(4):
            yield ":".join([kind.__prefix__, *(_packed(field, random) for field in kind.model_fields.values())])


def _packed(field: FieldInfo, random: Random) -> str:
    annotation = field.annotation
    if annotation is Locale:
        return random.choice(("ru", "en"))
    if annotation is bool:
        return random.choice("01")
    members: dict[str, Enum] = getattr(annotation, "__members__", {})
    if members:
        return str(random.choice(list(members.values())).value)
    return str(random.choice((0, 1, 2, 7, 99))) if annotation is int else "first-steps"
