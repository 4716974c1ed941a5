"""First verb: entries become reports, each with the article that it is told from. Order is made here, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Article, Report

if TYPE_CHECKING:
    from briefing.model import Entry, Feed, Heard, Snapshot


def read(snapshot: Snapshot) -> tuple[Report, ...]:
    """Make the reports of a snapshot, by arrival and then by name.

    An entry whose page was not read is told from the feed's own words, and its article says so: `origin` is "feed".
    """
    feeds = {feed.id: feed for feed in snapshot.feeds}
    articles = {entry: (digest, article) for entry, digest, article in snapshot.articles}
    ordered = sorted(snapshot.heard, key=lambda heard: (heard.arrived, heard.digest))
    return tuple(_report(feeds[heard.entry.feed], heard, *articles.get(heard.digest, ("", None))) for heard in ordered)


def told_by_feed(entry: Entry) -> Article:
    """Make an article of the feed's own words."""
    return Article(
        url=entry.link,
        title=entry.title,
        blocks=entry.blocks,
        byline=entry.author,
        published=entry.published,
        updated=entry.updated,
        language=entry.language,
        picture=entry.picture,
        origin="feed",
    )


def _report(feed: Feed, heard: Heard, digest: str, article: Article | None) -> Report:
    if article is None:
        return Report(feed=feed, heard=heard, article=told_by_feed(heard.entry), digest=heard.digest)
    return Report(feed=feed, heard=heard, article=article, digest=digest)
