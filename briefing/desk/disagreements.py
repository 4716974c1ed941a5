"""Where independent outlets' latest statements about one thing differ: told side by side, with who says what.

Conservative throughout: a disagreement that is none accuses a source. Both must count the same (kind, group of people,
place) or say the same but for one value, at about the same moment; bounds that can both be true are none ("at least
12" and 19), and a later figure that replaces an earlier one is an update.
"""

from __future__ import annotations

import datetime as dt
import itertools
from typing import TYPE_CHECKING

from briefing.desk.bounds import bound_before
from briefing.desk.cite import cited_title, point
from briefing.desk.cluster.voices import voices
from briefing.desk.contradictions import contradictions
from briefing.desk.counts import TOKEN, number_of
from briefing.desk.order import moment
from briefing.desk.text import dateline, folded, language_of, sentences
from briefing.desk.values import NOUNS, counted, framed, numbered, same
from briefing.model import Disagreement, Position

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing.desk.values import Value
    from briefing.model import Evidence, Field, Report, Story

    Placed = tuple[int, int, int, Field, Value]  # source, start, end, field

TOP = 8  # sentences of a report that say how things stand; further down it may count what happened elsewhere
SAME_MOMENT = dt.timedelta(hours=3)  # between two statements: more, and the later one is an update
MOST = 3  # disagreements of a story


def disagreements(story: Story) -> tuple[Disagreement, ...]:
    """Give what the story's independent outlets state differently; the kinds of counts first, then other values."""
    if len(story.reports) == 1:
        return ()
    told_by = [[source for source in group if not _is_view(story.reports[source])] for group in voices(story)]
    told = [[placed for source in group for placed in _stated(story, source)] for group in told_by]
    language = language_of(story.reports[0].article)
    nouns = NOUNS.get(language, NOUNS["en"])
    found = []
    for kind in nouns:
        latest = [one for one in (_latest(story, [p for p in voice if p[4].kind == kind]) for voice in told) if one]
        found.append(_differing(story, nouns[kind], latest, told))
    found.extend(_numbered(story, told))
    found.extend(_framed(story, told))
    found.extend(contradictions(story, told_by))
    return tuple(one for one in found if one)[:MOST]


def _stated(story: Story, source: int) -> list[Placed]:
    """Give what one report states: in its first sentences, then in its title."""
    report = story.reports[source]
    language = language_of(report.article)
    told: list[tuple[int, int, Field, str]] = [
        (sentence.start, sentence.end, "text", _undated(sentence.text)) for sentence in sentences(report.article)[:TOP]
    ]
    title = cited_title(report)
    loose = _bounded(text for *_, text in told)
    told.append((0, len(title), "title", title))
    return [
        (source, start, end, field, value)
        for start, end, field, text in told
        for value in (*counted(text), *numbered(text, language), *(framed(text, language) if field == "text" else ()))
        if field == "text" or value.number not in loose
    ]


def _undated(text: str) -> str:
    """Give a sentence with blanks where its dateline was: on which day it was filed is nothing that it states."""
    lead = dateline(text)
    return " " * len(lead) + text[len(lead) :]


def _bounded(texts: Iterable[str]) -> frozenset[float]:
    """Give the numbers that sentences set bounds to ("at least four"): a title that leaves them out is less exact."""
    return frozenset(
        number
        for text in map(folded, texts)
        for token in TOKEN.finditer(text)
        if bound_before(text, token.start())[0] and (number := number_of(token.group().lower())) is not None
    )


def _latest(story: Story, stated: Sequence[Placed]) -> Placed | None:
    """Give a voice's latest count of a kind; None where its newest report that counts gives two."""
    if not stated:
        return None
    newest = max(moment(story.reports[one[0]]) for one in stated)
    current = [one for one in stated if moment(story.reports[one[0]]) == newest]
    return current[0] if len({one[4].number for one in current}) == 1 else None


def _differing(
    story: Story, about: str, latest: Sequence[Placed], told: Sequence[Sequence[Placed]]
) -> Disagreement | None:
    """Put statements side by side that cannot all be true, and of which none replaces another."""
    apart = [
        pair
        for pair in itertools.combinations(latest, 2)
        if same(pair[0][4], pair[1][4]) and not pair[0][4].agrees(pair[1][4]) and not _updated(story, pair, told)
    ]
    if not apart:
        return None
    sides = dict.fromkeys(one for pair in apart for one in pair)
    positions: dict[tuple[float, str], list[Placed]] = {}
    for one in (*sides, *(other for other in latest if other not in sides)):
        key = one[4].number, one[4].bound
        if one in sides or key in positions:
            positions.setdefault(key, []).append(one)
    return Disagreement(
        about=about,
        positions=tuple(
            Position(value=stated[0][4].text, evidence=tuple(_evidence(story, stated))) for stated in positions.values()
        ),
    )


def _updated(story: Story, pair: tuple[Placed, Placed], told: Sequence[Sequence[Placed]]) -> bool:
    """Tell whether the later statement replaces the earlier one, rather than contradicts it."""
    earlier, later = sorted(pair, key=lambda one: moment(story.reports[one[0]]))
    before, after = (moment(story.reports[one[0]]) for one in (earlier, later))
    if after - before > SAME_MOMENT or later[4].changed:
        return True
    if before == after:
        return earlier[4].changed
    # Who says the later figure said the earlier one before: it knew that, and knows more now.
    return any(
        later in voice and any(one[4].kind == earlier[4].kind and one[4].number == earlier[4].number for one in voice)
        for voice in told
    )


def _numbered(story: Story, told: Sequence[Sequence[Placed]]) -> list[Disagreement]:
    """Find what two voices count otherwise, beside people who suffered something: one disagreement a thing."""
    found: dict[str, Disagreement] = {}
    for left, right in itertools.combinations(told, 2):
        for one, other in itertools.product(left, right):
            if one[4].quantity and other[4].quantity and one[4].kind not in found:
                differing = _differing(story, _thing(story, one), (one, other), told)
                if differing and not any(side.evidence in _sides(found.values()) for side in differing.positions):
                    found[one[4].kind] = differing
    return list(found.values())


def _sides(found: Iterable[Disagreement]) -> list[tuple[Evidence, ...]]:
    return [side.evidence for one in found for side in one.positions]


def _thing(story: Story, placed: Placed) -> str:
    """Name what is counted in its source's word."""
    source, start, end, field, value = placed
    text = point(story, source, start, end, field).quote
    quantity = value.quantity
    assert quantity is not None
    return text[slice(*quantity.named)].lower()


def _framed(story: Story, told: Sequence[Sequence[Placed]]) -> list[Disagreement]:
    """Find sentences of two voices that say the same but for one value."""
    found: dict[str, Disagreement] = {}
    for left, right in itertools.combinations(told, 2):
        for one, other in itertools.product(left, right):
            if one[4].frame and one[4].kind not in found and one[4].kind == other[4].kind:
                differing = _differing(story, one[4].about(other[4]), (one, other), told)
                if differing:
                    found[one[4].kind] = differing
    return list(found.values())


def _evidence(story: Story, stated: Iterable[Placed]) -> Iterable[Evidence]:
    return (point(story, source, start, end, field) for source, start, end, field, _ in stated)


def _is_view(report: Report) -> bool:
    return (report.article.kind or report.feed.kind) in ("analysis", "opinion")
