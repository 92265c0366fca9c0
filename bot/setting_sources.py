"""Reads the operator's settings from the environment, ``.env`` and the secrets directories.

Every fault is worded here or in ``setting_faults.py``, for the library's own sentences would read as approval or be
jargon.
"""

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError, model_validator
from pydantic_settings import SettingsConfigDict, SettingsError

from bot.setting_faults import MUST_BE, UNREADABLE
from bot.settings import ENV_FILE, BadSettings, Settings

ENV_LINE = re.compile(r"""(?:export\s+)?\w+\s*=\s*(?:'[^']*'|"[^"]*"|[^'"\s].*)?(?:\s+\#.*)?""")


class _Usable(Settings):
    """The same, whatever unknown names there are and whatever contradicts."""

    model_config = SettingsConfigDict(extra="ignore")

    @model_validator(mode="after")
    def _together(self) -> "_Usable":
        return self


@dataclass(frozen=True)
class Examined:
    """What was found: settings that can be used, the faults, one line each, and the settings that are bad.

    A bad setting has its default in ``settings``.
    """

    settings: Settings
    faults: tuple[str, ...] = ()
    bad: frozenset[str] = frozenset()


def read_settings() -> Settings:
    """Read the environment, ``.env`` and the secrets directories; raises BadSettings."""
    found = examine_settings()
    if found.faults:
        raise BadSettings("; ".join(found.faults))
    return found.settings


def examine_settings() -> Examined:
    """Read the same, and go on after a fault."""
    folders = [Path(name) for name in (os.environ.get("CREDENTIALS_DIRECTORY", ""), "/run/secrets") if name]
    sources: dict[str, Any] = {"_secrets_dir": [folder for folder in folders if folder.is_dir()]}
    try:
        lines = tuple(_lines_passed_over(Path(ENV_FILE)))
        return _unread(*lines) if lines else _examine(sources)
    except SettingsError as error:
        name = re.search(r'field "(\w+)"', str(error))
        return _unread(f"{name[1].upper() if name else 'a secrets file'} cannot be read")
    except (OSError, UnicodeDecodeError):
        return _unread(f"{ENV_FILE} or a secrets file cannot be read: is it UTF-8, and readable?")


def _unread(*faults: str) -> Examined:
    """Return the defaults: what a source that cannot be read would have said is not known."""
    return Examined(Settings.model_construct(), faults, frozenset(Settings.model_fields))


def _examine(sources: dict[str, Any]) -> Examined:
    """Read what each source says; raises SettingsError, OSError, UnicodeDecodeError."""
    try:
        return Examined(Settings(**sources))
    except ValidationError as error:
        errors = [one for one in error.errors(include_input=False) if one["loc"]]
    alone = frozenset(str(one["loc"][0]) for one in errors) & set(Settings.model_fields)
    usable = _usable(sources, alone)
    together = [(words, names) for words, names in usable.contradictions() if not alone & set(names)]
    bad = alone | {name for _, names in usable.contradictions() for name in names}
    faults = dict.fromkeys([*(_fault(one) for one in errors), *(words for words, _ in together)])
    return Examined(usable.model_copy(update=_defaults(bad)), tuple(faults), bad)


def _usable(sources: dict[str, Any], bad: Iterable[str]) -> Settings:
    """Return the settings with the bad ones left out; all left out if a default is no better in this folder."""
    try:
        return _Usable(**sources, **_defaults(bad))
    except ValidationError:
        return Settings.model_construct()


def _defaults(names: Iterable[str]) -> dict[str, Any]:
    return {name: Settings.model_fields[name].get_default() for name in names}


def _lines_passed_over(path: Path) -> Iterator[str]:
    """Yield a fault for each line the reader would pass over in silence: what looks set must not be missing."""
    if path.is_file():
        for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
            if line.strip() and not line.lstrip().startswith("#") and not ENV_LINE.fullmatch(line.strip()):
                yield f"{ENV_FILE}: line {number} is not NAME=value"


def _fault(error: Any) -> str:
    field = str(error["loc"][0])
    if error["type"] == "extra_forbidden":
        return f"{field.upper()} is not a setting (see .env.example)"
    own = str(error["ctx"]["error"]) if error["type"] == "value_error" else ""
    return f"{field.upper()} {own or MUST_BE.get(field, UNREADABLE)}"
