"""An invented edition in which every field of every noun is filled: what `check` sets to try a template.

All places, people and papers in it are made up.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from briefing.identity import digest_of_bytes
from briefing.model import (
    Audience,
    Brief,
    Closing,
    Colophon,
    Correction,
    Counts,
    Dateline,
    Disagreement,
    Edition,
    Evidence,
    Gap,
    Image,
    KeyDevelopment,
    LeftOut,
    OpenQuestion,
    Position,
    QuestionKind,
    QuestionState,
    Reason,
    SaidSince,
    Section,
    Source,
    StandingQuestion,
    Statement,
    Temperature,
    Unheard,
    WatchFor,
)
from briefing.press.fixture_stories import STORIES, Telling, Words

DAY = dt.date(2025, 12, 7)
CLOSED = dt.datetime(2025, 12, 7, 11, 0, tzinfo=dt.UTC)


def fixture_edition(locale: str = "en_CA") -> Edition:
    """Give the invented edition of Sunday, December 7, 2025, in Ottawa."""
    names = tuple(dict.fromkeys(telling.section for telling in STORIES))
    sections = tuple(
        Section(name=name, stories=tuple(_brief(t) for t in STORIES if t.section == name)) for name in names
    )
    return Edition(
        date=DAY,
        audience="morning",
        title="The Morning Briefing",
        status="edition",
        dateline=_dateline(locale),
        paper="letter",
        pictures=True,
        marking="",
        sections=sections,
        standing_questions=_standing(),
        corrections=_corrections(),
        watch_for=tuple(_watch(*item) for item in _AHEAD),
        silences=_silences(),
        gaps=(Gap(start=_at(6, 22, 10), end=_at(6, 23, 40)),),
        left_out=(LeftOut(entry="e" * 40, feed="harbour", title="Horoscope of the week", why="filter: horoscope"),),
        colophon=_colophon(),
    )


def _dateline(locale: str) -> Dateline:
    return Dateline(
        place="Ottawa",
        date=DAY,
        timezone="America/Toronto",
        locale=locale,
        temperature=Temperature(value=-9.2, unit="°C", at=CLOSED),
    )


def _colophon() -> Colophon:
    return Colophon(
        as_of=CLOSED,
        opened=CLOSED - dt.timedelta(days=1),
        closed=CLOSED,
        method="6f1c0b7d9a4e",
        predecessor="a" * 40,
        used=("b" * 40, "c" * 40),
        counts=Counts(feeds=24, entries=318, articles=211, stories=97, printed=8, silent=2),
        version="0.1.0",
    )


def invented(audience: Audience) -> Edition:
    """Give the invented edition as an audience would print it: for those who look before anything was heard."""
    edition = fixture_edition(audience.locale)
    return replace(
        edition,
        audience=audience.name,
        title=audience.title,
        paper=audience.paper,
        pictures=audience.pictures,
        marking=audience.marking,
    )


def _brief(telling: Telling) -> Brief:
    """Make one story of an invented telling, with evidence that stands where it says."""
    return Brief(
        id=telling.id,
        headline=Statement(text=telling.headline, evidence=(_cite((telling.headline, 0), field="title"),)),
        summary=Statement(text=telling.summary[0], evidence=(_cite(telling.summary),)) if telling.summary[0] else None,
        reading_minutes=telling.minutes,
        language=telling.language,
        sources=tuple(_source(telling, at) for at in range(len(telling.sources))),
        key_developments=tuple(_says(words) for words in telling.key_developments),
        analysis=tuple(_says(words, by=by) for by, words in telling.analysis),
        open_questions=tuple(_asks(kind, text, words) for kind, text, words in telling.open_questions),
        unknowns=tuple(Statement(text=words[0], evidence=(_cite(words),)) for words in telling.unknowns),
        disagreements=tuple(
            Disagreement(about=about, positions=tuple(Position(value=w[0], evidence=(_cite(w),)) for w in sides))
            for about, sides in telling.disagreements
        ),
        watch_for=tuple(_watch(day, words) for day, words in telling.watch_for),
        since_yesterday=tuple(_says(words) for words in telling.since_yesterday),
        related=telling.related,
        images=tuple(_image(*picture) for picture in telling.pictures),
        why=(
            Reason(name="outlets", value=str(len(telling.sources)), score=2.1),
            Reason(name="freshness", value="4 h", score=0.846481725),
        ),
    )


def _source(telling: Telling, at: int) -> Source:
    name, label, kind, title, hour = telling.sources[at]
    return Source(
        name=name,
        url=f"https://news{at}.example/{telling.id}",
        title=title,
        published=_at(6, hour, 40) if hour >= 0 else None,
        kind=kind,
        label=label,
        origin="feed" if label == "wire" else "page",
        article=f"{at:x}" * 40,
    )


def _cite(words: Words, *, field: str = "text") -> Evidence:
    text, source = words
    quote = text.rstrip(".")
    end = 120 + len(quote)
    article = f"{source:x}" * 40
    if field == "title":
        return Evidence(source=source, article=article, start=0, end=len(quote), quote=quote, field="title")
    return Evidence(source=source, article=article, start=120, end=end, quote=quote)


def _says(words: Words, by: str = "") -> KeyDevelopment:
    return KeyDevelopment(text=words[0], verbatim=not by, evidence=(_cite(words),), by=by)


def _image(name: str, caption: str, alt: str, credit: str) -> Image:
    url, digest = f"https://news0.example/{name}", digest_of_bytes(name.encode())
    return Image(url=url, caption=caption, alt=alt, source=0, credit=credit, digest=digest, width=1200, height=800)


def _asks(kind: QuestionKind, text: str, words: Words) -> OpenQuestion:
    return OpenQuestion(text=text, kind=kind, evidence=(_cite(words),))


def _watch(day: dt.date, words: Words, story: str = "") -> WatchFor:
    return WatchFor(date=day, text=words[0], evidence=(_cite(words),), story=story)


def _at(day: int, hour: int, minute: int) -> dt.datetime:
    return dt.datetime(2025, 12, day, hour, minute, tzinfo=dt.UTC)


_AHEAD: tuple[tuple[dt.date, Words, str], ...] = (
    (dt.date(2025, 12, 9), ("The harbour authority opens the remaining bids.", 0), "harbour"),
    (dt.date(2025, 12, 11), ("The central bank decides on its rate.", 1), "talks"),
    (dt.date(2025, 12, 14), ("Four overnight services start on the northern line.", 0), "trains"),
)


def _standing() -> tuple[StandingQuestion, ...]:
    asked: tuple[tuple[str, int, QuestionState, str], ...] = (
        (
            "Did the regulator know of the fault in March?",
            1,
            "answered",
            "The regulator was told of the fault on March 9.",
        ),
        ("Who hears the appeal of the ferry crews?", 2, "answered", ""),
        (
            "Will the two delegations meet again before the new year?",
            2,
            "standing",
            "Both delegations have booked rooms in Halden.",
        ),
        ("Who pays for the repair of the eastern dam?", 5, "new", ""),
        ("When does the night train to Vessel run again?", 3, "standing", ""),
        ("Will the harbour light be sold?", 1, "faded", ""),
    )
    return tuple(_stands(*one) for one in asked)


def _stands(text: str, day: int, state: QuestionState, words: str) -> StandingQuestion:
    said = SaidSince(date=DAY, text=words, evidence=(_cite((words, 0)),), language="en")
    closed = state == "answered" and not words
    return StandingQuestion(
        text=text,
        first_asked=dt.date(2025, 12, day),
        state=state,
        evidence=(_cite(("Nobody has said so far", 0)),),
        story="talks",
        id=f"{day}{len(text):07x}",
        headline="Talks adjourned",
        language="en",
        kind="unknown",
        sources=(_source(STORIES[0], 0),),
        since=(said,) if words and state == "standing" else (),
        answer=said if words and state == "answered" else None,
        closing=Closing(question="2", at=CLOSED, because="The court does not say.", by="the desk") if closed else None,
        spoken=DAY,
        printed=DAY if state == "new" else dt.date(2025, 12, day),
        settled=DAY if state in ("answered", "faded") else None,
    )


def _corrections() -> tuple[Correction, ...]:
    after = "Storage stood at 71 per cent of capacity on Friday."
    return (
        Correction(
            story="reservoirs",
            before="Storage stood at 77 per cent of capacity on Friday.",
            after=after,
            evidence=(_cite((after, 0)),),
            told=dt.date(2025, 12, 6),
            headline="Reservoirs are fuller than in any December for a decade",
            language="en",
            notice="Correction: an earlier version of this article gave the storage of the week before.",
            sources=(_source(STORIES[0], 0),),
        ),
        Correction(
            story="",
            before="The bridge at Aldmoor will close for nineteen days.",
            after="",
            evidence=(),
            kind="withdrawn",
            told=dt.date(2025, 12, 5),
            headline="Aldmoor bridge to close",
            language="en",
            sources=(_source(STORIES[0], 1),),
        ),
    )


def _silences() -> tuple[Unheard, ...]:
    return (
        Unheard(
            name="The Coast & County",
            url="https://coast.example/feed",
            since=_at(5, 4, 0),
            cause="took longer than 20 seconds",
        ),
        Unheard(
            name="Ministry of Works", url="https://works.example/rss", since=_at(1, 9, 30), cause="the address is gone"
        ),
    )
