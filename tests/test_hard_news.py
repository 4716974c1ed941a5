"""News that is hard to tell: the gravest fact in few words, denials, withdrawals, live blogs, praise, paid posts.

Each line of quality/hard.jsonl gives what one of its developments must say, by default or among three, and what none may.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefing import desk
from briefing.cli.lines import articles_of, story_of
from briefing.desk.certain import certainly
from briefing.desk.consequence import gravity
from briefing.desk.judging import judged
from briefing.desk.selling import sells

LINES = [json.loads(line) for line in (Path(__file__).parent / "quality/hard.jsonl").read_text().splitlines()]


def told(line: dict[str, Any], count: int | None = None, words: int | None = None) -> list[str]:
    story, _ = story_of(articles_of(line))
    return [one.text for one in desk.brief(story, count, words).key_developments]


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["id"])
def test_hard_news_is_told_as_pinned(line: dict[str, Any]) -> None:
    for count in (None, 3):
        printed = " ".join(told(line, count))
        assert not [words for words in line["never"] if words in printed]
    printed = " ".join(told(line))
    assert not [words for words in line["told"] if words not in printed]


def test_a_denial_that_is_told_with_its_accusation_is_not_told_again() -> None:
    for line in LINES:
        printed = " ".join(told(line, 3))
        assert all(printed.count(denial) <= 1 for denial in ("Holt called", "Il nie", "Sand strongly denies"))


@pytest.mark.parametrize("words", [8, 20, 40])
def test_a_bound_on_words_counts_what_is_inserted(words: int) -> None:
    for line in LINES:
        assert sum(len(text.split()) for text in told(line, words=words)) <= words


@pytest.mark.parametrize(
    ("text", "language", "least"),
    [
        ("THE DAM ABOVE TORM BROKE.", "en", 2),
        ("FOUR MINERS DIED, THE GOVERNOR SAID.", "en", 6),
        ("The ferry went down off Sund, drowning eight passengers.", "en", 6),
        ("The blaze claimed the lives of two firefighters.", "en", 6),
        ("Earthquake shakes Corl, nine dead.", "en", 6),
        ("Three hikers were found alive in a gorge near Hult.", "en", 2),
        ("The judge cleared her on all counts.", "en", 5),
        ("Le chalutier a coulé au large de Vell.", "fr", 2),
        ("L'incendie a coûté la vie à trois pompiers.", "fr", 6),
    ],
)
def test_idioms_participles_and_capitals_are_as_grave_as_what_they_tell(text: str, language: str, least: int) -> None:
    assert gravity(text, language) >= least


def test_that_a_court_gave_its_ruling_is_no_verdict() -> None:
    assert gravity("The judges delivered their verdict on Monday after nine weeks.", "en") == 0


def test_a_grave_pronoun_gets_the_one_name_that_it_can_mean() -> None:
    before = "The mayor, Ada Poll, met 40 residents in Brenn on Monday."
    text = "She is stepping down."
    assert certainly(text, 0, before, "en", f"{before} {text}", len(before)) == (0, 3, "Ada Poll")


@pytest.mark.parametrize(
    "before",
    [
        "The mayor, Ada Poll, met the builder Karin Holt in Brenn on Monday.",
        "The mayor, Ada Poll, met a witness in Brenn on Monday.",
        "The council of Brenn met on Monday.",
    ],
)
def test_a_grave_pronoun_that_may_mean_two_people_or_none_gets_no_name(before: str) -> None:
    text = "She is stepping down."
    assert certainly(text, 0, before, "en", f"{before} {text}", len(before)) is None


def test_a_page_s_marks_are_no_text() -> None:
    text = "<p>A <b>tram</b> derailed in Osk on Monday, the transport board said.</p><script>alert(1)</script>"
    printed = " ".join(told({"id": "x", "text": text, "published": "2026-05-05T10:00:00Z"}))
    assert printed.startswith("A tram derailed in Osk on Monday")
    assert "<" not in printed
    assert "alert" not in printed


def test_a_page_that_calls_itself_english_is_told_in_the_language_of_its_letters() -> None:
    text = "В Торме из-за оползня погибли девять школьников, сообщил губернатор области во вторник."
    assert told({"id": "x", "text": text, "language": "en"}) == [text]


def test_praise_of_what_one_sells_is_told_nowhere_and_a_council_is_no_product() -> None:
    assert sells("Solvo is a global leader in smart lighting.", "en")
    assert sells("Brel lance une plateforme révolutionnaire pour les communes.", "fr")
    assert not sells("The revolutionary council of Torm met on Monday.", "en")
    assert not sells('"It is a game changer," the minister said of the ceasefire.', "en")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Closing the baths to save a few crowns is vandalism, pure and simple.", "en"),
        ("Nobody with half a brain can believe that the mayor will listen.", "en"),
        ("Fermer la piscine est du vandalisme pur et simple.", "fr"),
    ],
)
def test_blame_without_a_party_is_its_writers(text: str, language: str) -> None:
    assert judged(text, language)
