"""What was heard, and what it takes to hear it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefing.model.subscribed import Kind

BlockKind = Literal["heading", "paragraph", "quote", "item", "row"]
Origin = Literal["page", "feed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, quotation or table row of a text: no newline inside."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture beside an article, and what stands under it: never part of the text."""

    url: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a feed said. `identity` is lasting over its versions; the digest is of one version."""

    feed: str
    identity: str
    link: str = ""
    title: str = ""
    author: str = ""
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    language: str = ""
    blocks: tuple[Block, ...] = ()
    picture: Picture | None = None
    enclosures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """An entry as the archive holds it: its name, when it was first heard, which day it belongs to.

    `place` is how many of its feed's entries stood above it, of those that were heard with it: a paper's first is its lead.
    """

    digest: str
    commit: int
    seen: dt.datetime
    arrived: dt.datetime
    entry: Entry
    place: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An entry made readable. Spans count characters (code points) of `text`."""

    url: str
    title: str = ""
    blocks: tuple[Block, ...] = ()
    byline: str = ""
    published: dt.datetime | None = None
    updated: dt.datetime | None = None
    language: str = ""
    site: str = ""
    kind: Kind | None = None
    picture: Picture | None = None
    origin: Origin = "page"

    @property
    def text(self) -> str:
        """The blocks, one a line: the string in which every span counts."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A feed, or the page behind an entry, that could not be heard: since when, and why, in a reader's words."""

    feed: str
    url: str
    since: dt.datetime
    cause: str
    entry: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """The temperature two metres above the ground, in degrees Celsius, at a whole hour."""

    latitude: float
    longitude: float
    at: dt.datetime
    celsius: float
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a feed's server gave us to ask again with, and digests of the last body: of the whole, of each entry.

    `seen` holds eight bytes an entry: what has not changed there need not be read again.
    """

    etag: str = ""
    modified: str = ""
    body: str = ""
    seen: bytes = b""

    @property
    def conditions(self) -> tuple[tuple[str, str], ...]:
        """The conditions under which a server need not answer in full (RFC 9110)."""
        conditions = (("If-None-Match", self.etag), ("If-Modified-Since", self.modified))
        return tuple((name, value) for name, value in conditions if value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of an entry, ready to be kept: its name, its lasting name, and its canonical form, compressed.

    `place` is a number for the link, by which an entry is known again when its feed gives it another id; 0 for none.
    """

    digest: str
    identity: str
    place: int
    published: dt.datetime | None
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """What a feed says of its own rhythm: seconds between two changes, hours (GMT) and weekdays (0 Monday) of rest."""

    seconds: int = 0
    hours: tuple[int, ...] = ()
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What came of asking one feed once: entries, nothing new, or a silence.

    `moved` is where the feed says that it lives from now on, `not_before` until when its server asks to be left alone,
    `gone` that it is there no more.
    """

    feed: str
    at: dt.datetime
    outcome: Literal["heard", "unchanged", "silent"]
    versions: tuple[Version, ...] = ()
    title: str = ""
    validators: Validators = Validators()
    moved: str = ""
    not_before: dt.datetime | None = None
    pace: Pace | None = None
    gone: bool = False
    silence: Silence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """When a feed is asked next: by the scheduler at `due`, by nobody before `not_before`, never once `retired`.

    `rhythm` is the usual time between two entries, in seconds; 0 where nobody knows. `newest` is when the feed last
    had something new to say, `quiet` the same where that is unusually long ago.
    """

    due: dt.datetime
    not_before: dt.datetime | None = None
    rhythm: int = 0
    pace: Pace = Pace()
    newest: dt.datetime | None = None
    quiet: dt.datetime | None = None
    retired: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of asking for the page behind one entry: an article, a silence, or neither where nothing is new.

    `validators` are what its server gave to ask again with.
    """

    entry: str
    at: dt.datetime
    article: Article | None = None
    silence: Silence | None = None
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """A picture made ready to be printed: a JPEG by its digest, so many pixels wide and high."""

    digest: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """What came of asking for one picture: its plates, the widest first, with their bodies; or why there is none."""

    url: str
    at: dt.datetime
    plates: tuple[Plate, ...] = ()
    bodies: tuple[bytes, ...] = ()
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the desk would ask a language model about one story.

    `system` is the instruction, `data` what strangers wrote, `schema` the JSON Schema of the answer. The digest names
    all of it and the model: an answer is kept under it.
    """

    digest: str
    model: str
    system: str
    data: str
    schema: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a model answered, word for word, or why it said nothing, and when. `wanted` is what it was asked."""

    wanted: str
    at: dt.datetime
    text: str = ""
    cause: str = ""
