"""Makes ``import aiogram`` cheap: a Telegram type is built when it is first used, not while aiogram is imported.

aiogram's types carry ``defer_build``, but ``aiogram/types/__init__.py`` ends with a loop that calls ``model_rebuild``
on each of them, and its methods do not carry it. Building means a schema, a validator and a serializer: most of the
time and memory of the import. So the calls of that loop are noted, the fields get their types (cheap), and pydantic
builds a class when it is first used. ``docs/decisions/lazy-telegram-types.md`` says what follows.

``install`` puts a hook into ``sys.meta_path``. It imports nothing, and it leaves when ``aiogram.methods`` is there.
Whatever has another shape than expected gets the plain import.
"""

import functools
import importlib
import os
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

SWITCH = "PLAIN_AIOGRAM"
"""Set in the environment to anything, it leaves the import of aiogram as it is: to measure, and to compare."""

Run = Callable[[ModuleType], None]
Namespaces = dict[type[Any], Mapping[str, Any]]


def install() -> None:
    """Make the coming import of aiogram a lazy one; without effect a second time, or when aiogram is there already."""
    there = any(isinstance(finder, LazyImport) for finder in sys.meta_path)
    if not there and "aiogram" not in sys.modules and not os.environ.get(SWITCH):
        sys.meta_path.insert(0, LazyImport())


class LazyImport:
    """A finder that looks for three modules of aiogram and does something around their execution."""

    def __init__(self) -> None:
        """Begin with nothing noted."""
        self._noted: Namespaces = {}
        self._methods_of: Any = None
        self._lock = threading.RLock()
        self._around: dict[str, Callable[[Run, ModuleType], None]] = {
            "aiogram.types": self._types,
            "aiogram.methods.base": self._methods_base,
            "aiogram.methods": self._methods,
        }

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return what another finder finds; its loader executes this one module through us."""
        around = self._around.get(name)
        if around is None:
            return None
        others = (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)
        spec = next((found for found in others if found is not None), None)
        own = getattr(spec and spec.loader, "__dict__", None)
        if spec is None or spec.loader is None or not isinstance(own, dict):
            return spec
        run = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            del own["exec_module"]
            around(run, module)

        own["exec_module"] = exec_module
        return spec

    def _types(self, run: Run, module: ModuleType) -> None:
        lazily = False
        try:
            with _rebuilds_noted(self._noted):
                run(module)
            lazily = self._made_lazy(module)
        finally:
            if not lazily:
                sys.meta_path.remove(self)

    def _made_lazy(self, module: ModuleType) -> bool:
        """Make the noted types ready for their first use; build them if that fails, as the import would have done."""
        try:
            _complete_fields(self._noted)
            if self._noted:
                _rebuild_in_turn(module.TelegramObject, self._noted, self._lock)
        except Exception:  # whatever it is that another version has otherwise
            for kind, namespace in self._noted.items():
                kind.model_rebuild(_types_namespace=namespace)
            return False
        return bool(self._noted)

    def _methods_base(self, run: Run, module: ModuleType) -> None:
        run(module)
        base = getattr(module, "TelegramMethod", None)
        if "defer_build" not in getattr(base, "model_config", {"defer_build": False}):
            self._methods_of = base
            self._methods_of.model_config["defer_build"] = True

    def _methods(self, run: Run, module: ModuleType) -> None:
        try:
            run(module)
        finally:
            sys.meta_path.remove(self)
            if self._methods_of is not None:
                methods: Namespaces = {method: {} for method in _with_subclasses(self._methods_of)}
                for method in methods:
                    method.model_config.pop("defer_build", None)  # who derives from a method finds it as it was
                _rebuild_in_turn(self._methods_of, methods, self._lock)


@contextmanager
def _rebuilds_noted(noted: Namespaces) -> Iterator[None]:
    """Let aiogram's types be noted with their namespace when a rebuild is asked for; every other class is rebuilt."""
    base = importlib.import_module("pydantic").BaseModel
    plain = vars(base).get("model_rebuild")
    if not isinstance(plain, classmethod):
        yield
        return

    def model_rebuild(cls: type[Any], /, **options: Any) -> Any:
        if options.keys() == {"_types_namespace"} and cls.__module__.startswith("aiogram.types."):
            noted[cls] = options["_types_namespace"]
            return None
        return plain.__func__(cls, **_one_frame_further(options))

    base.model_rebuild = classmethod(model_rebuild)
    try:
        yield
    finally:
        base.model_rebuild = plain


def _complete_fields(noted: Namespaces) -> None:
    """Give the fields their types, as a rebuild does first: then subclasses and other models find nothing missing.

    Raises TypeError, or what a version of pydantic that has these functions otherwise raises.
    """
    rebuild_model_fields = importlib.import_module("pydantic._internal._fields").rebuild_model_fields
    resolver = importlib.import_module("pydantic._internal._namespace_utils").NsResolver
    wrapper = importlib.import_module("pydantic._internal._config").ConfigWrapper
    for kind, namespace in noted.items():
        if not kind.__pydantic_fields_complete__:
            found = rebuild_model_fields(
                kind,
                config_wrapper=wrapper(kind.model_config, check=False),
                ns_resolver=resolver(parent_namespace=namespace),
                typevars_map={},
            )
            if not isinstance(found, tuple):
                raise TypeError("the fields come in another shape")
            kind.__pydantic_fields__, kind.__pydantic_extra_info__ = found


def _rebuild_in_turn(base: Any, namespaces: Namespaces, lock: threading.RLock) -> None:
    """Let one thread at a time build a class below this one, each noted class with the names that it was noted with.

    pydantic calls ``model_rebuild`` at the first use; it would also look for names among the caller's variables.
    """
    plain = base.model_rebuild.__func__

    def model_rebuild(cls: type[Any], /, **options: Any) -> Any:
        known = {"_types_namespace": namespaces[cls]} if cls in namespaces else {}
        with lock:
            return plain(cls, **known | _one_frame_further(options))

    base.model_rebuild = classmethod(functools.update_wrapper(model_rebuild, plain))


def _one_frame_further(options: dict[str, Any]) -> dict[str, Any]:
    """Return the options with pydantic looking for names in the caller's caller: a function of ours is between."""
    return {**options, "_parent_namespace_depth": options.get("_parent_namespace_depth", 2) + 1}


def _with_subclasses(kind: type[Any]) -> Iterator[type[Any]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _with_subclasses(below)
