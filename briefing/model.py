"""The nouns. Frozen values: they hold, they compare, they travel to any worker, and they do nothing else.

Every moment is an aware datetime in UTC. Every collection is a tuple. A digest is the hexadecimal name that
`identity` gives to what was said.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - the nouns are read by `identity` and `archive` through their resolved hints
from dataclasses import dataclass
from typing import Literal

Kind = Literal["report", "analysis", "opinion", "press release"]
Use = Literal["headline", "quote", "full"]
BlockKind = Literal["heading", "paragraph", "quote", "item", "row"]
Field = Literal["text", "title"]
QuestionKind = Literal["asked", "unknown", "disputed", "announced"]
QuestionState = Literal["new", "standing", "answered", "faded"]
Origin = Literal["page", "feed"]
Status = Literal["edition", "proof"]
Change = Literal["changed", "removed", "notice", "withdrawn"]

# ── whom we listen to, and for whom ────────────────────────────────────────────────────────────────────────────


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


# ── what was heard ─────────────────────────────────────────────────────────────────────────────────────────────


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


# ── what the desk works with ───────────────────────────────────────────────────────────────────────────────────


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
    """

    story: str
    date: dt.date
    printed: tuple[str, ...]
    known: tuple[str, ...]


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
    """Words of a source, and where they stand: the headline and the summary of a story."""

    text: str
    evidence: tuple[Evidence, ...]


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
    """A question that nobody has answered, and the words that raise it; `method` as in a development."""

    text: str
    kind: QuestionKind
    evidence: tuple[Evidence, ...]
    method: str = ""

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
    """A dated event to come."""

    date: dt.date
    text: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One of a story's sources, as it is credited."""

    name: str
    url: str
    title: str
    published: dt.datetime | None
    kind: Kind
    label: str
    origin: Origin
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture that a story may print, by the address that its outlet gave."""

    url: str
    caption: str
    alt: str
    source: int


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


# ── an edition ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """The words that a printed statement rests on: in which of its story's texts; "" where they are the statement's."""

    text: int
    quote: str = ""
    field: Field = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement that an edition printed."""

    text: str
    cited: tuple[Cited, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldText:
    """A text that a story was told from: the entry's version, and the article's name (the entry's own where it had none)."""

    entry: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story that an edition told, as far as the editions of the next seven days remember it."""

    story: str
    date: dt.date
    headline: str
    language: str
    texts: tuple[ToldText, ...]
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Predecessor:
    """The edition before, as far as this one remembers it. `known` is the last commit that it knew of.

    `memory` is what it and those before it told, back to seven days before it.
    """

    digest: str
    closed: dt.datetime
    known: int
    standing_questions: tuple[StandingQuestion, ...] = ()
    memory: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recalled:
    """A text that an earlier edition told, and what has become of it since the predecessor was made.

    `heard` and `article` are as the predecessor knew them (no article: only the feed's words). `now` and `after` are
    what was heard since, the article with its name, None where nothing was; `gone` says why the page is there no more.
    """

    told: ToldText
    heard: Heard
    article: Article | None = None
    now: Heard | None = None
    after: tuple[str, Article] | None = None
    gone: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """An edition that is to be made: for whom, of which day, over which time, knowing what, after which other."""

    audience: Audience
    feeds: tuple[Feed, ...]
    date: dt.date
    status: Status
    window: Window
    known: int
    predecessor: Predecessor | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """All that an edition may be made from. `articles` pairs an entry's digest with its article and its name."""

    audience: Audience
    date: dt.date
    status: Status
    window: Window
    as_of: dt.datetime
    known: int
    feeds: tuple[Feed, ...]
    heard: tuple[Heard, ...] = ()
    articles: tuple[tuple[str, str, Article], ...] = ()
    silences: tuple[Silence, ...] = ()
    rounds: tuple[dt.datetime, ...] = ()
    observation: Observation | None = None
    predecessor: Predecessor | None = None
    recalled: tuple[Recalled, ...] = ()


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
class StandingQuestion:
    """A question that an edition keeps open over days."""

    text: str
    first_asked: dt.date
    state: QuestionState
    evidence: tuple[Evidence, ...]
    story: str = ""


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
class Edition:
    """The result: a function of the snapshot and the method, and of nothing else.

    `memory` is for the editions of the next seven days; no page prints it, and it stands in no file of the edition.
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
