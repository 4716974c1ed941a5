"""Whom we listen to, and for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["report", "analysis", "opinion", "press release"]
Use = Literal["headline", "quote", "full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A source that is listened to. `url` may hold `${NAME}`: secrets are filled in on the wire, never here."""

    id: str
    url: str
    name: str = ""
    section: str = ""
    label: str = ""
    kind: Kind = "report"
    use: Use = "full"
    full_text: bool = True
    max_entries: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on the ground: degrees north and east."""

    name: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How much an edition may fill."""

    amount: int
    unit: Literal["pages", "minutes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Whom an edition is for, without anybody's address: those are delivery's.

    `model` names the language model that writes for it, "" for none; where it is asked is the newsroom's.
    """

    name: str
    title: str
    place: Place | None = None
    timezone: str = "UTC"
    locale: str = "en"
    units: Literal["metric", "imperial"] = "metric"
    weather: bool = True
    schedule: str = "0 6 * * *"
    deadline: int = 300
    catch_up: Literal["latest", "all", "none"] = "latest"
    quiet: Literal["send", "skip", "hold"] = "send"
    minimum: int = 1
    sections: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    stories: int = 12
    length: Length | None = None
    max_age: int = 3 * 86400
    paper: Literal["letter", "a4", "a5", "ereader"] = "letter"
    formats: tuple[str, ...] = ("html", "pdf")
    pictures: bool = True
    marking: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    template: str = ""
    model: str = ""
