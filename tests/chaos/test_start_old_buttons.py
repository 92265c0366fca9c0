"""After an upgrade old messages keep their old buttons: each tap is answered, whatever stands in it (T64)."""

from pathlib import Path

import pytest

from bot.core.locales import Locale
from bot.handlers.ui.callbacks import Spoken
from tests.chaos.figures import note
from tests.chat import town
from tests.sizes import sample

VALUES = (
    "0",
    "1",
    "-1",
    "999999999999999999",
    str(2**63),
    str(-(2**63) - 1),
    "9" * 25,
    "gone",
    "",
    "ё",
    "first-steps",
    "1e9",
    "😀",
)


def worn(kind: type[Spoken]) -> list[str]:
    """A button's data as other versions may have written it: fewer fields, more, and other values."""
    prefix = kind.__prefix__
    length = len(kind.model_fields)
    data = [f"{prefix}", f"{prefix}:", f"{prefix}:ru", f"{prefix}:de:0", f"{prefix}:ru:0" + ":x" * length]
    for value in VALUES:
        data += [":".join((prefix, lang, "0", *[value] * (length - 2))) for lang in ("ru", "en")]
        data.append(":".join((prefix, *[value] * length)))
        data.append(":".join((prefix, "ru", "1", *[value] * (length - 1))))
    return [item for item in dict.fromkeys(data) if len(item.encode()) <= 64]


def buttons() -> list[type[Spoken]]:
    """Every kind of button the bot has: its handlers have been imported by what runs it."""
    kinds = list(Spoken.__subclasses__())
    for kind in kinds:
        kinds += kind.__subclasses__()
    return [kind for kind in kinds if kind.__module__.startswith("bot.")]


def test_t64_every_kind_of_button_has_a_prefix_of_its_own() -> None:
    kinds = buttons()
    assert len({kind.__prefix__ for kind in kinds}) == len(kinds) > 20


@pytest.mark.parametrize("who", ["person", "subscriber", "admin"])
async def test_t64_every_old_button_is_answered(tmp_path: Path, who: str, caplog: pytest.LogCaptureFixture) -> None:
    async with town(database_path=tmp_path / "bot.db", send_rate=1000) as t:
        tapper = t.admin() if who == "admin" else t.person()
        await tapper.sends("/start")
        if who == "subscriber":
            await t.app.dispatcher["subscribe"](tapper.id, Locale.RU, discreet=False)
        data = [item for kind in buttons() for item in worn(kind)]
        data += ["", "x", ":", "::::", "old_button", "menu", "a" * 64, "я" * 32, "topic_1_2", '{"a":1}', "go|ru|menu"]
        unanswered: list[str] = []
        for item in sample(data, 500, f"old buttons {who}"):
            before = len(tapper.toasts)
            t.clock.forward(seconds=5)
            await tapper.taps_data(item, 2)
            if len(tapper.toasts) != before + 1:
                unanswered.append(item)
        assert unanswered == []
        assert t.app.inbox.counters.failed == 0
        failed = [record.getMessage() for record in caplog.records if "handler_failed" in record.getMessage()]
        assert failed == []
    note("T64", "unanswered taps 0")


async def test_t64_a_button_under_a_message_that_is_gone(tmp_path: Path) -> None:
    """Telegram then hands over a message of which only the number is known."""
    async with town(database_path=tmp_path / "bot.db") as t:
        anna = t.person()
        await anna.sends("/start")
        for number, data in enumerate(("go:ru:0:faq", "sbt:ru:0:0", "old_button", "go:ru:0:settings", "prv:ru:0:0")):
            await anna.taps_data(data, 7_000)
            assert len(anna.toasts) == number + 1
