"""The memory of open questions: what stands since when, what was said of it since, what answers it, what fades.

A pure function of the named predecessor and of today's stories and briefs. Only what an edition printed is remembered.
A question keeps the words, the day and the story of its first asking; answered, closed or faded it is told once more
and then no more, and for some weeks no old text asks it again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk.order import moment
from briefing.desk.standing.asked import asked, same
from briefing.desk.standing.content import last_day, with_dates
from briefing.desk.standing.fading import bounded, faded, remembered
from briefing.desk.standing.hearing import Heard, heard_of
from briefing.desk.text import language_of
from briefing.model import SaidSince, StandingQuestion

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from briefing.desk.standing.asked import Asked
    from briefing.model import Brief, Closing, Evidence, OpenQuestion, Snapshot, Source, Story

__all__ = ["Stood", "standing"]

QUIET = 3  # days after it was answered in which no text asks a question again
SAID = 3  # statements since it was asked that a question keeps: the latest
NAME = 8  # digits of a question's name: enough to tell those of some weeks apart, and to be typed


@dataclass(frozen=True, slots=True)
class Stood:
    """What an edition keeps open, what it tells and then settles, and its briefs without what is settled."""

    briefs: tuple[Brief, ...]
    questions: tuple[StandingQuestion, ...]
    settled: tuple[StandingQuestion, ...]


def standing(snapshot: Snapshot, told: Sequence[tuple[Story, Brief]], stories: Iterable[Story]) -> Stood:
    """Give the standing questions of an edition that tells these briefs; `stories` is all that was heard today."""
    before, closed = _taken_up(snapshot)
    memory = _Memory(snapshot, before, closed)
    kept = [_recognised(memory, story, brief) for story, brief in told]
    heard = heard_of([one for one in memory.open if one.closing is None], stories, told, snapshot.date)
    questions = [_since(one, heard.get(one.id), memory, snapshot.date) for one in memory.open]
    gone = {one.id for one in questions if one.state == "answered"}
    briefs = tuple(
        replace(brief, open_questions=tuple(q for q in brief.open_questions if q.standing not in gone))
        for brief in kept
    )
    questions = [replace(one, printed=memory.was_printed(one)) if one.id in gone else one for one in questions]
    lasting = bounded([faded(one, snapshot.date) for one in questions], snapshot.date)
    over = tuple(one for one in lasting if one.state in ("answered", "faded"))
    return Stood(briefs, lasting, remembered(over, memory.closed, snapshot.date))


def _taken_up(snapshot: Snapshot) -> tuple[list[StandingQuestion], list[StandingQuestion]]:
    """Give the predecessor's questions that still stand, and those that are settled, after what persons decided since."""
    predecessor = snapshot.predecessor
    if predecessor is None:
        return [], []
    acts = {act.question: act for act in snapshot.closings}
    open_ = [one for one in predecessor.standing_questions if one.state in ("new", "standing")]
    known = {one.id for one in open_}
    settled = [one for one in predecessor.settled if one.id not in known]
    again = [
        replace(one, state="standing", closing=None, settled=None, answer=None)
        for one in settled
        if _reopened(one, acts)
    ]
    back = {one.id for one in again}
    taken = [_acted(one, acts.get(one.id), snapshot.date) for one in (*open_, *again)]
    return taken, [one for one in settled if one.id not in back]


def _reopened(question: StandingQuestion, acts: dict[str, Closing]) -> bool:
    act = acts.get(question.id)
    return act is not None and act.reopened


def _acted(question: StandingQuestion, act: Closing | None, date: dt.date) -> StandingQuestion:
    if act is None:
        return replace(question, state="standing")
    if act.reopened:
        return replace(question, state="standing", spoken=date)
    return replace(question, state="answered", closing=act, settled=date)


class _Memory:
    """The questions of an edition that is being made: which of them stand, and which are settled."""

    def __init__(
        self, snapshot: Snapshot, before: Sequence[StandingQuestion], closed: Sequence[StandingQuestion]
    ) -> None:
        self.date = snapshot.date
        self.open = list(before)
        self.closed = list(closed)
        self.raised: dict[str, dt.datetime] = {}
        self._were = {one.id: one.printed for one in before}

    def of(self, parsed: Asked, stories: frozenset[str], among: Sequence[StandingQuestion]) -> StandingQuestion | None:
        """Find the question that is the same as another; the one that was asked first, where there are two."""
        found = [
            one
            for one in among
            if same(parsed, asked(one.text, one.language, one.first_asked), of_one_story=one.story in stories)
        ]
        return min(found, key=lambda one: (one.story not in stories, one.first_asked, one.id), default=None)

    def was_printed(self, question: StandingQuestion) -> dt.date | None:
        """Say when a question was printed last before today."""
        return self._were.get(question.id, question.printed)

    def put(self, question: StandingQuestion) -> None:
        """Set a question in the place of its former self, or behind all others."""
        places = [n for n, one in enumerate(self.open) if one.id == question.id]
        if places:
            self.open[places[0]] = question
        else:
            self.open.append(question)


