"""A brief in a model's words, statement by statement: what its sources hold is the model's, the rest stays the desk's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing import identity
from briefing.desk import held
from briefing.desk.choosing import how_many
from briefing.desk.developments import REPEATED
from briefing.desk.order import newest_first
from briefing.desk.prompt import shown
from briefing.desk.proposals import proposals
from briefing.desk.questions import PER_STORY, alike
from briefing.desk.repeating import ALIKE
from briefing.desk.sets import overlap
from briefing.desk.text import language_of, stems
from briefing.model import Asked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.held import Shown
    from briefing.desk.proposals import Proposal
    from briefing.model import Answer, Brief, Edition, Evidence, KeyDevelopment, OpenQuestion, Statement, Story


NOTHING = "it answered with nothing"


@dataclass(frozen=True, slots=True)
class Told:
    """A brief, and how many statements a model proposed for it, and how many of them were held."""

    brief: Brief
    proposed: int = 0
    held: int = 0


def lack(answer: Answer) -> str:
    """Say why an answer has nothing to tell from: it did not come, or proposes no statement; "" where it proposes some."""
    return answer.cause or ("" if any(proposals(answer.text)) else NOTHING)


def told_by_model(story: Story, brief: Brief, answer: Answer, model: str) -> Told:
    """Tell a story in the words of a model's answer, as far as the sources hold them."""
    developments, asked = proposals(answer.text)
    seen, method = shown(story), f"model {model}"
    ours = _developments(story, developments, seen, method)
    questions = _questions(story, asked, seen, method)
    spoken = replace(
        brief,
        key_developments=_filled(story, ours, brief.key_developments),
        open_questions=_joined(story, questions, brief.open_questions),
        unknowns=_still(brief.unknowns, questions),
    )
    return Told(spoken, len(developments) + len(asked), len(ours) + len(questions))


def owned(edition: Edition, model: str, answers: Sequence[Answer], told: Sequence[Told]) -> Edition:
    """Let an edition say what came of asking a model, and name the answers that it used, if it used any."""
    if not answers:
        return edition
    asked = Asked(
        model=model,
        stories=len(answers),
        answered=sum(not lack(answer) for answer in answers),
        proposed=sum(item.proposed for item in told),
        held=sum(item.held for item in told),
        causes=tuple(sorted({lack(answer) for answer in answers} - {""})),
    )
    used = {*edition.colophon.used, *map(identity.digest, answers)}
    return replace(edition, colophon=replace(edition.colophon, used=tuple(sorted(used)), asked=asked))


def _developments(story: Story, proposed: Iterable[Proposal], seen: Shown, method: str) -> list[KeyDevelopment]:
    """Take the proposals that are held, say something new, and are more than the headline."""
    lead = story.reports[0]
    title = frozenset(stems(lead.title, language_of(lead.article)))
    kept: list[KeyDevelopment] = []
    for proposal in proposed:
        made = held.development(story, proposal, seen, method)
        if made is None or len(kept) >= how_many(story):
            continue
        meaning = _meaning(story, made)
        if len(meaning & title) < REPEATED * len(meaning) and not _said(story, made, kept):
            kept.append(made)
    return kept


def _filled(
    story: Story, ours: Sequence[KeyDevelopment], extracted: Sequence[KeyDevelopment]
) -> tuple[KeyDevelopment, ...]:
    """Put the sources' own words where a model's did not pass, as many statements as there were, told in their order."""
    if not ours:
        return tuple(extracted)
    rest = [item for item in extracted if not _said(story, item, ours)]
    order = newest_first(story)
    every = [*ours, *rest[: max(0, len(extracted) - len(ours))]]
    return tuple(sorted(every, key=lambda item: (order.index(item.evidence[0].source), item.evidence[0].start)))


def _said(story: Story, item: KeyDevelopment, others: Iterable[KeyDevelopment]) -> bool:
    """Tell whether others say the same: from the same sentence, or in mostly the same words."""
    meaning = _meaning(story, item)
    return any(
        _meet(item.evidence, other.evidence) or overlap(meaning, _meaning(story, other)) >= ALIKE for other in others
    )


def _questions(story: Story, proposed: Iterable[Proposal], seen: Shown, method: str) -> list[OpenQuestion]:
    kept: list[OpenQuestion] = []
    for proposal in proposed:
        made = held.question(story, proposal, seen, method)
        if made is not None and not _asked(story, made, kept):
            kept.append(made)
    return kept[:PER_STORY]


def _joined(story: Story, ours: Sequence[OpenQuestion], extracted: Sequence[OpenQuestion]) -> tuple[OpenQuestion, ...]:
    rest = [item for item in extracted if not _asked(story, item, ours)]
    return (*ours, *rest)[:PER_STORY]


def _asked(story: Story, item: OpenQuestion, others: Iterable[OpenQuestion]) -> bool:
    language = language_of(story.reports[item.evidence[0].source].article)
    return any(_meet(item.evidence, other.evidence) or alike(item.text, other.text, language) for other in others)


def _still(unknowns: Sequence[Statement], questions: Sequence[OpenQuestion]) -> tuple[Statement, ...]:
    """Keep the unknowns of which no question is made."""
    return tuple(item for item in unknowns if not any(_meet(item.evidence, other.evidence) for other in questions))


def _meaning(story: Story, item: KeyDevelopment) -> frozenset[str]:
    return frozenset(stems(item.text, language_of(story.reports[item.evidence[0].source].article)))


def _meet(left: Iterable[Evidence], right: Iterable[Evidence]) -> bool:
    """Tell whether two statements have evidence in common."""
    return any(
        ours.source == theirs.source and ours.start < theirs.end and theirs.start < ours.end
        for ours in left
        for theirs in right
    )
