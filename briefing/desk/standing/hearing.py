"""What today's reports say of the questions that stand: the sentences, in their own words, with where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.desk.alone import stands_alone
from briefing.desk.candidates import body
from briefing.desk.news import of_story
from briefing.desk.order import moment
from briefing.desk.rights import QUOTED
from briefing.desk.select import feed_name
from briefing.desk.standing.asked import asked
from briefing.desk.standing.content import content
from briefing.desk.standing.deciding import decision_of
from briefing.desk.standing.settling import verdict
from briefing.desk.text import language_of
from briefing.model import Evidence, Source

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    from briefing.desk.standing.asked import Asked
    from briefing.desk.text import Sentence
    from briefing.model import Brief, Report, StandingQuestion, Story

NEW = 1  # statements a day that one question gains
LONGEST = 45  # words of a sentence that is printed with a question
VIEWS = ("opinion", "analysis")
SURE = 4  # letters of a name by which a text is looked through


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of a report of today, its source, and when that came out."""

    text: str
    language: str
    evidence: Evidence
    source: Source
    at: dt.datetime
    share: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard of one question: its answer, if there is one, and what else is new on it."""

    answer: Words | None
    new: tuple[Words, ...]


def heard_of(
    questions: Sequence[StandingQuestion], stories: Iterable[Story], told: Iterable[tuple[Story, Brief]], date: dt.date
) -> dict[str, Heard]:
    """Give by a question's name what today's stories say of it, in the order of a day's news."""
    older = [one for one in questions if one.first_asked < date]
    if not older:
        return {}
    room = _Room(told)
    parsed = {one.id: asked(one.text, one.language, one.first_asked) for one in older}
    found: dict[str, list[tuple[bool, Words]]] = {one.id: [] for one in older}
    for story in stories:
        of = story.before.story if story.before else ""
        for report in story.reports:
            if report.feed.use == "headline" or (report.article.kind or report.feed.kind) in VIEWS:
                continue
            text = report.text.lower()
            near = [
                one
                for one in older
                if (of and one.story == of) or _may_speak(parsed[one.id], text) or _same_matter(one, report)
            ]
            if near:
                split = tuple(body(report))
                for one in near:
                    found[one.id] += _of_report(one, parsed[one.id], story, report, split)
    return {name: heard for name, said in found.items() if (heard := _chosen(said, room))}


def _may_speak(question: Asked, text: str) -> bool:
    """Tell whether a report of another story has the names that a question has, and most of its words."""
    about = question.about
    if not about.names:
        return False
    names = [about.base(name)[:SURE] for name in sorted(about.names)]
    if not all(name in text for name in names):
        return False
    rest = [about.base(one)[:SURE] for one in sorted(about.concepts)]
    return sum(one in text for one in rest) >= len(rest) / 2


def _same_matter(question: StandingQuestion, report: Report) -> bool:
    """Tell whether a report that is not known to be of its story is on the decision that a question waits for.

    "What will the central bank decide on its key rate?" has no name; the story that asked it has that of the country.
    """
    decision = decision_of(question.text)
    if decision is None or question.language != (language_of(report.article) or "en"):
        return False
    first = report.text.partition("\n")[0]
    told = content(f"Of {report.title}. {first}", question.language).concepts
    raised = content(f"Of {question.headline}. {question.evidence[0].quote}", question.language)
    where = raised.names - decision.who.concepts - decision.of.concepts
    return bool(where & told) and decision.who.concepts <= told and bool(decision.thing & told)


def _of_report(
    question: StandingQuestion, parsed: Asked, story: Story, report: Report, split: Sequence[Sentence]
) -> Iterator[tuple[bool, Words]]:
    language = language_of(report.article) or "en"
    published = moment(report).date()
    of_story_ = bool(story.before and story.before.story == question.story)
    of_matter = of_story_ or _same_matter(question, report)
    known = of_story(story.before, language) if story.before else None
    if published < question.first_asked and not of_story_:
        return
    for sentence in split:
        if len(sentence.text.split()) > LONGEST or sentence.text == question.evidence[0].quote:
            continue
        said = verdict(
            parsed, sentence.text, language, published=published, since=question.first_asked, of_story=of_matter
        )
        if said == "nothing" or not stands_alone(sentence.text, language) or (known and known.copies(sentence.text)):
            continue
        shared = len(parsed.about.concepts & content(sentence.text, language).concepts)
        yield (
            said == "answered",
            Words(
                text=sentence.text,
                language=language,
                evidence=Evidence(
                    source=0, article=report.digest, start=sentence.start, end=sentence.end, quote=sentence.text
                ),
                source=_source(report),
                at=moment(report),
                share=round(shared / max(1, len(parsed.about.concepts)), 9),
            ),
        )


def _chosen(said: Sequence[tuple[bool, Words]], room: _Room) -> Heard | None:
    """Choose what is printed: the surest answer, else the sentence that says most of the question; the newest of two."""
    ordered = sorted(
        said,
        key=lambda pair: (
            not pair[0],
            -pair[1].share,
            -pair[1].at.timestamp(),
            pair[1].evidence.article,
            pair[1].evidence.start,
        ),
    )
    allowed = [(sure, words) for sure, words in ordered if room.has(words)]
    answer = next((words for sure, words in allowed if sure), None)
    new = tuple(words for sure, words in allowed if not sure)[:NEW]
    for words in (answer,) if answer else new:
        room.take(words)
    return Heard(answer=answer, new=new) if answer or new else None


class _Room:
    """How many words of an article may still be printed where its feed says `use: quote`."""

    def __init__(self, told: Iterable[tuple[Story, Brief]]) -> None:
        self._spent: dict[str, int] = {}
        self._limited: set[str] = set()
        for story, brief in told:
            limited = {report.digest for report in story.reports if report.feed.use == "quote"}
            if not limited:
                continue
            self._limited |= limited
            spans = {(one.article, one.start, one.end): one.quote for one in _printed(brief) if one.field == "text"}
            for (article, _, _), quote in sorted(spans.items()):
                self._spent[article] = self._spent.get(article, 0) + len(quote.split())

    def has(self, words: Words) -> bool:
        name = words.evidence.article
        return name not in self._limited or self._spent.get(name, 0) + len(words.text.split()) <= QUOTED

    def take(self, words: Words) -> None:
        name = words.evidence.article
        self._spent[name] = self._spent.get(name, 0) + len(words.text.split())


def _printed(brief: Brief) -> Iterator[Evidence]:
    parts = (
        brief.since_yesterday,
        brief.key_developments,
        brief.analysis,
        brief.open_questions,
        brief.unknowns,
        brief.watch_for,
    )
    for part in parts:
        for item in part:
            yield from item.evidence
    for disagreement in brief.disagreements:
        for position in disagreement.positions:
            yield from position.evidence
    if brief.summary:
        yield from brief.summary.evidence


def _source(report: Report) -> Source:
    return Source(
        name=feed_name(report.feed),
        url=report.article.url or report.heard.entry.link,
        title=report.title,
        published=report.published,
        kind=report.article.kind or report.feed.kind,
        label=report.feed.label,
        origin=report.article.origin,
        article=report.digest,
    )
