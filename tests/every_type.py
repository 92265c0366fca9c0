"""``python -m tests.every_type``: what aiogram's types and methods are once each is built, as one line of JSON.

``tests/test_lazy_types.py`` runs it with the lazy import and with the plain one and compares.
"""

import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from aiogram import Bot, methods, types
from aiogram.methods.base import Response
from pydantic import BaseModel, TypeAdapter

SEED = 9
ADDRESS = re.compile(r":\d{6,}|0x[0-9a-f]+")
"""What differs between two processes: the id of a class in its reference, the address of a function."""

USER = {"id": 1, "is_bot": False, "first_name": "A"}
CHAT = {"id": 1, "type": "private"}
MESSAGE = {"message_id": 1, "date": 1_700_000_000, "chat": CHAT, "from": USER, "text": "x"}
POLL = {
    "id": "1",
    "question": "?",
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "quiz",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
MEMBER = {"status": "member", "user": USER}
UPDATES: tuple[dict[str, Any], ...] = (
    {"message": {**MESSAGE, "entities": [{"type": "bold", "offset": 0, "length": 1}], "of_the_future": {"x": 1}}},
    {"message": {**MESSAGE, "reply_to_message": MESSAGE, "poll": POLL}},
    {
        "message": {
            **MESSAGE,
            "rich_message": {"blocks": [{"type": "paragraph", "text": ["a", {"type": "bold", "text": "b"}]}]},
        }
    },
    {"callback_query": {"id": "1", "from": USER, "chat_instance": "1", "message": {**MESSAGE, "date": 0}, "data": "x"}},
    {"inline_query": {"id": "1", "from": USER, "query": "q", "offset": ""}},
    {"my_chat_member": {"chat": CHAT, "from": USER, "date": 1, "old_chat_member": MEMBER, "new_chat_member": MEMBER}},
    {"poll": POLL},
    {"message": {"chat": CHAT}},
)


def kinds() -> Iterator[type[BaseModel]]:
    """Yield every type and every method."""
    for module in (types, methods):
        for name in module.__all__:
            kind = getattr(module, name)
            if isinstance(kind, type) and issubclass(kind, BaseModel):
                yield kind


def name_of(value: object) -> str:
    """Return what a value of a schema is called, whatever process it is in."""
    return f"{getattr(value, '__module__', '')}.{getattr(value, '__qualname__', type(value).__qualname__)}"


class Schemas:
    """Core schemas with every model by its reference: where a definition stands depends on the order of building."""

    def __init__(self) -> None:
        """Begin with none."""
        self.models: dict[str, Any] = {}

    def plain(self, node: Any) -> Any:
        """Return the node as JSON, and remember the models inside."""
        if isinstance(node, dict):
            return self._reference(node) if "ref" in node else self._inside(node)
        if isinstance(node, list | tuple):
            return [self.plain(each) for each in node]
        return node if isinstance(node, str | int | float | None) else name_of(node)

    def _reference(self, node: dict[str, Any]) -> Any:
        name = ADDRESS.sub("", node["ref"])
        if name not in self.models:
            self.models[name] = None
            self.models[name] = self._inside({key: value for key, value in node.items() if key != "ref"})
        return {"type": "definition-ref", "schema_ref": name}

    def _inside(self, node: dict[str, Any]) -> Any:
        if node.get("type") == "definitions":
            self.plain(node["definitions"])
            return self.plain(node["schema"])
        if node.get("type") == "definition-ref":
            return {**node, "schema_ref": ADDRESS.sub("", node["schema_ref"])}
        return {str(key): self.plain(value) for key, value in sorted(node.items(), key=str)}


def fields_of(kind: type[BaseModel]) -> dict[str, str]:
    """Return the fields, with their types."""
    return {name: ADDRESS.sub("", f"{field!r}") for name, field in kind.model_fields.items()}


def first_uses() -> Iterator[str]:
    """Yield what comes of a class in each of the ways that it can be used first."""
    bot = Bot("42:TEST")
    yield repr(TypeAdapter(list[types.ChatMemberUnion]).validate_python([MEMBER]))
    yield json.dumps(types.Poll.model_json_schema())
    yield types.ChatLocation.model_construct(
        location=types.Location(latitude=1, longitude=2), address="x"
    ).model_dump_json()

    class Holder(BaseModel):
        gifts: types.OwnedGifts | types.UserShared
        at: datetime

    yield repr(Holder.model_validate({"gifts": {"total_count": 0, "gifts": []}, "at": 1}))

    class Own(types.ChatFullInfo):
        mine: types.RichMessage | None = None

    yield json.dumps(fields_of(Own))
    yield repr(Response[types.WebhookInfo | bool].model_validate({"ok": True, "result": True}))
    for number, update in enumerate(UPDATES):
        try:
            found = types.Update.model_validate({"update_id": number, **update}, context={"bot": bot})
        except ValueError as refusal:
            yield str(refusal)
        else:
            mounted = getattr(found, found.event_type).bot is bot
            yield f"{found!r} {mounted} {found.model_dump_json(exclude_unset=True)}"
    keyboard = types.InlineKeyboardMarkup(inline_keyboard=[[types.InlineKeyboardButton(text="a", callback_data="b")]])
    method = methods.SendMessage(chat_id=1, text="x", reply_markup=keyboard).as_(bot)
    yield f"{method!r} {method.bot is bot} {isinstance(method.reply_markup, types.ReplyMarkupUnion)}"


def main() -> None:
    """Use some classes first, then build all of them in an order of their own, and print."""
    everything = list(kinds())
    built = sum(kind.__pydantic_complete__ for kind in everything)
    fields = {name_of(kind): fields_of(kind) for kind in everything}
    used = list(first_uses())
    random.Random(SEED).shuffle(everything)  # noqa: S311 -- an order, not a secret
    schemas = Schemas()
    for kind in everything:
        kind.model_rebuild()
    roots = {name_of(kind): schemas.plain(kind.__pydantic_core_schema__) for kind in everything}
    complete = all(kind.__pydantic_complete__ for kind in everything)
    json.dump(
        {
            "built": built,
            "complete": complete,
            "fields": fields,
            "used": used,
            "roots": roots,
            "models": schemas.models,
        },
        sys.stdout,
        sort_keys=True,
    )


if __name__ == "__main__":
    main()
