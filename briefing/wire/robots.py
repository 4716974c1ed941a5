"""robots.txt (RFC 9309): whether the page behind an entry may be fetched, as its host says."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from protego import Protego

    from briefing.wire.transfer import Answer

NAME = "briefing"
MOST = 512_000  # bytes of one robots.txt that are read; RFC 9309 asks for 500 KiB
KEPT = dt.timedelta(hours=24)  # longer than this none is believed
CLOSED = dt.timedelta(minutes=20)  # and a host that could not say what it wants is asked again after this


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What one host (`scheme://host:port`) says, and when it was asked. `closed` where its answer was an error of its own."""

    host: str
    at: dt.datetime
    text: str = ""
    closed: bool = False

    def stale(self, now: dt.datetime) -> bool:
        """Tell whether the host has to be asked again."""
        return now - self.at > (CLOSED if self.closed else KEPT)

    def admits(self, url: str) -> bool:
        """Tell whether a page may be fetched."""
        if self.closed or not self.text:
            return not self.closed
        return bool(_understood(self.text).can_fetch(url, NAME))


@lru_cache(maxsize=32)
def _understood(text: str) -> Protego:
    """The rules in a text, which is asked about for every page of its host and may be half a megabyte."""
    from protego import Protego  # noqa: PLC0415 - wanted only for hosts that say anything

    return Protego.parse(text)


def host_of(url: str) -> str:
    """Name the host whose rules hold for an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"


def rules(host: str, answer: Answer, at: dt.datetime) -> Rules:
    """Understand an answer: no such file, no rules; an error of the server's own closes the whole host."""
    if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
        return Rules(host=host, at=at, text=answer.body.decode("utf-8", "replace"))
    return Rules(host=host, at=at, closed=answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR)
