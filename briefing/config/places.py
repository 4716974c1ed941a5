"""The shipped table of cities: which place a name means, and which zone its clocks keep."""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.config.mistakes import did_you_mean, shown

TABLE = Path(__file__).with_name("cities.tsv")
COORDINATES = "`place: {name: …, latitude: 45.42, longitude: -75.70}`"


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """A city of the table: degrees north and east, IANA zone, ISO 3166 country, its other names."""

    name: str
    latitude: float
    longitude: float
    timezone: str
    country: str
    also: tuple[str, ...] = ()


@cache
def cities() -> tuple[City, ...]:
    """Read the table: by name; of several cities of one name, the one that the bare name means comes first."""
    with TABLE.open(encoding="utf-8", newline="") as table:
        return tuple(_city(row) for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))


def find(text: str) -> City | None:
    """Find the city that a text names: `London`, `London, CA`, `Montreal`, `Kiev`."""
    by_name = _by_name()
    return by_name.get(text.strip()) or by_name.get(_folded(text))


def printed(text: str) -> str:
    """Give the name as an edition prints it: as the user wrote it, without the country."""
    name, _, country = text.rpartition(",")
    qualified = name and re.fullmatch(r"\s*[A-Za-z]{2}\s*", country)
    return (name if qualified else text).strip()


def unknown(text: str) -> str:
    """Say that a city is not in the table, which may be meant, and how to write coordinates."""
    names = [name for city in cities() for name in (city.name, *city.also)]
    near = did_you_mean(text, names, cutoff=0.7)
    return f"unknown city {shown(text)}{near}; a place that the table does not know: {COORDINATES}"


def _city(row: dict[str, str]) -> City:
    return City(
        name=row["name"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
        timezone=row["timezone"],
        country=row["country"],
        also=tuple(name for name in row["also"].split("; ") if name),
    )


@cache
def _by_name() -> dict[str, City]:
    """Index the table: the exact spelling first (San José is not San Jose), then without accents and case."""
    index: dict[str, City] = {}
    for city in cities():
        for name in (city.name, *city.also):
            index.setdefault(name, city)
            index.setdefault(_folded(f"{name}, {city.country}"), city)
    for city in cities():
        for name in (city.name, *city.also):
            index.setdefault(_folded(name), city)
    return index


def _folded(text: str) -> str:
    """Fold a name for comparison: no case, accents or punctuation."""
    plain = unicodedata.normalize("NFKD", text).translate({ord("ł"): "l", ord("Ł"): "l", ord("ø"): "o", ord("ß"): "ss"})
    letters = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return re.sub(r"[^\w]+", " ", re.sub(r"['’ʻ.]", "", letters)).strip()