def _recognised(memory: _Memory, story: Story, brief: Brief) -> Brief:
    """Give a story's open questions those first dates that are remembered, and remember the others."""
    names = frozenset({brief.id, story.before.story if story.before else brief.id})
    kept: list[OpenQuestion] = []
    for question in brief.open_questions:
        report = story.reports[question.evidence[0].source]
        language = language_of(report.article) or brief.language
        parsed = asked(question.text, language, memory.date)
        stood = memory.of(parsed, names, memory.open)
        if stood is not None and stood.closing is not None:
            continue
        if stood is None:
            settled = memory.of(parsed, names, memory.closed)
            if settled is not None and not _may_return(settled, moment(report).date()):
                continue
            if settled is not None and settled.state == "faded":
                memory.closed = [one for one in memory.closed if one.id != settled.id]
                stood = replace(settled, state="standing", settled=None)
        if stood is None:
            stood = _new(question, brief, language, (memory.date, moment(report).date()))
        if stood.id in memory.raised:
            continue  # another story of today asks it already
        memory.raised[stood.id] = moment(report)
        memory.put(replace(stood, spoken=memory.date, printed=memory.date))
        kept.append(replace(question, first_asked=stood.first_asked, standing=stood.id))
    return replace(brief, open_questions=tuple(kept))


def _may_return(settled: StandingQuestion, published: dt.date) -> bool:
    """Tell whether a text may ask again what is settled: none that is old, and nothing that a person closed."""
    if settled.closing is not None or settled.settled is None:
        return False
    wait = QUIET if settled.state == "answered" else 0
    return (published - settled.settled).days > wait


def _new(question: OpenQuestion, brief: Brief, language: str, on: tuple[dt.date, dt.date]) -> StandingQuestion:
    """Remember a question that is asked for the first time, in the edition of a day, by a report of a day."""
    date, published = on
    evidence, sources = _cited(question.evidence, brief.sources, ())
    return StandingQuestion(
        text=with_dates(question.text, published, language),
        first_asked=date,
        state="new",
        evidence=evidence,
        story=brief.id,
        id=identity.digest([date.isoformat(), question.text])[:NAME],
        headline=brief.headline.text,
        language=language,
        kind=question.kind,
        sources=sources,
        until=last_day(question.text, published, language),
    )


def _cited(
    evidence: Iterable[Evidence], of: Sequence[Source], held: tuple[Source, ...]
) -> tuple[tuple[Evidence, ...], tuple[Source, ...]]:
    """Let evidence of a story count in a question's own sources, which grow by those that it needs."""
    sources, found = list(held), []
    for one in evidence:
        source = of[one.source]
        place = next((n for n, other in enumerate(sources) if other.article == source.article), len(sources))
        if place == len(sources):
            sources.append(source)
        found.append(replace(one, source=place))
    return tuple(found), tuple(sources)


def _since(question: StandingQuestion, heard: Heard | None, memory: _Memory, date: dt.date) -> StandingQuestion:
    """Add to a question what was said of it today: its answer, unless a later text asks it still, or what is new."""
    if heard is None or question.state == "answered" or question.first_asked == date:
        return question
    answer = heard.answer
    if answer and (question.id not in memory.raised or memory.raised[question.id] < answer.at):
        evidence, sources = _cited((answer.evidence,), (answer.source,), question.sources)
        said = SaidSince(date=date, text=answer.text, evidence=evidence, language=answer.language)
        return replace(question, state="answered", answer=said, sources=sources, spoken=date, settled=date)
    fresh = [*heard.new, *((answer,) if answer else ())]
    sources, added = question.sources, []
    for one in fresh:
        evidence, sources = _cited((one.evidence,), (one.source,), sources)
        added.append(SaidSince(date=date, text=one.text, evidence=evidence, language=one.language))
    if not added:
        return question
    kept = (*question.since, *added)[-SAID:]
    return _pruned(replace(question, since=kept, sources=sources, spoken=date))


def _pruned(question: StandingQuestion) -> StandingQuestion:
    """Leave out the sources that nothing rests on any more."""
    used = dict.fromkeys(
        one.source for part in (question.evidence, *(said.evidence for said in question.since)) for one in part
    )
    places = {old: new for new, old in enumerate(used)}
    return replace(
        question,
        sources=tuple(question.sources[old] for old in used),
        evidence=tuple(replace(one, source=places[one.source]) for one in question.evidence),
        since=tuple(
            replace(said, evidence=tuple(replace(one, source=places[one.source]) for one in said.evidence))
            for said in question.since
        ),
    )
