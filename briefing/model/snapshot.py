"""All that an edition may be made from, and what it remembers of those before it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from briefing.model.heard import Article, Heard, Observation, Silence
from briefing.model.story import Evidence, Field, QuestionKind, Source, Window
from briefing.model.subscribed import Audience, Feed

QuestionState = Literal["new", "standing", "answered", "faded"]
Status = Literal["edition", "proof"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidSince:
    """What a source said of a standing question after it was asked, and the day of the edition that heard it.

    Evidence counts in the question's own `sources`.
    """

    date: dt.date
    text: str
    evidence: tuple[Evidence, ...]
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What a person decided of a standing question: that it is closed, and why, or (`reopened`) that it is open again."""

    question: str
    at: dt.datetime
    because: str = ""
    by: str = ""
    reopened: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingQuestion:
    """A question that an edition keeps open over days.

    `text`, `first_asked`, `story` (with its `headline`) and `id` are those of the edition that printed it first, and
    never change. `since` is what was said of it later, oldest first; `answer` the words that answer it, `closing` the
    decision of a person who settled it. `spoken` is the day of the latest edition that heard of it, `printed` of the
    latest that printed it within a story, `settled` of the one that told that it is answered or faded. A question that
    names a day waits for `until`. Evidence, `since`'s and `answer`'s included, counts in `sources`.
    """

    text: str
    first_asked: dt.date
    state: QuestionState
    evidence: tuple[Evidence, ...]
    story: str = ""
    id: str = ""
    headline: str = ""
    language: str = ""
    kind: QuestionKind = "unknown"
    sources: tuple[Source, ...] = ()
    since: tuple[SaidSince, ...] = ()
    answer: SaidSince | None = None
    closing: Closing | None = None
    spoken: dt.date | None = None
    printed: dt.date | None = None
    until: dt.date | None = None
    settled: dt.date | None = None


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

    `memory` is what it and those before it told, back to seven days before it; `settled` the questions that were
    answered, closed or faded before it, so that no old text asks them again.
    """

    digest: str
    closed: dt.datetime
    known: int
    standing_questions: tuple[StandingQuestion, ...] = ()
    memory: tuple[Told, ...] = ()
    settled: tuple[StandingQuestion, ...] = ()


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
    """All that an edition may be made from. `articles` pairs an entry's digest with its article and its name.

    `closings` is what persons decided of standing questions in the window, the oldest first.
    """

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
    closings: tuple[Closing, ...] = ()
