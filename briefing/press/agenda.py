"""What to watch for, as a calendar file: iCalendar (RFC 5545), one event a day that is named.

The bytes depend on the edition alone: an event's stamp is the edition's own moment, its name the digest of what it says.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from briefing.identity import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model import Edition, WatchFor

OCTETS = 75  # of a line, without its end (RFC 5545, 3.1)
ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


def as_calendar(edition: Edition) -> bytes:
    """Write an edition's events to come as a calendar file: UTF-8, lines ended by CRLF and folded at 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//briefing//edition//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(edition.title)}",
        *(line for item in edition.watch_for for line in _event(item, edition)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in _folded(line)).encode()


def _event(item: WatchFor, edition: Edition) -> Iterator[str]:
    stamp = edition.colophon.as_of.astimezone(dt.UTC)
    yield "BEGIN:VEVENT"
    yield f"UID:{digest([item.date.isoformat(), item.text])[:32]}@briefing.invalid"
    yield f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{item.date:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{item.date + dt.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(item.text)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return "".join(character for character in text.translate(ESCAPED) if character >= " ")


def _folded(line: str) -> Iterator[str]:
    """Part a line of more than 75 octets, never inside a character; what goes on begins with a space."""
    part, size = "", 0
    for character in line:
        octets = len(character.encode())
        if size + octets > OCTETS:
            yield part
            part, size = " ", 1
        part += character
        size += octets
    yield part
