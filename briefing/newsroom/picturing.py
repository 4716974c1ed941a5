"""Looking at the pictures that an edition would print: what is not recorded is asked for, within its time, and recorded.

Only what would be printed is asked for: a dozen pictures an edition, and not one for each of the day's articles.
Nothing here may keep an edition from coming out: who does not answer in time has not answered, and that is recorded.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefing import archive, wire
from briefing.newsroom.collecting import keep_rules, open_line, open_workers

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Brief, Edition, Looking, Record
    from briefing.newsroom.asking import Leave
    from briefing.newsroom.house import Newsroom

STORIES = 40  # of one edition, the first ones, whose pictures are asked for
WAVES = 3  # pictures of a story that are asked for, each where the one before could not be had
TIME = dt.timedelta(seconds=15)  # for all pictures of one edition
TRIES = 2  # times that a picture is asked for in all
LACK = dt.timedelta(minutes=30)  # after which one that could not be had is asked for again


def pictures(newsroom: Newsroom, draft: Edition, leave: Leave) -> tuple[Looking, ...]:
    """Give what is known of the pictures that a draft would print; where it may ask, what is not known is asked for."""
    stories = [story for section in draft.sections for story in section.stories if story.images][:STORIES]
    urls = [image.url for story in stories for image in story.images]
    if not urls:
        return ()
    known = [one for one in archive.looked_at(newsroom.archive, urls) if leave.until is None or one.at <= leave.until]
    until = newsroom.clock() + TIME
    for _ in range(WAVES if leave.ask else 0):
        asked = _open(stories, known, newsroom.clock())
        if not asked or newsroom.clock() >= until:
            break
        known += _looked(newsroom, asked, until)
    return tuple(known)


def remembered_pictures(newsroom: Newsroom, record: Record, draft: Edition) -> tuple[Looking, ...]:
    """Give the very pictures that an edition was made with; nobody is asked."""
    used = frozenset(record.used)
    urls = [image.url for section in draft.sections for story in section.stories for image in story.images]
    looked = archive.looked_at(newsroom.archive, urls)
    return tuple(one for one in looked if any(plate.digest in used for plate in one.plates))


def plates(newsroom: Newsroom, edition: Edition) -> dict[str, bytes]:
    """Give the JPEGs that an edition prints, by their digests: what the press is given beside it."""
    digests = plates_of(edition)
    return archive.plates(newsroom.archive, digests) if digests else {}


def plates_of(edition: Edition) -> tuple[str, ...]:
    """Name the plates that an edition prints, in its order."""
    images = (image for section in edition.sections for story in section.stories for image in story.images)
    return tuple(dict.fromkeys(image.digest for image in images if image.digest))


def _open(stories: Iterable[Brief], known: Sequence[Looking], now: dt.datetime) -> list[str]:
    """Name for each story that has no picture yet the next one to ask for."""
    had = {one.url for one in known if one.plates}
    asked: list[str] = []
    for story in stories:
        urls = [image.url for image in story.images]
        if not had.intersection(urls):
            asked += [url for url in urls if _may_be_asked(url, known, now)][:1]
    return list(dict.fromkeys(asked))


def _may_be_asked(url: str, known: Sequence[Looking], now: dt.datetime) -> bool:
    tried = [one.at for one in known if one.url == url]
    return not tried or (len(tried) < TRIES and max(tried) + LACK <= now)


def _looked(newsroom: Newsroom, urls: Sequence[str], until: dt.datetime) -> list[Looking]:
    """Ask for pictures, and record what came of it."""
    looked: list[Looking] = []
    newsroom.say("looking at pictures", 0, len(urls))
    with open_workers(newsroom) as place, open_line(newsroom, place) as line:
        for one in line.look([wire.PictureAsk(url=url) for url in urls], until=until):
            looked.append(one)
            newsroom.say("looking at pictures", len(looked), len(urls))
        keep_rules(newsroom, line)
    looked.sort(key=lambda one: urls.index(one.url))
    archive.keep_looked(newsroom.archive, looked, newsroom.clock())
    return looked
