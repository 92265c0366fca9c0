"""Whether the words the search goes by fit: a synonym that two topics claim helps neither."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bot.checks.catalogues import Catalogue
from bot.core.faq.plain import plain
from bot.core.faq.synonyms import synonyms

_PART = ".synonyms"


def search_findings(catalogues: Mapping[str, Catalogue]) -> Iterator[str]:
    """Yield every synonym that more than one topic of a language has."""
    for catalogue in catalogues.values():
        owners: dict[str, list[str]] = defaultdict(list)
        for key, text in catalogue.texts.items():
            if key.endswith(_PART):
                for word in dict.fromkeys(plain(word) for form in text.forms for word in synonyms(form)):
                    owners[word].append(text.message)
        for word, topics in sorted(owners.items()):
            if len(topics) > 1:
                yield f"{catalogue.locale}: the synonym {word!r} is claimed by {', '.join(topics)}"
