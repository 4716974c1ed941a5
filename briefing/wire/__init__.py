"""The wire: polite HTTP, feeds, articles, pictures and the thermometer. It asks; the archive remembers.

Whatever fails here for one feed or one page is a value, a `Silence` with its cause in a reader's words.
"""

from __future__ import annotations

from briefing.wire.address import without_tracking
from briefing.wire.article import read_page, readable
from briefing.wire.channel import NotAFeed
from briefing.wire.feed import parse_feed
from briefing.wire.line import Line, lone_page
from briefing.wire.manners import Ask, Manners, PageAsk, PictureAsk
from briefing.wire.robots import Rules
from briefing.wire.work import prepare

__all__ = [
    "Ask",
    "Line",
    "Manners",
    "NotAFeed",
    "PageAsk",
    "PictureAsk",
    "Rules",
    "lone_page",
    "parse_feed",
    "prepare",
    "read_page",
    "readable",
    "without_tracking",
]
