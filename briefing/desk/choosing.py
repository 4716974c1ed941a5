"""What of it is printed: each candidate's worth, and which are taken.

Trees learnt from what people wrote of other articles rank each sentence in its report (docs/developments.md); in a story
of several reports what the others say too is worth more. By default the best are taken that are not alike, as many as
the length bears, and a long article is heard to its end. Where a number or a length is asked for, the small sets of one
report's best are weighed as wholes, and several reports are told by what most of them say.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.desk.agreeing import agreement, concepts
from briefing.desk.candidates import SOURCES_HEARD, Candidate, body
from briefing.desk.consequence import is_hollow
from briefing.desk.dangling import NAME
from briefing.desk.features import FEATURES, STRETCH, row, scene
from briefing.desk.method import SENTENCE_TREES, SET_TREES
from briefing.desk.repeating import repeats
from briefing.desk.sets import LARGEST, Ranked, field, set_row, sets

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing.desk.features import Scene
    from briefing.model import Story

AGREED = 0.3  # what the other reports' agreement is worth, beside what a sentence is worth in its own
LEADS = 0.2  # what the headline's own report says is worth more than what an earlier one said
LONG = 5  # developments of a piece of 900 words and more
SUBHEADS, HEADED = 2, 600  # headings, and words, from which a shorter piece is one in parts: below, its end is trivia
BRIEF = 12  # words: the gravest fact in so few is told beside as many others as the length bears
VERDICT = 5  # how grave a fact is of which two are told
HOLLOW = 0.4  # of its worth: what says that a court ruled, where another sentence says how
GRAVE, EARLY = 30, 6  # words of a sentence that must be told, and sentences among which it stands, or the first third
DIGITS = 9
_NUMBERS, _NAMES, _CENTRAL = map(FEATURES.index, ("numbers", "names", "central sum"))


@dataclass(frozen=True, slots=True)
class Sight:
    """A story's reports, each seen whole, and each candidate's features and worth, by report and start."""

    scenes: tuple[Scene, ...]
    rows: Mapping[tuple[int, int], tuple[float, ...]]
    worths: Mapping[tuple[int, int], float]


def how_many(story: Story) -> int:
    """Say how many developments a story bears, by the length of its fullest report; subheads make a piece long."""
    length = max(len(report.text.split()) for report in story.reports)
    by_length = next((n for n, words_below in ((1, 60), (2, 130), (3, 420), (4, 900)) if length < words_below), LONG)
    return max(4, by_length) if _headed(story) else by_length


def is_long(story: Story) -> bool:
    """Tell whether a story's leading report is to be heard to its end: it bears many, or is divided by subheads."""
    return how_many(story) >= LONG or _headed(story)


def _headed(story: Story) -> bool:
    lead = story.reports[0].article
    return sum(block.kind == "heading" for block in lead.blocks) >= SUBHEADS and len(lead.text.split()) >= HEADED


def look(story: Story, found: Sequence[Candidate]) -> Sight:
    """See each report whole, and give each candidate its features, and the chance that a person would tell it."""
    scenes = tuple(scene(report, body(report)) for report in story.reports[:SOURCES_HEARD])
    rows = {_name(item): row(item, scenes[item.source]) for item in found}
    worths = {name: 1 / (1 + math.exp(-SENTENCE_TREES.sum(known))) for name, known in rows.items()}
    return Sight(scenes=scenes, rows=rows, worths=worths)


def scored(found: Sequence[Candidate], sight: Sight) -> list[Candidate]:
    """Give each candidate with what it is worth in its story: more than 0."""
    ruled = any(item.gravity >= VERDICT and _names_somebody(item) for item in found)
    return [
        replace(item, score=round(_score(item, sight) * (HOLLOW if ruled and is_hollow(item.text) else 1), DIGITS))
        for item in found
    ]


def _names_somebody(item: Candidate) -> bool:
    """Tell whether a statement gives a name: "The former mayor is acquitted" needs the sentence about the ruling."""
    inserted = any(isinstance(piece, str) for piece in item.pieces)
    return inserted or any(found.group()[1].islower() for found in NAME.finditer(item.text))


def _score(item: Candidate, sight: Sight) -> float:
    """Sum what the trees say, what a sentence holds, and what the other reports say of it.

    The people whose summaries the trees know were paid for brevity; a reader of one line each wants it to hold much.
    """
    known = sight.rows[_name(item)]
    numbers, named = min(2, known[_NUMBERS]), min(4, known[_NAMES])
    substance = 0.06 * numbers + 0.03 * named + 0.25 * known[_CENTRAL]
    leads = LEADS if len(sight.scenes) > 1 and item.source == 0 else 0.0
    return sight.worths[_name(item)] + substance + _agreement(item, sight) + leads


def _name(item: Candidate) -> tuple[int, int]:
    return item.source, item.sentence.start


def _agreement(item: Candidate, sight: Sight) -> float:
    """Say how much of a statement the other reports say too: the likest sentence of each, averaged."""
    others = [seen for number, seen in enumerate(sight.scenes) if number != item.source and seen.meanings]
    if not others:
        return 0.0
    own = sight.scenes[item.source].weights
    mass = math.fsum([own.get(stem, 0.0) for stem in sorted(item.stems)]) or 1.0
    best = [
        max(
            math.fsum([own.get(stem, 0.0) for stem in sorted(item.stems & meaning)]) / mass
            for meaning in seen.meanings[:STRETCH]
        )
        for seen in others
    ]
    return AGREED * math.fsum(best) / len(best)


