from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import html as parser
from press_editions import WHOLE, briefs, told

from briefing import press
from briefing.press.filters import bind, site
from briefing.press.fixture import fixture_edition
from briefing.press.locales import moment_text, zone_text
from briefing.press.reasons import PHRASES, SINGLE, reasons_told
from briefing.press.words import words_for

if TYPE_CHECKING:
    from briefing.model import Edition

TEMPLATES = press.gather([])


def page(edition: Edition) -> str:
    return press.set_type(edition, TEMPLATES, ["html"])["html"].decode()


def test_every_reason_for_a_storys_place_has_its_french() -> None:
    french = words_for("fr_CA")
    assert all(french(phrase) != phrase for phrase in {*PHRASES.values(), *SINGLE.values()})


def test_why_a_story_is_here_is_told_in_words_without_scores() -> None:
    why = [
        {"name": "outlets", "value": "3", "score": 3.0},
        {"name": "freshness", "value": "0 h", "score": 0.99},
        {"name": "fullness", "value": "1055 words", "score": 1.0},
        {"name": "page", "value": "read", "score": 0.5},
        {"name": "kind", "value": "analysis", "score": -0.3},
        {"name": "kind", "value": "report", "score": 0.0},
        {"name": "nearness", "value": "Ottawa", "score": 0.2},
    ]
    assert reasons_told(why, locale="en_CA") == [
        "3 outlets report it",
        "Its newest report came just before this edition closed",
        "Its fullest report has 1,055 words",
        "Its page could be read",
        "Placed lower for its kind: analysis",
        "nearness: Ottawa",
    ]
    assert reasons_told(why[:1], locale="fr_CA") == ["3 médias en parlent"]
    told_here = parser.document_fromstring(page(WHOLE)).xpath("//article[@id='talks']//details[@class='why']//li")
    assert [item.text for item in told_here] == [
        "4 outlets report it",
        "Its newest report came 4 h before this edition closed",
    ]


def test_minutes_say_whose_they_are() -> None:
    words = press.page_html(WHOLE, TEMPLATES, medium="print")
    assert "8 stories, 2 minutes to read" in re.sub(r"<[^>]+>", "", words)
    assert "4 min at source 1" in words
    assert "2 min at the source" in words
    assert "4 min à la source 1" in press.page_html(fixture_edition("fr_CA"), TEMPLATES, medium="print")


def test_a_single_sources_headline_is_not_repeated_as_its_own_evidence() -> None:
    tree = parser.document_fromstring(page(WHOLE))
    assert "Headline:" in tree.xpath("string(//article[@id='trains'])")
    assert "Headline:" not in tree.xpath("string(//article[@id='beetle'])")
    assert "Summary: Field Notes" in tree.xpath("string(//article[@id='beetle'])")
    bare = told(replace(briefs()[7], summary=None))
    assert not parser.document_fromstring(page(bare)).xpath("//div[@class='credit']")


def test_on_paper_each_source_names_its_site() -> None:
    for paper in ("letter", "a5"):
        edition = replace(WHOLE, paper=paper)
        tree = parser.document_fromstring(press.page_html(edition, TEMPLATES, medium="print"))
        assert tree.xpath("//article[@id='talks']//*[@class='site']/text()") == [f"news{n}.example" for n in range(4)]
        assert tree.xpath("//article[@id='beetle']//*[@class='site']/text()") == ["news0.example"]
    assert not parser.document_fromstring(page(WHOLE)).xpath("//*[@class='site']")


def test_a_site_is_what_one_would_type() -> None:
    assert site("https://www.northern-courier.example:8080/2025/a.html?b") == "northern-courier.example"
    assert site("javascript:alert(1)") == ""


def test_hours_are_never_broken_and_their_zone_is_named_once() -> None:
    assert moment_text("2025-12-07T20:27:00Z", "fr_CA", "America/Toronto") == "7\u00a0déc., 15\u202fh\u202f27"
    assert " " not in moment_text("2025-12-07T20:27:00Z", "en_CA", "America/Toronto").replace(", ", "")
    assert zone_text("2025-12-07T20:27:00Z", "en_CA", "UTC") == "Coordinated Universal Time"
    words = press.page_html(WHOLE, TEMPLATES, medium="print")
    assert words.count("Times: Eastern Standard Time.") == 1
    assert "Fuseau horaire\u202f: heure normale de l’Est." in page(fixture_edition("fr_CA"))


def test_a_sentence_that_ends_in_a_shortened_hour_has_one_point() -> None:
    assert words_for("en")("as known on {a}.", a="6:00 a.m.") == "as known on 6:00 a.m."
    assert words_for("en")("as known on {a}.", a="6:00") == "as known on 6:00."
    assert ".." not in parser.document_fromstring(page(WHOLE)).xpath("string(//footer)")


def test_marks_and_numbers_are_bound_to_their_words() -> None:
    assert bind("Kerbrat : « Reculer » ?") == "Kerbrat\u00a0: «\u00a0Reculer\u00a0»\u00a0?"
    assert bind("6 200 à 15 h 27, 12 %") == "6\u00a0200 à 15\u00a0h\u00a027, 12\u00a0%"
    assert bind("On May 3 a man: “Ah”") == "On May 3 a man: “Ah”"


def test_how_a_question_came_up_is_said_in_plain_words() -> None:
    for locale, said in (
        ("en_CA", "from what the source says is not known"),
        ("fr_CA", "tirée de ce que la source dit ignorer"),
    ):
        words = page(fixture_edition(locale)).replace("\u00a0", " ")
        assert said in words
        assert not re.search("derived|déduite", words)


def test_standing_questions_are_told_in_the_editions_language_with_their_days() -> None:
    english, french = page(fixture_edition()), page(fixture_edition("fr_CA"))
    assert "it was open for" in english.replace("\u00a0", " ")
    assert "restée ouverte 6 jours" in french.replace("\u00a0", " ")
    for words in ("Résolues aujourd’hui", "Du nouveau", "Toujours ouvertes", "Dont on n’entend plus parler"):
        assert words in french


def test_a_question_that_a_story_prints_today_is_not_listed_again() -> None:
    edition = fixture_edition()
    printed = [one.text for one in edition.standing_questions if one.printed == edition.date]
    assert printed
    listed = page(edition).partition('class="end standing"')[2].partition("</section>")[0]
    assert [text for text in printed if text in listed] == []
    quiet = replace(edition, standing_questions=tuple(one for one in edition.standing_questions if one.text in printed))
    assert 'class="end standing"' not in page(quiet)


def test_a_question_that_stood_before_says_so_within_its_story() -> None:
    story = next(one for one in briefs() if one.open_questions)
    question = replace(story.open_questions[0], first_asked=WHOLE.date - dt.timedelta(days=5))
    assert "open for 5 days" in page(told(replace(story, open_questions=(question,)))).replace("\u00a0", " ")
