"""What has replaced a figure that was told: the sentence that gives the new one, and those that still give the old one.

A figure is replaced by a newer report that counts the same otherwise. That is an update. It is told with what it was
where an earlier edition printed the old one and nothing speaks against both being of one thing; another authority's count
is news, and no update.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.contradictions import ATTRIBUTED
from briefing.desk.counts import KINDS as KINDS_OF
from briefing.desk.counts import counts, number_of
from briefing.desk.lexicon import CALENDAR, STOPWORDS
from briefing.desk.order import moment
from briefing.desk.quantities import KINDS, alike, one_voice, quantities, surely
from briefing.desk.text import folded, language_of, names, sentences, stem, words
from briefing.desk.values import DAYS, WHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.quantities import Quantity
    from briefing.model import Before, Report, Story

READ = 40  # sentences of a report in which figures are looked for
COUNTED = 8  # of a report's figures that a later one of its story may replace
ONE_MOMENT = dt.timedelta(hours=3)  # between two outlets' counts: more, and the later one replaces the earlier
SEASON = re.compile(
    r"(?i)\b(?:this|last|next|previous) (?:year|month|week|season|quarter)\b|\bcette année\b|\bl'an dernier\b"
)
ANOTHER = re.compile(
    r"(?i)\b(?:second|third|fourth|fifth|another|separate|deuxième|troisième|une? autre|nouvel(?:le)?)\b"
)
TOLL = re.compile(
    r"(?i)\b(?:toll|total|number of|rose to|risen to|climbed to|bilan|nombre d|passe à|porté à|s'alourdi)"
)  # a running count
PLAIN = frozenset({"people", "person", "persons", "personnes"}) | KINDS_OF.keys()  # who suffered, and that they did
DATES = frozenset(DAYS).union(*CALENDAR.values())  # names that every sentence may have
WAS = {"en": "was {}", "fr": "contre {}"}


@dataclass(frozen=True, slots=True)
class Update:
    """A figure as it stands now: where, and what was told before; `was` is "" where it is not certain that it was that."""

    source: int
    start: int
    end: int
    now: Quantity
    old: tuple[Quantity, ...]
    was: str

    @property
    def note(self) -> str:
        """What is inserted behind the figure."""
        return f"[{self.was}]" if self.was else ""


@lru_cache(maxsize=64)
def updates(story: Story) -> tuple[Update, ...]:
    """Give the figures that replace what was printed of a story, or what an earlier report of it says, the newest first."""
    told = _printed(story)
    if not told:
        return ()
    found: list[Update] = []
    for place in sorted(range(len(story.reports)), key=lambda place: -moment(story.reports[place]).timestamp()):
        for start, text, quantity in _of_report(story.reports[place]):
            old = [one for one, by in told if alike(one, quantity) and _older(story, by, place, one, quantity)]
            if not old or not _replaces(quantity, old, found):
                continue
            was = _was(old[0], quantity, text, story, place) if story.before else ""
            said = {one.number for one in quantities(text, language_of(story.reports[place].article))}
            found.append(
                Update(
                    source=place,
                    start=start + quantity.start,
                    end=start + quantity.end,
                    now=quantity,
                    old=tuple(old),
                    was="" if old[0].number in said else was,
                )
            )
    return tuple(found)


def _printed(story: Story) -> list[tuple[Quantity, int | None]]:
    """Give the figures that were printed, the latest first; of a story that is new, what its reports count."""
    if story.before is not None:
        language = story.before.language or language_of(story.reports[0].article)
        return [(one, None) for text in story.before.printed for one in quantities(text, language)]
    if len(story.reports) == 1:
        return []
    return [(one, place) for place, report in enumerate(story.reports) for _, _, one in _of_report(report)[:COUNTED]]


def _older(story: Story, by: int | None, place: int, old: Quantity, new: Quantity) -> bool:
    """Tell whether what was told, or an earlier report, is older than a report, and no other voice's count of one moment."""
    report, before = story.reports[place], story.before
    if by is None:
        return before is None or before.latest is None or moment(report) > before.latest
    other = story.reports[by]
    gap = moment(report) - moment(other)
    if gap <= dt.timedelta(0) or not one_voice(old, new):
        return False
    return other.feed.id == report.feed.id or bool(old.who & new.who) or gap > ONE_MOMENT


def _replaces(quantity: Quantity, old: Sequence[Quantity], found: Iterable[Update]) -> bool:
    """Tell whether a figure is another than what was told, and no newer report has it otherwise."""
    numbers = [one.number for one in old]
    if quantity.number in numbers or (quantity.bound == "about" and quantity.agrees(old[0])):
        return False
    if quantity.thing == "dead" and quantity.number < max(numbers):
        return False  # the dead become no fewer
    return not any(alike(one.now, quantity) and one.now.number != quantity.number for one in found)


