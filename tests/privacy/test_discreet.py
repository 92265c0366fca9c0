"""Discreet everywhere: what comes by itself and what lands on the phone says nothing of what it is about (S5)."""

import json
import re

import pytest

from bot.core.content import Variant
from bot.core.locales import Locale
from bot.core.mailings.mailings import MailingKind
from bot.core.subscribers.subscribers import Choice
from bot.handlers.broadcasts.open_discreet import DiscreetText
from bot.handlers.subscribers.export import FILE_NAMES
from bot.handlers.subscribers.inactivity import InactivityText
from tests.chat import town
from tests.handlers.drawn import catalogues, words

TELLING = re.compile(
    r"убежищ|asylum|семинар|seminar|юрист|адвокат|lawyer|attorney|\blaw|JurisQ|Спектор|Spektor|подпис|subscri|США|\bUS\b",
    re.IGNORECASE,
)
FORM = "/seminar 2026-12-05 19:00 America/New_York | Убежище в США | Asylum | https://youtu.be/abc | 90m"


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("kind", MailingKind)
def test_every_kind_of_message_has_a_neutral_form(locale: Locale, kind: MailingKind) -> None:
    text = words(locale)(f"reminders-discreet-{kind.value}")
    assert text
    assert not TELLING.search(text)


def test_the_neutral_forms_carry_neutral_buttons() -> None:
    question = InactivityText(catalogues())()
    news = DiscreetText(catalogues())
    for locale in Locale:
        for content in (question[Variant(locale, discreet=True)], news(locale, 1)):
            labels = [button.text for row in content.keyboard for button in row]
            assert labels
            assert not TELLING.search(" ".join((content.text, *labels)))


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_everything_that_comes_by_itself_in_a_year_is_neutral(language: str) -> None:
    async with town(successor="@seminar_second_bot", site_url="https://mirror.example.org") as t:
        anna = await t.subscriber(language=language)
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        admin = t.admin()
        await admin.announces(FORM)
        await t.tick()
        t.clock.set(t.clock.now().replace(year=2026, month=12, day=5, hour=23))
        await t.tick()
        await admin.sends("/broadcast")
        await admin.sends("Об убежище в США")
        await admin.taps("Одно для всех")
        await admin.taps("Отправить 1")
        await t.tick()
        await t.later(days=400)
        came = [json.dumps(message, ensure_ascii=False) for message in anna.from_bot]
        assert len(came) >= 4
        for message in anna.from_bot:
            shown = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
            assert not TELLING.search(" ".join((message["text"], *shown))), message["text"]
        assert "second_bot" not in "".join(came) and "mirror.example" not in "".join(came), "nor where else we are"


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_files_are_neutral_in_name_and_content(language: str) -> None:
    async with town() as t:
        anna = await t.subscriber(language=language)
        await t.app.dispatcher["choose"](anna.id, Choice.DISCREET, on=True)
        await t.admin().announces(FORM)
        await anna.sends("/start seminar_1")
        await anna.taps({"ru": "В календарь", "en": "Calendar"}[language])
        document = anna.last["document"]
        assert not TELLING.search(document["file_name"] + str(anna.last.get("caption")))
        stored = t.telegram.world.files.find(document["file_id"])
        assert stored is not None
        assert not TELLING.search(stored.upload.content.decode())
        assert not TELLING.search(" ".join(FILE_NAMES))


async def test_a_group_is_told_nothing_of_it_either() -> None:
    for locale in Locale:
        assert not TELLING.search(words(locale)("groups-private-only") + words(locale)("groups-open"))
