"""What every text that we keep must be, wherever it came from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_UNCLEAN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|  |^ | $"
)


def texts_of(kept: Iterable[Any]) -> Iterator[str]:
    """Every text of entries and articles that somebody may print."""
    for one in kept:
        yield from (one.title, one.language)
        yield from (block.text for block in one.blocks)
        yield from (getattr(one, name, "") for name in ("author", "byline", "site", "identity"))
        if one.picture:
            yield from (one.picture.alt, one.picture.caption)


def links_of(kept: Iterable[Any]) -> Iterator[str]:
    for one in kept:
        yield getattr(one, "link", "")
        yield from getattr(one, "enclosures", ())
        if one.picture:
            yield one.picture.url


def unclean(text: str) -> bool:
    """Whether a text is anything but one line of signs that can be seen."""
    return bool(_UNCLEAN.search(text))


def whole(link: str) -> bool:
    """Whether a link is nothing, or an absolute address of the web."""
    return not link or bool(re.fullmatch(r"https?://[^\s\"<>@/]+(?:[/?#][^\s\"<>]*)?", link))
