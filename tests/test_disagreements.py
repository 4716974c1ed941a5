from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import desk
from briefing.desk.cluster import voices
from briefing.desk.disagreements import disagreements
from briefing.model import Article, Block, Entry, Feed, Heard, Report, Story

DAY = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "stories" / "disagreements.tsv").read_text(encoding="utf-8").splitlines()
]
# Scores of the floor; they may rise and never fall.
FOUND = 0.95
FALSE = 0.0


def report(outlet: str, hour: float, *paragraphs: str, title: str = "What is known", kind: str = "report") -> Report:
    at = DAY + dt.timedelta(hours=hour)
    entry = Entry(feed=outlet, identity=f"{outlet}{hour}", title=title, published=at)
    heard = Heard(digest=f"{outlet}{hour}", commit=1, seen=at, arrived=at, entry=entry)
    text = Article(url="u", title=title, blocks=tuple(Block(kind="paragraph", text=one) for one in paragraphs))
    feed = Feed(id=outlet, url=outlet, name=outlet, kind=kind)  # type: ignore[arg-type]  # a kind by its name
    return Report(feed=feed, heard=heard, article=text, digest=f"d{outlet}{hour}")


def differs(case: list[str]) -> bool:
    _, first, one, second, other = case
    story = Story(reports=(report("Northern Courier", float(first), one), report("Atlas Wire", float(second), other)))
    return bool(disagreements(story))


def test_most_contradictions_are_found_and_hardly_any_agreement_is_taken_for_one() -> None:
    positive = [differs(case) for case in CASES if case[0] == "+"]
    negative = [differs(case) for case in CASES if case[0] == "-"]
    assert len(positive) >= 73
    assert len(negative) >= 92
    assert sum(positive) >= FOUND * len(positive)
    assert sum(negative) <= FALSE * len(negative)


def test_each_side_is_told_with_its_sources_and_points_at_their_words() -> None:
    story = Story(
        reports=(
            report("Courier", 8, "Twelve people were killed in Brannik, the mayor said."),
            report("Wire", 9, "Nineteen people were killed in Brannik, the police said."),
            report("Ledger", 9, "The police counted 19 dead after the wall in Brannik gave way."),
        )
    )
    (told,) = disagreements(story)
    assert told.about == "dead"
    assert [(side.value, [one.source for one in side.evidence]) for side in told.positions] == [
        ("Twelve", [0]),
        ("Nineteen", [1, 2]),
    ]
    for side in told.positions:
        for one in side.evidence:
            assert story.reports[one.source].text[one.start : one.end] == one.quote
    assert desk.brief(story).disagreements == (told,)


def test_copies_of_one_report_do_not_contradict_each_other() -> None:
    text = (
        "people were killed when the wall of the old brewery in Brannik fell on the market, the mayor of the town said."
    )
    story = Story(reports=(report("Courier", 8, f"Twelve {text}"), report("Echo", 8, f"Nineteen {text}")))
    assert disagreements(story) == ()


def test_an_outlets_own_later_figure_replaces_its_first() -> None:
    story = Story(
        reports=(
            report("Courier", 8, "Twelve people were killed in Brannik."),
            report("Courier", 9, "The dead number 19: police said 19 people were killed."),
            report("Wire", 9, "Police said that nineteen people died in Brannik."),
        )
    )
    assert disagreements(story) == ()


def test_who_knew_the_first_figure_and_gives_another_brings_it_up_to_date() -> None:
    story = Story(
        reports=(
            report("Courier", 8, "Twelve people were killed in Brannik."),
            report("Wire", 8, "Police said twelve people died in Brannik."),
            report("Wire", 9, "Nineteen people died in Brannik, police said."),
        )
    )
    assert disagreements(story) == ()


def test_a_view_is_no_side() -> None:
    story = Story(
        reports=(
            report("Courier", 8, "Twelve people were killed in Brannik."),
            report("Wire", 8, "Nineteen people died in Brannik.", kind="opinion"),
        )
    )
    assert disagreements(story) == ()


def test_a_french_story_names_what_differs_in_french() -> None:
    story = Story(
        reports=(
            report("Rivage", 8, "L'explosion de l'usine a fait douze morts, selon le préfet de la région."),
            report("Wire", 8, "Seventeen people died in the explosion, the rescuers said."),
        )
    )
    assert [told.about for told in disagreements(story)] == ["morts"]


def test_a_title_that_leaves_out_at_least_is_no_side() -> None:
    story = Story(
        reports=(
            report("Wire", 8, "At least four people died in the slide above Verlin, rescuers said.", title="Four die in slide"),
            report("Courier", 9, "Six people died in the slide above Verlin, the hospital said."),
        )
    )  # fmt: skip
    assert disagreements(story) == ()


def in_french(*paragraphs: str) -> Report:
    told = report("Quotidien", 9, *paragraphs, title="Ce que l'on sait")
    return replace(told, article=replace(told.article, language="fr"))


AGENCYS = (
    "VERLIN, Dec 7 (ORA) - Four people died and 31 were cut off when a slide buried the road to Verlin, mayor Ida Thorn said.",
    "The Corvan hotel took in 140 guests.",
)


@pytest.mark.parametrize("credit", ["VERLIN (ORA) - ", ""])
def test_a_translation_is_no_voice_of_its_own(credit: str) -> None:
    french = in_french(
        f"{credit}Quatre personnes sont mortes et 31 ont été isolées par un glissement vers Verlin, selon la maire Ida Thorn.",
        "L'hôtel Corvan a accueilli 140 clients.",
    )
    assert voices(Story(reports=(report("Ora", 8, *AGENCYS), french))) == ((0, 1),)


def test_a_report_in_another_language_with_facts_of_its_own_is_a_voice() -> None:
    french = in_french(
        "À Verlin, six personnes sont mortes, selon l'hôpital de Lanvor ; le préfet Aubin a fermé 12 routes."
    )
    assert voices(Story(reports=(report("Ora", 8, *AGENCYS), french))) == ((0,), (1,))


def test_texts_alike_that_differ_in_two_figures_are_two_voices() -> None:
    text = "The clinic of Tarn will close on {}, the ministry said. It treated {} patients last year and has 14 beds."
    story = Story(
        reports=(
            report("Wire", 8, text.format("June 30", "21,000")),
            report("Courier", 9, text.format("July 31", "17,000")),
        )
    )
    assert {told.about for told in disagreements(story)} >= {"patients"}
