"""What the desk works with: reports, stories, and what it says of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefing.model.heard import Article, Heard, Origin
from briefing.model.subscribed import Feed, Kind

Field = Literal["text", "title"]
Form = Literal["long", "medium", "brief"]
QuestionKind = Literal["asked", "unknown", "disputed", "announced"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The time that an edition covers: `[opened, closed)`."""

    opened: dt.datetime
    closed: dt.datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One outlet's telling: the entry, the article that it is told from, and the feed."""

    feed: Feed
    heard: Heard
    article: Article
    digest: str

    @property
    def text(self) -> str:
        """The article's text, in which spans count."""
        return self.article.text

    @property
    def title(self) -> str:
        """The title as the feed gave it, else as the page did."""
        return self.heard.entry.title or self.article.title

    @property
    def published(self) -> dt.datetime | None:
        """When the outlet says that it published: the feed's word before the page's."""
        return self.heard.entry.published or self.article.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What earlier editions made of a story: its name, when it was last told, the statements they printed of it.

    `known` is every sentence of the texts that it was told from: what stands there is no news, printed or not.
    `latest` is when the newest of these texts came out, `language` that in which it was told last. `by_day` is `printed`
    by the day of the edition, the last first.
    """

    story: str
    date: dt.date
    printed: tuple[str, ...]
    known: tuple[str, ...]
    latest: dt.datetime | None = None
    language: str = ""
    by_day: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The reports of one happening, fullest first; never empty. `before` is set where earlier editions told it."""

    reports: tuple[Report, ...]
    before: Before | None = None

    def __post_init__(self) -> None:
        """Refuse a story that nobody reports."""
        if not self.reports:
            raise ValueError("a story needs at least one report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a source says it: `quote` is exactly the named field's `[start:end]`.

    `source` is the index among the story's sources, `article` the digest of the archived article.
    """

    source: int
    article: str
    start: int
    end: int
    quote: str
    field: Field = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words of a source, and where they stand: the headline and the summary of a story, what is not known.

    `language` is named where it is not the story's.
    """

    text: str
    evidence: tuple[Evidence, ...]
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDevelopment:
    """An event, a figure, a decision, or what a named party said. Without evidence it cannot be made.

    `text` is the quotes in order joined by a space, but for an initial capital, the final point and insertions
    in square brackets. A writer's own judgement is the same noun, kept in `Brief.analysis` and led by `by`.
    Where `method` names a language model ("model NAME"), the text is in its words, and held to the quotes.
    """

    text: str
    verbatim: bool
    evidence: tuple[Evidence, ...]
    by: str = ""
    method: str = ""

    def __post_init__(self) -> None:
        """Refuse a statement that points at nothing."""
        if not self.evidence:
            raise ValueError("a key development needs evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question that nobody has answered, and the words that raise it; `method` as in a development.

    `language` is named where it is not the story's. Where an edition keeps it open, `standing` is its name among the
    standing questions, and `first_asked` the day of the edition that asked it first.
    """

    text: str
    kind: QuestionKind
    evidence: tuple[Evidence, ...]
    method: str = ""
    language: str = ""
    first_asked: dt.date | None = None
    standing: str = ""

    def __post_init__(self) -> None:
        """Refuse a question that nothing raises."""
        if not self.evidence:
            raise ValueError("an open question needs evidence")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side of a disagreement."""

    value: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Where independent outlets' statements about one thing differ."""

    about: str
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchFor:
    """A dated event to come; in an edition, `story` is the id of the story that tells of it."""

    date: dt.date
    text: str
    evidence: tuple[Evidence, ...]
    story: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One of a story's sources, as it is credited. A `copy` prints the text of another named before it."""

    name: str
    url: str
    title: str
    published: dt.datetime | None
    kind: Kind
    label: str
    origin: Origin
    article: str
    copy: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """The picture of a story, by the address that its outlet gave, and by the digest of the JPEG that is printed.

    `caption` and `alt` are the outlet's own words, `credit` those in which it names who made the picture; `source` is
    the index among the story's sources. `width` and `height` are the JPEG's, in pixels.
    """

    url: str
    caption: str
    alt: str
    source: int
    credit: str = ""
    digest: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One reason for a story's place: its name, its value, and what it gave to the score."""

    name: str
    value: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A story as an edition tells it.

    Where an earlier edition told it, `told` is the date of the latest, `since_yesterday` what is new since then, and
    `key_developments` what else is needed: nothing that was printed before.
    """

    id: str
    headline: Statement
    summary: Statement | None
    reading_minutes: int
    language: str
    sources: tuple[Source, ...]
    key_developments: tuple[KeyDevelopment, ...] = ()
    analysis: tuple[KeyDevelopment, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    unknowns: tuple[Statement, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    watch_for: tuple[WatchFor, ...] = ()
    since_yesterday: tuple[KeyDevelopment, ...] = ()
    told: dt.date | None = None
    related: tuple[str, ...] = ()
    images: tuple[Image, ...] = ()
    why: tuple[Reason, ...] = ()
    form: Form = "long"
