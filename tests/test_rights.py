"""What a feed lets an edition print of its articles is what is printed of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing import desk
from briefing.desk.rights import QUOTED, corrected_within_rights, within_rights
from briefing.model import Article, Block, Correction, Entry, Evidence, Feed, Heard, Report, Source, Story

if TYPE_CHECKING:
    from briefing.model import Brief, Use

AT = dt.datetime(2025, 12, 7, 9, 0, tzinfo=dt.UTC)
PARAGRAPHS = (
    (
        "The council of Halden voted 41 to 3 on Thursday for a levy that pays for new pumps, gates and a road along the wall of "
        "its harbour, the mayor said after nine hours of debate with the owners of the fish market and two hundred residents."
    ),
    (
        "Engineers of the province found eleven cracks in the old sluice at Orm when they drained it in October, and their report "
        "puts the cost of mending all of them at 14 million crowns, a sum that exceeds the yearly budget of three villages."
    ),
    (
        "Fishermen from Tarn blocked the channel with sixty boats on Friday and said that they would stay until the ministry "
        "withdrew a fee on every tonne landed, which according to their union takes a fifth of what a small crew earns."
    ),
    (
        "A court in Brannik ordered the power company to open its gates during storms, ruling that a contract signed in 1974 "
        "does not allow water to be held back while cellars flood, and gave it thirty days to publish every level it measures."
    ),
    (
        "Meteorologists at the university of Sorvia recorded 212 millimetres of rain in four days, the most since their "
        "station opened in 1931, and warned that the ground above the railway from Pellett to Gull Point is still moving."
    ),
)


def report(use: Use, name: str = "a", count: int = 15) -> Report:
    blocks = tuple(Block(kind="paragraph", text=text) for text in (PARAGRAPHS * 3)[:count])
    article = Article(url=f"https://{name}.example/1", title="Harbour towns vote for a levy", blocks=blocks)
    entry = Entry(feed=name, identity="1", title=article.title, link=article.url, published=AT)
    heard = Heard(digest=name * 40, commit=1, seen=AT, arrived=AT, entry=entry)
    return Report(feed=Feed(id=name, url="u", name=name, use=use), heard=heard, article=article, digest=name * 40)


def evidence_of(told: Brief) -> list[Evidence]:
    parts = (*told.key_developments, *told.analysis, *told.open_questions, *told.unknowns)
    summary = told.summary.evidence if told.summary else ()
    return [one for item in parts for one in item.evidence] + list(summary)


def words_of(told: Brief, source: int) -> int:
    spans = {
        (one.start, one.end, one.quote) for one in evidence_of(told) if one.source == source and one.field == "text"
    }
    return sum(len(quote.split()) for _, _, quote in spans)


def test_of_a_feed_of_headlines_nothing_but_the_headline_is_printed() -> None:
    told = desk.brief(Story(reports=(report("headline"),)))
    assert told.headline.text == "Harbour towns vote for a levy"
    assert evidence_of(told) == []


@pytest.mark.parametrize("use", ["quote", "full"])
def test_of_a_feed_that_is_quoted_no_more_words_are_printed_than_a_quotation_has(use: Use) -> None:
    told = desk.brief(Story(reports=(report(use),)))
    assert len(told.key_developments) > 1
    assert (words_of(told, 0) <= QUOTED) == (use == "quote")


def test_a_story_is_told_from_those_who_let_it_be_told() -> None:
    free = report("full", "b", count=3)
    story = Story(reports=(report("headline"), replace(free, article=replace(free.article, title="Another title"))))
    told = desk.brief(story)
    assert told.key_developments
    assert {one.source for one in evidence_of(told)} == {1}


def correction(before: str, after: str, notice: str = "") -> Correction:
    quotes = [text for text in (after, notice) if text]
    return Correction(
        story="s",
        before=before,
        after=after,
        notice=notice,
        headline="Harbour towns vote for a levy",
        sources=(
            Source(
                name="a",
                url="https://a.example/1",
                title="Harbour towns vote for a levy",
                published=AT,
                kind="report",
                label="",
                origin="page",
                article="a",
            ),
        ),
        evidence=tuple(Evidence(source=0, article="a", start=0, end=len(text), quote=text) for text in quotes),
    )


def test_words_printed_as_a_correction_count_as_words_of_their_article() -> None:
    owed = [correction(PARAGRAPHS[0], PARAGRAPHS[1], "Correction: the first figure was wrong.")]
    owed.append(correction(PARAGRAPHS[2], PARAGRAPHS[3]))
    kept, taken = corrected_within_rights(owed, [report("quote").feed])
    printed = sum(len(text.split()) for one in kept for text in (one.before, one.after, one.notice))
    assert kept[0].after == PARAGRAPHS[1]
    assert taken == {"https://a.example/1": printed}
    assert printed <= QUOTED
    story = Story(reports=(report("quote"),))
    told = within_rights(desk.brief(Story(reports=(report("full"),))), story, taken)
    assert words_of(told, 0) + printed <= QUOTED


def test_corrections_of_a_feed_that_may_be_told_are_printed_whole() -> None:
    owed = [correction(" ".join(PARAGRAPHS), PARAGRAPHS[1])]
    assert corrected_within_rights(owed, [report("full").feed]) == (tuple(owed), {})


def test_of_what_a_quoted_article_takes_back_no_more_is_printed_than_a_quotation_has() -> None:
    (kept,), taken = corrected_within_rights([correction(" ".join(PARAGRAPHS), "")], [report("quote").feed])
    assert kept.before.startswith(PARAGRAPHS[0])
    assert 0 < taken["https://a.example/1"] <= QUOTED
