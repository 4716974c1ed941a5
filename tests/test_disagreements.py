from __future__ import annotations

import datetime as dt
from pathlib import Path

from briefing import desk
from briefing.desk.disagreements import disagreements
from briefing.model import Article, Block, Entry, Feed, Heard, Report, Story

DAY = dt.datetime(2025, 12, 7, tzinfo=dt.UTC)
CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "stories" / "disagreements.tsv").read_text(encoding="utf-8").splitlines()
]
# Scores of the floor; they may rise and never fall.
FOUND = 0.8
FALSE = 0.03


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
    assert len(positive) >= 25
    assert len(negative) >= 40
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
