"""The composer's screens and texts by themselves: both languages, Telegram's limits, nothing unescaped."""

import itertools
from datetime import UTC, datetime, timedelta

import pytest
from aiogram.types import Chat, Message, MessageEntity, User
from hypothesis import given
from hypothesis import strategies as st

from bot.core.content import Content, TextProblem, units
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.conversations import Flow
from bot.core.mailings.mailings import Audience
from bot.core.mailings.previews import Preview
from bot.core.media import Uncopied
from bot.demo.text.html import parse_html
from bot.handlers.broadcasts.screens import (
    ComposeAct,
    ComposeBroadcast,
    SendBroadcast,
    ShowBroadcast,
    card_screen,
    dropped_screen,
    duration,
    gone_screen,
    problem_screen,
    refused_screen,
    step_screen,
    uncopied_screen,
)
from bot.handlers.contents.content import BadContent, GoodContent, typed
from bot.handlers.ui.callbacks import CALLBACK_DATA_BYTES, carried_language
from bot.handlers.ui.screens import Screen, Words
from bot.messages import read_entities
from bot.texts import Texts, read_catalogues

TEXTS = Texts(read_catalogues())
WORDS = {locale: Words(TEXTS, locale) for locale in Locale}
LARGEST = 2**63 - 1
RU, EN = (Locale.RU, Content("Привет", "[]")), (Locale.EN, Content("Hello", "[]"))
ONE = (RU, (Locale.EN, RU[1]))
REASONS = ("Bad Request: message text is empty", "message is too long", "can't parse entities: <b>", "odd & <new>")
ASKED = (ComposeStep.RUSSIAN, ComposeStep.ENGLISH, ComposeStep.FIX_RUSSIAN, ComposeStep.FIX_ENGLISH)


def preview(
    texts: tuple[tuple[Locale, Content], ...] = (RU, EN), recipients: int = 5, audience: Audience = Audience.ALL
) -> Preview:
    return Preview(LARGEST, audience, recipients, texts, "0123456789ab")


def screens(words: Words) -> list[Screen]:
    """Every screen of the composer, with the longest ids."""
    asked = [step_screen(words, step, LARGEST) for step in ASKED]
    faults = [problem_screen(words, problem, LARGEST) for problem in TextProblem]
    refused = [
        refused_screen(words, preview(texts), language, reason)
        for texts, language, reason in itertools.product(((RU, EN), ONE), Locale, REASONS)
    ]
    cards = [
        card_screen(words, preview(texts, recipients, audience), 30)
        for texts, recipients, audience in itertools.product(
            ((RU, EN), ONE, (RU,)), (0, 1, 100_000), (Audience.ALL, Audience.RUSSIAN)
        )
    ]
    ends = [*(uncopied_screen(words, what, LARGEST) for what in Uncopied), gone_screen(words, LARGEST)]
    return [
        *asked,
        *faults,
        *refused,
        *cards,
        *ends,
        *(dropped_screen(words, flow) for flow in Flow if flow is not Flow.ASK),
    ]


def labels(screen: Screen) -> list[str]:
    return [button.text for row in screen.rows for button in row]


@pytest.mark.parametrize("locale", Locale)
def test_every_screen_fits_telegram_and_can_change_its_language(locale: Locale) -> None:
    for screen in screens(WORDS[locale]):
        text, _ = parse_html(screen.text)
        assert 0 < units(text) <= 4096
        data = [button.callback_data or "" for row in screen.rows for button in row]
        assert all(0 < len(packed.encode()) <= CALLBACK_DATA_BYTES for packed in data)
        assert carried_language(data[-1]) == (locale.other, True)
        assert carried_language(data[-2]) == (locale, False)


@pytest.mark.parametrize("locale", Locale)
@pytest.mark.parametrize("reason", REASONS)
def test_a_refusal_shows_telegrams_sentence_as_text(locale: Locale, reason: str) -> None:
    text, entities = parse_html(refused_screen(WORDS[locale], preview(), Locale.RU, reason).text)
    assert reason in text
    assert {entity["type"] for entity in entities} <= {"bold", "code"}


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("Bad Request: message text is empty", "ни одного видимого знака"),
        ("Bad Request: text must be non-empty", "ни одного видимого знака"),
        ("Bad Request: message is too long", "слишком длинный"),
        ("Bad Request: ENTITY_BOUNDS_INVALID", "не складывается оформление"),
        ("Bad Request: can't parse entities: x", "не складывается оформление"),
        ("Bad Request: whatever", "как её назвал Telegram"),
    ],
)
def test_a_refusal_is_worded_plainly(reason: str, words: str) -> None:
    assert words in refused_screen(WORDS[Locale.RU], preview(), Locale.RU, reason).text


def test_a_long_reason_is_cut() -> None:
    text, _ = parse_html(refused_screen(WORDS[Locale.RU], preview(), Locale.EN, "<" * 4000).text)
    assert text.count("<") == 200


def test_a_refusal_names_the_language_unless_there_is_one_text() -> None:
    words = WORDS[Locale.EN]
    assert "the Russian message" in refused_screen(words, preview(), Locale.RU, "x").text
    assert "the English message" in refused_screen(words, preview(), Locale.EN, "x").text
    assert "accept this message" in refused_screen(words, preview(ONE), Locale.RU, "x").text


