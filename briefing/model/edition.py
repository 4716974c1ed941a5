"""The result."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefing.model.snapshot import StandingQuestion, Status, Told
from briefing.model.story import Brief, Evidence, Reason, Source, WatchFor, Window
from briefing.model.subscribed import Audience, Feed, Length

Change = Literal["changed", "removed", "notice", "withdrawn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Temperature:
    """As printed: in the audience's units, at the closing hour."""

    value: float
    unit: Literal["°C", "°F"]
    at: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and on which day an edition stands."""

    place: str
    date: dt.date
    timezone: str
    locale: str
    temperature: Temperature | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A named part of an edition; the unnamed one holds what belongs to no section."""

    name: str
    stories: tuple[Brief, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Words that an earlier edition cited and their source has changed, or taken back.

    `before` is what was printed on the day `told`, "" where a notice stands beside words of ours that still hold;
    `after` is what the source says there now, "" where it says nothing; `notice` is the source's own word on it.
    Evidence is of `after` and `notice`; its `source` counts in `sources`.
    """

    story: str
    before: str
    after: str
    evidence: tuple[Evidence, ...]
    kind: Change = "changed"
    told: dt.date | None = None
    headline: str = ""
    language: str = ""
    notice: str = ""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheard:
    """A source that was silent, as the page says it."""

    name: str
    url: str
    since: dt.datetime
    cause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A time in which nobody was listening."""

    start: dt.datetime
    end: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """An entry that was heard and not printed, and why; with its story's reasons where it was a matter of rank."""

    entry: str
    feed: str
    title: str
    why: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much an edition was made from."""

    feeds: int
    entries: int
    articles: int
    stories: int
    printed: int
    silent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What came of asking a language model: of so many stories, so many were answered.

    `proposed` counts the statements of its answers, `held` those that their sources bear out; `causes` says why other
    stories were not answered.
    """

    model: str
    stories: int
    answered: int
    proposed: int
    held: int
    causes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colophon:
    """What an edition was made from, and how: enough to make it again."""

    as_of: dt.datetime
    opened: dt.datetime
    closed: dt.datetime
    method: str
    predecessor: str
    used: tuple[str, ...]
    counts: Counts
    version: str
    asked: Asked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """The length that was asked for, and how many words' worth of stories was found to fill it."""

    asked: Length
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The result: a function of the snapshot and the method, and of nothing else.

    `memory` is for the editions of the next seven days, `settled` (the questions that are open no more) for those of the
    next weeks; no page prints them, and they stand in no file of the edition.
    """

    date: dt.date
    audience: str
    title: str
    status: Status
    dateline: Dateline
    paper: str
    pictures: bool
    marking: str
    sections: tuple[Section, ...]
    standing_questions: tuple[StandingQuestion, ...]
    corrections: tuple[Correction, ...]
    watch_for: tuple[WatchFor, ...]
    silences: tuple[Unheard, ...]
    gaps: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]
    colophon: Colophon
    memory: tuple[Told, ...] = ()
    extent: Extent | None = None
    settled: tuple[StandingQuestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the archive keeps of a making, so that it can be made again.

    The audience and the feeds are as they were resolved then; neither holds a secret or a recipient. `known` is the
    last commit that counted, `beside` the folder of a later making that replaces nothing, `templates` the digest of
    the templates that it was last printed with.
    """

    number: int
    audience: Audience
    feeds: tuple[Feed, ...]
    date: dt.date
    status: Status
    beside: str
    window: Window
    as_of: dt.datetime
    known: int
    made: dt.datetime
    method: str
    version: str
    predecessor: str
    used: tuple[str, ...]
    digest: str
    edition: Edition
