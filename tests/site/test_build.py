"""O10: what stands on the site, that it says what the bot says, and that nothing in it needs a server or a script."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest
from icalendar import Calendar

from bot.core.locales import Locale
from bot.site.build import site_files
from bot.site.records import Records
from tests.site.records import ABOUT, TEXTS, records, seminar, tree

FILES = site_files(records())
PAGES = {name: data.decode() for name, data in FILES.items() if name.endswith(".html") and "answers" not in name}
ATOM = "{http://www.w3.org/2005/Atom}"
ANSWER_BYTES, PAGE_BYTES, SCRIPT_BYTES = 20 * 1024, 60 * 1024, 2048


class Links(HTMLParser):
    """Collects where a page leads, what it loads, and whether every tag is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        (self.leads if tag == "a" else self.loads).extend(filter(None, (found.get("href"), found.get("src"))))
        if tag not in {"meta", "link", "br", "input"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_whole_small_and_loads_nothing_from_elsewhere(name: str) -> None:
    links = Links(PAGES[name])
    assert links.open == []
    assert len(PAGES[name].encode()) + len(FILES["style.css"]) <= (ANSWER_BYTES if is_answer(name) else PAGE_BYTES)
    folder = name.rpartition("/")[0]
    for link in (*links.loads, *(each for each in links.leads if ":" not in each and not each.startswith("#"))):
        path = re.sub(r"[^/]+/\.\./", "", f"{folder}/{link}".lstrip("/"))
        assert path in FILES, link
    assert not [each for each in links.loads if ":" in each]
    assert "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'" in PAGES[name]
    assert "style=" not in PAGES[name] and "onclick" not in PAGES[name]


def is_answer(name: str) -> bool:
    return tree().find(name.rpartition("/")[2].removesuffix(".html")) is not None


def test_the_same_records_of_a_day_make_the_same_bytes_and_name_no_other_day() -> None:
    assert site_files(records()) == FILES
    assert site_files(records(date(2027, 6, 1))) != FILES


@pytest.mark.parametrize("locale", list(Locale))
def test_what_moves_says_until_when_it_was_known(locale: Locale) -> None:
    words = records().wording(locale)
    page = PAGES[f"{locale.value}/fees.html"]
    assert 'data-due="' in page
    due = date.fromisoformat(re.findall(r'data-due="([\d-]+)"', page)[0])
    assert words("site-known", known=date(2026, 1, 1), due=due).split(";")[1].rstrip(".") in page


def test_what_people_typed_is_text_and_no_markup() -> None:
    page = PAGES["ru/seminars.html"]
    assert "Суд &lt;и&gt; «право»" in page and "Кратко &lt;о&gt; главном." in page
    assert "https://youtu.be/abc?a=1&amp;b=2" in page
    told = re.search(r"ср 9 дек. 2026, 07:00 Нью-Йорк<br>ср 9 дек. 2026, 15:00 Москва<br>[^<]*<b>Семинар отменён", page)
    assert told, "it says which day is free"


def test_neighbours_of_the_same_days_say_them_once_above_and_numbers_and_pages_are_a_tap_away() -> None:
    fees, help_page = PAGES["ru/fees.html"], PAGES["ru/find-legal-help.html"]
    assert "Ниже сведения на 21 августа 2026 года; после 20 сентября 2026 года могло измениться:</p><p>" in fees
    days = re.findall(r'<div class="dated"( data-due="[^>]*)>.*?</div>', fees)
    assert len(days) == fees.count('<p class="known">') < 8
    runs = re.findall(r'<div class="dated"( data-due="[^>]*)>(?:(?!</div>).)*</div><div class="dated"\1>', fees)
    assert runs == []
    assert '<a href="tel:+1-800-898-7180">1-800-898-7180</a>' in help_page
    assert '<a href="tel:+1-800-375-5283">800-375-5283</a>' in help_page
    assert '<a href="seminars.html">/seminars</a>' in help_page
    assert "/delete" in PAGES["ru/privacy.html"] and ">/delete<" not in PAGES["ru/privacy.html"]
    assert '"tel:+1-800-898-7180"' in FILES["en/answers.html"].decode()


def test_a_page_that_is_not_there_leads_back() -> None:
    for lang, said in (("ru", "Такой страницы здесь нет"), ("en", "There is no such page")):
        page = PAGES[f"{lang}/404.html"]
        assert said in page and 'href="search.html"' in page


def test_the_calendar_is_followed_and_tells_a_cancellation() -> None:
    for lang in ("ru", "en"):
        calendar = Calendar.from_ical(FILES[f"{lang}/seminars.ics"])
        first, cancelled = calendar.walk("VEVENT")
        assert (first["UID"], first["SEQUENCE"], first["STATUS"]) == ("seminar-1@42", 0, "CONFIRMED")
        assert (cancelled["UID"], cancelled["SEQUENCE"], cancelled["STATUS"]) == (
            "seminar-2@42",
            2,
            "CANCELLED",
        )
        assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H" in FILES[f"{lang}/seminars.ics"]
        page = PAGES[f"{lang}/seminars.html"]
        assert f'"webcal://mirror.example.org/{lang}/seminars.ics"' in page
        assert 'href="meetings.ics"' in page, "phones that know no webcal get a file"


def test_a_bot_with_another_name_has_the_same_events_and_entries() -> None:
    files = site_files(records(about=replace(ABOUT, username="another_name_bot")))
    for lang in ("ru", "en"):
        for name in ("seminars.ics", "meetings.ics", "seminars.atom", "news.atom"):
            assert files[f"{lang}/{name}"] == FILES[f"{lang}/{name}"]


def test_the_neutral_calendar_names_nothing() -> None:
    for lang in ("ru", "en"):
        data = FILES[f"{lang}/meetings.ics"].replace(b"\r\n ", b"").decode()
        for word in ("Суд", "Court", "seminar", "емин", "sylum", "бежищ", "youtu", "seminar_bot"):
            assert word not in data


@pytest.mark.parametrize("name", ["news.atom", "seminars.atom"])
def test_a_feed_can_be_read(name: str) -> None:
    for lang in ("ru", "en"):
        feed = ET.fromstring(FILES[f"{lang}/{name}"])  # noqa: S314 -- our own bytes
        ids = [each.text for each in feed.iter(f"{ATOM}id")]
        assert len(ids) == len(set(ids)) and all(str(each).startswith("urn:uuid:") for each in ids)
        assert all(each.text for tag in ("title", "updated") for each in feed.iter(f"{ATOM}{tag}"))
        for link in feed.iter(f"{ATOM}link"):
            assert link.attrib["href"].startswith(f"https://mirror.example.org/{lang}/")


def test_a_title_with_signs_no_xml_may_hold_does_not_end_the_feed() -> None:
    odd = seminar(1, 5)
    odd = replace(odd, plan=replace(odd.plan, title_ru="Суд\x0b\x00\ufffe 1", title_en="Court\x1f 😀"))
    files = site_files(replace(records(), seminars=(odd,)))
    titles = [
        ET.fromstring(files[f"{lang}/seminars.atom"]).findtext(f"{ATOM}entry/{ATOM}title")  # noqa: S314 -- our own bytes
        for lang in ("ru", "en")
    ]
    assert titles == ["Суд 1", "Court 😀"]


def test_without_an_address_and_seminars_it_still_leads_everywhere() -> None:
    bare_records = Records(TEXTS, tree(), replace(ABOUT, address="", username="", successor=""))
    files = site_files(bare_records)
    assert "webcal" not in files["ru/seminars.html"].decode()
    assert "не назначено" in files["ru/seminars.html"].decode()
    assert "@second_bot" not in files["ru/verify.html"].decode()
    assert "Имя этого бота" not in files["ru/verify.html"].decode(), "there is no name to compare yet"


def test_a_schedule_says_its_day_and_every_year_and_when_a_seminar_is_over_everywhere() -> None:
    page = PAGES["ru/seminars.html"]
    assert "Расписание на 30 ноября 2026 года. Потом оно могло измениться." in page
    assert '<section id="s1" data-due="2026-12-06" data-over="' in page, "13:30 UTC on the 5th is the 6th at UTC+14"
    assert '<section id="s2"><h2>' in page, "what was called off has not been"
    assert "сб 21 нояб. 2026, 07:00 Нью-Йорк" in page
    assert b"2026" in FILES["en/seminars.atom"].partition(b"<summary>")[2].partition(b"</summary>")[0]
    assert "К 30 ноября 2026 года ответы ещё не менялись." in PAGES["ru/news.html"]


def test_where_no_database_was_asked_nothing_is_said_of_what_is_planned() -> None:
    files = site_files(Records(TEXTS, tree(), ABOUT, scheduled=False))
    for lang, unknown, none in (("ru", "расписания семинаров нет", "назначено"), ("en", "no schedule", "planned")):
        page = files[f"{lang}/seminars.html"].decode()
        assert unknown in page and none not in page and "webcal" not in page and ".ics" not in page


def test_successor_and_bot_are_named() -> None:
    for lang in ("ru", "en"):
        for name in ("verify", "answers"):
            page = FILES[f"{lang}/{name}.html"].decode()
            assert 'href="https://t.me/second_bot"' in page and f"second_bot?start=as_{lang}_rvn" in page
    assert "https://t.me/seminar_bot" in PAGES["en/verify.html"]


def test_a_page_says_in_its_tab_which_site_it_is_and_in_its_links_where_one_is() -> None:
    assert "<title>Семинары · Убежище в США: вопросы и ответы</title>" in PAGES["ru/seminars.html"]
    assert '<a href="seminars.html" aria-current="page">' in PAGES["ru/seminars.html"]
    assert "<title>Asylum in the US: questions and answers</title>" in PAGES["en/index.html"]
    assert all("<h1>" in page for page in PAGES.values())


def test_scripts_are_small() -> None:
    assert len(FILES["age.js"]) <= SCRIPT_BYTES
    assert all(len(FILES[f"{lang}/words.js"]) <= PAGE_BYTES for lang in ("ru", "en"))


def test_what_is_long_past_is_shut_and_the_way_to_legal_help_stands_first() -> None:
    page = site_files(records(date(2028, 1, 1)))["ru/fees.html"].decode()
    assert page.index('<p id="help"><a href="find-legal-help.html">') < page.index("<details><summary>")
    assert '<p id="help" hidden>' in PAGES["ru/fees.html"]
    assert 'id="help"' not in PAGES["ru/find-legal-help.html"]
    assert "<details><summary>" in page or "Что могло измениться" in page
