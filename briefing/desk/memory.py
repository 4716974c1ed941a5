"""What an edition leaves to those after it: the stories that it told, and its predecessor's that are still remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.model import Cited, Said, Told, ToldText

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.model import Brief, Correction, Evidence, KeyDevelopment, Snapshot, Story

DAYS = 7  # that an edition is remembered
TEXTS = 12  # of one story


def remember(
    snapshot: Snapshot, told: Iterable[tuple[Story, Brief]], corrections: Sequence[Correction]
) -> tuple[Told, ...]:
    """Give the memory of an edition: its own stories, its corrections, and what its predecessor remembers of six days."""
    own = [_told(story, brief, snapshot) for story, brief in told]
    before = snapshot.predecessor.memory if snapshot.predecessor else ()
    young = [one for one in before if 0 <= (snapshot.date - one.date).days < DAYS]
    return (*own, *_corrected(corrections, young, snapshot), *young)


def _told(story: Story, brief: Brief, snapshot: Snapshot) -> Told:
    texts = tuple(ToldText(entry=report.heard.digest, article=report.digest) for report in story.reports[:TEXTS])
    said = [(brief.headline.text, brief.headline.evidence)]
    said += [(brief.summary.text, brief.summary.evidence)] if brief.summary else []
    said += [
        (_source_words(item), item.evidence)
        for item in (*brief.since_yesterday, *brief.key_developments, *brief.analysis)
    ]
    said += [(item.text, item.evidence) for item in brief.open_questions]
    said += [(item.text, item.evidence) for item in brief.unknowns]
    said += [(item.text, item.evidence) for item in brief.watch_for]
    said += [(side.value, side.evidence) for item in brief.disagreements for side in item.positions]
    return Told(
        story=brief.id,
        date=snapshot.date,
        headline=brief.headline.text,
        language=brief.language,
        texts=texts,
        said=tuple(Said(text=text, cited=_cited(text, evidence)) for text, evidence in dict.fromkeys(said)),
    )


def _source_words(item: KeyDevelopment) -> str:
    """Remember a statement without the names and dates that stand in brackets in it: they are ours."""
    return " ".join(one.quote for one in item.evidence) if "[" in item.text else item.text


def _cited(text: str, evidence: Iterable[Evidence]) -> tuple[Cited, ...]:
    return tuple(
        Cited(text=item.source, quote="" if item.quote == text else item.quote, field=item.field)
        for item in evidence
        if item.source < TEXTS
    )


def _corrected(corrections: Sequence[Correction], young: Sequence[Told], snapshot: Snapshot) -> Iterable[Told]:
    """Remember what was printed as a correction: it may be corrected again."""
    changed = {one.told.entry: one.after[0] for one in snapshot.recalled if one.after}
    changed |= {
        one.told.entry: one.now.digest for one in snapshot.recalled if one.now and one.told.article == one.told.entry
    }
    for correction in corrections:
        of = next((one for one in young if one.story == correction.story and one.date == correction.told), None)
        if of is None or not correction.after:
            continue
        text = next((text for text in of.texts if changed.get(text.entry) == correction.sources[0].article), None)
        if text is None:
            continue
        yield Told(
            story=of.story,
            date=snapshot.date,
            headline=of.headline,
            language=of.language,
            texts=(text,),
            said=(Said(text=correction.after, cited=(Cited(text=0),)),),
        )
