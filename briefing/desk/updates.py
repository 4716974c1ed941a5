"""What has replaced a figure that was told: the sentence that gives the new one, and those that still give the old one.

A figure is replaced by a newer report that counts the same otherwise. That is an update, told with what it was, where it
comes from who gave the old one; another authority's count is news, and no update.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.desk.order import moment
from briefing.desk.quantities import alike, one_voice, quantities, surely
from briefing.desk.text import language_of, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.quantities import Quantity
    from briefing.model import Report, Story

READ = 40  # sentences of a report in which figures are looked for
COUNTED = 8  # of a report's figures that a later one of its story may replace
ONE_MOMENT = dt.timedelta(hours=3)  # between two outlets' counts: more, and the later one replaces the earlier
WAS = {"en": "was {}", "fr": "contre {}"}


@dataclass(frozen=True, slots=True)
class Update:
    """A figure as it stands now: where, and what was told before; `was` is "" where others had given the old one."""

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
            was = (
                _was(old[0], quantity, story, place)
                if story.before or _same_voice(story, told, place, (old[0], quantity))
                else ""
            )
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


def _same_voice(
    story: Story, told: Iterable[tuple[Quantity, int | None]], place: int, pair: tuple[Quantity, Quantity]
) -> bool:
    """Tell whether one outlet, or one authority by name, gave both: only then is it known what a figure was."""
    old, new = pair
    by = next(by for one, by in told if one is old)
    return by is None or story.reports[by].feed.id == story.reports[place].feed.id or bool(old.who & new.who)


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


def _was(old: Quantity, new: Quantity, story: Story, place: int) -> str:
    """Say what a figure was, where the same authority may have given both; "" where that is not certain."""
    language = language_of(story.reports[place].article)
    known = story.before.language if story.before else language
    if (
        not one_voice(old, new)
        or not surely(old, new)
        or language not in WAS
        or (known != language and not old.text.isdigit())
    ):
        return ""
    return WAS[language].format(old.text[:1].lower() + old.text[1:])
