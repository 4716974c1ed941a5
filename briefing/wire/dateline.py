"""The line between a headline and its text, as people write it: "By …", "Posted on 5 December 2025", in six languages."""

from __future__ import annotations

import datetime as dt
import re

from briefing.wire.moment import FIRST_YEAR

LONGEST = 160  # signs; what is longer is text

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio januari janv ene gen",
            "feb february februar février fevrier febrero febbraio februari févr",
            "mar march märz maerz mars marzo maart mär mrt",
            "apr april avril abril aprile avr abr",
            "may mai mayo maggio mei mag",
            "jun june juni juin junio giugno giu",
            "jul july juli juillet julio luglio juil lug",
            "aug august août aout agosto augustus ago",
            "sep sept september septembre septiembre settembre set",
            "oct october oktober octobre octubre ottobre okt ott",
            "nov november novembre noviembre",
            "dec december dezember décembre decembre diciembre dicembre dez déc dic",
        ),
        1,
    )
    for name in names.split()
}
_DAY_FIRST = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th|er|\.)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(\d{4})\b"
)
_MONTH_FIRST = re.compile(r"\b([^\W\d_]{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_FIGURES = re.compile(r"\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b")
_YEAR_FIRST = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_CAME_OUT = re.compile(
    r"(?:(?:first |originally )?(?:posted|published|date|created)|veröffentlicht|erschienen|datum|publiée?|mis en ligne|publicado|fecha"
    r"|pubblicato|gepubliceerd|geplaatst|am|le|el|on)\b",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"(?:last )?(?:updated|modified|edited)|aktualisiert|mis(?:e)? à jour|actualizado|aggiornato|bijgewerkt",
    re.IGNORECASE,
)
_DAY_ALONE = re.compile(r"[^\W\d_]{0,10},?\s*[\d\w.,\s:|·–-]{6,40}")
_MOST_WORDS = 9

_NAME = r"[^\W\d_a-zß-ÿ][\w’'.-]*(?:[ -](?:(?:de|del|della|di|da|von|van|der|den|zu|la|le|el|bin|al|y)\s+)*[^\W\d_a-zß-ÿ][\w’'.-]*){1,3}"
_WRITER = re.compile(
    rf"(?:(?:(?:[Ww]ritten|[Pp]osted|[Rr]eported|[Ww]ords|[Ss]tory|[Ee]in [Bb]eitrag|[Tt]exte?|[Pp]ropos recueillis)\s+)?(?:[Bb]y|BY|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)|[Tt]ext)\s*:?\s+"
    rf"(?P<names>{_NAME}(?:(?:,| and| und| et| y| e| en| &)\s+{_NAME}){{0,3}})"
    r"(?:\s*,?\s*(?:avec|with|mit|con|met|for|für|pour|à|in)\s+[^.!?]{2,60}|\s*[|·,–-]\s*[^.!?]{2,60})?"
)


def writers_of(text: str) -> str:
    """The names in a line that says who wrote the article, and nothing else; nothing where it is no such line."""
    found = _WRITER.fullmatch(text) if len(text) <= LONGEST else None
    return found["names"] if found else ""


def day_of(text: str) -> dt.datetime | None:
    """The day in a line that says when the article came out, as midnight UTC; nothing where it says something else."""
    if len(text) > LONGEST or len(text.split()) > _MOST_WORDS or _CHANGED.match(text):
        return None
    return _written(text) if _CAME_OUT.match(text) or _DAY_ALONE.fullmatch(text) else None


def _written(text: str) -> dt.datetime | None:
    """The first day that is written out in a text: in figures only where day and month cannot be mistaken."""
    for pattern, order in (
        (_YEAR_FIRST, (0, 1, 2)),
        (_DAY_FIRST, (2, 1, 0)),
        (_MONTH_FIRST, (2, 0, 1)),
        (_FIGURES, (2, 1, 0)),
    ):
        found = pattern.search(text)
        if found is None:
            continue
        year, month, day = (found[place + 1].lower() for place in order)
        number = int(month) if month.isdigit() else _MONTHS.get(month, 0)
        try:
            told = dt.datetime(int(year), number, int(day), tzinfo=dt.UTC)
        except ValueError:
            continue
        return told if told.year >= FIRST_YEAR else None
    return None
