"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json
import math
from typing import Any, TypeAlias

from briefing.wire.channel import MOST_ITEMS, Channel, Item, NotAFeed
from briefing.wire.syndication import moment_of

MOST_PARTS = 500_000  # objects, lists and members: a bomb of empty ones grows twentyfold as it is read
LONGEST_NUMBER = 100  # digits
Object: TypeAlias = dict[str, Any]  # what somebody else's JSON holds, and so every field is checked


def read(text: str, url: str) -> Channel:
    """The channel that a JSON Feed holds. Raises NotAFeed."""
    if sum(map(text.count, "{[,")) > MOST_PARTS:
        raise NotAFeed("the answer was not a feed but endless JSON")
    try:
        said = json.loads(text, parse_constant=_nothing, parse_int=_number)
    except (ValueError, RecursionError) as error:
        raise NotAFeed("the answer was not a feed but broken JSON") from error
    if not isinstance(said, dict) or not isinstance(said.get("items"), list):
        raise NotAFeed("the answer was not a feed but other JSON")
    return Channel(
        title=_text(said, "title"),
        language=_text(said, "language"),
        base=_text(said, "home_page_url") or url,
        items=tuple(_item(item, said) for item in said["items"][:MOST_ITEMS] if isinstance(item, dict)),
    )


def _item(item: Object, feed: Object) -> Item:
    markup = _text(item, "content_html")
    plain = "" if markup else _text(item, "content_text") or _text(item, "summary")
    attachments = [one for one in _list(item, "attachments") if isinstance(one, dict)]
    return Item(
        id=_text(item, "id"),
        link=_address(item, "url") or _address(item, "external_url"),
        title=_text(item, "title"),
        author=_author(item) or _author(feed),
        published=moment_of(_text(item, "date_published")) or moment_of(_text(item, "date_modified")),
        updated=moment_of(_text(item, "date_modified")),
        language=_text(item, "language"),
        markup=markup or plain,
        plain=not markup,
        picture=_text(item, "image") or _text(item, "banner_image"),
        enclosures=tuple(_text(one, "url") for one in attachments),
    )


def _nothing(_word: str) -> None:
    """Read NaN and Infinity, which are no JSON, as null."""


def _number(digits: str) -> int | str:
    """Read a number of any length: one that is too long for one is an id."""
    return int(digits) if len(digits) < LONGEST_NUMBER else digits


def _author(said: Object) -> str:
    authors = [said.get("author"), *_list(said, "authors")]
    return ", ".join(dict.fromkeys(name for one in authors if isinstance(one, dict) and (name := _text(one, "name"))))


def _text(said: Object, key: str) -> str:
    """A field as text; numbers serve as ids in the wild, everything else is none."""
    value = said.get(key)
    if isinstance(value, float) and not math.isfinite(value):
        return ""
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _address(said: Object, key: str) -> str:
    """A field that is an address: a number is none."""
    value = said.get(key)
    return value if isinstance(value, str) else ""


def _list(said: Object, key: str) -> list[Any]:
    value = said.get(key)
    return value if isinstance(value, list) else []
