"""The words people use of days, in Russian, in English, and in Russian written with Latin letters."""

import re

from bot.core.deadlines import Count

MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
    *("yanvar", "fevral", "mart", "aprel", "may", "iyun"),
    *("iyul", "avgust", "sentyabr", "oktyabr", "noyabr", "dekabr"),
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
MONTHS_A_YEAR = 12
ENDED_MONTHS = 24
"""So many of the names, the Russian ones, have endings of cases."""

SHORTEST_NAME = 3
"""Letters a month's name needs at least."""

NUMBER_ENDINGS = re.compile(r"(?<=\d)-?(?:го|ое|е|ого|st|nd|rd|th)\b|(?<=\d\d)\s*(?:года?|году|г)\b")
"""What may stand behind a number and says nothing: «5-го», «2026 года», “5th”."""

ZEROS = str.maketrans({"о": "0", "o": "0", "з": "3"})
"""Letters that are typed for digits, Cyrillic and Latin."""

NEAR = {
    **{"сегодня": 0, "вчера": 1, "позавчера": 2, "завтра": -1, "послезавтра": -2},
    **{"today": 0, "yesterday": 1, "tomorrow": -1},
}
"""Days before today; below 0 they are to come."""

QUESTION = re.compile(
    r"\b(?:что|чего|чем|как|когда|куда|где|зачем|почему|можно|нужно|надо|ли|если|сколько|как(?:ой|ая|ие)|кто|хочу|"
    r"what|how|when|where|why|who|can|could|should|must|if|do|does|is|am|are|which|want)\b"
)
"""Words that only a question has: a day among them is not an answer to the helper's."""

VAGUE = re.compile(
    r"(?:\d|\b(?:год|лет|месяц|недел|дн|ден)\w*) назад\b|\bпрошл\w+ (?:год|недел|месяц|весн|лет|осен|зим)"
    r"|\b(?:years?|months?|weeks?|days?) ago\b|\blast (?:year|month|week|spring|summer|fall|autumn|winter)\b"
    r"|\b(?:весн|лет|осен|зим|начал|кон[ец]ц|середин|spring|summer|fall|autumn|winter|beginning|end)\w* (?:\w+ ){0,2}"
    r"(?:19|20)\d\d\b"
)
"""A time that is no day: «год назад», «в начале 2024»."""

_ALWAYS = (
    r"я|мы|он[аи]?|мы|это|был[аио]?|день|дата|числа?|в|во|на|из|с|со|от|около|примерно|кажется|"
    r"мо[ейяим]\w{0,2}|наш\w*|муж\w*|жен\w+|семь\w+|дет\w+|утром|вечером|ночью|дн[её]м|сша|америк\w+|штат\w+|"
    r"понедельник\w*|вторник\w*|сред[ауы]|четверг\w*|пятниц\w+|суббот\w+|воскресень\w+|пн|вт|ср|чт|пт|сб|вс|"
    r"i|we|it|was|on|in|to|at|of|the|my|our|us|usa|u|s|united|states|america|about|around|with|family|husband|wife|date|day|"
    r"morning|evening|night|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat"
)
_BESIDE = {
    Count.ARRIVAL: (
        r"приех\w+|приезж\w+|прилет\w+|въех\w+|въезд\w*|прибы\w+|приезд\w*|прил[её]т\w*|заех\w+|границ\w+|"
        r"переш\w+|перес[её]к\w*|мексик\w+|через|arriv\w+|came|enter\w*|entry|landed|flew|cross\w+|border|mexico|from"
    ),
    Count.RECEIPT: (
        r"получ\w+|заявлени\w+|анкет\w*|форм\w+|i-589|uscis|суд\w*|receiv\w+|receipt|application|form|by|court"
    ),
}
BESIDE: dict[Count | None, re.Pattern[str]] = {
    None: re.compile("|".join((_ALWAYS, *_BESIDE.values()))),
    **{count: re.compile(f"{_ALWAYS}|{words}") for count, words in _BESIDE.items()},
}
"""Words that belong to an answer, by what was asked; None where no count is chosen yet."""


BETWEEN = re.compile(
    r"а|у|прошл\w+|этого|год\w*|last|this|years?|с|со|по|до|от|между|и|или|где-то|примерно|около|начал\w*|середин\w*|кон[ец]\w*|числ\w+|назад|недел\w+|месяц\w*|дн\w+|день|пару?|"
    r"два|две|три|четыре|пять|шесть|перв\w+|втор\w+|трет\w+|четв[её]рт\w+|пят\w+|шест\w+|седьм\w+|восьм\w+|девят\w+|\w*десят\w+|"
    r"\w+дцат\w+|between|and|or|to|through|until|till|about|around|early|late|mid|end|beginning|of|the|ago|weeks?|months?|days?|"
    r"two|three|four|first|second|third|\w+th|\w+teen\w*|twent\w+|thirt\w+"
)
"""Words that stand between days, or spell one out."""


def month_of(name: str) -> int:
    """Return the number of a month by its name, its beginning or one of its cases; 0 for any other word."""
    name = re.sub(r"^ма[яею]$", "май", name)
    return next((number % MONTHS_A_YEAR + 1 for number in range(len(MONTHS)) if _names(name, number)), 0)


def _names(name: str, number: int) -> bool:
    if len(name) >= SHORTEST_NAME and MONTHS[number].startswith(name):
        return True
    stem = MONTHS[number].rstrip("ьй")
    return number < ENDED_MONTHS and len(stem) >= SHORTEST_NAME and bool(re.fullmatch(rf"{stem}[а-яёa-z]{{0,2}}", name))
