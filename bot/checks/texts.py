"""Everything that must be true of the catalogues and answers: one list of findings for ``bot check`` and /reload."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from itertools import chain
from pathlib import Path

from bot.checks.answers import answer_findings, tree_findings
from bot.checks.catalogues import Files, catalogue_findings, read_catalogue
from bot.checks.edited import folder_findings, laid_over
from bot.checks.facts import data_findings, fact_findings, facts_page, page_findings
from bot.checks.glossary import glossary_findings
from bot.checks.keys import key_findings, limit_by_key, limit_of, read_uses
from bot.checks.markup import text_findings
from bot.checks.synonyms import search_findings
from bot.core.faq.facts import read_facts
from bot.core.faq.topics import Tree, read_tree
from bot.core.tickets.canned import canned_faults, read_canned
from bot.exit_codes import EXIT_TEXTS

OF_THE_CODE = ("bot/", "checks/keys.py")
"""How faults begin that no text can mend."""


@dataclass(frozen=True)
class Finding:
    """One line of the report; ``code`` is the exit code it asks for, 0 when all is well.

    A ``note`` is no fault, and asks to be read all the same.
    """

    about: str
    words: str
    code: int = 0
    note: bool = False

    def __str__(self) -> str:
        """Return the line."""
        mark = "bad" if self.code else "note" if self.note else "ok"
        return f"{mark:<3} {self.about}: {self.words}"


def package_findings(package: Traversable, today: date, edited: Path | None) -> Iterator[Finding]:
    """Yield what is wrong with the texts, or that they are whole; ``edited`` is a folder of edited answers."""
    edited = edited if edited and edited.is_dir() else None
    try:
        files, records = laid_over(package, edited)
        facts = read_facts((package / "locales" / "facts.toml").read_text(encoding="utf-8"))
        tree = read_tree(records, facts)
        found = chain(folder_findings(package, edited) if edited else (), texts_findings(package, files, tree, today))
        faults = list(dict.fromkeys(found))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Finding("texts", f"locales cannot be read ({type(error).__name__}: {error})", EXIT_TEXTS)
        return
    yield from (Finding("texts", fault, EXIT_TEXTS) for fault in faults)
    if not faults:
        written = sum(1 for topic in tree.topics if topic.written)
        yield Finding("texts", f"both languages are whole, {written} of {len(tree.topics)} answers are written")


def edited_findings(package: Traversable, edited: Path, today: date) -> Iterator[str]:
    """Yield everything that is wrong once the edited answers of a folder stand in their places."""
    found = (finding.words for finding in package_findings(package, today, edited) if finding.code)
    yield from (fault for fault in found if not fault.startswith(OF_THE_CODE))


def texts_findings(package: Traversable, files: Files, tree: Tree, today: date) -> Iterator[str]:
    """Yield everything that is wrong with the catalogues and answers of a package."""
    catalogues = {locale: read_catalogue(locale, texts) for locale, texts in files.items()}
    yield from catalogue_findings(catalogues)
    messages: Iterable[frozenset[str]] = (catalogue.messages for catalogue in catalogues.values())
    uses, forms = read_uses(package, frozenset().union(*messages))
    limits = limit_by_key(uses)
    for catalogue in catalogues.values():
        yield from text_findings(catalogue, lambda key: limit_of(key, limits))
        yield from key_findings(catalogue, uses, forms, tree)
    yield from tree_findings(tree, today)
    yield from answer_findings(tree, catalogues)
    yield from glossary_findings(tree, catalogues)
    yield from search_findings(catalogues)
    yield from canned_faults(read_canned((package / "locales" / "canned.toml").read_text(encoding="utf-8")), today)
    page = facts_page(package)
    if page.is_file():  # the wheel does not carry it
        facts = page.read_text(encoding="utf-8")
        yield from page_findings(facts)
        yield from data_findings(tree.facts, facts)
    yield from fact_findings(tree)