def stale(text: str, source: int, story: Story, replaced: Sequence[Update]) -> bool:
    """Tell whether a sentence gives as current a figure that a newer report, or its own, has otherwise."""
    if not replaced:
        return False
    report = story.reports[source]
    counted = quantities(text, language_of(report.article))
    for update in replaced:
        other = story.reports[update.source]
        same = [one for one in counted if alike(one, update.now) and one_voice(one, update.now)]
        if not same or any(one.number == update.now.number for one in same):
            continue
        if update.source == source or moment(report) > moment(other):
            continue
        known = any(one.number == old.number for one in same for old in update.old)
        if known or report.feed.id == other.feed.id or moment(other) - moment(report) > ONE_MOMENT:
            return True
    return False


def noted(pieces: Iterable[tuple[int, int] | str], notes: Iterable[Update]) -> tuple[tuple[int, int] | str, ...]:
    """Put behind each new figure of a sentence what it was."""
    found = list(pieces)
    for update in notes:
        if not update.note:
            continue
        for place, piece in enumerate(found):
            if not isinstance(piece, str) and piece[0] <= update.start and update.end < piece[1]:
                found[place : place + 1] = [(piece[0], update.end), update.note, (update.end, piece[1])]
                break
    return tuple(found)


def _of_report(report: Report) -> list[tuple[int, str, Quantity]]:
    """Give what a report counts, with its sentences; a view counts nothing."""
    if (report.article.kind or report.feed.kind) in ("analysis", "opinion"):
        return []
    language = language_of(report.article)
    return [
        (sentence.start, sentence.text, quantity)
        for sentence in sentences(report.article)[:READ]
        for quantity in quantities(sentence.text, language)
    ]


def _was(old: Quantity, new: Quantity, text: str, story: Story, place: int) -> str:
    """Say what a figure was when it was printed last; "" where that is not certain: the bracket's word is our own.

    Certain is what the last edition that counted this gave once and in one way, from the same authority or none, in a
    sentence that names no other place, person, ship or time than the new one.
    """
    language = language_of(story.reports[place].article)
    before = story.before
    if before is None or not one_voice(old, new) or not surely(old, new) or language not in WAS:
        return ""
    known = before.language or language
    if known != language and not old.text.isdigit():
        return ""
    if all(
        _of_another(said, text, before) or _otherwise(old, new, said, text, language)
        for said in _last_said(before, old, known)
    ):
        return ""
    return WAS[language].format(old.text[:1].lower() + old.text[1:])


def _last_said(before: Before, old: Quantity, language: str) -> list[str]:
    """Give the sentences that printed a figure last; none where that edition counted the same otherwise, or a later one did."""
    for day in before.by_day:
        found = [(text, one) for text in day for one in _counted_in(text, old, language)]
        if found:
            certain = all(one is not None and one.number == old.number for _, one in found)
            return [text for text, _ in found] if certain else []
    return []


def _counted_in(text: str, old: Quantity, language: str) -> list[Quantity | None]:
    """Give what a sentence counts of a thing; None where it counts it in a way that is not understood."""
    found: list[Quantity | None] = [one for one in quantities(text, language) if alike(one, old)]
    if not found and old.thing in KINDS and counts(text).get(old.thing):
        return [None]
    return found


def _of_another(said: str, text: str, before: Before) -> bool:
    """Tell whether two sentences may speak of two: each names what the other does not, or the new one what was never told."""
    ours, theirs = (_strange(one, other) for one, other in ((text, said), (said, text)))
    if (ours and theirs) or _when(text) != _when(said) or _on_other_days(text, said):
        return True
    return bool(ours and _strange(text, " ".join((*before.known, *before.printed))))


def _strange(text: str, other: str) -> frozenset[str]:
    """Give the names of a sentence that another text has not."""
    return frozenset(name.lower() for name in names(text)) - DATES - frozenset(words(other))


def _otherwise(old: Quantity, new: Quantity, said: str, text: str, language: str) -> bool:
    """Tell whether each says of what it counts something that the other does not: hired and dismissed, a fire and a flood."""
    if new.thing not in KINDS:
        ours, theirs = (one.around - one.who for one in (new, old))
    elif TOLL.search(folded(text)):
        return False
    else:
        ours, theirs = (_content(sentence, language) for sentence in (text, said))
    return bool(ours - theirs and theirs - ours)


def _content(text: str, language: str) -> frozenset[str]:
    """Give the words that say how people came to suffer: no names, numbers, kinds of people, nor who says so."""
    named = {name.lower() for name in names(text)}
    return frozenset(
        stem(word)
        for word in words(ATTRIBUTED.sub(" ", folded(text)))
        if word not in named | DATES
        and word not in STOPWORDS[language]
        and word not in PLAIN
        and number_of(word) is None
    )


def _when(text: str) -> frozenset[str]:
    """Give the years, months and seasons that a sentence names, and whether it tells of another such happening."""
    return frozenset(found.lower() for rule in (WHEN, SEASON, ANOTHER) for found in rule.findall(folded(text)))


def _on_other_days(text: str, said: str) -> bool:
    """Tell whether two sentences count on two days of the week, and not on and on: six schools on Tuesday, four on Monday."""
    ours, theirs = (frozenset(words(sentence)) & DAYS.keys() for sentence in (text, said))
    return bool(ours and theirs) and not ours & theirs and not TOLL.search(folded(text))
