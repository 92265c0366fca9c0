"""The package's own words: whole in both languages, fit for Telegram, with the labels the product fixes."""

from datetime import date
from functools import cache
from importlib import resources

import pytest

from bot.checks.catalogues import Catalogue, read_catalogue, read_files
from bot.checks.keys import made_keys, read_uses
from bot.checks.texts import texts_findings
from bot.core.faq.topics import Topic, Tree, shipped_tree
from bot.core.locales import Locale
from bot.core.mailings.broadcasts import ComposeStep
from bot.core.mailings.mailings import MailingKind, MailingState
from bot.core.seminars.form import Part
from bot.core.tickets.codes import CodeWord
from bot.wording.answer_text import answer_pages, whole_text
from tests.handlers.drawn import catalogues as rendered
from tests.handlers.drawn import parsed, words

PACKAGE = resources.files("bot")
TODAY = date(2026, 11, 24)
LOCALES = list(Locale)

GROUPS = {
    "start": ("first-steps", "what-is-asylum", "no-special-programme"),
    "grounds": ("eligibility-criteria", "draft-evasion-alone", "refusal-to-serve", "soldiers-and-deserters"),
    "entry": ("coming-to-the-us", "port-of-entry", "illegal-entry", "detention-and-release"),
    "limits": ("one-year-deadline", "bars-to-asylum", "third-countries", "other-protection"),
    "process": (
        *("application-and-evidence", "interview-and-decision", "immigration-court"),
        *("waiting-periods", "work-permit", "fees"),
    ),
    "after": ("family", "after-approval", "after-denial"),
    "safety": ("russian-law-risks", "privacy", "find-legal-help"),
}
"""The tree as it was compiled: 27 topics in 7 groups."""

WRITTEN_FIRST = {
    *("first-steps", "eligibility-criteria", "waiting-periods", "illegal-entry", "bars-to-asylum"),
    *("no-special-programme", "draft-evasion-alone", "find-legal-help", "privacy"),
}

LABELS = [
    ("label-faq", "Вопросы и ответы", "Questions and answers"),
    ("label-seminars", "Семинары", "Seminars"),
    ("label-ask", "Спросить юриста", "Ask a lawyer"),
    ("tickets-add", "Дополнить", "Add"),
    ("tickets-send", "Отправить", "Send"),
    ("tickets-change", "Изменить", "Change"),
    ("label-subscribe", "Подписаться", "Subscribe"),
    ("subscription-subscribed-title", "Вы подписаны", "You are subscribed"),
    ("label-unsubscribe", "Отписаться", "Unsubscribe"),
    ("label-privacy", "Приватность", "Privacy"),
    ("more", "Ещё", "More"),
    ("language-switch", "English", "Русский"),
    ("back", "Назад", "Back"),
    ("menu", "Меню", "Menu"),
    ("seminars-remind", "Напомнить", "Remind me"),
    ("seminars-dont-remind", "Не напоминать", "Don't remind me"),
    ("seminars-calendar", "В календарь", "Calendar"),
    ("cancel", "Отмена", "Cancel"),
    ("label-delete", "Удалить всё", "Delete everything"),
    ("label-my-data", "Мои данные", "My data"),
    ("label-clear", "Очистить чат", "Clear this chat"),
    ("broadcasts-act-ru", "Только русским", "Russian readers only"),
    ("broadcasts-act-one", "Одно для всех", "One for all"),
    ("broadcasts-audience-all", "Все · 0", "All · 0"),
    ("broadcasts-audience-ru", "Русский · 0", "Русский · 0"),
    ("broadcasts-send", "Отправить 0", "Send 0"),
    ("broadcasts-to-paused", "Пауза", "Pause"),
    ("broadcasts-to-queued", "Продолжить", "Resume"),
    ("broadcasts-to-cancelled", "Отменить", "Cancel"),
    ("broadcasts-undo", "Вернуть · 0", "Undo · 0"),
    ("broadcasts-repeat-failed", "Повторить тем, кому не дошло · 0", "Send again to those not reached · 0"),
    ("broadcasts-calendar-order", "Запланировать", "Schedule"),
    ("amendments-edit", "Исправить у всех", "Edit everywhere"),
    ("amendments-delete", "Удалить у всех", "Delete everywhere"),
    ("seminars-preview-announce", "Объявить 0", "Announce 0"),
    ("seminars-preview-correct", "Исправить", "Edit"),
    ("seminars-preview-quietly", "Открыть без объявления", "Publish without telling"),
    ("seminars-change-move", "Перенести · 0", "Move · 0"),
    ("seminars-change-cancel", "Отменить семинар · 0", "Cancel the seminar · 0"),
    ("reviews-checked", "Проверено мной сегодня", "Checked by me today"),
    ("answers-act-as-if", "Пока исходите из того, что это так.", "Act as if it were so for now."),
    (
        "answers-do-not-give-up",
        "Не отказывайтесь от этого сами: спросите юриста.",
        "Do not give this up by yourself: ask a lawyer.",
    ),
    ("answers-changed", "Что могло измениться", "What may have changed"),
    ("answers-show-shut", "Показать, что могло измениться", "Show what may have changed"),
    ("answers-unconfirmed", "Что мы ещё не сверили с текстом закона", "What we have not yet compared with the law"),
    ("reminders-discreet-step", "Напоминание о встрече", "Meeting reminder"),
]
"""The product's fixed wording, as far as this version has it; an emoji may precede."""

