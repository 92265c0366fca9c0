"""Tests, one folder a room. The import of ``bot`` comes before any of aiogram, so that this one is a lazy one."""

from bot import lazy_types

lazy_types.install()
