"""What comes first, what crowds nobody out, and why."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefing.desk.rank import Ranked, rank, reasons
from briefing.model import Article, Audience, Block, Entry, Feed, Heard, Report, Snapshot, Story, Window

NOW = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)
HOUR = dt.timedelta(hours=1)
READER = Audience(name="reader", title="Reader", stories=6)


def story(
    name: str, *feeds: str, title: str = "", words: int = 200, hours: int = 5, section: str = "", place: int = 0
) -> Story:
    reports = []
    for feed in feeds or ("post",):
        entry = Entry(feed=feed, identity=name, title=title or f"{name} {feed}", link=f"https://{feed}.example/{name}")
        at = NOW - hours * HOUR
        heard = Heard(digest=f"{name}{feed}", commit=1, seen=at, arrived=at, entry=entry, place=place)
        text = " ".join(f"{name}{feed}{number % 50}" for number in range(words))
        article = Article(url=entry.link, title=entry.title, blocks=(Block(kind="paragraph", text=text),))
        source = Feed(id=feed, url=f"https://{feed}.example/rss", name=feed, section=section)
        reports.append(Report(feed=source, heard=heard, article=article, digest=f"article {name}{feed}"))
    return Story(reports=tuple(reports))


def of(*stories: Story, audience: Audience = READER) -> list[str]:
    return [item.story.reports[0].heard.entry.identity for item in ranked(*stories, audience=audience)]


def ranked(*stories: Story, audience: Audience = READER) -> list[Ranked]:
    return rank(stories, day(audience))[0]


def day(audience: Audience = READER) -> Snapshot:
    return Snapshot(
        audience=audience,
        date=NOW.date(),
        status="edition",
        window=Window(opened=NOW - 24 * HOUR, closed=NOW),
        as_of=NOW,
        known=1,
        feeds=(),
    )


def test_what_independent_outlets_report_comes_before_what_one_tells_at_length() -> None:
    assert of(story("long", words=900, hours=0), story("wide", "a", "b", words=40, hours=20, place=25)) == [
        "wide",
        "long",
    ]


def test_two_feeds_of_one_outlet_are_one_voice() -> None:
    both = story("x", "post", "herald")
    one = replace(both.reports[1].heard.entry, link="https://www.post.example/y")
    same = Story(reports=(both.reports[0], replace(both.reports[1], heard=replace(both.reports[1].heard, entry=one))))
    assert [reason.value for reason in reasons(same, day()) if reason.name == "outlets"] == ["1"]


def test_a_papers_first_story_comes_before_its_last_and_the_newer_before_the_older() -> None:
    assert of(story("last", "a", place=20), story("first", "b", place=0)) == ["first", "last"]
    assert of(story("old", "a", hours=20), story("new", "b", hours=1)) == ["new", "old"]


def test_the_audiences_own_words_raise_a_story() -> None:
    audience = replace(READER, include=("ferry",))
    assert of(story("a", "a"), story("b", "b", title="A ferry sinks"), audience=audience) == ["b", "a"]


def test_no_outlet_crowds_out_the_rest() -> None:
    loud = [story(f"loud{number}", "loud", words=600, hours=0) for number in range(30)]
    quiet = [story(f"quiet{number}", f"quiet{number}", words=60, hours=20, place=9) for number in range(4)]
    chosen = of(*loud, *quiet)
    assert sum(name.startswith("quiet") for name in chosen) >= 2
    assert chosen[0].startswith("loud")


def test_no_topic_crowds_out_the_rest() -> None:
    summit = [
        story(f"s{number}", f"a{number}", title="Leaders at the Brannik summit on grain", words=600)
        for number in range(9)
    ]
    others = [
        story(f"o{number}", f"b{number}", title=f"Title{number} about{number} else{number}") for number in range(3)
    ]
    chosen = of(*summit, *others)
    assert sum(name.startswith("o") for name in chosen) == 3


def test_the_best_of_each_section_comes_before_a_second_of_another() -> None:
    audience = replace(READER, stories=3, sections=("World", "Science"))
    world = [story(f"w{number}", f"w{number}", section="World", words=600, hours=1) for number in range(5)]
    chosen = of(*world, story("comet", "c", section="Science", words=300, hours=9), audience=audience)
    assert "comet" in chosen


def test_every_place_is_explained_and_so_is_every_story_without_room() -> None:
    stories = [story(f"n{number}", f"f{number}") for number in range(8)]
    printed, over = rank(stories, day())
    assert all(item.score == round(sum(reason.score for reason in item.reasons), 9) for item in printed)
    assert len(printed) == 6
    assert {left.why.partition(":")[0] for left in over} == {"below the first 6"}
    assert all(left.reasons for left in over)


def test_the_order_of_what_is_equal_is_that_of_their_names_whatever_comes_in_first() -> None:
    stories = [story(f"n{number}", f"f{number}") for number in range(8)]
    assert of(*stories) == of(*reversed(stories))
