"""The plain form in which words are compared: what nobody sees, or what only looks different, is made alike."""

import re
import unicodedata

_LETTERS_WITH_MARK = {unicodedata.normalize("NFD", letter): letter for letter in "йёїў"}
"""Letters of their own, by the letter and the mark that Unicode takes them apart into."""
_BLANK = re.compile("[\u115f\u1160\u2800\u3164\uffa0]")
"""Signs that are drawn as nothing, though Unicode calls them letters or symbols."""
_WORD = re.compile(r"[^\W\d_]+")
_LATIN, _CYRILLIC = "abcehikmoptxy", "авсенікмортху"
"""Letters of the two alphabets that look alike, large or small."""
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(f"{_CYRILLIC}јѕ", f"{_LATIN}js")
_GREEK_TO_LATIN = str.maketrans("αβεηικμνορτυχ", "abehikmvoptyx")


def plain(text: str) -> str:
    """Return the text in lower case, without accents and signs nobody sees, ё as е, each word in one alphabet."""
    whole = text.encode("utf-8", "replace").decode("utf-8")  # half a character is no text
    alike = _without_marks(unicodedata.normalize("NFKD", _BLANK.sub("", whole))).lower().replace("ё", "е")
    return _WORD.sub(lambda word: _in_one_alphabet(word.group()), alike)


def _without_marks(parts: str) -> str:
    """Drop marks and format signs (NFKD in, NFC out); a mark stays where it makes another letter."""
    seen = "".join(sign for sign in parts if unicodedata.category(sign) != "Cf")
    for apart, letter in _LETTERS_WITH_MARK.items():
        seen = seen.replace(apart, letter).replace(apart.upper(), letter.upper())
    return unicodedata.normalize(
        "NFC", "".join(sign for sign in seen if not unicodedata.category(sign).startswith("M"))
    )


def _in_one_alphabet(word: str) -> str:
    """Return a word that mixes alphabets in the one that all its letters can belong to, else as it is."""
    if word.isascii():
        return word
    latin = [letter for letter in word if letter.isascii()]
    cyrillic = [letter for letter in word if "Ѐ" <= letter <= "ӿ"]
    if len(latin) + len(cyrillic) < len(word) and (latin or cyrillic):
        return _in_one_alphabet(greek) if (greek := word.translate(_GREEK_TO_LATIN)) != word else word
    if not latin or not cyrillic:
        return word
    as_latin = word.translate(_TO_LATIN)
    if set(latin) <= set(_LATIN) and (len(cyrillic) >= len(latin) or not as_latin.isascii()):
        return word.translate(_TO_CYRILLIC)
    return as_latin if as_latin.isascii() else word
