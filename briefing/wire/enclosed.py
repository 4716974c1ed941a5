"""What an entry of a well-formed feed encloses: enclosures and Media RSS, in feedparser's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MEDIA = "{http://search.yahoo.com/mrss/}"
IGNORED = frozenset({f"{MEDIA}credit", f"{MEDIA}category", f"{MEDIA}rating"})


class Unusual(Exception):  # noqa: N818 - a turn of the road, and no error
    """The feed holds something that is feedparser's business."""


class Enclosed:
    """What an entry encloses, in feedparser's order: enclosures before Media RSS."""

    def __init__(self) -> None:
        self.titled = False
        self.thumbnails: list[str] = []
        self._enclosed: list[tuple[str, str, str]] = []
        self._content: list[tuple[str, str, str]] = []

    def take(self, part: Element, tag: str) -> bool:
        """Take an element of media in; tell whether it was one that is surely understood."""
        if tag == "enclosure":
            if part.get("href") or part.get("uri"):
                raise Unusual
            self.enclose(part.get("url", ""), part.get("type", ""))
        elif tag == f"{MEDIA}thumbnail":
            if not part.get("url"):
                raise Unusual
            self.thumbnails.append(part.get("url", ""))
        elif tag == f"{MEDIA}content":
            self._content.append((part.get("url", ""), part.get("type", "").lower(), part.get("medium", "")))
            self._inside(part)
        elif tag == f"{MEDIA}group":
            self._inside(part)
        elif tag == f"{MEDIA}title":
            self.titled = True
        else:
            return False
        return True

    def enclose(self, url: str, kind: str) -> None:
        """Keep an enclosure by its address and type."""
        self._enclosed.append((url, kind.lower(), ""))

    def _inside(self, part: Element) -> None:
        for child in part:
            if not self.take(child, str(child.tag)) and str(child.tag) not in IGNORED:
                raise Unusual

    def sorted(self) -> tuple[list[str], list[str]]:
        """Give the addresses of pictures, and those of everything else."""
        found = [*self._enclosed, *self._content]
        images = [url for url, kind, medium in found if kind.startswith("image") or medium == "image"]
        others = [url for url, kind, medium in found if not (kind.startswith("image") or medium == "image")]
        return images, others