@pytest.mark.parametrize(
    ("audience", "locale", "label"),
    [
        (Audience.ALL, Locale.RU, "Все · 5"),
        (Audience.ALL, Locale.EN, "All · 5"),
        (Audience.RUSSIAN, Locale.RU, "Русский · 5"),
        (Audience.RUSSIAN, Locale.EN, "Русский · 5"),
    ],
)
def test_the_card_names_the_audience(audience: Audience, locale: Locale, label: str) -> None:
    assert label in card_screen(WORDS[locale], preview(audience=audience), 30).text


def test_the_card_sends_only_when_there_is_somebody() -> None:
    words = WORDS[Locale.RU]
    first = card_screen(words, preview(), 30).rows[0][0]
    assert first.text == "Отправить 5"
    sent = SendBroadcast.unpack(first.callback_data or "")
    assert (sent.mailing, sent.mark) == (LARGEST, "0123456789ab")
    nobody = card_screen(words, preview(recipients=0), 30)
    assert not [label for label in labels(nobody) if "Отправить" in label]
    assert "Все · 0" in nobody.text


def test_only_texts_that_differ_can_be_corrected_apart() -> None:
    words = WORDS[Locale.RU]
    assert len([label for label in labels(card_screen(words, preview(), 30)) if "Исправить" in label]) == 2
    assert len([label for label in labels(card_screen(words, preview(ONE), 30)) if "Исправить" in label]) == 1


def test_the_english_question_carries_the_mailing() -> None:
    rows = step_screen(WORDS[Locale.RU], ComposeStep.ENGLISH, 12).rows
    data = [ComposeBroadcast.unpack(row[0].callback_data or "") for row in rows[:3]]
    assert [(each.mailing, each.act) for each in data] == [
        (12, ComposeAct.ONE_FOR_ALL),
        (12, ComposeAct.RUSSIAN_ONLY),
        (12, ComposeAct.DROP),
    ]


def test_the_switch_draws_the_same_screen() -> None:
    here = step_screen(WORDS[Locale.RU], ComposeStep.RUSSIAN, 12).rows[-1][-1].callback_data or ""
    assert ShowBroadcast.unpack(here).mailing == 12


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "меньше минуты"),
        (60, "меньше минуты"),
        (61, "около 2 мин"),
        (3540, "около 59 мин"),
        (3541, "около 1 ч 0 мин"),
        (5400, "около 1 ч 30 мин"),
    ],
)
def test_durations_are_rounded_up_to_minutes(seconds: int, text: str) -> None:
    assert duration(WORDS[Locale.RU], timedelta(seconds=seconds)) == text


def message(text: str | None, *entities: MessageEntity) -> Message:
    return Message(
        message_id=1,
        date=datetime(2026, 11, 24, tzinfo=UTC),
        chat=Chat(id=7, type="private"),
        text=text,
        entities=list(entities) or None,
    )


def stored(sent: Message) -> str:
    """The formatting of a message as it is kept."""
    content = typed(sent)
    assert content is not None
    return content.entities or ""


class TestTyped:
    def test_no_formatting_is_an_empty_list_not_html(self) -> None:
        assert typed(message("<b>")) == Content("<b>", "[]")

    def test_only_what_redraws_an_entity_is_kept(self) -> None:
        link = MessageEntity(type="text_link", offset=0, length=2, url="https://a.b/ё")
        assert stored(message("ab", link)) == '[{"type":"text_link","offset":0,"length":2,"url":"https://a.b/ё"}]'

    def test_a_person_is_never_kept(self) -> None:
        user = User(id=424242, is_bot=False, first_name="Canary", username="canary")
        person = MessageEntity(type="text_mention", offset=0, length=2, user=user)
        odd = MessageEntity(type="bold", offset=0, length=2, user=user)
        kept = stored(message("ab", person, odd))
        assert "text_mention" not in kept
        assert "anary" not in kept
        assert "424242" not in kept

    @given(
        st.lists(
            st.builds(
                MessageEntity,
                type=st.sampled_from(["bold", "pre", "custom_emoji", "date_time", "blockquote", "url"]),
                offset=st.integers(0, 100),
                length=st.integers(1, 100),
                url=st.none() | st.text(max_size=9),
                language=st.none() | st.text(max_size=9),
                custom_emoji_id=st.none() | st.text(max_size=9),
                unix_time=st.none() | st.integers(1, 2**31),
                date_time_format=st.none() | st.text(max_size=3),
            ),
            max_size=5,
        )
    )
    def test_formatting_survives_storage(self, entities: list[MessageEntity]) -> None:
        assert read_entities(stored(message("x", *entities))) == entities

    @pytest.mark.parametrize(
        ("text", "good", "problem"),
        [
            ("Привет", True, None),
            (" ", False, TextProblem.EMPTY),
            ("я" * 4097, False, TextProblem.LONG),
            (None, False, None),
        ],
    )
    async def test_a_text_is_good_or_at_fault(self, text: str | None, good: bool, problem: TextProblem | None) -> None:
        assert await GoodContent()(message(text)) == ({"content": Content(text or "", "[]")} if good else False)
        assert await BadContent()(message(text)) == ({"problem": problem} if problem else False)
