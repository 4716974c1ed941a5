"""Whose words are told as what happened: sentences of our own, labelled, and what leans on another sentence."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from test_form import report

from briefing.desk.alone import stands_alone
from briefing.desk.brief import brief
from briefing.desk.judging import judged
from briefing.desk.repeating import repeats, said
from briefing.model import Story

VOICES = [json.loads(line) for line in (Path(__file__).parent / "quality/voices.jsonl").read_text().splitlines()]
# Shares of our own labelled sentences: floors. The rules were made on the rest; of the last thirty, written afterwards
# and never mended for, they hear 7 of 15 writers and take no report for one.
FOUND, WRONG = {"en": 0.86, "fr": 0.93}, 0.02


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_writers_own_voice_is_heard_as_pinned(language: str) -> None:
    own = [one["text"] for one in VOICES if one["own"] and one["language"] == language]
    reported = [one["text"] for one in VOICES if not one["own"] and one["language"] == language]
    assert sum(judged(text, language) for text in own) >= FOUND[language] * len(own)
    assert sum(judged(text, language) for text in reported) <= WRONG * len(reported)


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The dredging fee is wrong and the estuary towns should refuse it.", True),
        ("The dredging fee is wrong and should be refused, the harbour minister said.", False),
        ("In spring the empty chair was Oskar's; in autumn it was Lida's.", True),
        ("Four years of hearings have been for nothing.", True),
        ("Applicants must be over 18 and must live in the valley.", False),
        ("The court must rule by March 3.", False),
    ],
)
def test_a_judgement_is_the_writers_and_an_attributed_one_is_a_report(text: str, own: bool) -> None:
    assert judged(text, "en") is own


def test_in_a_piece_of_opinion_only_deeds_figures_days_and_named_parties_are_told() -> None:
    deed = "The council of Halden voted 7-2 on Friday to rebuild the Orm bridge."
    view = "The bridge is about pride in Halden and in the valley towns beyond it."
    for kind in ("opinion", "analysis"):
        one = report(f"{deed}\n{view}", title="A word on Halden")
        one = replace(one, feed=replace(one.feed, kind=kind))
        told = brief(Story(reports=(one,)))
        assert [item.evidence[0].quote[:20] for item in told.key_developments] == [deed[:20]]
        assert [item.text for item in told.analysis] == [view]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council of Halden demanded that he publish it.", "en"),
        ("Deputies from the valley will vote on it on Tuesday.", "en"),
        ("The mayor of Halden resigned on that occasion, according to the clerk.", "en"),
        ("The envoys of Taveria left the palace on that date.", "en"),
        ("The ferry had lost power in the bay, he said.", "en"),
        ("The favourites won by three goals in the final of the cup.", "en"),
        ("The two men were arrested at the harbour on Friday.", "en"),
        ("The former was sold to a bank in Ostrel last year.", "en"),
        ("Ministers in Ostrel said such a move would break the treaty.", "en"),
        ("The plan was approved by nine votes to six in Halden.", "en"),
        ("Les députés de la vallée ont voté ce jour-là contre le texte du maire.", "fr"),
        ("Le conseil de Brannik a confié l’enquête à celui-ci.", "fr"),
        ("Les deux hommes ont été arrêtés vendredi au port de Brannik.", "fr"),
    ],
)
def test_what_points_at_another_sentence_does_not_stand_alone_wherever_it_points(text: str, language: str) -> None:
    assert not stands_alone(text, language)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor of Halden said that she will resign in March.",
        "The builder said he had warned the council of Halden twice.",
        "Halden and Ostrel signed the treaty, and the two cities will share the water.",
        "A lorry hit the bridge in Halden and damaged it on Friday.",
        "The council of Halden voted on Monday, and on that day the bridge was closed.",
        "Residents of Halden say they were not warned of the flood.",
        "The plan to close the mill was approved by nine votes to six.",
    ],
)
def test_what_its_own_sentence_answers_stands_alone(text: str) -> None:
    assert stands_alone(text, "en")


def test_of_one_date_or_figure_less_need_be_the_same() -> None:
    first = said("Deputies will vote on the river bill on Thursday [December 11].", "en")
    again = said("A vote in the lower house of Taveria, long delayed, is planned for December 11.", "en")
    assert repeats(first, again)
    assert not repeats(first, said("The mill of Ostrel closes on December 11 for repairs to its roof.", "en"))
