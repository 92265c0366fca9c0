"""The words of the glossary, checked paragraph by paragraph."""

from dataclasses import replace
from importlib import resources

import pytest

from bot.checks.catalogues import read_catalogue
from bot.checks.glossary import glossary_findings
from bot.core.faq.topics import shipped_tree

TREE = shipped_tree(resources.files("bot") / "locales")


def faults(russian: str, english: str) -> list[str]:
    """What is said of one answer with these two paragraphs."""
    catalogues = {
        locale: read_catalogue(locale, {"x.ftl": f"faq-family = x\n    .short = {text}\n"})
        for locale, text in (("ru", russian), ("en", english))
    }
    return list(glossary_findings(replace(TREE, topics=tuple(t for t in TREE.topics if t.id == "family")), catalogues))


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Залог.", "A bond."),
        ("Преследование (persecution) за взгляды.", "Persecution for views."),
        ("Уголовное преследование.", "Prosecution."),
        ("Вы обоснованно этого опасаетесь.", "You have a well-founded fear."),
        ("Разрешение на работу (EAD).", "A work permit (EAD)."),
    ],
)
def test_the_right_word_passes(russian: str, english: str) -> None:
    assert faults(russian, english) == []


@pytest.mark.parametrize(
    ("russian", "english"),
    [
        ("Поручительство.", "A bond."),
        ("Преследование за взгляды.", "Persecution for views."),
        ("Страх.", "You have a well-founded fear."),
        ("Разрешение на работу.", "A work permit (EAD)."),
        ("Порт въезда.", "A port of entry."),
    ],
)
def test_another_word_is_named_with_its_place(russian: str, english: str) -> None:
    (fault,) = faults(russian, english)
    assert fault.startswith("ru/faq-family.ftl:")
