"""Whether the key's file can be read, as the admins are told of its loss."""

from pathlib import Path

from pydantic import SecretStr

from bot.desk_wiring import has_key
from tests.chat import ADMIN, TOKEN, Fixed


def given(path: Path | None) -> Fixed:
    """Settings with the key in a file, or without one."""
    return Fixed(bot_token=SecretStr(TOKEN), admin_ids=frozenset({ADMIN}), database_key_file=path)


def test_a_key_that_is_gone_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "seminar-bot.key"
    path.write_text("ab" * 32, encoding="ascii")
    path.chmod(0o600)
    assert has_key(given(path))
    path.unlink()
    assert not has_key(given(path))
    assert has_key(given(None))
