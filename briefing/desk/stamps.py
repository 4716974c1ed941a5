"""A live blog's hours: which of its entries is the newest, and which counts a later entry has overtaken.

Entries that open with a clock's time stand newest first or oldest first; of several values that they give for one count
only the newest holds.
"""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from briefing.desk.compression import CLOCK
from briefing.desk.counts import counts
from briefing.desk.quantities import alike, quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.desk.quantities import Quantity
    from briefing.desk.text import Sentence
    from briefing.model import Report

ENTRIES = 2  # blocks that open with a clock's time, from which a report is a live blog
FIGURES = re.compile(r"(\d{1,2})(?:[:.h ]+(\d{2}))?(?::\d{2})?\s?([ap]\.?m)?", re.IGNORECASE)
KNOWN = 60  # newer counts with which an older one is compared
NOON, HOUR = 12, 60


def overtaken(report: Report, told: Sequence[Sentence], language: str) -> frozenset[int]:
    """Give the starts of the sentences that count what a newer entry of the same blog counts otherwise."""
    blocks = report.article.blocks
    stamped = {number: at for number, block in enumerate(blocks) if (at := _minutes(block.text)) is not None}
    if len(stamped) < ENTRIES:
        return frozenset()
    times = [stamped[number] for number in sorted(stamped)]
    falls = sum(before > after for before, after in itertools.pairwise(times))
    newest_first = falls * 2 > sum(before != after for before, after in itertools.pairwise(times))
    entry = _entries(stamped, len(blocks))
    order = sorted(
        (sentence for sentence in told if entry[sentence.block] is not None),
        key=lambda one: (entry[one.block] or 0) * (1 if newest_first else -1),
    )
    over: set[int] = set()
    latest: dict[str, tuple[frozenset[int], int | None]] = {}
    known: list[tuple[Quantity, int | None]] = []
    for one in order:
        mine = entry[one.block]
        for kind, numbers in counts(one.text).items():
            now, told_in = latest.setdefault(kind, (numbers, mine))
            if told_in != mine and not numbers & now:
                over.add(one.start)
        if len(known) < KNOWN:
            own = quantities(one.text, language)
            if any(
                alike(it, now) and it.number != now.number and told_in != mine for it in own for now, told_in in known
            ):
                over.add(one.start)
            known += [(it, mine) for it in own]
    return frozenset(over)


def _entries(stamped: dict[int, int], blocks: int) -> list[int | None]:
    """Say of each block in which entry it stands: the last that opened; None before the first."""
    entries: list[int | None] = []
    last: int | None = None
    for number in range(blocks):
        last = number if number in stamped else last
        entries.append(last)
    return entries


def _minutes(text: str) -> int | None:
    """Read the clock's time with which a text opens, in minutes; None where it opens with none."""
    found = CLOCK.match(text)
    read = FIGURES.match(found.group()) if found else None
    if read is None:
        return None
    hour, minute, half = int(read[1]), int(read[2] or 0), (read[3] or "").lower()
    if half:
        hour = hour % NOON + (NOON if half.startswith("p") else 0)
    return hour * HOUR + minute
