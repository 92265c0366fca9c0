"""Whether a term of the law is translated as docs/glossary.md says, in every paragraph of every answer.

The same English term gets the same Russian one; where the original helps a reader to recognise it in a letter, it
stands beside the translation.
"""

import re
from collections.abc import Iterator, Mapping

from bot.checks.catalogues import ANSWER, Catalogue
from bot.core.faq.topics import Tree
from bot.core.pagination import paragraphs

TERMS = {
    r"well-founded fear": r"обоснованн\w+ опасени|обоснованно .{0,12}опаса",
    r"particular social group": r"определённ\w+ социальн\w+ групп",
    r"imputed": r"приписанн",
    r"conscientious objector": r"отказчик\w* по убеждени",
    r"desert(?:ion|er)": r"дезертир",
    r"firm(?:ly)? resettle": r"прочно",
    r"withholding": r"запрет\w* высылки",
    r"Convention Against Torture": r"Конвенци\w+ против пыток",
    r"expedited removal": r"ускоренн\w+ высылк",
    r"credible[- ]fear": r"обоснованности страха",
    r"ports? of entry": r"пункт\w* пропуска",
    r"advance parole": r"advance parole",
    r"\bparole\b": r"parole|условн\w+ въезд",
    r"\bbond\b": r"залог",
    r"accredited representative": r"аккредитованн\w+ представител",
    r"immigration judge": r"судь",
    r"persecut": r"преследова",
    **{rf"\b{name}\b": rf"\b{name}\b" for name in ("BIA", "EAD", "USCIS", "EOIR", "ICE", "CBP")},
}
"""``{English term: its Russian translation}``, both as patterns."""

PERSECUTION = re.compile(r"(?<!уголовное )(?<!уголовного )преследовани\w*(?P<said>[^.]{0,16})", re.IGNORECASE)
PARTS = ("short", "details", "changing", "unconfirmed")


def glossary_findings(tree: Tree, catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    """Yield where the Russian words are not those of the glossary."""
    for topic in tree.topics:
        if topic.written:
            said = {part: _pairs(catalogues, f"{ANSWER}{topic.id}.{part}") for part in PARTS}
            for part, pairs in said.items():
                yield from _terms(f"ru/{ANSWER}{topic.id}.ftl: .{part}", pairs)
            yield from _persecution(
                f"ru/{ANSWER}{topic.id}.ftl", " ".join(ru for pairs in said.values() for ru, _ in pairs)
            )


def _pairs(catalogues: Mapping[str, Catalogue], key: str) -> list[tuple[str, str]]:
    both = []
    for locale in ("ru", "en"):
        text = catalogues[locale].texts.get(key)
        both.append([block.markup for block in paragraphs(text.forms[0])] if text else [])
    return list(zip(*both, strict=False))


def _terms(place: str, pairs: list[tuple[str, str]]) -> Iterator[str]:
    for number, (russian, english) in enumerate(pairs, 1):
        for term, translation in TERMS.items():
            if (found := re.search(term, english)) and not re.search(translation, russian, re.IGNORECASE):
                yield f"{place}, paragraph {number}: {found[0]!r} is translated otherwise than in the glossary"


def _persecution(place: str, russian: str) -> Iterator[str]:
    first = PERSECUTION.search(russian)
    if first and "persecution" not in first["said"]:
        yield f"{place}: the first «преследование» is not «преследование (persecution)»"
