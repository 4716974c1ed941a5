"""What the formats of feeds have in common: strings that nobody has cleaned yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.errors import WireError

if TYPE_CHECKING:
    import datetime as dt


MOST_ITEMS = 10_000  # of one feed, in its own order: a million empty ones are no news


class NotAFeed(WireError):  # noqa: N818 - it says what the answer was, and becomes a Silence, not a message
    """The answer is no feed; `str()` is the cause in a reader's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry as its format gives it: untrusted strings, dates already aware and in UTC."""

    id: str = ""
    link: str = ""
    title: str = ""
    author: str = ""
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    language: str = ""
    markup: str = ""
    plain: bool = False
    picture: str = ""
    alt: str = ""
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A feed as its format gives it: untrusted strings."""

    title: str = ""
    language: str = ""
    base: str = ""
    items: tuple[Item, ...] = ()