def choose(found: Sequence[Candidate], count: int, *, to_its_end: bool = False) -> tuple[Candidate, ...]:
    """Take the best that are not alike; `to_its_end`, one from each part of the leading report first.

    The gravest fact is always told: beside the others where it is brief, else in the place of the least.
    """
    ranked = _best_first(found)
    taken: list[Candidate] = []
    if to_its_end:
        parts = max(1, count - 1)  # one is free: the best of all, wherever it stands
        for part in range(parts):
            of_part = (i for i in ranked if i.source == 0 and i.part(parts) == part and _new(i, taken))
            taken.extend(itertools.islice(of_part, 1))
    for item in ranked:
        if len(taken) >= count:
            break
        if item not in taken and _new(item, taken):
            taken.append(item)
    return tuple(_with_gravest(taken[:count], ranked))


def _with_gravest(taken: Sequence[Candidate], ranked: Sequence[Candidate]) -> list[Candidate]:
    """Put the gravest fact among what is told, where nothing as grave is."""
    grave = gravest(ranked)
    if grave is None or any(_weight(item) >= _weight(grave) for item in taken):
        return list(taken)
    others = [item for item in taken if _new(item, [grave])]
    if len(others) < len(taken) or (size_of(grave) <= BRIEF and len(taken) < LONG):
        return [*others, grave, *_as_grave(grave, others, ranked)]
    return [*others[:-1], grave]


def _as_grave(grave: Candidate, taken: Sequence[Candidate], ranked: Sequence[Candidate]) -> list[Candidate]:
    """Give one more fact that is as grave and as brief: of two who stood trial both verdicts are told."""
    if grave.gravity < VERDICT or len(taken) + 1 >= LONG:
        return []
    alike = (
        item
        for item in ranked
        if item.gravity == grave.gravity
        and item is not grave
        and size_of(item) <= BRIEF
        and _new(item, [grave, *taken])
    )
    return list(itertools.islice(alike, 1))


def gravest(ranked: Sequence[Candidate]) -> Candidate | None:
    """Find the gravest fact that a report tells early, the best first; None where it tells none.

    A sum or a deal, the least of them, must be told only where that costs few words.
    """
    early = [
        item
        for item in ranked
        if item.gravity
        and item.place < max(EARLY, item.length // 3)
        and size_of(item) <= (GRAVE if item.gravity > 1 else BRIEF)
    ]
    return max(early, key=_weight, default=None)


def _weight(item: Candidate) -> tuple[int, bool]:
    """Weigh how grave a fact is; of two of one kind, how a thing ended is more than what led there."""
    return item.gravity, item.settles


def bounded(
    found: Sequence[Candidate], sight: Sight, count: int | None = None, words: int | None = None
) -> tuple[Candidate, ...]:
    """Take at most `count` statements, and at most `words` words of them in sum; None sets no bound.

    Up to four of one report are the set that is best as a whole: it may be smaller than the bound, where one more
    would tell less than it costs. Else they are taken one by one, best first, until nothing more fits.
    """
    if len(sight.scenes) == 1 and count is not None and count <= LARGEST:
        return _best_set(found, sight, count, words)
    return _filled(found, sight, count, words)


def _best_set(found: Sequence[Candidate], sight: Sight, count: int, words: int | None) -> tuple[Candidate, ...]:
    """Weigh every set of the best; one that tells the gravest fact is better than any that does not."""
    seen = sight.scenes[0]
    ranked = [Ranked(item, sight.rows[_name(item)], sight.worths[_name(item)]) for item in found]
    laid = field(seen.weights, seen.title, ranked)
    grave = gravest(_best_first(found))
    least = _weight(grave) if grave else (0, False)
    best: tuple[bool, float, tuple[Ranked, ...]] = (False, -math.inf, ())
    for chosen in sets(laid, count, needed=grave):
        tells = grave is None or any(_weight(one.item) >= least for one in chosen)
        if best[0] and not tells:
            continue
        if words is not None and sum(size_of(one.item) for one in chosen) > words:
            continue
        if any(repeats(a.item.said, b.item.said) for a, b in itertools.combinations(chosen, 2)):
            continue
        worth = round(SET_TREES.sum(set_row(chosen, laid)), DIGITS)
        if (tells, worth) > best[:2]:
            best = tells, worth, chosen
    return tuple(one.item for one in best[2])


def _filled(found: Sequence[Candidate], sight: Sight, count: int | None, words: int | None) -> tuple[Candidate, ...]:
    """Take what says most that was not said yet, as long as anything fits; of one report, what is worth most."""
    agreed = agreement(sight.scenes) if len(sight.scenes) > 1 else None
    says = {item: concepts(item.text, sight.scenes[item.source].language) for item in found} if agreed else {}
    left, taken, said = _best_first(found), list[Candidate](), frozenset[tuple[str, ...]]()
    room = math.inf if words is None else words
    first = None if agreed else gravest(left)  # what is gravest in a story most reports say

    def gain(item: Candidate) -> float:
        worth = agreed.gain(says[item] - said, sight.worths[_name(item)], size_of(item)) if agreed else item.score
        return round(worth, DIGITS)

    while count is None or len(taken) < count:
        left = [item for item in left if size_of(item) <= room and _new(item, taken)]
        if not left:
            break
        best = first if first in left else max(left, key=lambda item: (gain(item), -item.source, -item.sentence.start))
        taken.append(best)
        left.remove(best)
        said |= says.get(best, frozenset())
        room -= size_of(best)
    return tuple(taken)


def size_of(item: Candidate) -> int:
    """Count the words of a statement as people count them: what stands between spaces, a name or date in brackets too."""
    return item.words


def _best_first(found: Sequence[Candidate]) -> list[Candidate]:
    return sorted(found, key=lambda item: (-item.score, item.source, item.sentence.start))


def _new(item: Candidate, taken: Sequence[Candidate]) -> bool:
    return not any(repeats(item.said, other.said) for other in taken)
