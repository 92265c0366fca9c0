"""The lazy import of aiogram: the same types as the plain one gives, built at their first use, or the plain one."""

import asyncio
import importlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any, cast

import aiogram
import pydantic._internal._fields as pydantic_fields
import pytest
from aiogram.methods import TelegramMethod
from aiogram.types import TelegramObject
from pydantic import BaseModel, TypeAdapter, create_model

from bot import lazy_types
from tests.tree import ROOT

BASE = """
from pydantic import BaseModel, ConfigDict
class TelegramObject(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="allow", frozen=True)
"""
CHAT = """
from __future__ import annotations
from typing import TYPE_CHECKING, Optional
from .base import TelegramObject
if TYPE_CHECKING:
    from .message import Message
class Chat(TelegramObject):
    id: int
    pinned: Optional[Message] = None
"""
MESSAGE = """
from __future__ import annotations
from datetime import datetime
from .base import TelegramObject
from .chat import Chat
class Message(TelegramObject):
    chat: Chat
    date: datetime
"""
TYPES = """
from .base import TelegramObject
from .chat import Chat
from .message import Message
__all__ = ("Chat", "Message", "TelegramObject")
_types_namespace = {"Chat": Chat, "Message": Message}
"""
LOOP = """
for _name in __all__:
    globals()[_name].model_rebuild(_types_namespace=_types_namespace)
"""
LOOP_WITHOUT_NAMES = """
Message.model_rebuild(force=True)
Chat.model_rebuild(force=True, _types_namespace=_types_namespace)
Message.model_rebuild(force=True)
"""
METHODS_BASE = """
from typing import Generic, TypeVar
from pydantic import BaseModel
Returned = TypeVar("Returned")
class TelegramMethod(BaseModel, Generic[Returned]):
    pass
"""
METHODS = """
from ..types import Chat, Message
from .base import TelegramMethod
class Send(TelegramMethod[Message]):
    chat: Chat
    text: str
"""
METHODS_WITHOUT_BASE = """
from pydantic import BaseModel
from ..types import Chat
from . import base
class Send(BaseModel):
    chat: Chat
    text: str
"""
FILES = {
    "__init__.py": "from . import types, methods",
    "types/__init__.py": TYPES + LOOP,
    "types/base.py": BASE,
    "types/chat.py": CHAT,
    "types/message.py": MESSAGE,
    "methods/__init__.py": METHODS,
    "methods/base.py": METHODS_BASE,
}
PINNED = {"id": 1, "pinned": {"chat": {"id": 2}, "date": 0}}


class Other:
    """An aiogram of another shape, in a folder of its own and imported in the place of the real one."""

    def __init__(self, folder: Path) -> None:
        """Take the folder that stands in the path."""
        self._folder = folder

    def load(self, files: dict[str, str] | None = None) -> ModuleType:
        """Write the files, those given in the place of the usual ones, and import the package; look what it left."""
        for name, text in (FILES | (files or {})).items():
            path = self._folder / "aiogram" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        importlib.invalidate_caches()
        plain, finders = vars(BaseModel)["model_rebuild"], list(sys.meta_path)
        lazy_types.install()
        lazy_types.install()
        assert sys.meta_path[1:] == finders or lazy_types.SWITCH in os.environ
        try:
            return importlib.import_module("aiogram")
        finally:
            assert vars(BaseModel)["model_rebuild"] is plain
            assert sys.meta_path == finders


@pytest.fixture
def other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Other]:
    """Put the real aiogram aside for one test, and whatever the test has left in the import machinery."""
    real = {name: module for name, module in sys.modules.items() if name.split(".")[0] == "aiogram"}
    for name in real:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path])
    yield Other(tmp_path)
    for name in [name for name in sys.modules if name.split(".")[0] == "aiogram"]:
        del sys.modules[name]


def is_built(kind: Any) -> bool:
    """Return whether pydantic has built the class."""
    return bool(kind.__pydantic_complete__)