WORD_LETTERS = 9
"""A longer word is cut on the button under an answer, on a phone of 360 pixels."""

REPORT = {
    Locale.RU: "Доставлено Недоступны Ошибки Неизвестно Просрочено Отписались Всего",
    Locale.EN: "Delivered Gone Failed Unknown Expired Left Total",
}


@cache
def tree() -> Tree:
    """The package's records."""
    return shipped_tree(PACKAGE / "locales")


@cache
def catalogue(locale: Locale) -> Catalogue:
    """The package's texts in a language."""
    return read_catalogue(locale, read_files(PACKAGE / "locales")[locale])


def written() -> list[Topic]:
    """The answers that can be read."""
    return [topic for topic in tree().topics if topic.written]


def shown(key: str, locale: Locale) -> str:
    """What a text says with 0 for every argument, without its formatting."""
    (form,) = catalogue(locale).texts[key].forms
    return parsed(form)[0]


def test_the_checker_finds_nothing() -> None:
    assert list(texts_findings(PACKAGE, read_files(PACKAGE / "locales"), tree(), TODAY)) == []


def test_the_tree_is_whole() -> None:
    found = {group: tuple(topic.id for topic in tree().topics if topic.group == group) for group in tree().groups}
    assert found == GROUPS
    assert len(tree().topics) == 27
    assert {topic.id for topic in written()} >= WRITTEN_FIRST


@pytest.mark.parametrize(("key", "ru", "en"), LABELS, ids=[key for key, *_ in LABELS])
def test_fixed_wording(key: str, ru: str, en: str) -> None:
    for locale, label in ((Locale.RU, ru), (Locale.EN, en)):
        text = shown(key, locale)
        before, found, after = text.partition(label)
        assert (found, after) == (label, ""), text
        assert not any(sign.isalnum() for sign in before.removeprefix("⚠️ Черновик").removeprefix("⚠️ Draft")), text


@pytest.mark.parametrize("locale", LOCALES)
def test_the_lines_of_the_report(locale: Locale) -> None:
    lines = [line.partition(":")[0] for line in shown("broadcasts-report", locale).splitlines() if line]
    twice = {Locale.RU: "Возможно дважды", Locale.EN: "Possibly twice"}
    assert lines == [*REPORT[locale].split(), twice[locale]]


def test_every_command_of_the_help_is_a_command() -> None:
    for locale in LOCALES:
        named = {word[1:] for word in shown("start-help-text", locale).split() if word.startswith("/")}
        assert named
        assert all(f"commands-{command}" in catalogue(locale).texts for command in named)


@pytest.mark.parametrize("locale", LOCALES)
def test_keys_made_at_run_time_have_a_text_for_every_value(locale: Locale) -> None:
    made = made_keys(tree())
    assert made["seminars-fault-*"] == {f"seminars-fault-{part.value}" for part in Part}
    assert made["reminders-discreet-*"] == {f"reminders-discreet-{kind.value}" for kind in MailingKind}
    assert len(made["broadcasts-state-*"]) == len(MailingState) - 2  # a draft has a preview, the undo window a card
    assert len(made["broadcasts-ask-*"]) == len(ComposeStep) - 1
    assert made["faq-*"] == {f"faq-{topic.id}" for topic in written()}
    for keys in made.values():
        assert keys <= catalogue(locale).messages
        assert all(rendered().has(locale, key) for key in keys)


def test_the_sources_are_really_read() -> None:
    uses, forms = read_uses(PACKAGE, catalogue(Locale.RU).messages)
    assert len({use.key for use in uses}) > 200
    assert {form.key for form in forms} == set(made_keys(tree()))
    assert sum(use.arguments is not None for use in uses) > 150


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_that_is_html_parses(locale: Locale) -> None:
    for text in catalogue(locale).texts.values():
        for form in text.forms:
            parsed(form.replace('href="0"', 'href="https://example.org"'))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("topic", written(), ids=lambda topic: topic.id)
def test_an_answer_fits_its_pages_and_its_facts(topic: Topic, locale: Locale) -> None:
    pages = answer_pages(words(locale), tree(), topic)
    text = "\n".join(parsed(page)[0] for page in pages)
    everything = whole_text(words(locale), tree(), topic)
    said = {"short": everything.short, "details": everything.details, "changing": everything.changed}
    for part, units in {**said, "unconfirmed": everything.unconfirmed}.items():
        assert len(units) == len(topic.facts[part])
        assert all(parsed(unit)[0].splitlines()[0] in text for unit in units)
    assert all(source.labels[locale.value] in text for source in topic.sources)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_words_in_the_names_of_questions_are_short_and_all_different(locale: Locale) -> None:
    names = [shown(f"ticket-word-{word}", locale) for word in CodeWord]
    assert len(set(names)) == len(names)
    assert [name for name in names if len(name) > WORD_LETTERS] == []