def works(package: ModuleType) -> None:
    """Use what the package has."""
    chat = package.types.Chat.model_validate(PINNED)
    assert chat.pinned.chat == package.types.Chat(id=2)
    assert package.methods.Send(chat=chat, text="x").model_dump()["chat"]["pinned"]["chat"]["id"] == 2


# The real one


@pytest.mark.long  # two processes of several seconds, one of them with the plain import
@pytest.mark.process
async def test_every_type_and_method_is_what_the_plain_import_makes_of_it() -> None:
    lazy, plain = await asyncio.gather(every_type({}), every_type({lazy_types.SWITCH: "1"}))
    assert lazy.pop("built") < 10 < plain.pop("built")
    assert lazy.pop("complete")
    assert plain.pop("complete")
    for name, found in plain.items():
        assert lazy[name] == found, name
    assert len(plain["roots"]) > 500


async def every_type(environment: dict[str, str]) -> dict[str, Any]:
    """Return what ``tests.every_type`` prints."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "ignore", "-m", "tests.every_type"),
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env={"PATH": os.environ.get("PATH", ""), **environment},
    )
    said, _ = await process.communicate()
    assert process.returncode == 0
    found: dict[str, Any] = json.loads(said)
    return found


def test_the_import_of_these_tests_was_a_lazy_one() -> None:
    assert aiogram.__version__
    assert {"model_rebuild"} <= vars(TelegramObject).keys() & vars(TelegramMethod).keys()
    assert not [finder for finder in sys.meta_path if isinstance(finder, lazy_types.LazyImport)]
    assert vars(BaseModel)["model_rebuild"].__func__.__module__ == "pydantic.main"


# The expected shape


def test_a_class_is_built_at_its_first_use(other: Other) -> None:
    package = other.load()
    kinds = (package.types.Chat, package.types.Message, package.methods.Send)
    assert not any(is_built(kind) for kind in kinds)
    works(package)
    assert is_built(package.types.Chat)
    assert is_built(package.methods.Send)


def test_its_fields_have_their_types_before(other: Other) -> None:
    package = other.load()
    assert package.types.Chat.model_fields["pinned"].annotation == package.types.Message | None
    assert not is_built(package.types.Chat)


@pytest.mark.parametrize("first", ["adapter", "schema", "model", "subclass", "constructed", "method"])
def test_whatever_the_first_use_is(other: Other, first: str) -> None:
    package = other.load()
    chat, message = package.types.Chat, package.types.Message

    derived: Any = create_model
    found: dict[str, Callable[[], Any]] = {
        "adapter": lambda: TypeAdapter(chat).validate_python(PINNED).pinned.chat.id,
        "schema": lambda: len(chat.model_json_schema()["$defs"]),
        "model": lambda: derived("Holder", chat=(chat, ...)).model_validate({"chat": PINNED}).chat.pinned.chat.id,
        "subclass": lambda: (
            create_model("Own", __base__=chat, mine=(message, None)).model_validate(PINNED).pinned.chat.id
        ),
        "constructed": lambda: json.loads(chat.model_construct(id=2).model_dump_json())["id"],
        "method": lambda: package.methods.Send.model_validate({"chat": {"id": 2}, "text": "x"}).chat.id,
    }
    assert found[first]() == 2


def test_variables_of_the_caller_are_not_taken_for_types(other: Other) -> None:
    package = other.load()
    datetime = Message = Chat = "a variable"
    assert package.types.Message.model_validate({"chat": {"id": 2}, "date": 0}).chat.id == 2
    assert datetime == Message == Chat


def test_who_derives_from_a_method_gets_a_class_like_any_other(other: Other) -> None:
    package = other.load()
    assert is_built(create_model("Own", __base__=package.methods.Send))
    assert "defer_build" not in package.methods.Send.model_config


def test_threads_that_come_at_once_build_it_once(other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    package = other.load()
    built: list[object] = []
    hook: Any = classmethod(built.append)
    monkeypatch.setattr(package.types.TelegramObject, "__pydantic_on_complete__", hook)
    together = threading.Barrier(8)

    def use(_: int) -> int:
        together.wait()
        return int(package.types.Chat.model_validate(PINNED).pinned.chat.id)

    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(use, range(8))) == {2}
    assert built == [package.types.Chat]


def test_the_switch_leaves_the_import_as_it_is(other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(lazy_types.SWITCH, "1")
    assert is_built(other.load().types.Chat)


def test_an_install_after_the_import_changes_nothing(other: Other) -> None:
    finders = list(sys.meta_path)
    works(other.load())
    lazy_types.install()
    assert sys.meta_path == finders


# Other shapes


def test_types_that_are_rebuilt_otherwise_are_rebuilt_as_ever(other: Other) -> None:
    package = other.load({"types/__init__.py": TYPES + LOOP.replace("model_rebuild(", "model_rebuild(force=True, ")})
    assert is_built(package.types.Chat)
    assert is_built(package.methods.Send)
    works(package)


def other_parameters(**_parameters: object) -> None:
    raise TypeError("missing a required argument")


def other_result(kind: Any, **_parameters: object) -> dict[str, Any]:
    return dict(kind.__pydantic_fields__)


@pytest.mark.parametrize("function", [other_parameters, other_result, None])
def test_another_pydantic_gets_the_plain_import(other: Other, monkeypatch: pytest.MonkeyPatch, function: Any) -> None:
    plain = pydantic_fields.rebuild_model_fields
    if function is None:
        monkeypatch.delattr(pydantic_fields, "rebuild_model_fields")
    else:
        monkeypatch.setattr(pydantic_fields, "rebuild_model_fields", function)
    package = other.load()
    monkeypatch.setattr(pydantic_fields, "rebuild_model_fields", plain, raising=False)
    assert is_built(package.types.Chat)
    assert is_built(package.types.Message)
    assert is_built(package.methods.Send)
    works(package)


def test_a_pydantic_that_rebuilds_by_something_else_gets_it_too(other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    class Rebuild:
        def __init__(self, plain: Any) -> None:
            self._plain = plain

        def __get__(self, instance: object, owner: type) -> Any:
            return self._plain.__get__(instance, owner)

    monkeypatch.setattr(BaseModel, "model_rebuild", Rebuild(vars(BaseModel)["model_rebuild"]))
    package = other.load()
    assert is_built(package.types.Chat)
    works(package)


def test_types_without_their_base_are_built_by_the_import(other: Other) -> None:
    package = other.load({"types/__init__.py": TYPES + LOOP + "del TelegramObject"})
    assert is_built(package.types.Chat)
    works(package)


@pytest.mark.parametrize(
    "files",
    [
        {"methods/base.py": METHODS_BASE.replace("pass", "model_config = {'defer_build': True}")},
        {
            "methods/base.py": "from pydantic import BaseModel",
            "methods/__init__.py": METHODS_WITHOUT_BASE,
        },
    ],
    ids=["deferred already", "without a base"],
)
def test_methods_of_another_shape_are_left_alone(other: Other, files: dict[str, str]) -> None:
    package = other.load(files)
    assert not is_built(package.types.Chat)
    works(package)


@pytest.mark.parametrize("name", ["types/__init__.py", "methods/__init__.py"])
def test_an_import_that_fails_leaves_nothing_behind(other: Other, name: str) -> None:
    with pytest.raises(ZeroDivisionError):
        other.load({name: FILES[name] + "1 / 0"})


def test_a_module_that_is_not_there_is_not_found(other: Other) -> None:
    hook = lazy_types.LazyImport()
    assert hook.find_spec("aiogram.types", []) is None
    assert hook.find_spec("aiogram.filters", []) is None


def test_a_loader_that_cannot_be_changed_loads_as_ever(other: Other, monkeypatch: pytest.MonkeyPatch) -> None:
    class Fixed:
        __slots__ = ()

    spec = ModuleSpec("aiogram.types", cast(Any, Fixed()))
    monkeypatch.setattr(sys, "meta_path", [SimpleNamespace(find_spec=lambda *_: spec)])
    assert lazy_types.LazyImport().find_spec("aiogram.types") is spec
